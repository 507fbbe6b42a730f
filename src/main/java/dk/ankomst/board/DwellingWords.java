package dk.ankomst.board;

import dk.ankomst.housing.Allotment;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.Location;
import dk.ankomst.housing.Nearness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dwellings in Danish words, for the pages of the register and of a case. */
final class DwellingWords {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    /** A term and its value. */
    record Fact(String term, String value) {}

    private DwellingWords() {}

    /** {@code 5.400 kr. pr. måned}. */
    static String monthly(int kroner) {
        return String.format(DANISH, "%,d kr. pr. måned", kroner);
    }

    static List<Fact> facts(Dwelling dwelling, Map<String, String> instruments) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Slags",
                dwelling.kind().danishName() + ", " + lower(dwelling.tenure().danishName())));
        String rooms = number(dwelling.rooms(), "værelse", "værelser");
        if (rooms != null) {
            facts.add(new Fact("Størrelse", dwelling.hasRooms() ? rooms + ", lejet ud hver for sig" : rooms));
        }
        String persons = number(dwelling.roomFor(), "person", "personer");
        if (persons != null) {
            facts.add(new Fact(dwelling.hasRooms() ? "Plads i hvert værelse" : "Plads til", persons));
        }
        Integer rent = dwelling.rent();
        if (rent != null) {
            facts.add(new Fact("Husleje", monthly(rent)));
        }
        Integer cost = dwelling.cost();
        if (cost != null) {
            facts.add(new Fact("Kommunens udgift", monthly(cost)));
        }
        facts.add(new Fact(
                "Anvist", instruments.getOrDefault(dwelling.instrument(), dwelling.instrument()) + turn(dwelling)));
        facts.add(new Fact("Beliggenhed", near(dwelling.location())));
        add(facts, "For hvem", dwelling.eligibility());
        add(facts, "Fælles", dwelling.sharedFacilities());
        add(facts, "Aktiviteter", dwelling.activities());
        return facts;
    }

    private static String turn(Dwelling dwelling) {
        return dwelling.department() == null
                ? ""
                : " (" + dwelling.department() + ", kommunens bolig nr. " + dwelling.departmentTurn() + ")";
    }

    private static String near(Location location) {
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        sort("sprogskole", location.languageSchool(), near, far, unknown);
        sort("arbejdspladser", location.work(), near, far, unknown);
        sort("kollektiv trafik", location.transport(), near, far, unknown);
        sort("civilsamfund", location.civilSociety(), near, far, unknown);
        List<String> parts = new ArrayList<>();
        if (!near.isEmpty()) {
            parts.add("tæt på " + listed(near));
        }
        if (!far.isEmpty()) {
            parts.add("langt til " + listed(far));
        }
        if (!unknown.isEmpty()) {
            parts.add("ikke oplyst om " + listed(unknown));
        }
        return String.join("; ", parts);
    }

    private static void sort(String what, Nearness answer, List<String> near, List<String> far, List<String> unknown) {
        switch (answer) {
            case JA -> near.add(what);
            case NEJ -> far.add(what);
            case UKENDT -> unknown.add(what);
        }
    }

    /** {@code a, b og c}. */
    static String listed(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " og " + words.get(words.size() - 1);
    }

    /** The rooms that somebody has of a dwelling; empty where it is let as a whole. */
    static String rooms(Dwelling dwelling, List<Allotment> allotments) {
        if (!dwelling.hasRooms()) {
            return "";
        }
        List<String> numbers = allotments.stream()
                .map(allotment -> Integer.toString(allotment.unit()))
                .toList();
        return ", værelse " + listed(numbers);
    }

    private static @Nullable String number(@Nullable Integer count, String one, String several) {
        return count == null ? null : count + " " + (count == 1 ? one : several);
    }

    private static void add(List<Fact> facts, String term, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(term, value));
        }
    }

    static String lower(String word) {
        return word.toLowerCase(DANISH);
    }
}
