package dk.ankomst.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that promise a personal datum, which the engine must never keep. */
final class PersonalNames {

    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Set<String> PERSONAL = Set.of(
            "navn",
            "fornavn",
            "efternavn",
            "mellemnavn",
            "navne",
            "cpr",
            "cprnummer",
            "cprnr",
            "adresse",
            "vejnavn",
            "telefon",
            "telefonnummer",
            "mail",
            "email",
            "mailadresse",
            "foedselsdato",
            "foedselsdag",
            "sygdom",
            "sygdomme",
            "diagnose",
            "diagnoser",
            "medicin",
            "helbred",
            "helbredsoplysninger",
            "handicap",
            "religion",
            "tro",
            "seksualitet",
            "bemaerkning",
            "bemaerkninger",
            "notat",
            "note",
            "fritekst",
            "kommentar",
            "kommentarer",
            "beskrivelse",
            "konto",
            "kontonummer",
            "pasnummer");
    /** Beginnings that make a yes or no, a number, a date or a choice of an otherwise personal word. */
    private static final List<String> HARMLESS_PREFIXES = List.of("er", "har", "antal", "skal", "kan");
    /** Endings that name a thing about the case, not the person: the date of a health assessment. */
    private static final Set<String> HARMLESS_ENDINGS =
            Set.of("dato", "nr", "antal", "status", "valg", "svar", "spor", "resultat");

    /** Departments whose own names hold such a word. */
    private static final List<String> DEPARTMENTS = List.of("SocialHandicap", "socialHandicap");

    private PersonalNames() {}

    /** Whether a variable called so would hold a name, an address, health or free text. */
    static boolean suspects(String variable) {
        String named = variable;
        for (String department : DEPARTMENTS) {
            named = named.replace(department, "");
        }
        List<String> words = Arrays.stream(WORDS.split(named))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (HARMLESS_PREFIXES.contains(words.get(0))
                || (words.size() > 1 && HARMLESS_ENDINGS.contains(words.get(words.size() - 1)))) {
            return false;
        }
        return words.stream().anyMatch(PERSONAL::contains);
    }
}
