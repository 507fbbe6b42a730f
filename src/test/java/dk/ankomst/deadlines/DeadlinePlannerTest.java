package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePlannerTest {

    private static final DeadlinePlanner PLANNER = new DeadlinePlanner(new RuleBook(new TablesFromFiles()));

    @ParameterizedTest
    @CsvSource({
        "2014-10-28, RS-2013, 2014-12-01, 2015-01-01, 2015-01-01, 2015-03-01",
        "2015-05-15, RS-2013, 2015-07-01, 2015-08-01, 2015-08-01, 2015-10-01",
        "2016-08-10, RS-2016, 2016-10-03, 2016-11-03, 2016-11-03, 2017-04-03",
        "2018-02-14, RS-2016, 2018-04-03, 2018-05-03, 2018-05-03, 2018-10-03",
        // Integrationsloven § 4 b makes the clock of the offers stand still for three months, but not the contract's.
        "2024-02-15, RS-2019, 2024-04-02, 2024-05-02, 2024-08-02, 2025-01-02"
    })
    void theTakeoverAndWhatIsCountedFromItFallOnTheDatesOfTheLaw(
            LocalDate visitation,
            String ruleSet,
            LocalDate takeover,
            LocalDate contract,
            LocalDate danish,
            LocalDate health) {
        DeadlinePlanner.Plan plan = plan("asylcenter", visitation, null, null);

        assertThat(plan.takeover()).isEqualTo(takeover);
        assertThat(duty(plan, "overtagelse").rule().ruleSet()).isEqualTo(ruleSet);
        assertThat(duty(plan, "integrationskontrakt").due()).isEqualTo(contract);
        assertThat(duty(plan, "danskuddannelse").due()).isEqualTo(danish);
        assertThat(duty(plan, "helbredsvurdering-tilbud").due()).isEqualTo(health);
    }

    @ParameterizedTest
    @CsvSource({
        // The takeover would be 1 July 2013, the first day of RS-2013.
        "2013-05-31, RS-2013, 2013-07-01",
        "2013-04-30, RS-2010, 2013-06-01",
        "2016-04-30, RS-2013, 2016-06-01",
        "2016-05-01, RS-2016, 2016-07-01",
        "2018-12-31, RS-2016, 2019-02-01",
        "2019-01-01, RS-2019, 2019-03-01",
        "2024-10-31, RS-2019, 2024-12-02",
        "2024-11-01, RS-2025, 2025-01-02",
        "2026-03-02, RS-2025, 2026-05-01"
    })
    void theLawIsTheOneOfTheUnrolledTakeoverDate(LocalDate visitation, String ruleSet, LocalDate takeover) {
        DeadlinePlanner.Plan plan = plan("asylcenter", visitation, null, null);

        assertThat(duty(plan, "overtagelse").rule().ruleSet()).isEqualTo(ruleSet);
        assertThat(plan.takeover()).isEqualTo(takeover);
    }

    @Test
    void theTextOfADeadlineOnASaturdaySaysRuleGroundCountAndWhyItStands() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2015, 5, 15), null, null);

        CountedDeadline contract = duty(plan, "integrationskontrakt");
        assertThat(contract.actBy()).isEqualTo(LocalDate.of(2015, 7, 31));
        assertThat(contract.explanation())
                .isEqualTo(
                        "Fristen er 1 måned efter overtagelsen den 1. juli 2015 og udløber lørdag den 1. august 2015."
                                + " Den rykkes ikke, fordi pligten ligger hos kommunen. Handl senest fredag den 31. juli 2015."
                                + " Sammen med kontrakten underskrives erklæringen om integration og aktivt medborgerskab."
                                + " Hjemmel: integrationsloven § 19 (RS-2013, regel rule_kontrakt_2013 i tabellen frist, udgave 1)."
                                + " Kilde: dengodemodtagelse.dk; siri.dk 2016. Reglen er bekræftet i kilden.");
    }

    @Test
    void theTextOfARolledTakeoverSaysWhichHolidayMovedIt() {
        assertThat(duty(plan("asylcenter", LocalDate.of(2024, 2, 15), null, null), "overtagelse")
                        .explanation())
                .startsWith("Fristen er dagen efter udgangen af den første hele måned efter visitationen den"
                        + " 15. februar 2024: mandag den 1. april 2024. Da dagen er 2. påskedag, rykkes den til næste"
                        + " hverdag, tirsdag den 2. april 2024.");
        assertThat(duty(plan("asylcenter", LocalDate.of(2016, 8, 10), null, null), "overtagelse")
                        .explanation())
                .contains("Da dagen er en lørdag, rykkes den til næste hverdag, mandag den 3. oktober 2016.");
    }

    @Test
    void aTextSaysWhenTheMonthIsShorterThanTheTriggersDay() {
        CountedDeadline contract = duty(
                plan("asylcenter", LocalDate.of(2014, 12, 15), LocalDate.of(2015, 1, 31), null),
                "integrationskontrakt");

        assertThat(contract.due()).isEqualTo(LocalDate.of(2015, 2, 28));
        assertThat(contract.explanation()).contains("Måneden har ingen 31. dag, så fristen er månedens sidste dag.");
    }

    @Test
    void anAgreedTakeoverGoesBeforeTheCountedOneAndIsNotCalledLaw() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2015, 5, 15), LocalDate.of(2015, 6, 6), null);

        CountedDeadline takeover = duty(plan, "overtagelse");
        assertThat(plan.takeover()).isEqualTo(LocalDate.of(2015, 6, 6));
        assertThat(takeover.rule().kind()).isEqualTo(DeadlineKind.AFTALT);
        assertThat(takeover.rule().ruleId()).isEqualTo("rule_overtagelse_aftalt_2013");
        assertThat(takeover.explanation())
                .startsWith("Datoen er aftalt: lørdag den 6. juni 2015. Den rykkes ikke, fordi den er aftalt.")
                .contains("Uden aftalen var datoen onsdag den 1. juli 2015.");
        assertThat(duty(plan, "integrationskontrakt").due()).isEqualTo(LocalDate.of(2015, 7, 6));
    }

    @Test
    void anAgreedTakeoverOnTheCountedDateIsTheLawsOwn() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2016, 8, 10), LocalDate.of(2016, 10, 3), null);

        assertThat(duty(plan, "overtagelse").rule().kind()).isEqualTo(DeadlineKind.LOV);
    }

    @Test
    void anAgreedTakeoverAfterTheLawsLastDateSaysSo() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2015, 5, 15), LocalDate.of(2015, 7, 20), null);

        assertThat(duty(plan, "overtagelse").explanation())
                .contains("Datoen ligger efter lovens seneste dato, 1. juli 2015: tjek den.");
    }

    @Test
    void theLawOfAnAgreedTakeoverIsTheOneOfTheAgreedDate() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2016, 5, 10), LocalDate.of(2016, 6, 15), null);

        assertThat(duty(plan, "integrationskontrakt").rule().ruleId()).isEqualTo("rule_kontrakt_2013");
        assertThat(duty(plan, "integrationsplan").due()).isEqualTo(LocalDate.of(2016, 9, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "kvote, rule_overtagelse_kvote_2013",
        "familiesammenfoert, rule_overtagelse_familie_2013",
        "tilflytter, rule_overtagelse_tilflytter_2013"
    })
    void onTheOtherTracksTheMunicipalityTakesOverAtTheArrival(String track, String ruleId) {
        LocalDate saturday = LocalDate.of(2015, 8, 15);
        DeadlinePlanner.Plan plan = plan(track, LocalDate.of(2015, 5, 15), null, saturday);

        assertThat(plan.takeover()).isEqualTo(saturday);
        assertThat(duty(plan, "overtagelse").rule().ruleId()).isEqualTo(ruleId);
        assertThat(duty(plan, "integrationskontrakt").due()).isEqualTo(LocalDate.of(2015, 9, 15));
        assertThat(plan.deadlines()).noneMatch(counted -> counted.rule().duty().equals("cpr-registrering"));
    }

    @Test
    void withoutAnArrivalTheQuotaFamilysDeadlinesWaitAndSayForWhat() {
        DeadlinePlanner.Plan plan = plan("kvote", LocalDate.of(2015, 5, 15), null, null);

        CountedDeadline contract = duty(plan, "integrationskontrakt");
        assertThat(plan.takeover()).isNull();
        assertThat(contract.state()).isEqualTo(DeadlineState.WAITING);
        assertThat(contract.due()).isNull();
        assertThat(contract.explanation())
                .startsWith("Fristen er 1 måned efter overtagelsen. Den venter på overtagelsen og regnes, når datoen er"
                        + " kendt.")
                .contains("Reglerne er foreløbigt valgt efter visitationen");
    }

    @Test
    void aPlannedArrivalCountsUntilTheActualOneAndIsNamedAsAPlan() {
        LocalDate planned = LocalDate.of(2015, 8, 15);
        LocalDate actual = LocalDate.of(2015, 8, 20);
        CaseDates before = new CaseDates("kvote", LocalDate.of(2015, 5, 15), null, planned, null, Map.of());
        CaseDates after = new CaseDates("kvote", LocalDate.of(2015, 5, 15), null, planned, actual, Map.of());

        assertThat(PLANNER.plan(before, null, PLANNER.newest()).takeover()).isEqualTo(planned);
        assertThat(duty(PLANNER.plan(before, null, PLANNER.newest()), "laegebesoeg")
                        .explanation())
                .startsWith("Målet er 2 uger efter ankomsten den 15. august 2015 (planlagt) og udløber");
        assertThat(PLANNER.plan(after, null, PLANNER.newest()).takeover()).isEqualTo(actual);
        assertThat(duty(PLANNER.plan(after, null, PLANNER.newest()), "laegebesoeg")
                        .explanation())
                .doesNotContain("planlagt");
    }

    @Test
    void aDateOfAnotherEventStartsTheDeadlineThatWaitedForIt() {
        LocalDate visitation = LocalDate.of(2015, 5, 15);
        CaseDates signed = new CaseDates(
                "asylcenter", visitation, null, null, null, Map.of("integrationskontrakt", LocalDate.of(2015, 7, 20)));

        assertThat(duty(plan("asylcenter", visitation, null, null), "opfoelgningssamtale")
                        .state())
                .isEqualTo(DeadlineState.WAITING);
        assertThat(duty(PLANNER.plan(signed, null, PLANNER.newest()), "opfoelgningssamtale")
                        .due())
                .isEqualTo(LocalDate.of(2015, 10, 20));
    }

    @Test
    void whatWaitsForAnEventIsNoDutyOfTheCaseUntilItHappens() {
        LocalDate visitation = LocalDate.of(2026, 3, 2);
        DeadlinePlanner.Plan calm = plan("asylcenter", visitation, null, null);

        assertThat(calm.deadlines()).noneMatch(counted -> counted.rule().duty().equals("genvurdering"));
        assertThat(calm.afterEvents()).extracting(DeadlineRule::trigger).contains("klage", "aktindsigt", "foedsel");

        CaseDates complained = new CaseDates(
                "asylcenter",
                visitation,
                null,
                null,
                null,
                Map.of("klage", LocalDate.of(2026, 6, 5), "aktindsigt", LocalDate.of(2026, 5, 12)));
        DeadlinePlanner.Plan plan = PLANNER.plan(complained, null, PLANNER.newest());

        assertThat(duty(plan, "genvurdering").due()).isEqualTo(LocalDate.of(2026, 7, 3));
        assertThat(duty(plan, "genvurdering").explanation())
                .startsWith(
                        "Fristen er 4 uger efter modtagelsen af klagen den 5. juni 2026 og udløber fredag den 3. juli"
                                + " 2026.")
                .contains(
                        "Hjemmel: retssikkerhedsloven § 66 (regel rule_genvurdering i tabellen forvaltningsfrist, udgave 1).",
                        "Reglen er ikke bekræftet");
        // Kristi himmelfartsdag lies between.
        assertThat(duty(plan, "aktindsigt-svar").due()).isEqualTo(LocalDate.of(2026, 5, 22));
        assertThat(plan.deadlines()).hasSize(calm.deadlines().size() + 2);
    }

    @Test
    void anEventFollowsTheLawOfItsOwnDayAndACitizensDeadlineRolls() {
        Map<String, LocalDate> events =
                Map.of("foedsel", LocalDate.of(2025, 8, 31), "afgoerelse", LocalDate.of(2025, 3, 20));
        CaseDates dates = new CaseDates("asylcenter", LocalDate.of(2018, 2, 14), null, null, null, events);
        DeadlinePlanner.Plan plan = PLANNER.plan(dates, null, PLANNER.newest());

        assertThat(duty(plan, "integrationskontrakt").rule().ruleSet()).isEqualTo("RS-2016");
        assertThat(duty(plan, "opfoelgning-barsel").rule().ruleSet()).isEqualTo("RS-2025");
        assertThat(duty(plan, "opfoelgning-barsel").due()).isEqualTo(LocalDate.of(2026, 2, 28));
        CountedDeadline complaint = duty(plan, "klagefrist");
        assertThat(complaint.rule().kind()).isEqualTo(DeadlineKind.BORGER);
        assertThat(complaint.due()).isEqualTo(LocalDate.of(2025, 4, 22));
        assertThat(complaint.explanation())
                .contains("Da dagen er skærtorsdag, rykkes den til næste hverdag, tirsdag den 22. april 2025.");
    }

    @Test
    void aGoalBeforeItsEventIsCountedBackAndSaidSo() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2026, 3, 2), null, LocalDate.of(2026, 5, 4));

        CountedDeadline meeting = duty(plan, "velkomstmoede");
        assertThat(meeting.due()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(meeting.explanation())
                .startsWith("Målet er 2 uger før ankomsten den 4. maj 2026: mandag den 20. april 2026.");
        assertThat(duty(plan("asylcenter", LocalDate.of(2026, 3, 2), null, null), "velkomstmoede")
                        .explanation())
                .startsWith("Målet er 2 uger før ankomsten. Den venter på ankomsten");
    }

    @Test
    void aDutyWithoutAFixedLengthHasNoDateAndSaysSo() {
        CountedDeadline dwelling = duty(plan("asylcenter", LocalDate.of(2015, 5, 15), null, null), "permanent-bolig");

        assertThat(dwelling.due()).isNull();
        assertThat(dwelling.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(dwelling.explanation())
                .startsWith("Permanent bolig skal anvises snarest muligt. Fristen har ingen fast længde her.");
    }

    @Test
    void theIntegrationPlanEndedWithTheLawOf2016() {
        assertThat(plan("asylcenter", LocalDate.of(2016, 4, 30), null, null).deadlines())
                .anyMatch(counted -> counted.rule().duty().equals("integrationsplan"));
        assertThat(plan("asylcenter", LocalDate.of(2016, 5, 1), null, null).deadlines())
                .noneMatch(counted -> counted.rule().duty().equals("integrationsplan"));
    }

    @Test
    void theHealthOfferIsForAllUntil2016ThenByNeedAndAChoiceForTheReunified() {
        LocalDate day = LocalDate.of(2018, 2, 14);
        assertThat(duty(plan("kvote", day, null, day), "helbredsvurdering-tilbud")
                        .rule())
                .returns("rule_helbred_kvote_2016", DeadlineRule::ruleId)
                .returns(DeadlineScope.PERSON, DeadlineRule::scope)
                .returns(RuleStatus.UBEKRAEFTET, DeadlineRule::status);
        assertThat(duty(plan("asylcenter", day, null, day), "helbredsvurdering-tilbud")
                        .rule()
                        .ruleId())
                .isEqualTo("rule_helbred_behov_2016");
        assertThat(duty(plan("familiesammenfoert", day, null, day), "helbredsvurdering-tilbud")
                        .rule()
                        .kind())
                .isEqualTo(DeadlineKind.LOKAL);
        LocalDate before = LocalDate.of(2015, 5, 15);
        assertThat(duty(plan("familiesammenfoert", before, null, before), "helbredsvurdering-tilbud")
                        .rule()
                        .ruleId())
                .isEqualTo("rule_helbred_alle_2013");
    }

    @Test
    void aRuleThatIsNotConfirmedSaysSo() {
        CountedDeadline cpr = duty(plan("asylcenter", LocalDate.of(2015, 5, 15), null, null), "cpr-registrering");

        assertThat(cpr.confirmed()).isFalse();
        assertThat(cpr.explanation()).contains("Reglen er ikke bekræftet");
    }

    @Test
    void aReservationIsSaidBesideTheDeadlinesItConcernsAndOnlyThere() {
        DeadlinePlanner.Plan plan = plan("asylcenter", LocalDate.of(2022, 5, 10), null, null);

        assertThat(duty(plan, "integrationskontrakt").explanation())
                .contains("Forbehold: Det er uklart, om kontrakten");
        assertThat(duty(plan, "integrationskontrakt").confirmed()).isTrue();
        assertThat(duty(plan, "permanent-bolig").explanation()).doesNotContain("Forbehold");
        assertThat(duty(plan, "laegebesoeg").explanation()).doesNotContain("Forbehold");
    }

    @ParameterizedTest
    @CsvSource({
        // visitation, takeover, start of Danish: the law of the takeover date decides whether there is a suspension
        "2022-01-20, 2022-03-01, 2022-04-01",
        "2022-02-10, 2022-04-01, 2022-08-01",
        "2024-10-15, 2024-12-02, 2025-04-02",
        "2024-11-10, 2025-01-02, 2025-02-02"
    })
    void anOfferStandsStillForThreeMonthsFromTheTakeoverWhileTheLawSaysSo(
            LocalDate visitation, LocalDate takeover, LocalDate danish) {
        DeadlinePlanner.Plan plan = plan("asylcenter", visitation, null, null);

        assertThat(plan.takeover()).isEqualTo(takeover);
        assertThat(duty(plan, "danskuddannelse").due()).isEqualTo(danish);
        assertThat(duty(plan, "integrationsprogram").due()).isEqualTo(danish);
        assertThat(duty(plan, "integrationskontrakt").due()).isEqualTo(takeover.plusMonths(1));
    }

    @Test
    void aSuspendedDeadlineSaysGroundTimeCountAndWhatItWouldHaveBeen() {
        CountedDeadline danish = duty(plan("asylcenter", LocalDate.of(2022, 2, 10), null, null), "danskuddannelse");

        assertThat(danish.pause()).isEqualTo(new Pause(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 7, 1)));
        assertThat(danish.confirmed()).isFalse();
        assertThat(danish.explanation())
                .startsWith(
                        "Fristen er 1 måned efter overtagelsen den 1. april 2022, men står i bero imens, så den regnes"
                                + " fra den 1. juli 2022 og udløber mandag den 1. august 2022.")
                .contains(
                        "Udsættelse: efter integrationsloven § 4 b står fristen i bero i 3 måneder fra overtagelsen,"
                                + " fra den 1. april 2022 til den 1. juli 2022. Uden udsættelsen var den søndag den 1. maj 2022.")
                .contains("Kilden siger ikke, hvordan fristen løber, når udsættelsen slutter");
    }

    @ParameterizedTest
    @CsvSource({"0, 2022-05-01", "1, 2022-06-01", "5, 2022-08-01"})
    void theMunicipalityCanOptOutOfTheSuspensionOrShortenItButNotProlongIt(int months, LocalDate danish) {
        TablesFromFiles tables = new TablesFromFiles();
        tables.answer(
                RuleBook.SUSPENSION_CHOICE,
                Map.of("maaneder", months, "begrundelse", "Byrådet har besluttet det den 3. maj 2022."));
        DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(tables));

        CountedDeadline counted = duty(
                planner.plan(
                        new CaseDates("asylcenter", LocalDate.of(2022, 2, 10), null, null, null, Map.of()),
                        null,
                        planner.newest()),
                "danskuddannelse");

        assertThat(counted.due()).isEqualTo(danish);
        if (months < 3) {
            assertThat(counted.explanation()).contains("Byrådet har besluttet det den 3. maj 2022.");
        } else {
            assertThat(counted.explanation()).doesNotContain("Byrådet");
        }
    }

    @Test
    void whatHadRunBeforeTheClockStoodStillHasRun() {
        TablesFromFiles tables = new TablesFromFiles();
        tables.answer(
                RuleBook.SUSPENSIONS,
                Map.of(
                        "pligter", "permanent-bolig-maal",
                        "hjemmel", "en bekendtgørelse",
                        "udloeser", "overtagelse",
                        "maaneder", 2,
                        "kilde", "en prøve"));
        DeadlinePlanner planner = new DeadlinePlanner(new RuleBook(tables));
        LocalDate arrival = LocalDate.of(2026, 5, 20);

        DeadlinePlanner.Plan plan = planner.plan(
                new CaseDates("asylcenter", LocalDate.of(2026, 4, 10), null, null, arrival, Map.of()),
                null,
                planner.newest());

        assertThat(plan.takeover()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(duty(plan, "permanent-bolig-maal").due()).isEqualTo(LocalDate.of(2027, 1, 20));
    }

    @Test
    void aFamilyThatMovedInGetsItsDeadlinesAsUnconfirmed() {
        DeadlinePlanner.Plan plan = plan("tilflytter", LocalDate.of(2015, 5, 15), null, LocalDate.of(2015, 6, 1));

        assertThat(duty(plan, "integrationskontrakt").confirmed()).isFalse();
        assertThat(duty(plan, "integrationskontrakt").explanation()).contains("Spørg fraflytningskommunen");
        assertThat(duty(plan, "overtagelse").confirmed()).isTrue();
    }

    @Test
    void aChosenRuleSetIsUsedWhateverTheDates() {
        RuleSet of2013 = PLANNER.ruleSets().stream()
                .filter(set -> set.code().equals("RS-2013"))
                .findFirst()
                .orElseThrow();
        CaseDates dates = new CaseDates("asylcenter", LocalDate.of(2024, 2, 15), null, null, null, Map.of());
        DeadlinePlanner.Plan plan = PLANNER.plan(dates, of2013, PLANNER.newest());

        assertThat(plan.takeover()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(duty(plan, "helbredsvurdering-tilbud").rule().ruleId()).isEqualTo("rule_helbred_alle_2013");
        assertThat(duty(plan, "integrationskontrakt").explanation())
                .contains("Regnet efter regelsættet RS-2013, som er valgt.");
    }

    @Test
    void aDateBeforeTheKnownLawIsRefused() {
        assertThatThrownBy(() -> plan("asylcenter", LocalDate.of(2009, 5, 15), null, null))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("De kendes fra 1. januar 2010");
        assertThatThrownBy(() -> plan("tilflytter", LocalDate.of(2012, 5, 15), null, null))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Der er ingen regel");
    }

    @Test
    void theTakeoverComesFirstAndTheRestByDueDate() {
        List<CountedDeadline> deadlines = plan("asylcenter", LocalDate.of(2015, 5, 15), null, LocalDate.of(2015, 7, 3))
                .deadlines();

        assertThat(deadlines.get(0).rule().duty()).isEqualTo("overtagelse");
        List<LocalDate> dues = deadlines.stream()
                .skip(1)
                .map(CountedDeadline::due)
                .filter(due -> due != null)
                .toList();
        assertThat(dues).isSorted().hasSizeGreaterThan(10);
    }

    private static DeadlinePlanner.Plan plan(
            String track, LocalDate visitation, @Nullable LocalDate agreed, @Nullable LocalDate arrival) {
        return PLANNER.plan(new CaseDates(track, visitation, agreed, null, arrival, Map.of()), null, PLANNER.newest());
    }

    private static CountedDeadline duty(DeadlinePlanner.Plan plan, String duty) {
        return plan.deadlines().stream()
                .filter(counted -> counted.rule().duty().equals(duty))
                .findFirst()
                .orElseThrow(() -> new AssertionError("ingen frist for " + duty));
    }
}
