package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of each table on each date from 1990 to 2050, and each family, against a count that shares nothing with it. */
class EveryRuleOnEveryDateTest {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2050, 12, 31);
    private static final List<String> TABLES = List.of(
            RuleBook.TAKEOVER,
            RuleBook.DUTIES,
            RuleBook.HEALTH,
            RuleBook.COURSE,
            RuleBook.LOCAL_GOALS,
            RuleBook.EVENTS,
            RuleBook.OTHER_LAWS,
            RuleBook.TASK_TIME);

    private static final DaysByHand HAND = new DaysByHand();
    private static final TableRows ROWS = new TableRows();

    private final DanishCalendar calendar = new DanishCalendar();
    private final DeadlineCounter counter = new DeadlineCounter(calendar);

    private record Length(int amount, CountUnit unit, RollPolicy roll) {}

    @Test
    void everyRuleComesOutOnTheDayThatACountByHandGives() {
        Map<Length, Set<String>> lengths = new HashMap<>();
        int rules = 0;
        for (String table : TABLES) {
            for (TableRows.Row row : ROWS.rows(table)) {
                Integer amount = row.hit().number("antal");
                if (amount != null) {
                    String roll = row.hit().text("rul");
                    Length length = new Length(
                            amount,
                            CountUnit.valueOf(row.hit().requiredText("enhed")),
                            roll == null ? RollPolicy.INGEN : RollPolicy.valueOf(roll));
                    lengths.computeIfAbsent(length, any -> new TreeSet<>())
                            .add(row.hit().ruleId());
                    rules++;
                }
            }
        }
        assertThat(rules).isGreaterThan(100);
        lengths.forEach(this::everyDate);
    }

    @Test
    void everyUnitComesOutOnTheDayThatACountByHandGivesForwardsAndBack() {
        for (CountUnit unit : CountUnit.values()) {
            for (int amount : new int[] {0, 1, 2, 7, 11, 25, -1, -2, -13}) {
                if (amount >= 0 || unit != CountUnit.HELE_MAANEDER) {
                    for (RollPolicy roll : RollPolicy.values()) {
                        everyDate(new Length(amount, unit, roll), Set.of("ingen regel"));
                    }
                }
            }
        }
    }

    private void everyDate(Length length, Set<String> rules) {
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            DeadlineCounter.Counted counted = counter.count(date, length.amount(), length.unit(), length.roll());
            int raw = HAND.after(HAND.number(date), length.amount(), length.unit());
            int due = length.roll() == RollPolicy.NAESTE_HVERDAG ? HAND.nextWorkingDay(raw) : raw;
            if (HAND.number(counted.raw()) != raw
                    || HAND.number(counted.due()) != due
                    || HAND.number(counted.actBy()) != HAND.lastWorkingDay(due)) {
                fail("%s fra %s gav %s (%s)", length, date, counted, rules);
            }
        }
    }

    @Test
    void wholeMonthsAreNotCountedBack() {
        assertThatThrownBy(() -> counter.raw(FIRST, -1, CountUnit.HELE_MAANEDER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** law.md has no other word on the takeover than these; the calendar is the one by hand. */
    private static int takeoverByHand(String track, LocalDate visitation, LocalDate arrival) {
        int visited = HAND.number(visitation);
        return switch (track) {
            case "asylcenter", "uledsaget" -> {
                int raw = HAND.after(visited, 1, CountUnit.HELE_MAANEDER);
                boolean rolls = raw >= HAND.number(LocalDate.of(2016, 7, 1));
                yield rolls ? HAND.nextWorkingDay(raw) : raw;
            }
            case "saerlov" ->
                HAND.after(visited, visitation.isBefore(LocalDate.of(2024, 4, 1)) ? 4 : 15, CountUnit.HVERDAGE);
            default -> HAND.number(arrival);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"asylcenter", "kvote", "familiesammenfoert", "uledsaget", "tilflytter", "saerlov"})
    void everyFamilyIsTakenOverByTheLawOfItsDayAndOwedWhatTheTablesSayFromThen(String track) {
        DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(ROWS));
        LocalDate first =
                switch (track) {
                    case "saerlov" -> LocalDate.of(2022, 3, 17);
                    case "tilflytter" -> LocalDate.of(2013, 7, 1);
                    default -> LocalDate.of(2010, 1, 1);
                };
        int families = 0;
        for (LocalDate visitation = first;
                !visitation.isAfter(LAST);
                visitation = visitation.plusDays(step(track, visitation))) {
            LocalDate arrival = visitation.plusDays(37);
            LocalDate later = visitation.plusDays(101);
            CaseDates dates = new CaseDates(
                    track,
                    visitation,
                    null,
                    null,
                    arrival,
                    Map.of(
                            "integrationskontrakt",
                            later,
                            "danskuddannelse",
                            later,
                            "visitering",
                            later,
                            "klage",
                            later));
            DeadlinePlanner.Plan plan = planner.plan(dates, null, planner.newest());
            int takeover = takeoverByHand(track, visitation, arrival);
            if (!Integer.valueOf(takeover).equals(number(plan.takeover()))) {
                fail("%s, visiteret %s: overtagelse %s", track, visitation, plan.takeover());
            }
            Set<String> duties = new TreeSet<>();
            for (CountedDeadline counted : plan.deadlines()) {
                check(counted, visitation);
                duties.add(counted.rule().duty());
            }
            assertThat(duties).hasSameSizeAs(plan.deadlines());
            if (visitation.getYear() >= 2014) {
                assertThat(duties).contains("integrationskontrakt", "danskuddannelse", "genvurdering");
            }
            families++;
        }
        assertThat(families).isGreaterThan(1500);
    }

    /** The centre's and the special act's families each day of the years in which laws change; 9 meets every weekday. */
    private static int step(String track, LocalDate visitation) {
        return visitation.getYear() <= 2026 && Set.of("asylcenter", "saerlov").contains(track) ? 1 : 9;
    }

    private static final Set<String> SUSPENDED =
            Set.of("integrationsprogram", "danskuddannelse", "helbredsvurdering-tilbud", "virksomhedsrettet-tilbud");

    private static void check(CountedDeadline counted, LocalDate visitation) {
        DeadlineRule rule = counted.rule();
        Integer amount = rule.amount();
        CountUnit unit = rule.unit();
        LocalDate trigger = counted.triggerDate();
        Integer expected = null;
        if (amount != null && unit != null && trigger != null) {
            int raw = HAND.after(startByHand(rule, trigger), amount, unit);
            expected = rule.roll() == RollPolicy.NAESTE_HVERDAG ? HAND.nextWorkingDay(raw) : raw;
        }
        Integer due = number(counted.due());
        Integer actBy = number(counted.actBy());
        boolean right = expected == null
                ? due == null && actBy == null
                : expected.equals(due)
                        && Integer.valueOf(HAND.lastWorkingDay(expected)).equals(actBy);
        if (!right) {
            fail("%s fra %s (visiteret %s) gav %s og %s", rule.ruleId(), trigger, visitation, due, actBy);
        }
    }

    /** Integrationsloven § 4 b: the clock of the offers stands still for three months from a takeover in those years. */
    private static int startByHand(DeadlineRule rule, LocalDate trigger) {
        boolean isSuspended = SUSPENDED.contains(rule.duty())
                && !trigger.isBefore(LocalDate.of(2022, 3, 17))
                && !trigger.isAfter(LocalDate.of(2024, 12, 31));
        int day = HAND.number(trigger);
        return isSuspended ? HAND.after(day, 3, CountUnit.MAANEDER) : day;
    }

    private static DeadlinePlanner.Plan plan(TableRows tables, CaseDates dates) {
        DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(tables));
        return planner.plan(dates, null, planner.newest());
    }

    private static @Nullable Integer number(@Nullable LocalDate date) {
        return date == null ? null : HAND.number(date);
    }

    @ParameterizedTest
    @CsvSource({
        // The vectors of the law's own examples: visitation, takeover, a month, three months, six months later.
        "2014-10-28, 2014-12-01, 2015-01-01, 2015-03-01, 2015-06-01",
        "2015-05-15, 2015-07-01, 2015-08-01, 2015-10-01, 2016-01-01",
        "2016-08-10, 2016-10-03, 2016-11-03, 2017-01-03, 2017-04-03",
        "2018-02-14, 2018-04-03, 2018-05-03, 2018-07-03, 2018-10-03",
        "2024-02-15, 2024-04-02, 2024-05-02, 2024-07-02, 2024-10-02"
    })
    void theExamplesOfTheLawComeOutByBothCounts(
            LocalDate visitation, LocalDate takeover, LocalDate one, LocalDate three, LocalDate six) {
        assertThat(takeoverByHand("asylcenter", visitation, visitation)).isEqualTo(HAND.number(takeover));
        assertThat(plan(ROWS, new CaseDates("asylcenter", visitation, null, null, null, Map.of()))
                        .takeover())
                .isEqualTo(takeover);
        int[] months = {1, 3, 6};
        List<LocalDate> dates = List.of(one, three, six);
        for (int i = 0; i < months.length; i++) {
            assertThat(counter.raw(takeover, months[i], CountUnit.MAANEDER)).isEqualTo(dates.get(i));
            assertThat(HAND.after(HAND.number(takeover), months[i], CountUnit.MAANEDER))
                    .isEqualTo(HAND.number(dates.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-17, 2022-03-23",
        "2024-03-27, 2024-04-05",
        "2024-03-31, 2024-04-05",
        "2024-04-01, 2024-04-22",
        "2024-04-08, 2024-04-29",
        "2024-12-20, 2025-01-15"
    })
    void theSpecialActCountsWeekdaysFromTheVisitation(LocalDate visitation, LocalDate takeover) {
        DeadlinePlanner.Plan plan = plan(ROWS, new CaseDates("saerlov", visitation, null, null, null, Map.of()));

        assertThat(plan.takeover()).isEqualTo(takeover);
        assertThat(plan.deadlines().get(0).rule().ruleSet()).isEqualTo("OV-UKR");
        assertThat(plan.deadlines().get(0).confirmed()).isTrue();
        assertThat(plan.deadlines())
                .filteredOn(counted -> counted.rule().duty().equals("integrationskontrakt"))
                .singleElement()
                .satisfies(contract -> {
                    assertThat(contract.confirmed()).isFalse();
                    assertThat(contract.explanation()).contains("Kilden siger ikke, om pligten gælder for fordrevne");
                });
    }

    @Test
    void beforeTheSpecialActNobodyIsTakenOverByIt() {
        assertThatThrownBy(() ->
                        plan(ROWS, new CaseDates("saerlov", LocalDate.of(2022, 3, 16), null, null, null, Map.of())))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Der er ingen regel");
    }

    @Test
    void aCaseAsksEachTableOnceHoweverManyDutiesItHas() {
        TableRows tables = new TableRows();
        LocalDate visitation = LocalDate.of(2026, 3, 2);
        Map<String, LocalDate> met =
                Map.of("integrationskontrakt", visitation.plusDays(70), "danskuddannelse", visitation.plusDays(75));

        DeadlinePlanner.Plan plan =
                plan(tables, new CaseDates("asylcenter", visitation, null, null, visitation.plusDays(60), met));

        assertThat(plan.deadlines()).hasSizeGreaterThan(20);
        assertThat(tables.askedSinceLast())
                .containsOnlyKeys(TablesFromFiles.NAMES)
                .allSatisfy((table, times) -> assertThat(times).as(table).isEqualTo(1));
    }

    @Test
    void anEventAsksItsTablesOnceMoreByTheLawOfItsOwnDay() {
        TableRows tables = new TableRows();
        LocalDate visitation = LocalDate.of(2026, 3, 2);
        LocalDate complained = visitation.plusDays(100);

        plan(
                tables,
                new CaseDates(
                        "asylcenter",
                        visitation,
                        null,
                        null,
                        null,
                        Map.of("klage", complained, "aktindsigt", complained)));

        Map<String, Integer> asked = tables.askedSinceLast();
        assertThat(asked.get(RuleBook.DUTIES)).isEqualTo(1);
        assertThat(asked.get(RuleBook.EVENTS)).isEqualTo(2);
    }
}
