package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.deadlines.CaseEvents.Choice;
import dk.ankomst.deadlines.CaseEvents.Report;
import dk.ankomst.deadlines.RuleOffers.Standing;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.StaffGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people report on a case, and the tables that a case is counted by; the register's own tables on H2. */
class CaseEventsTest {

    private static final String CASE = "2021-00001";
    private static final LocalDate VISITATION = LocalDate.of(2021, 1, 11);
    private static final long MOTHER = 11;
    private static final long CHILD = 13;
    private static final TablesFromFiles TABLES = new TablesFromFiles();

    /** The tables of the folder, some of them in a second version that says the same, or nothing. */
    private static final class Versions implements Decisions {

        private final Set<String> newer = new HashSet<>();
        private final Set<String> silent = new HashSet<>();

        @Override
        public Version newest(String key) {
            return new Version(key, newer.contains(key) ? 2 : 1, null);
        }

        @Override
        public Version oldest(String key) {
            return new Version(key, 1, null);
        }

        @Override
        public Version version(String key, int number) {
            return new Version(key, number, null);
        }

        @Override
        public PutToWork putToWork(Version version) {
            return TABLES.putToWork(version);
        }

        @Override
        public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
            return version.number() == 2 && silent.contains(version.key())
                    ? List.of()
                    : TABLES.evaluate(version, inputs);
        }
    }

    /** The case as the rest of the program knows it. */
    private final class TheCase implements CountedCases {

        private CaseDates dates = new CaseDates("asylcenter", VISITATION, null, null, VISITATION, Map.of());

        @Override
        public Facts facts(String caseNumber) {
            return new Facts(dates, Map.of());
        }

        @Override
        public void refuseUnlessOpen(String caseNumber) {
            // It is open.
        }

        @Override
        public boolean meetsByPlan(String duty) {
            return duty.equals("integrationskontrakt");
        }

        @Override
        public void dutyMet(String caseNumber, String duty) {
            deadlines.recount(caseNumber, dates, Map.of(), "En dato er blevet kendt");
        }

        @Override
        public void recountWhatRuns(String caseNumber, String reason) {
            deadlines.recountWhatRuns(caseNumber, dates, Map.of(), reason);
        }
    }

    private final Versions versions = new Versions();
    private final DeployedTables.SettableClock clock = new DeployedTables.SettableClock();
    private final TheCase theCase = new TheCase();
    private final List<Object> told = new ArrayList<>();
    private final DataSource database =
            new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(versions));
    private final DeadlineRegister register = new DeadlineRegister(jdbc, new JdbcTemplate(database));
    private final Ledger ledger = new Ledger(register, clock, told::add);
    private final EventStore store = new EventStore(jdbc, clock);
    private final Recount recount = new Recount(planner, register, store, ledger);
    private final CaseEditions editions = new CaseEditions(jdbc, planner, clock);
    private final Deadlines deadlines = new Deadlines(planner, register, editions, recount, ledger);
    private final DeadlinesByHand byHand =
            new DeadlinesByHand(deadlines, theCase, register, planner, recount, ledger, told::add);
    private final CaseEvents events =
            new CaseEvents(store, register, planner, editions, recount, ledger, theCase, told::add);
    private final RuleOffers offers = new RuleOffers(editions, planner, register, recount, ledger, theCase, versions);

    @BeforeEach
    void aFamilyOfThreeInItsFirstYear() {
        ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
        scripts.setSqlScriptEncoding("UTF-8");
        List.of(
                        "V2__deadlines",
                        "V3__form_answers",
                        "V9__breach_judgement",
                        "V10__times_owed",
                        "V14__deadline_basis",
                        "V17__events",
                        "V26__responsible")
                .forEach(script -> scripts.addScript(new ClassPathResource("db/migration/" + script + ".sql")));
        scripts.execute(database);
        clock.set(VISITATION);
        deadlines.open(
                CASE,
                theCase.dates,
                List.of(new Subject(MOTHER, true), new Subject(12, true), new Subject(CHILD, false)));
        clock.set(LocalDate.of(2021, 9, 20));
        as(StaffGroup.KOORDINATOR);
    }

    @AfterEach
    void loggedOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_complaint_starts_its_deadline_in_the_tables_own_words_and_says_who_reported_it() {
        assertThat(events.report(CASE, report("klage", "2021-09-15", null, "D-44")))
                .isEqualTo(1);

        DeadlineView again = deadline("1.genvurdering");
        assertThat(again.name()).isEqualTo("Vurdér afgørelsen igen, eller send klagen videre");
        assertThat(again.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(again.dueDate()).isEqualTo("2021-10-13");
        assertThat(again.triggerWords()).isEqualTo("modtagelsen af klagen");
        assertThat(again.explanation())
                .startsWith("Fristen er 4 uger efter modtagelsen af klagen den 15. september 2021 og udløber onsdag den"
                        + " 13. oktober 2021.");
        assertThat(again.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(Change.Kind.OPENED);
            assertThat(change.by()).isEqualTo("koordinator");
            assertThat(change.reason())
                    .isEqualTo("Hændelsen er meldt: modtagelsen af klagen den 15. september 2021. Reference: D-44.");
        });
        assertThat(told).contains(new DeadlinesMoved(CASE));
        assertThat(events.ofCase(CASE)).singleElement().satisfies(event -> {
            assertThat(event.words()).isEqualTo("modtagelsen af klagen");
            assertThat(event.reportedBy()).isEqualTo("koordinator");
        });
    }

    @Test
    void each_of_two_complaints_gives_its_own_deadline_and_each_is_met_by_itself() {
        events.report(CASE, report("klage", "2021-09-01", null, null));
        events.report(CASE, report("klage", "2021-09-15", null, null));

        byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 17), "D-45");

        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline("1.genvurdering").changes())
                .last()
                .extracting(Change::reason)
                .isEqualTo("Opfyldt den 17. september 2021. Noteret i hånden. Reference: D-45.");
        assertThat(deadline("2.genvurdering"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(LocalDate.of(2021, 10, 13), DeadlineView::dueDate)
                .returns("Vurdér afgørelsen igen, eller send klagen videre", DeadlineView::name)
                .returns("rule_genvurdering", DeadlineView::ruleId)
                .returns(2, DeadlineView::event);
    }

    @Test
    void what_was_reported_is_part_of_every_later_count() {
        events.report(CASE, report("klage", "2021-09-15", null, null));
        DeadlineView before = deadline("1.genvurdering");

        theCase.dates = new CaseDates("asylcenter", VISITATION, null, null, LocalDate.of(2021, 3, 1), Map.of());
        deadlines.recount(CASE, theCase.dates, Map.of(), "Ankomsten er rettet");

        assertThat(deadline("1.genvurdering")).isEqualTo(before);
        versions.newer.add("haendelsesfrist");
        as(StaffGroup.LEDER);
        assertThat(offers.list(Standing.UNDECIDED, 0, 10).cases())
                .singleElement()
                .satisfies(offer -> assertThat(offer.changes()).isEmpty());
        assertThat(offers.take(
                        CASE,
                        Standing.UNDECIDED,
                        offers.list(Standing.UNDECIDED, 0, 1).edition(),
                        "Nye regler"))
                .isTrue();
        assertThat(deadline("1.genvurdering").dueDate()).isEqualTo("2021-10-13");
        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void a_corrected_day_moves_what_the_event_started_and_nothing_else() {
        events.report(CASE, report("klage", "2021-09-01", null, null));
        events.report(CASE, report("klage", "2021-09-15", null, null));

        events.correct(CASE, 1, LocalDate.of(2021, 9, 3), "Poststemplet siger den 3.");

        assertThat(deadline("1.genvurdering").dueDate()).isEqualTo("2021-10-01");
        assertThat(deadline("1.genvurdering").changes())
                .last()
                .extracting(Change::reason)
                .asString()
                .contains("Poststemplet siger den 3.");
        assertThat(deadline("2.genvurdering").dueDate()).isEqualTo("2021-10-13");
        assertThat(events.ofCase(CASE).get(0).changes())
                .singleElement()
                .asString()
                .contains("Rettet fra 1. september 2021 til 3. september 2021")
                .contains("af koordinator");
        refusedAt("date", () -> events.correct(CASE, 1, LocalDate.of(2021, 9, 3), "Igen"));
        refusedAt("reason", () -> events.correct(CASE, 1, LocalDate.of(2021, 9, 4), " "));
    }

    @Test
    void a_corrected_day_is_never_after_the_day_on_which_the_duty_was_met() {
        events.report(CASE, report("klage", "2021-08-02", null, null));
        byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 6), null);

        assertThatThrownBy(() -> events.correct(CASE, 1, LocalDate.of(2021, 9, 10), "Poststemplet"))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("date");
                            assertThat(error.message())
                                    .contains("er noteret som opfyldt den 6. september 2021, altså før den dag");
                        }));
        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(events.ofCase(CASE).get(0).happenedOn()).isEqualTo("2021-08-02");
    }

    @Test
    void a_corrected_day_that_makes_a_late_duty_timely_keeps_the_breach_among_the_changes() {
        events.report(CASE, report("klage", "2021-08-02", null, null));
        byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 6), null);

        events.correct(CASE, 1, LocalDate.of(2021, 8, 16), "Poststemplet.");

        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline("1.genvurdering").changes())
                .last()
                .extracting(Change::reason)
                .asString()
                .endsWith("Begrundelse: Poststemplet. Med fristen den 30. august 2021 var den noteret som opfyldt for"
                        + " sent den 6. september 2021.");
    }

    @Test
    void an_event_taken_back_ends_what_is_open_keeps_what_was_met_and_stays_to_be_seen() {
        events.report(CASE, report("klage", "2021-09-01", null, null));
        events.report(CASE, report("klage", "2021-09-15", null, null));
        byHand.meet(CASE, "2.genvurdering", null, LocalDate.of(2021, 9, 17), null);

        events.withdraw(CASE, 1, "Det var en anden sag.");
        events.withdraw(CASE, 2, "Også en anden sag.");
        deadlines.recount(CASE, theCase.dates, Map.of(), "Ankomsten er rettet");

        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
        assertThat(deadline("1.genvurdering").changes())
                .last()
                .extracting(Change::reason)
                .isEqualTo("Hændelsen er taget tilbage. Begrundelse: Det var en anden sag.");
        assertThat(deadline("2.genvurdering").state()).isEqualTo(DeadlineState.MET);
        assertThat(events.ofCase(CASE)).hasSize(2).allMatch(CaseEvent::withdrawn);
        refusedAt("", () -> events.withdraw(CASE, 1, "Igen"));
        // The number is not used again.
        assertThat(events.report(CASE, report("klage", "2021-09-15", null, null)))
                .isEqualTo(3);
    }

    @Test
    void the_day_on_which_a_started_duty_is_met_starts_what_the_tables_count_from_it() {
        events.report(CASE, report("raadighedstvivl", "2021-09-06", MOTHER, null));
        refusedAt("event", () -> events.report(CASE, report("raadighedssamtale", "2021-09-10", MOTHER, null)));

        byHand.meet(CASE, "1.raadighedssamtale", MOTHER, LocalDate.of(2021, 9, 10), null);

        DeadlineView offer = deadline("1.raadighedstilbud");
        assertThat(offer.personId()).isEqualTo(MOTHER);
        assertThat(offer.dueDate()).isEqualTo("2021-09-24");
        assertThat(offer.explanation()).contains("den første samtale om rådighed den 10. september 2021");
        events.withdraw(CASE, 1, "Tvivlen var ubegrundet.");
        deadlines.recount(CASE, theCase.dates, Map.of(), "Ankomsten er rettet");
        assertThat(deadline("1.raadighedstilbud").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void what_concerns_one_adult_is_owed_to_that_adult_alone() {
        events.report(CASE, report("foedsel", "2021-09-10", MOTHER, null));

        assertThat(deadline("1.opfoelgning-barsel").personId()).isEqualTo(MOTHER);
        assertThat(deadline("1.opfoelgning-barsel").dueDate()).isEqualTo("2022-03-10");
        refusedAt("person", () -> events.report(CASE, report("foedsel", "2021-09-10", CHILD, null)));
        refusedAt("person", () -> events.report(CASE, report("foedsel", "2021-09-10", null, null)));
    }

    @Test
    void a_clock_stopped_after_the_date_was_moved_gives_its_days_back_when_it_runs_again() {
        as(StaffGroup.LEDER);
        LocalDate today = LocalDate.of(2021, 3, 2);
        clock.set(today);
        byHand.move(CASE, "integrationskontrakt", MOTHER, LocalDate.of(2021, 12, 30), "Ferie");
        byHand.suspend(CASE, "integrationskontrakt", MOTHER, today, today.plusDays(10), "Syg");
        assertThat(ofMother("integrationskontrakt").dueDate()).isEqualTo("2022-01-09");

        byHand.resume(CASE, "integrationskontrakt", MOTHER, "Rask");

        assertThat(ofMother("integrationskontrakt"))
                .returns(LocalDate.of(2021, 12, 30), DeadlineView::dueDate)
                .returns(DeadlineState.RUNNING, DeadlineView::state);
        byHand.suspend(CASE, "integrationskontrakt", MOTHER, today, today.plusDays(10), "Syg igen");
        clock.set(today.plusDays(4));
        byHand.resume(CASE, "integrationskontrakt", MOTHER, "Rask igen");
        assertThat(ofMother("integrationskontrakt").dueDate()).isEqualTo("2022-01-03");
    }

    @Test
    void a_leader_takes_back_that_a_duty_was_met_and_it_runs_again_or_stays_broken() {
        events.report(CASE, report("klage", "2021-08-02", null, null));
        events.report(CASE, report("klage", "2021-09-15", null, null));
        deadlines.breach(CASE, "1.genvurdering", null, "Ferie");
        Instant broken = clock.instant();
        clock.set(LocalDate.of(2021, 9, 20).plusDays(1));
        byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 10), null);
        byHand.meet(CASE, "2.genvurdering", null, LocalDate.of(2021, 9, 17), null);
        assertThatThrownBy(() -> byHand.reopen(CASE, "1.genvurdering", null, "Forkert sag"))
                .isInstanceOf(AccessDeniedException.class);

        as(StaffGroup.LEDER);
        refusedAt("reason", () -> byHand.reopen(CASE, "1.genvurdering", null, " "));
        byHand.reopen(CASE, "1.genvurdering", null, "Forkert sag");
        byHand.reopen(CASE, "2.genvurdering", null, "Forkert sag");

        assertThat(deadline("1.genvurdering"))
                .returns(DeadlineState.BREACHED, DeadlineView::state)
                .returns(null, DeadlineView::metOn);
        assertThat(deadline("1.genvurdering"))
                .returns(broken, DeadlineView::breachedAt)
                .returns("Ferie", DeadlineView::cause);
        assertThat(deadline("2.genvurdering"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(null, DeadlineView::breachedAt);
        assertThat(deadline("2.genvurdering").changes())
                .extracting(Change::what)
                .contains(Change.Kind.MET);
        assertThat(deadline("2.genvurdering").changes())
                .last()
                .returns(Change.Kind.REOPENED, Change::what)
                .returns(
                        "Noteringen om, at pligten blev opfyldt den 17. september 2021, er taget tilbage. Begrundelse:"
                                + " Forkert sag.",
                        Change::reason);
        refusedAt("", () -> byHand.reopen(CASE, "2.genvurdering", null, "Igen"));
        refusedAt("", () -> byHand.reopen(CASE, "integrationskontrakt", MOTHER, "Igen"));
    }

    @Test
    void what_was_counted_from_a_day_that_is_taken_back_applies_no_more() {
        events.report(CASE, report("raadighedstvivl", "2021-09-06", MOTHER, null));
        byHand.meet(CASE, "1.raadighedssamtale", MOTHER, LocalDate.of(2021, 9, 10), null);
        as(StaffGroup.LEDER);

        byHand.reopen(CASE, "1.raadighedssamtale", MOTHER, "Samtalen blev aflyst");

        assertThat(deadline("1.raadighedstilbud").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void what_no_longer_applies_is_refused_in_words_that_can_be_said() {
        events.report(CASE, report("klage", "2021-09-15", null, null));
        as(StaffGroup.LEDER);
        byHand.notRelevant(CASE, "1.genvurdering", null, "Trukket tilbage");

        assertThatThrownBy(() -> byHand.move(CASE, "1.genvurdering", null, LocalDate.of(2021, 10, 20), "Ferie"))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::message)
                        .containsExactly("Fristen gælder ikke, så datoen kan ikke ændres mere."));
    }

    @Test
    void a_leader_takes_back_that_a_duty_was_noted_as_not_relevant_and_nothing_else_that_does_not_apply() {
        events.report(CASE, report("klage", "2021-09-15", null, null));
        events.report(CASE, report("aktindsigt", "2021-09-15", null, null));
        as(StaffGroup.LEDER);
        byHand.notRelevant(CASE, "1.genvurdering", null, "Det var en anden sag");
        deadlines.notApplicable(CASE, "2.aktindsigt-svar", null, "Forløbet er slut.");

        byHand.reopen(CASE, "1.genvurdering", null, "Det var alligevel denne");

        assertThat(deadline("1.genvurdering"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(LocalDate.of(2021, 10, 13), DeadlineView::dueDate);
        assertThat(deadline("1.genvurdering").changes())
                .last()
                .returns(
                        "Noteringen om, at pligten ikke er relevant, er taget tilbage. Begrundelse: Det var alligevel"
                                + " denne.",
                        Change::reason);
        refusedAt("", () -> byHand.reopen(CASE, "2.aktindsigt-svar", null, "Også den"));
    }

    @Test
    void what_concerns_the_family_names_no_person() {
        refusedAt("person", () -> events.report(CASE, report("klage", "2021-09-10", MOTHER, null)));
        refusedAt("person", () -> events.report(CASE, report("klage", "2021-09-10", 99999L, null)));
        assertThat(events.ofCase(CASE)).isEmpty();
    }

    @Test
    void the_end_of_a_period_stays_one_whatever_number_its_event_has() {
        events.report(CASE, report("saerligt-skoletilbud", "2021-09-10", CHILD, null));

        DeadlineView end = deadline("1.saerligt-skoletilbud-slut");
        assertThat(end.isEndOfPeriod()).isTrue();
        assertThat(byHand.isMetByHand(end)).isFalse();
    }

    @Test
    void only_what_the_law_of_the_case_counts_from_can_be_reported() {
        assertThat(events.choices(CASE))
                .extracting(Choice::event)
                .contains("klage", "aktindsigt", "foedsel")
                .doesNotContain("foraeldremyndighed-behov", "integrationskontrakt")
                .doesNotHaveDuplicates();
        assertThat(events.choices(CASE))
                .filteredOn(choice -> choice.event().equals("foedsel"))
                .singleElement()
                .returns("fødslen", Choice::words)
                .returns(DeadlineScope.VOKSEN, Choice::concerns);
    }

    @ParameterizedTest
    @CsvSource({
        "klage, 2021-09-21, , event-in-the-future, date",
        "klage, 2021-01-10, , before-visitation, date",
        "klage, , , without-date, date",
        "fest, 2021-09-10, , unknown, event",
        ", 2021-09-10, , none, event",
        "klage, 2021-09-10, , Se 010190-1234, reference"
    })
    void what_cannot_be_is_refused_in_a_sentence_by_its_field(
            @Nullable String event, @Nullable String date, @Nullable Long person, String reference, String field) {
        refusedAt(field, () -> events.report(CASE, report(event, date, person, reference)));

        assertThat(events.ofCase(CASE)).isEmpty();
    }

    @Test
    void the_school_is_offered_to_a_child_and_never_to_a_parent() {
        refusedAt("person", () -> events.report(CASE, report("barn-i-skolealder", "2021-09-10", MOTHER, null)));

        events.report(CASE, report("barn-i-skolealder", "2021-09-10", CHILD, null));

        assertThat(deadline("1.skoletilbud").personId()).isEqualTo(CHILD);
    }

    @Test
    void the_department_that_the_table_names_answers_for_what_an_event_started() {
        events.report(CASE, report("barn-i-skolealder", "2021-09-10", CHILD, null));
        as(StaffGroup.YDELSE);
        assertThatThrownBy(() -> byHand.meet(CASE, "1.skoletilbud", CHILD, LocalDate.of(2021, 9, 15), null))
                .isInstanceOf(AccessDeniedException.class);

        as(StaffGroup.SKOLE);
        byHand.meet(CASE, "1.skoletilbud", CHILD, LocalDate.of(2021, 9, 15), null);

        assertThat(deadline("1.skoletilbud").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void the_same_is_reported_once_unless_it_has_a_reference_of_its_own() {
        events.report(CASE, report("klage", "2021-09-10", null, "D-1"));

        refusedAt("event", () -> events.report(CASE, report("klage", "2021-09-10", null, " D-1 ")));
        assertThat(events.report(CASE, report("klage", "2021-09-10", null, "D-2")))
                .isEqualTo(2);
    }

    @Test
    void showing_what_an_event_would_start_keeps_nothing() {
        assertThat(events.preview(CASE, report("aktindsigt", "2021-09-10", null, null)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.duty()).isEqualTo("aktindsigt-svar");
                    assertThat(line.dueDate()).isEqualTo("2021-09-21");
                });
        assertThat(events.ofCase(CASE)).isEmpty();
        assertThat(deadlines.ofCase(CASE)).noneMatch(view -> view.event() != null);
    }

    @Test
    void a_duty_is_noted_as_met_by_hand_only_when_no_task_meets_it_and_on_a_day_that_can_be() {
        events.report(CASE, report("klage", "2021-09-15", null, null));

        refusedAt("", () -> byHand.meet(CASE, "integrationskontrakt", MOTHER, LocalDate.of(2021, 9, 1), null));
        refusedAt("metOn", () -> byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 14), null));
        refusedAt("metOn", () -> byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 21), null));
        refusedAt("metOn", () -> byHand.meet(CASE, "1.genvurdering", null, null, null));
        as(StaffGroup.JOBCENTER);
        assertThatThrownBy(() -> byHand.meet(CASE, "1.genvurdering", null, LocalDate.of(2021, 9, 16), null))
                .isInstanceOf(AccessDeniedException.class);
        as(StaffGroup.KOORDINATOR);
        assertThatThrownBy(() -> byHand.notRelevant(CASE, "1.genvurdering", null, "Klagen er trukket tilbage"))
                .isInstanceOf(AccessDeniedException.class);
        as(StaffGroup.LEDER);
        byHand.notRelevant(CASE, "1.genvurdering", null, "Klagen er trukket tilbage");
        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
        deadlines.recount(CASE, theCase.dates, Map.of(), "Ankomsten er rettet");
        assertThat(deadline("1.genvurdering").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void a_case_from_before_the_notes_is_counted_by_the_first_tables_and_offered_the_newest() {
        jdbc.sql("delete from deadline_case").update();
        jdbc.sql("update deadline set rule_table = null, rule_version = null").update();
        versions.newer.add("frist");

        assertThat(editions.of(CASE).text()).contains("frist:1").doesNotContain("frist:2");
        deadlines.takeover(CASE, theCase.dates);
        deadlines.ofCase(CASE);
        events.choices(CASE);
        assertThat(offers.count(Standing.UNDECIDED)).isZero();
        assertThat(noted()).as("reading writes nothing").isZero();

        new OlderCases(editions).note();

        assertThat(noted()).isEqualTo(1);
        assertThat(offers.count(Standing.UNDECIDED)).isEqualTo(1);
        assertThat(editions.unnoted()).isEmpty();
    }

    @Test
    void a_case_without_a_note_keeps_to_the_versions_that_its_rows_name() {
        jdbc.sql("delete from deadline_case").update();
        jdbc.sql("update deadline set rule_version = 2 where rule_table = 'helbredsfrist'")
                .update();
        versions.newer.addAll(Set.of("frist", "helbredsfrist"));

        deadlines.recount(CASE, theCase.dates, Map.of(), "Ankomsten er rettet");

        assertThat(editions.of(CASE).text()).contains("helbredsfrist:2", "frist:1");
    }

    @Test
    void whether_an_earlier_takeover_may_be_agreed_is_judged_by_the_tables_of_the_case() {
        CaseDates late = new CaseDates("asylcenter", VISITATION, VISITATION.plusYears(1), null, null, Map.of());
        versions.newer.add("overtagelsesfrist");
        versions.silent.add("overtagelsesfrist");

        assertThat(deadlines.objections(CASE, late))
                .extracting(FieldError::field)
                .containsExactly("takeover");
        assertThat(deadlines.objections(null, late))
                .extracting(FieldError::field)
                .containsExactly("visitation");
    }

    @Test
    void every_choice_about_newer_tables_is_kept_also_when_no_date_changed() {
        as(StaffGroup.LEDER);
        versions.newer.add("frist");
        offers.leave(CASE, offers.list(Standing.UNDECIDED, 0, 1).edition(), "Kontrakten er næsten færdig");
        assertThat(offers.count(Standing.UNDECIDED)).isZero();
        versions.newer.add("helbredsfrist");
        offers.leave(CASE, offers.list(Standing.UNDECIDED, 0, 1).edition(), "Vi venter");
        versions.newer.add("forloebsfrist");
        assertThat(offers.take(
                        CASE,
                        Standing.UNDECIDED,
                        offers.list(Standing.UNDECIDED, 0, 1).edition(),
                        "Byrådets beslutning"))
                .isTrue();

        assertThat(offers.choices(CASE))
                .hasSize(3)
                .satisfiesExactly(
                        newest -> assertThat(newest)
                                .contains("besluttede leder, at sagen regnes efter de nye fristregler")
                                .endsWith("Begrundelse: Byrådets beslutning."),
                        left -> assertThat(left).contains("beholder").endsWith("Begrundelse: Vi venter."),
                        first -> assertThat(first).endsWith("Begrundelse: Kontrakten er næsten færdig."));
        assertThat(editions.of(CASE).text()).contains("frist:2", "helbredsfrist:2", "forloebsfrist:2");
    }

    private int noted() {
        return jdbc.sql("select count(*) from deadline_case")
                .query(Integer.class)
                .single();
    }

    private DeadlineView ofMother(String duty) {
        return deadlines.ofCase(CASE).stream()
                .filter(view -> view.duty().equals(duty) && Long.valueOf(MOTHER).equals(view.personId()))
                .findFirst()
                .orElseThrow();
    }

    private DeadlineView deadline(String duty) {
        return deadlines.ofCase(CASE).stream()
                .filter(view -> view.duty().equals(duty))
                .reduce((one, other) -> {
                    throw new AssertionError(duty + " is owed twice");
                })
                .orElseThrow();
    }

    private static Report report(
            @Nullable String event, @Nullable String date, @Nullable Long person, @Nullable String reference) {
        return new Report(event, date == null ? null : LocalDate.parse(date), person, reference);
    }

    private static void refusedAt(String field, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.message()).endsWith(".");
                        }));
    }

    private static void as(StaffGroup group) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(group.id(), null, group.authority()));
    }
}
