package dk.ankomst.deadlines;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a deadline is asked for, as it was typed: dates as {@code 2026-05-01} or {@code 01.05.2026}; an empty field is an
 * absent one.
 *
 * @param visitation date of the visitation decision; required
 * @param track the reception track; required
 * @param arrival date of arrival
 * @param takeover agreed date of takeover
 * @param ruleSet the rule set to count by, e.g. {@code RS-2013}; absent: the one that the dates lead to
 * @param events dates of further events that deadlines are counted from, by the event's name in the tables, e.g.
 *     {@code integrationskontrakt}; the field of an error is the name after {@link #EVENT}
 */
public record PreviewRequest(
        @Nullable String visitation,
        @Nullable String track,
        @Nullable String arrival,
        @Nullable String takeover,
        @Nullable String ruleSet,
        Map<String, String> events) {

    /** What the name of a field begins with that holds the date of a further event. */
    public static final String EVENT = "event.";

    /** The dates of further events among the parameters of a request. */
    public static Map<String, String> eventsIn(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(EVENT))
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().substring(EVENT.length()), Map.Entry::getValue));
    }

    /** The tracks that {@code modtagelsesspor} can lead to. */
    private static final List<String> TRACKS =
            List.of("asylcenter", "kvote", "familiesammenfoert", "uledsaget", "tilflytter", "saerlov");

    /** The law of later years is unknown; a date further away is taken for a slip of the pen. */
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** The request understood. */
    record Asked(CaseDates dates, @Nullable RuleSet ruleSet) {}

    /** @throws InputRefused with a sentence for each field that cannot be used */
    Asked read(List<RuleSet> ruleSets) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate first = ruleSets.get(0).from();
        LocalDate visited = date("visitation", visitation, first, errors);
        if (isBlank(visitation)) {
            errors.add(new FieldError("visitation", "Angiv datoen for visitationen, f.eks. 2026-05-01."));
        }
        LocalDate arrived = date("arrival", arrival, first, errors);
        LocalDate agreed = date("takeover", takeover, first, errors);
        if (visited != null && arrived != null && arrived.isBefore(visited)) {
            errors.add(new FieldError(
                    "arrival", "Ankomsten kan ikke ligge før visitationen den " + DanishDates.inText(visited) + "."));
        }
        if (visited != null && agreed != null && agreed.isBefore(visited)) {
            errors.add(new FieldError(
                    "takeover",
                    "Overtagelsen kan ikke ligge før visitationen den " + DanishDates.inText(visited) + "."));
        }
        String chosenTrack = track == null ? "" : track.strip();
        if (!TRACKS.contains(chosenTrack)) {
            String problem = chosenTrack.isEmpty() ? "Angiv sporet" : "Sporet '" + chosenTrack + "' findes ikke";
            errors.add(new FieldError("track", problem + ". Vælg et af: " + String.join(", ", TRACKS) + "."));
        }
        RuleSet chosenSet = ruleSet(ruleSets, errors);
        Map<String, LocalDate> others = others(visited, first, errors);
        if (!errors.isEmpty() || visited == null) {
            throw new InputRefused(errors);
        }
        return new Asked(new CaseDates(chosenTrack, visited, agreed, null, arrived, others), chosenSet);
    }

    private Map<String, LocalDate> others(@Nullable LocalDate visited, LocalDate first, List<FieldError> errors) {
        Map<String, LocalDate> others = new HashMap<>();
        new TreeMap<>(events).forEach((event, text) -> {
            LocalDate date = date(EVENT + event, text, first, errors);
            if (date == null) {
                return;
            }
            if (visited != null && date.isBefore(visited)) {
                errors.add(new FieldError(
                        EVENT + event,
                        "Datoen kan ikke ligge før visitationen den " + DanishDates.inText(visited) + "."));
            }
            others.put(event, date);
        });
        return others;
    }

    private @Nullable RuleSet ruleSet(List<RuleSet> ruleSets, List<FieldError> errors) {
        if (ruleSet == null || ruleSet.isBlank()) {
            return null;
        }
        String code = ruleSet.strip();
        for (RuleSet set : ruleSets) {
            if (set.code().equals(code)) {
                return set;
            }
        }
        errors.add(new FieldError(
                "ruleSet",
                "Regelsættet '" + code + "' findes ikke. Vælg et af: "
                        + String.join(", ", ruleSets.stream().map(RuleSet::code).toList())
                        + ", eller lad feltet stå tomt."));
        return null;
    }

    private static @Nullable LocalDate date(
            String field, @Nullable String text, LocalDate first, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = DanishDates.parse(text);
            if (date.isBefore(first) || date.isAfter(LAST)) {
                errors.add(new FieldError(
                        field,
                        "Vælg en dato fra " + DanishDates.inText(first) + " til " + DanishDates.inText(LAST)
                                + ": reglerne før " + first.getYear() + " kendes ikke."));
                return null;
            }
            return date;
        } catch (DanishDates.Unreadable unreadable) {
            errors.add(new FieldError(field, unreadable.sentence()));
            return null;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
