package dk.ankomst.board;

import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.platform.InputRefused.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed on the page of a proposal. A line's fields are named after its rule and not after its row, so that
 * they find their line again when the proposal was made anew meanwhile.
 */
final class EstablishmentTyped {

    private static final int NO_NUMBER = 0;

    /** Begins the name of the field in which one of several alternatives is picked. */
    private static final String ALTERNATIVES = "alternativ-";

    /** Picked when none of the alternatives is wanted. */
    private static final String NONE = "ingen";

    private static final Set<String> STATES = Set.of("NY", "BRUGT", "IKKE_ANGIVET");
    private static final Pattern FIELD = Pattern.compile("(.+)\\.(token|chosen|quantity|state|text)");

    private final Typed typed;

    private final MultiValueMap<String, String> values;

    EstablishmentTyped(MultiValueMap<String, String> values) {
        this.values = values;
        this.typed = new Typed(values);
    }

    /** Which row of which version a page shows. */
    static String tokenOf(StoredLine line) {
        return line.id() + ":" + line.version();
    }

    /** What was sent about lines, alternatives or states that the proposal does not have, so that no answer gets lost. */
    List<FieldError> unknown(List<StoredLine> lines) {
        Map<String, StoredLine> byRule = lines.stream().collect(Collectors.toMap(StoredLine::ruleId, line -> line));
        Set<String> gone = new TreeSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (String name : values.keySet()) {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                StoredLine line = byRule.get(field.group(1));
                String value = typed.text(name);
                if (line == null) {
                    gone.add(field.group(1));
                } else if (field.group(2).equals("state") && value != null && !STATES.contains(value)) {
                    errors.add(new FieldError(name, "Vælg ny eller brugt for " + line.itemName() + "."));
                }
            } else if (name.startsWith(ALTERNATIVES)) {
                String picked = typed.text(name);
                StoredLine line = picked == null ? null : byRule.get(picked);
                boolean isOfGroup = line != null && name.equals(ALTERNATIVES + line.alternativeGroup());
                if (picked != null && !picked.equals(NONE) && !isOfGroup) {
                    gone.add(picked);
                }
            }
        }
        if (!gone.isEmpty()) {
            errors.add(new FieldError(
                    "",
                    "Der er svaret på linjer, som forslaget ikke har, og intet er gemt. Genindlæs siden, og svar på de"
                            + " linjer, der er der nu."));
        }
        return errors;
    }

    /** Whether the page that was sent had the line. */
    boolean has(StoredLine line) {
        return typed.text(line.ruleId() + ".token") != null;
    }

    String token(StoredLine line) {
        return typed.shown(line.ruleId() + ".token");
    }

    boolean chosen(StoredLine line) {
        String group = line.alternativeGroup();
        return group == null
                ? typed.text(line.ruleId() + ".chosen") != null
                : line.ruleId().equals(picked(group));
    }

    /** The rule of the alternative that was picked, or the word for none of them; null when nothing was picked. */
    @Nullable
    String picked(String group) {
        return typed.text(ALTERNATIVES + group);
    }

    String quantity(StoredLine line) {
        return typed.shown(line.ruleId() + ".quantity");
    }

    String state(StoredLine line) {
        return typed.shown(line.ruleId() + ".state");
    }

    String text(StoredLine line) {
        return typed.shown(line.ruleId() + ".text");
    }

    /** What was typed about a line, as an answer to it. */
    LineAnswer answer(StoredLine line) {
        String group = line.alternativeGroup();
        boolean isLeftOpen = group != null && picked(group) == null;
        Boolean chosen = isLeftOpen ? null : Boolean.valueOf(chosen(line));
        String words = typed.text(line.ruleId() + ".text");
        return new LineAnswer(
                line.id(),
                version(line),
                chosen,
                number(typed.text(line.ruleId() + ".quantity")),
                state(line, typed.text(line.ruleId() + ".state")),
                words == null ? null : words.replace("\r\n", "\n"));
    }

    private int version(StoredLine line) {
        String token = token(line);
        String row = line.id() + ":";
        Integer version = token.startsWith(row) ? number(token.substring(row.length())) : null;
        return version == null ? LineAnswer.NOT_SEEN : version;
    }

    /** What is no number is one that cannot be taken, so that it is refused and not lost. */
    private static @Nullable Integer number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(NO_NUMBER);
    }

    /** Where the page asks for no state, the line keeps the one it has. */
    private static ItemState state(StoredLine line, @Nullable String text) {
        if (text == null) {
            ItemState proposed = line.proposedState();
            return proposed == null ? ItemState.IKKE_ANGIVET : proposed;
        }
        return "NY".equals(text) ? ItemState.NY : "BRUGT".equals(text) ? ItemState.BRUGT : ItemState.IKKE_ANGIVET;
    }
}
