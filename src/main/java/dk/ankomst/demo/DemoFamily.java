package dk.ankomst.demo;

import dk.ankomst.cases.DocumentReference;
import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.Visitation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invented family and how its reception goes, told in days relative to the day on which the demo data are made. */
final class DemoFamily {

    /** What the external references of the invented families begin with. */
    static final String REFERENCE = "DEMO-";

    /** When something that nobody does in a form happens to the family. */
    enum From {
        TODAY,
        TAKEOVER
    }

    /**
     * A happening: the family arrives, is expected on another day, or moves away.
     *
     * @param days after the reference day, negative before it
     */
    record Happening(What what, From from, int days, String text) {}

    enum What {
        ARRIVES,
        IS_EXPECTED,
        MOVES_AWAY
    }

    private final String name;
    private final String category;
    private final String origin;
    private final @Nullable String originName;
    private final int visitedDaysAgo;
    private final List<Person> persons = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Integer> lags = new HashMap<>();
    private @Nullable Integer expectedInDays;
    private boolean unaccompanied;
    private final String nationality;
    private final @Nullable String ethnicGroup;

    private record Person(String givenName, int age, String sex, String role) {}

    DemoFamily(
            String name,
            String category,
            String origin,
            @Nullable String originName,
            String nationality,
            @Nullable String ethnicGroup,
            int visitedDaysAgo) {
        this.name = name;
        this.category = category;
        this.origin = origin;
        this.originName = originName;
        this.nationality = nationality;
        this.ethnicGroup = ethnicGroup;
        this.visitedDaysAgo = visitedDaysAgo;
    }

    DemoFamily man(String givenName, int age) {
        persons.add(new Person(givenName, age, "mand", persons.isEmpty() ? "ansoeger" : "aegtefaelle"));
        return this;
    }

    DemoFamily woman(String givenName, int age) {
        persons.add(new Person(givenName, age, "kvinde", persons.isEmpty() ? "ansoeger" : "aegtefaelle"));
        return this;
    }

    DemoFamily boy(String givenName, int age) {
        persons.add(new Person(givenName, age, "mand", unaccompanied ? "ansoeger" : "barn"));
        return this;
    }

    DemoFamily girl(String givenName, int age) {
        persons.add(new Person(givenName, age, "kvinde", "barn"));
        return this;
    }

    DemoFamily unaccompanied() {
        unaccompanied = true;
        return this;
    }

    /** On which day the family is expected, as the visitation says. */
    DemoFamily expectedIn(int days) {
        expectedInDays = days;
        return this;
    }

    /** The family arrives on the day of take-over. */
    DemoFamily arrivesAtTakeover() {
        happenings.add(new Happening(What.ARRIVES, From.TAKEOVER, 0, ""));
        return this;
    }

    DemoFamily arrivedDaysAgo(int days) {
        happenings.add(new Happening(What.ARRIVES, From.TODAY, -days, ""));
        return this;
    }

    /** Some days ago it was told that the family comes on the day of take-over and not as first said. */
    DemoFamily expectedAtTakeover(int toldDaysAgo, String why) {
        happenings.add(new Happening(What.IS_EXPECTED, From.TODAY, -toldDaysAgo, why));
        return this;
    }

    DemoFamily movedAwayDaysAgo(int days, String why) {
        happenings.add(new Happening(What.MOVES_AWAY, From.TODAY, -days, why));
        return this;
    }

    /** What staff answer in a field of this family's forms, instead of what they answer as a rule. */
    DemoFamily answer(String field, String value) {
        answers.put(field, value);
        return this;
    }

    /**
     * How many days a task lies before it is done, whatever its due date.
     *
     * @param task the task's id in the model, with {@code #n} after it when it is about the family's member number n
     */
    DemoFamily lies(String task, int days) {
        lags.put(task, days);
        return this;
    }

    /** A task that nobody does. */
    DemoFamily neglects(String task) {
        return lies(task, Integer.MAX_VALUE);
    }

    String name() {
        return name;
    }

    String reference() {
        return REFERENCE + name.toUpperCase(Locale.ROOT);
    }

    LocalDate visitedOn(LocalDate today) {
        return today.minusDays(visitedDaysAgo);
    }

    List<Happening> happenings() {
        return happenings;
    }

    @Nullable
    String answer(String field) {
        return answers.get(field);
    }

    /** Whether the task lies longer for one member of the family than for another. */
    boolean tellsPersonsApart(String task) {
        return lags.keySet().stream().anyMatch(key -> key.startsWith(task + "#"));
    }

    /** How many days the task lies; null when it is done as a rule. */
    @Nullable
    Integer lag(String task, @Nullable String personNumber) {
        Integer ofPerson = personNumber == null ? null : lags.get(task + "#" + personNumber);
        return ofPerson == null ? lags.get(task) : ofPerson;
    }

    Visitation visitation(LocalDate today) {
        LocalDate visited = visitedOn(today);
        List<NewMember> members = new ArrayList<>();
        for (Person person : persons) {
            // A birthday in the middle of the following half year: nobody's age changes while the demo is looked at.
            LocalDate birth = today.minusYears(person.age()).minusDays(150L + 11L * members.size());
            members.add(new NewMember(
                    person.givenName(),
                    name,
                    birth,
                    person.sex(),
                    person.role(),
                    nationality,
                    ethnicGroup,
                    null,
                    List.of(),
                    null));
        }
        return new Visitation(
                reference(),
                null,
                category,
                origin,
                originName,
                visited,
                null,
                expectedInDays == null ? null : today.plusDays(expectedInDays),
                unaccompanied,
                null,
                null,
                members,
                List.of(new DocumentReference("Orienteringsbrev", "Journal, familien " + name, visited)));
    }
}
