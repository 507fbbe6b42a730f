package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.InputRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(DeployedTables.class)
@WithMockUser("hanne")
class DeadlinesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate VISITATION = LocalDate.of(2015, 5, 15);
    private static final LocalDate TAKEOVER = LocalDate.of(2015, 7, 1);
    private static final LocalDate CONTRACT_DUE = LocalDate.of(2015, 8, 1);
    private static final List<Subject> FAMILY =
            List.of(new Subject(11, true), new Subject(12, true), new Subject(13, false));

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineRegister register;

    @Autowired
    private DeployedTables.SettableClock clock;

    private String number = "";
    private TransactionTemplate transaction = new TransactionTemplate();
    private TransactionTemplate ofColleague = new TransactionTemplate();

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        ofColleague = new TransactionTemplate(transactions);
        ofColleague.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @BeforeEach
    void aNewCaseOnTheDayOfItsVisitation() {
        clock.set(VISITATION);
        number = "2015-%05d".formatted(NUMBER.incrementAndGet());
    }

    @Test
    void openingACaseStoresTheDutiesOfTheFamilyEachPersonAndEachAdult() {
        assertThat(deadlines.open(number, asylum(), FAMILY)).isEqualTo(TAKEOVER);

        assertThat(persons("overtagelse")).containsExactly((Long) null);
        assertThat(persons("helbredsvurdering-tilbud")).containsExactly(11L, 12L, 13L);
        assertThat(persons("integrationskontrakt")).containsExactly(11L, 12L);
        assertThat(deadlines.dueDate(number, "integrationskontrakt", 11L)).isEqualTo(CONTRACT_DUE);
        assertThat(deadlines.dueDate(number, "integrationskontrakt", 13L)).isNull();
        assertThat(deadlines.dueDate(number, "integrationsplan", null)).isEqualTo(LocalDate.of(2015, 10, 1));
        assertThat(deadlines.dueDate(number, "laegebesoeg", 11L)).isNull();
        assertThat(view("laegebesoeg", 11L).state()).isEqualTo(DeadlineState.WAITING);
    }

    @Test
    void aViewHoldsEverythingThatAPageShows() {
        deadlines.open(number, asylum(), FAMILY);

        DeadlineView contract = view("integrationskontrakt", 11L);
        assertThat(contract.name()).isEqualTo("Integrationskontrakt");
        assertThat(contract.ruleId()).isEqualTo("rule_kontrakt_2013");
        assertThat(contract.ruleSet()).isEqualTo("RS-2013");
        assertThat(contract.kind()).isEqualTo(DeadlineKind.LOV);
        assertThat(contract.legalGround()).isEqualTo("integrationsloven § 19");
        assertThat(contract.triggerWords()).isEqualTo("overtagelsen");
        assertThat(contract.triggerDate()).isEqualTo(TAKEOVER);
        assertThat(contract.actBy()).isEqualTo(LocalDate.of(2015, 7, 31));
        assertThat(contract.confirmed()).isTrue();
        assertThat(contract.explanation()).startsWith("Fristen er 1 måned efter overtagelsen den 1. juli 2015");
        assertThat(contract.changes()).isEmpty();
    }

    @Test
    void aDutyThatMustBeDoneFourTimesIsMetByTheFourth() {
        clock.set(Instant.parse("2021-12-01T09:00:00Z"));
        LocalDate visited = LocalDate.of(2021, 1, 11);
        CaseDates dates = new CaseDates(
                "asylcenter", visited, null, null, visited, Map.of("visitering", LocalDate.of(2021, 6, 1)));
        deadlines.open(number, dates, FAMILY);
        LocalDate due = Objects.requireNonNull(deadlines.dueDate(number, "opfoelgningssamtale", 11L));

        for (int talk = 3; talk > 0; talk--) {
            deadlines.met(number, "opfoelgningssamtale", 11L, due.minusWeeks(talk));
        }
        assertThat(view("opfoelgningssamtale", 11L).metOn()).isNull();
        assertThat(view("opfoelgningssamtale", 11L).state().isOpen()).isTrue();
        assertThat(view("opfoelgningssamtale", 11L).explanation())
                .contains("mindst 4 gange")
                .endsWith("3 gange.");
        assertThat(view("opfoelgningssamtale", 12L).explanation()).endsWith("0 gange.");

        deadlines.met(number, "opfoelgningssamtale", 11L, due.minusDays(1));
        assertThat(view("opfoelgningssamtale", 11L).state()).isEqualTo(DeadlineState.MET);
        assertThat(view("opfoelgningssamtale", 11L).metOn()).isEqualTo(due.minusDays(1));
        assertThat(view("opfoelgningssamtale", 11L).explanation()).endsWith("4 gange.");
    }

    @Test
    void aCaseIsOpenedOnce() {
        deadlines.open(number, asylum(), FAMILY);

        CaseDates dates = asylum();
        assertThatThrownBy(() -> deadlines.open(number, dates, FAMILY)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aDeadlineIsPassedAtMidnightAfterItsDueDateAndNotBefore() {
        deadlines.open(number, asylum(), FAMILY);

        clock.set(Instant.parse("2015-08-01T21:59:59Z"));
        assertThat(deadlines.breach(number, "integrationskontrakt", 11L, "Familien var rejst."))
                .isFalse();
        clock.set(Instant.parse("2015-08-01T22:00:00Z"));
        assertThat(deadlines.breach(number, "integrationskontrakt", 11L, "Familien var rejst."))
                .isTrue();
    }

    @Test
    void aMemberWhoJoinsLaterIsCountedFromThatDayAlsoWhenTheFamilyIsCountedAgain() {
        deadlines.open(number, asylum(), FAMILY);
        LocalDate joined = LocalDate.of(2016, 1, 11);
        CaseDates own = new CaseDates("asylcenter", joined, joined, null, joined, Map.of());

        deadlines.addSubject(number, own, new Subject(14, true));
        deadlines.recount(number, asylum(), Map.of(14L, own), "Familien er ankommet.");

        assertThat(deadlines.dueDate(number, "integrationskontrakt", 14L)).isEqualTo(LocalDate.of(2016, 2, 11));
        assertThat(deadlines.dueDate(number, "helbredsvurdering-tilbud", 14L)).isEqualTo(LocalDate.of(2016, 4, 11));
        assertThat(deadlines.dueDate(number, "integrationskontrakt", 11L)).isEqualTo(CONTRACT_DUE);
    }

    @Test
    void anEventOpensItsDutiesAtTheNextCountAndTheyStayThroughLaterOnes() {
        deadlines.open(number, asylum(), FAMILY);
        assertThat(persons("genvurdering")).isEmpty();
        CaseDates complained =
                new CaseDates("asylcenter", VISITATION, null, null, null, Map.of("klage", LocalDate.of(2015, 9, 1)));

        List<Change> changes = deadlines.recount(number, complained, Map.of(), "Familien har klaget.");

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.duty()).isEqualTo("genvurdering");
            assertThat(change.newDue()).isEqualTo(LocalDate.of(2015, 9, 29));
        });
        assertThat(deadlines.recount(number, complained, Map.of(), "Intet nyt."))
                .isEmpty();
        assertThat(deadlines.dueDate(number, "genvurdering", null)).isEqualTo(LocalDate.of(2015, 9, 29));
    }

    @Test
    void aBreachKeepsItsFirstTimeAndCause() {
        deadlines.open(number, asylum(), FAMILY);
        clock.set(LocalDate.of(2015, 8, 2));
        deadlines.breach(number, "integrationskontrakt", 11L, "Tolken kom ikke.");
        Instant recorded = clock.instant();
        clock.set(LocalDate.of(2015, 8, 9));

        assertThat(deadlines.breach(number, "integrationskontrakt", 11L, "En anden grund."))
                .isFalse();
        DeadlineView contract = view("integrationskontrakt", 11L);
        assertThat(contract.state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(contract.breachedAt()).isEqualTo(recorded);
        assertThat(contract.cause()).isEqualTo("Tolken kom ikke.");
        assertThat(contract.changes()).hasSize(1).first().returns("hanne", Change::by);
        assertThat(view("integrationskontrakt", 12L).state()).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void aDutyMetOnItsDueDateIsMetAndCannotBeBreachedAfterwards() {
        deadlines.open(number, asylum(), FAMILY);
        clock.set(CONTRACT_DUE);
        deadlines.met(number, "integrationskontrakt", 11L, CONTRACT_DUE);
        clock.set(CONTRACT_DUE.plusDays(3));

        assertThat(deadlines.breach(number, "integrationskontrakt", 11L, "For sent"))
                .isFalse();
        assertThat(view("integrationskontrakt", 11L))
                .returns(DeadlineState.MET, DeadlineView::state)
                .returns(CONTRACT_DUE, DeadlineView::metOn)
                .returns(null, DeadlineView::breachedAt);
    }

    @Test
    void aDutyMetLateKeepsItsBreach() {
        deadlines.open(number, asylum(), FAMILY);
        clock.set(LocalDate.of(2015, 8, 2));
        deadlines.breach(number, "integrationskontrakt", 11L, "Tolken kom ikke.");
        Instant recorded = clock.instant();
        clock.set(LocalDate.of(2015, 8, 9));
        deadlines.met(number, "integrationskontrakt", 11L, LocalDate.of(2015, 8, 7));

        DeadlineView contract = view("integrationskontrakt", 11L);
        assertThat(contract.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(contract.metOn()).isEqualTo(LocalDate.of(2015, 8, 7));
        assertThat(contract.breachedAt()).isEqualTo(recorded);
        assertThat(contract.cause()).isEqualTo("Tolken kom ikke.");
        assertThat(contract.changes()).extracting(Change::what).containsExactly(Change.Kind.BREACHED, Change.Kind.MET);
    }

    @Test
    void aDutyMetLateWithoutARecordedBreachGetsOne() {
        deadlines.open(number, asylum(), FAMILY);
        clock.set(LocalDate.of(2015, 8, 9));
        deadlines.met(number, "integrationskontrakt", 11L, LocalDate.of(2015, 8, 7));

        assertThat(view("integrationskontrakt", 11L).state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(view("integrationskontrakt", 11L).breachedAt()).isEqualTo(clock.instant());
        assertThat(view("integrationskontrakt", 11L).cause()).isEqualTo("Pligten blev opfyldt efter fristen.");
    }

    @Test
    void aBreachThatTurnsOutToHaveBeenMetInTimeStaysOnlyInTheHistory() {
        deadlines.open(number, asylum(), FAMILY);
        clock.set(LocalDate.of(2015, 8, 2));
        deadlines.breach(number, "integrationskontrakt", 11L, "Ikke registreret.");
        deadlines.met(number, "integrationskontrakt", 11L, LocalDate.of(2015, 7, 30));

        DeadlineView contract = view("integrationskontrakt", 11L);
        assertThat(contract.state()).isEqualTo(DeadlineState.MET);
        assertThat(contract.breachedAt()).isNull();
        assertThat(contract.changes()).first().returns("Ikke registreret.", Change::reason);
        assertThat(contract.changes()).last().satisfies(change -> assertThat(change.reason())
                .contains("blev opfyldt i tide"));
    }

    @Test
    void nothingIsMetInTheFuture() {
        deadlines.open(number, asylum(), FAMILY);

        LocalDate tomorrow = VISITATION.plusDays(1);
        assertThatThrownBy(() -> deadlines.met(number, "integrationskontrakt", 11L, tomorrow))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Angiv en dato senest 15. maj 2015.");
    }

    @Test
    void aDutyThatTheCaseDoesNotHaveIsNeitherMetNorBreached() {
        deadlines.open(number, asylum(), FAMILY);

        deadlines.met(number, "findes-ikke", null, VISITATION);
        assertThat(deadlines.breach(number, "findes-ikke", null, "x")).isFalse();
    }

    @Test
    void aNewArrivalDateRecountsOnlyWhatIsCountedFromTheArrival() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        clock.set(LocalDate.of(2015, 6, 1));
        List<Change> changes =
                deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 10), null), Map.of(), "Flyet er aflyst.");

        assertThat(changes)
                .extracting(Change::duty)
                .contains("laegebesoeg", "ankomstdag", "modtagelsesperiode-slut")
                .doesNotContain("integrationskontrakt", "overtagelse", "velkomstmateriale");
        assertThat(view("laegebesoeg", 13L).changes())
                .singleElement()
                .returns(LocalDate.of(2015, 7, 17), Change::oldDue)
                .returns(LocalDate.of(2015, 7, 24), Change::newDue)
                .returns("Flyet er aflyst.", Change::reason)
                .returns("hanne", Change::by)
                .returns(clock.instant(), Change::at);
        assertThat(view("integrationskontrakt", 11L).changes()).isEmpty();
        assertThat(deadlines.dueDate(number, "laegebesoeg", 13L)).isEqualTo(LocalDate.of(2015, 7, 24));
    }

    @Test
    void aRecountWithTheSameDatesChangesNothing() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        List<DeadlineRow> before = register.ofCase(number);

        assertThat(deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 3), null), Map.of(), "Ingen grund."))
                .isEmpty();
        assertThat(register.ofCase(number)).isEqualTo(before);
    }

    @Test
    void anArrivalOnThePlannedDayIsNoChangeOfDateButIsNoLongerCalledAPlan() {
        LocalDate day = LocalDate.of(2015, 7, 3);
        deadlines.open(number, dates(null, day, null), FAMILY);
        assertThat(view("laegebesoeg", 11L).explanation()).contains("(planlagt)");

        assertThat(deadlines.recount(number, dates(null, day, day), Map.of(), "Familien er ankommet."))
                .isEmpty();
        assertThat(view("laegebesoeg", 11L).explanation()).doesNotContain("(planlagt)");
        assertThat(view("laegebesoeg", 11L).changes()).isEmpty();
    }

    @Test
    void aWaitingDeadlineRunsWhenItsTriggerGetsADate() {
        deadlines.open(number, asylum(), FAMILY);
        deadlines.recount(number, dates(null, null, LocalDate.of(2015, 7, 3)), Map.of(), "Familien er ankommet.");

        assertThat(view("laegebesoeg", 11L).state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(view("laegebesoeg", 11L).dueDate()).isEqualTo(LocalDate.of(2015, 7, 17));
    }

    @Test
    void aMetDeadlineIsNotRecounted() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        clock.set(LocalDate.of(2015, 6, 1));
        deadlines.met(number, "laegebesoeg", 11L, LocalDate.of(2015, 6, 1));
        deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 10), null), Map.of(), "Flyet er aflyst.");

        assertThat(view("laegebesoeg", 11L).dueDate()).isEqualTo(LocalDate.of(2015, 7, 17));
        assertThat(view("laegebesoeg", 12L).dueDate()).isEqualTo(LocalDate.of(2015, 7, 24));
    }

    @Test
    void whatWasMetBeforeTheArrivalIsJudgedByTheDayOfTheArrival() {
        deadlines.open(number, dates(null, null, null), FAMILY);
        clock.set(LocalDate.of(2015, 7, 3));
        deadlines.met(number, "bolig-klar", null, LocalDate.of(2015, 7, 1));
        deadlines.met(number, "etablering-klar", null, LocalDate.of(2015, 7, 3));
        assertThat(view("bolig-klar", null).dueDate()).isNull();

        LocalDate arrival = LocalDate.of(2015, 7, 2);
        deadlines.recount(number, dates(null, null, arrival), Map.of(), "Familien er ankommet.");

        assertThat(view("bolig-klar", null))
                .returns(arrival, DeadlineView::dueDate)
                .returns(DeadlineState.MET, DeadlineView::state)
                .returns(LocalDate.of(2015, 7, 1), DeadlineView::metOn)
                .returns(null, DeadlineView::breachedAt);
        assertThat(view("etablering-klar", null))
                .returns(arrival, DeadlineView::dueDate)
                .returns(DeadlineState.MET_LATE, DeadlineView::state)
                .returns(LocalDate.of(2015, 7, 3), DeadlineView::metOn)
                .returns("Pligten blev opfyldt efter fristen.", DeadlineView::cause);
        assertThat(view("bolig-klar", null).explanation()).doesNotContain("venter");
    }

    @Test
    void aBreachedDeadlineMovedIntoTheFutureRunsAgainAndItsBreachStaysInTheHistory() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        clock.set(LocalDate.of(2015, 7, 20));
        deadlines.breach(number, "laegebesoeg", 11L, "Lægen havde ferie.");
        deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 15), null), Map.of(), "Familien kom senere.");

        DeadlineView doctor = view("laegebesoeg", 11L);
        assertThat(doctor.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(doctor.dueDate()).isEqualTo(LocalDate.of(2015, 7, 29));
        assertThat(doctor.breachedAt()).isNull();
        assertThat(doctor.changes())
                .extracting(Change::what, Change::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.BREACHED, "Lægen havde ferie."),
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.RECOUNTED, "Familien kom senere."));
        clock.set(LocalDate.of(2015, 7, 30));
        assertThat(deadlines.breach(number, "laegebesoeg", 11L, "Igen.")).isTrue();
    }

    @Test
    void aBreachedDeadlineMovedToAnotherPassedDateStaysBreached() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        clock.set(LocalDate.of(2015, 7, 20));
        deadlines.breach(number, "laegebesoeg", 11L, "Lægen havde ferie.");
        deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 4), null), Map.of(), "Rettet dato.");

        assertThat(view("laegebesoeg", 11L))
                .returns(DeadlineState.BREACHED, DeadlineView::state)
                .returns("Lægen havde ferie.", DeadlineView::cause)
                .returns(LocalDate.of(2015, 7, 18), DeadlineView::dueDate);
    }

    @Test
    void anotherLawTakesItsDutiesAwayAndAnOlderOneBringsThemBack() {
        CaseDates under2013 = new CaseDates("kvote", VISITATION, null, LocalDate.of(2016, 6, 20), null, Map.of());
        CaseDates under2016 = new CaseDates("kvote", VISITATION, null, LocalDate.of(2016, 7, 20), null, Map.of());
        deadlines.open(number, under2013, FAMILY);
        assertThat(view("integrationsplan", null).state()).isEqualTo(DeadlineState.RUNNING);

        List<Change> changes = deadlines.recount(number, under2016, Map.of(), "Rejsen er udskudt.");
        assertThat(view("integrationsplan", null).state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
        assertThat(view("helbredsvurdering-tilbud", 13L).ruleId()).isEqualTo("rule_helbred_kvote_2016");
        assertThat(changes)
                .filteredOn(change -> change.duty().equals("virksomhedsrettet-tilbud"))
                .extracting(Change::what)
                .containsExactly(Change.Kind.OPENED, Change.Kind.OPENED);

        deadlines.recount(number, under2013, Map.of(), "Rejsen blev alligevel ikke udskudt.");
        assertThat(view("integrationsplan", null).state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(view("virksomhedsrettet-tilbud", 11L).state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void aDutyDeclaredNotToApplyStaysSoWhenTheCaseIsRecounted() {
        deadlines.open(number, dates(null, LocalDate.of(2015, 7, 3), null), FAMILY);
        deadlines.notApplicable(number, "laegebesoeg", 13L, "Barnet er under behandling på sygehuset.");
        deadlines.recount(number, dates(null, LocalDate.of(2015, 7, 10), null), Map.of(), "Flyet er aflyst.");

        assertThat(view("laegebesoeg", 13L).state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void aFurtherMemberGetsItsOwnDeadlinesOnce() {
        deadlines.open(number, asylum(), FAMILY);
        Subject newborn = new Subject(14, false);
        deadlines.addSubject(number, asylum(), newborn);
        deadlines.addSubject(number, asylum(), newborn);

        assertThat(persons("helbredsvurdering-tilbud")).containsExactly(11L, 12L, 13L, 14L);
        assertThat(persons("integrationskontrakt")).containsExactly(11L, 12L);
        assertThat(persons("overtagelse")).hasSize(1);
    }

    @Test
    void endingACaseLapsesWhatIsOpenAndLeavesWhatIsMet() {
        deadlines.open(number, asylum(), FAMILY);
        deadlines.met(number, "velkomstmateriale", null, VISITATION);
        deadlines.lapseOpen(number, "Opholdstilladelsen er bortfaldet.");

        assertThat(view("velkomstmateriale", null).state()).isEqualTo(DeadlineState.MET);
        assertThat(deadlines.ofCase(number))
                .filteredOn(deadline -> !deadline.duty().equals("velkomstmateriale"))
                .allMatch(deadline -> deadline.state() == DeadlineState.LAPSED);
        assertThat(deadlines.recount(number, dates(null, null, LocalDate.of(2015, 7, 3)), Map.of(), "x"))
                .isEmpty();
    }

    @Test
    void anAgreedDateIsKeptMovedAndNeverCalledLaw() {
        deadlines.open(number, asylum(), FAMILY);
        deadlines.agreed(number, "indsats-1", 13L, "Sprogvurdering", LocalDate.of(2015, 9, 5), "koordineringsmødet");
        deadlines.agreed(number, "indsats-1", 13L, "Sprogvurdering", LocalDate.of(2015, 9, 12), "nyt møde");

        DeadlineView effort = view("indsats-1", 13L);
        assertThat(effort.kind()).isEqualTo(DeadlineKind.AFTALT);
        assertThat(effort.dueDate()).isEqualTo(LocalDate.of(2015, 9, 12));
        assertThat(effort.actBy()).isEqualTo(LocalDate.of(2015, 9, 11));
        assertThat(effort.ruleId()).isNull();
        assertThat(effort.changes()).singleElement().returns(LocalDate.of(2015, 9, 5), Change::oldDue);
        assertThat(deadlines.recount(number, asylum(), Map.of(), "x")).isEmpty();
    }

    @Test
    void aDeadlineByLawCannotBeAgreedAway() {
        deadlines.open(number, asylum(), FAMILY);

        assertThatThrownBy(() -> deadlines.agreed(
                        number, "integrationskontrakt", 11L, "Kontrakt", LocalDate.of(2016, 1, 1), "mødet"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("kan ikke aftales");
    }

    @Test
    void twoWhoChangeTheSameDeadlineAtOnceDoNotOverwriteEachOther() {
        deadlines.open(number, asylum(), FAMILY);
        DeadlineRow mine = register.find(number, "velkomstmateriale", null).orElseThrow();
        deadlines.met(number, "velkomstmateriale", null, VISITATION);

        DeadlineRow stale = mine.breached(clock.instant(), "x");
        assertThatThrownBy(() -> register.update(List.of(stale))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void whatATransactionHasReadAndThenChangedItSeesChanged() {
        deadlines.open(number, asylum(), FAMILY);

        transaction.executeWithoutResult(status -> {
            assertThat(deadlines.isOpen(number, "velkomstmateriale", null)).isTrue();
            assertThat(deadlines.dueFor(number, "indsats-1", null)).isNull();

            deadlines.met(number, "velkomstmateriale", null, VISITATION);
            deadlines.agreed(number, "indsats-1", null, "Indsats", LocalDate.of(2015, 9, 5), "mødet");
            deadlines.agreed(number, "indsats-1", null, "Indsats", LocalDate.of(2015, 9, 12), "et nyt møde");

            assertThat(deadlines.isOpen(number, "velkomstmateriale", null)).isFalse();
            assertThat(deadlines.dueFor(number, "indsats-1", null)).isEqualTo(LocalDate.of(2015, 9, 12));
        });
        assertThat(view("indsats-1", null).dueDate()).isEqualTo(LocalDate.of(2015, 9, 12));
    }

    @Test
    void whoeverBeginsToChangeSeesWhatAColleagueHasChangedMeanwhile() {
        deadlines.open(number, asylum(), FAMILY);

        transaction.executeWithoutResult(status -> {
            assertThat(deadlines.isOpen(number, "velkomstmateriale", null)).isTrue();
            ofColleague.executeWithoutResult(other -> deadlines.met(number, "velkomstmateriale", null, VISITATION));

            deadlines.met(number, "velkomstmateriale", null, VISITATION);
            deadlines.notApplicable(number, "laegebesoeg", 13L, "Har allerede en læge");

            assertThat(deadlines.isOpen(number, "velkomstmateriale", null)).isFalse();
        });
        assertThat(view("velkomstmateriale", null).changes())
                .as("met once, by the colleague")
                .singleElement()
                .returns(Change.Kind.MET, Change::what);
    }

    @Test
    void whoIsAskedForBeforeAChangeIsAskedForAsItIsNow() {
        deadlines.open(number, asylum(), FAMILY);
        Subject newborn = new Subject(14, false);

        transaction.executeWithoutResult(status -> {
            assertThat(deadlines.dueFor(number, "laegebesoeg", 14L)).isNull();
            ofColleague.executeWithoutResult(other -> deadlines.addSubject(number, asylum(), newborn));

            assertThat(deadlines.owedTo(number, "laegebesoeg")).contains(14L);
        });
    }

    private static CaseDates asylum() {
        return dates(null, null, null);
    }

    private static CaseDates dates(
            @Nullable LocalDate agreed, @Nullable LocalDate planned, @Nullable LocalDate arrival) {
        return new CaseDates("asylcenter", VISITATION, agreed, planned, arrival, Map.of());
    }

    private List<@Nullable Long> persons(String duty) {
        return deadlines.ofCase(number).stream()
                .filter(deadline -> deadline.duty().equals(duty))
                .<@Nullable Long>map(DeadlineView::personId)
                .toList();
    }

    private DeadlineView view(String duty, @Nullable Long personId) {
        return deadlines.ofCase(number).stream()
                .filter(deadline ->
                        deadline.duty().equals(duty) && java.util.Objects.equals(deadline.personId(), personId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("ingen frist for " + duty));
    }
}
