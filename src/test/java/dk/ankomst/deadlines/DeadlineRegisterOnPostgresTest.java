package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.ankomst.platform.StaffGroup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The register's script and statements on a real PostgreSQL. */
class DeadlineRegisterOnPostgresTest {

    private static EmbeddedPostgres postgres;
    private static Deadlines deadlines;
    private static DeadlinesByHand byHand;
    private static CaseEvents events;
    private static final DeployedTables.SettableClock CLOCK = new DeployedTables.SettableClock();

    @BeforeAll
    static void aDatabaseWithTheRegistersTables() throws IOException {
        postgres = EmbeddedPostgres.start();
        var database = postgres.getPostgresDatabase();
        for (String script : List.of(
                "V2__deadlines",
                "V3__form_answers",
                "V9__breach_judgement",
                "V10__times_owed",
                "V14__deadline_basis",
                "V17__events",
                "V26__responsible")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(new TablesFromFiles()));
        DeadlineRegister register = new DeadlineRegister(JdbcClient.create(database), new JdbcTemplate(database));
        Ledger ledger = new Ledger(register, CLOCK, event -> {});
        Recount recount = new Recount(planner, register, new EventStore(JdbcClient.create(database), CLOCK), ledger);
        CaseEditions editions = new CaseEditions(JdbcClient.create(database), planner, CLOCK);
        deadlines = new Deadlines(planner, register, editions, recount, ledger);
        EventStore store = new EventStore(JdbcClient.create(database), CLOCK);
        events = new CaseEvents(store, register, planner, editions, recount, ledger, new NoPlan(), event -> {});
        byHand = new DeadlinesByHand(deadlines, new NoPlan(), register, planner, recount, ledger, event -> {});
    }

    /** A case that nothing but its register knows of. */
    private static final class NoPlan implements CountedCases {

        @Override
        public Facts facts(String caseNumber) {
            return new Facts(
                    new CaseDates("asylcenter", LocalDate.of(2015, 5, 15), null, null, null, Map.of()), Map.of());
        }

        @Override
        public void refuseUnlessOpen(String caseNumber) {
            // It takes every change.
        }

        @Override
        public boolean meetsByPlan(String duty) {
            return false;
        }

        @Override
        public void dutyMet(String caseNumber, String duty) {
            // Nothing is counted from it.
        }

        @Override
        public void recountWhatRuns(String caseNumber, String reason) {
            // Nobody takes newer tables.
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aCaseIsOpenedRecountedBreachedMetLateAndEnded() {
        String number = "2015-00001";
        LocalDate visitation = LocalDate.of(2015, 5, 15);
        CLOCK.set(visitation);
        CaseDates planned = new CaseDates("asylcenter", visitation, null, LocalDate.of(2015, 7, 3), null, Map.of());
        CaseDates moved = new CaseDates("asylcenter", visitation, null, LocalDate.of(2015, 7, 10), null, Map.of());
        deadlines.open(number, planned, List.of(new Subject(11, true), new Subject(12, false)));
        deadlines.recount(number, moved, Map.of(), "Flyet er aflyst.");
        CLOCK.set(LocalDate.of(2015, 8, 3));
        deadlines.breach(number, "integrationskontrakt", 11L, "Tolken kom ikke.");
        deadlines.met(number, "integrationskontrakt", 11L, LocalDate.of(2015, 8, 3));
        deadlines.judged(number, "integrationskontrakt", 11L, "Tolken var syg.".repeat(250), "Ny tolk.".repeat(500));
        deadlines.agreed(number, "indsats-1", 12L, "Aftalt dato", LocalDate.of(2015, 9, 5), "mødet");
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("leder", null, StaffGroup.LEDER.authority()));
        byHand.suspend(
                number,
                "danskuddannelse",
                11L,
                LocalDate.of(2015, 7, 20),
                LocalDate.of(2015, 8, 10),
                "Familien er på sygehuset");
        byHand.move(number, "integrationsplan", null, LocalDate.of(2015, 11, 2), "Aftalt med familien.");
        SecurityContextHolder.clearContext();
        deadlines.lapseOpen(number, "Sagen er slut.");

        List<DeadlineView> all = deadlines.ofCase(number);
        assertThat(all)
                .filteredOn(view -> view.duty().equals("integrationskontrakt"))
                .singleElement()
                .returns(DeadlineState.MET_LATE, DeadlineView::state)
                .returns(CLOCK.instant(), DeadlineView::breachedAt)
                .returns("Tolken kom ikke.", DeadlineView::cause)
                .extracting(DeadlineView::judgement)
                .isEqualTo(new Judgement(
                        "Tolken var syg.".repeat(250), "Ny tolk.".repeat(500), CLOCK.instant(), "ankomst-system"));
        assertThat(all)
                .filteredOn(view -> view.duty().equals("danskuddannelse"))
                .singleElement()
                .returns(LocalDate.of(2015, 8, 22), DeadlineView::dueDate);
        assertThat(all)
                .filteredOn(view -> view.duty().equals("integrationsplan"))
                .singleElement()
                .returns(LocalDate.of(2015, 11, 2), DeadlineView::dueDate);
        assertThat(all).filteredOn(view -> view.duty().equals("laegebesoeg")).allSatisfy(view -> assertThat(
                        view.changes())
                .extracting(Change::what)
                .containsExactly(Change.Kind.RECOUNTED, Change.Kind.BREACHED, Change.Kind.LAPSED));
        assertThat(all)
                .filteredOn(view -> !view.duty().equals("integrationskontrakt"))
                .allMatch(view -> view.state() == DeadlineState.LAPSED);
    }

    @Test
    void anEventIsReportedCorrectedAndTakenBackWithWhatItStarted() {
        String number = "2015-00002";
        CLOCK.set(LocalDate.of(2015, 5, 15));
        CaseDates dates = new NoPlan().facts(number).dates();
        deadlines.open(number, dates, List.of(new Subject(21, true)));
        CLOCK.set(LocalDate.of(2015, 6, 15));

        events.report(number, new CaseEvents.Report("klage", LocalDate.of(2015, 6, 1), null, "D-44"));
        events.report(number, new CaseEvents.Report("klage", LocalDate.of(2015, 6, 8), null, null));
        events.correct(number, 1, LocalDate.of(2015, 6, 2), "Poststemplet");
        events.withdraw(number, 2, "En anden sag");

        assertThat(deadlines.ofCase(number))
                .filteredOn(view -> view.event() != null)
                .extracting(DeadlineView::duty, DeadlineView::dueDate, DeadlineView::state)
                .containsExactlyInAnyOrder(
                        tuple("1.genvurdering", LocalDate.of(2015, 6, 30), DeadlineState.RUNNING),
                        tuple("2.genvurdering", LocalDate.of(2015, 7, 6), DeadlineState.NOT_APPLICABLE));
        assertThat(events.ofCase(number)).extracting(CaseEvent::withdrawn).containsExactly(false, true);
    }
}
