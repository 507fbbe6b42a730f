package dk.ankomst.board;

import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed on the page of a proposal. A line's fields are named after its rule and not after its row, so that
 * they find their line again when the proposal was made anew meanwhile.
 */
final class EstablishmentTyped {

    private static final int NO_NUMBER = 0;

    private final Typed typed;

    EstablishmentTyped(MultiValueMap<String, String> values) {
        this.typed = new Typed(values);
    }

    /** Which row of which version a page shows. */
    static String tokenOf(StoredLine line) {
        return line.id() + ":" + line.version();
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
        return typed.text("alternativ-" + group);
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
