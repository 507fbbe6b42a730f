package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.platform.InputRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@ActiveProfiles("test")
@Transactional
@WithMockUser("ydelse")
@DisplayName("the establishment support of a case")
class CaseSupportTest {

    private static final String CASE = "2026-00017";

    /** Half past midnight in Copenhagen, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    @Autowired
    private EstablishmentSupport support;

    /** Fixed in another zone than the municipality's, so that a date taken from the wrong one shows. */
    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @BeforeAll
    static void deployTheTable(@Autowired RepositoryService repository) {
        if (repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("etableringspakke")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("processes/etablering/etableringspakke.dmn")
                    .deploy();
        }
    }

    private static EstablishmentRequest request(String packageId, List<String> belongings, List<ExtraModule> extras) {
        return new EstablishmentRequest(packageId, List.of(38, 34, 7), List.of(), belongings, List.of(), extras);
    }

    private StoredLine line(String item) {
        return support.proposal(CASE).lines().stream()
                .filter(line -> line.item().equals(item) && line.omittedReason() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(item));
    }

    /** An answer by somebody who sees the line as it stands. */
    private void answer(long lineId, boolean chosen, @Nullable Integer quantity, ItemState state) {
        answer(lineId, chosen, quantity, state, null);
    }

    private void answer(
            long lineId, boolean chosen, @Nullable Integer quantity, ItemState state, @Nullable String text) {
        int version = support.proposal(CASE).lines().stream()
                .filter(line -> line.id() == lineId)
                .map(StoredLine::version)
                .findFirst()
                .orElse(0);
        support.answer(CASE, List.of(new LineAnswer(lineId, version, chosen, quantity, state, text)));
    }

    /** Answers whatever is open, taking no alternatives, and grants. */
    private int grant(String caseNumber) {
        CaseProposal proposal = support.proposal(caseNumber);
        support.answer(
                caseNumber,
                proposal.lines().stream()
                        .filter(proposal::isAnswerable)
                        .map(line -> new LineAnswer(
                                line.id(),
                                line.version(),
                                line.chosen() && line.alternativeGroup() == null,
                                line.quantity() == null ? Integer.valueOf(1) : line.quantity(),
                                line.state() == ItemState.NY ? ItemState.NY : ItemState.BRUGT,
                                "Aftalt."))
                        .toList());
        return support.markGranted(caseNumber);
    }

    private List<String> open() {
        return support.proposal(CASE).openQuestions().stream()
                .map(question -> question.itemName() + ": " + question.missing())
                .toList();
    }

    @Test
    void aProposalIsStoredLineByLineWithItsRuleAndWhoMadeIt() {
        Proposal proposal = support.propose(CASE, request("lemvig", List.of("sofa"), List.of()));
        assertThat(support.proposal(CASE).lines())
                .extracting(StoredLine::ruleId)
                .hasSize(proposal.lines().size() + 1)
                .containsAll(
                        proposal.lines().stream().map(Proposal.Line::ruleId).toList())
                .contains("rule_lemvig_sofa");
        assertThat(line("seng")).satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(3);
            assertThat(line.state()).isEqualTo(ItemState.NY);
            assertThat(line.basis()).isEqualTo(Basis.PERSON);
            assertThat(line.ruleId()).isEqualTo("rule_lemvig_seng");
            assertThat(line.chosen()).isTrue();
            assertThat(line.proposedBy()).isEqualTo("ydelse");
            assertThat(line.proposedAt()).isEqualTo(NOW);
            assertThat(line.decidedAt()).isNull();
        });
    }

    @Test
    void whatTheFamilyBringsIsKeptWithTheReasonAndNeverGranted() {
        support.propose(CASE, request("svendborg", List.of("sofa", "sofa"), List.of()));
        assertThat(grant(CASE)).isEqualTo(13);
        assertThat(support.proposal(CASE).lines())
                .filteredOn(line -> line.item().equals("sofa"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.omittedReason()).contains("medbringer sofa");
                    assertThat(line.chosen()).isFalse();
                    assertThat(line.decidedAt()).isNull();
                });
    }

    @Test
    void aNewProposalReplacesTheOldOne() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        support.propose(CASE, request("svendborg", List.of(), List.of()));
        assertThat(support.proposal(CASE).lines()).hasSize(14).allMatch(line -> line.packageId()
                .equals("svendborg"));
    }

    @Test
    void aGrantedLineSurvivesANewProposalAndIsNotProposedAgain() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        grant(CASE);
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        assertThat(support.proposal(CASE).lines()).hasSize(11).allMatch(line -> line.decidedAt() != null);
    }

    @Test
    void anAnswerFillsInWhatTheSourceLeftOpen() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        answer(line("seng").id(), true, 3, ItemState.NY);
        answer(line("tv").id(), false, null, ItemState.NY);
        assertThat(line("seng").quantity()).isEqualTo(3);
        assertThat(line("tv").chosen()).isFalse();
    }

    @Test
    void onlyOneOfTwoAlternativesCanBeChosenAndNeitherIsBeforehand() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        assertThat(line("tv").chosen()).isFalse();
        assertThat(line("pc").chosen()).isFalse();
        answer(line("tv").id(), true, 1, ItemState.BRUGT);
        answer(line("pc").id(), true, 1, ItemState.BRUGT);
        assertThat(line("tv").chosen()).isFalse();
        assertThat(line("pc").chosen()).isTrue();
        assertThat(line("klaedeskab").chosen()).isFalse();
    }

    @Test
    void anExtraModuleIsChosenOnlyWithAReason() {
        support.propose(
                CASE,
                new EstablishmentRequest(
                        "silkeborg", List.of(38), List.of(), List.of(), List.of("bus-til-sprogskole"), List.of()));
        assertThat(line("bus-til-sprogskole").chosen()).isFalse();
        support.propose(
                CASE,
                request("silkeborg", List.of(), List.of(new ExtraModule("bus-til-sprogskole", "Bor langt ude."))));
        assertThat(line("bus-til-sprogskole").chosen()).isTrue();
        assertThat(line("bus-til-sprogskole").reason()).isEqualTo("Bor langt ude.");
    }

    @Test
    void supportIsGrantedOrderedAndDeliveredOnceInThatOrder() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        assertThat(support.markOrdered(CASE)).isZero();
        assertThat(grant(CASE)).isEqualTo(11);
        assertThat(grant(CASE)).isZero();
        assertThat(support.markDelivered(CASE)).isZero();
        assertThat(support.markOrdered(CASE)).isEqualTo(11);
        assertThat(support.markDelivered(CASE)).isEqualTo(11);
        assertThat(line("seng")).satisfies(line -> {
            assertThat(line.decidedBy()).isEqualTo("ydelse");
            assertThat(line.decidedAt()).isEqualTo(NOW);
            assertThat(line.orderedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(line.deliveredOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        });
    }

    @Test
    void nothingIsGrantedWhileAQuestionIsOpen() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        assertThatThrownBy(() -> support.markGranted(CASE))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("spørgsmål om etableringen er stadig åbne")
                .hasMessageContaining("Svar på siden Etablering");
        assertThat(support.proposal(CASE).grantedAt()).isNull();
    }

    @Test
    void anotherCaseIsUntouched() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        support.propose("2026-00018", request("thisted", List.of(), List.of()));
        grant("2026-00018");
        assertThat(support.proposal(CASE).lines()).hasSize(11).allMatch(line -> line.decidedAt() == null);
    }

    @Test
    void anAnswerThatCannotBeTakenIsRefused() {
        support.propose(CASE, request("svendborg", List.of("reol"), List.of()));
        long omitted = support.proposal(CASE).lines().stream()
                .filter(line -> line.omittedReason() != null)
                .findFirst()
                .orElseThrow()
                .id();
        long bed = line("seng").id();
        assertThatThrownBy(() -> answer(-1, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("lavet om");
        assertThatThrownBy(() ->
                        support.answer("2026-00018", List.of(new LineAnswer(bed, 0, true, 1, ItemState.NY, null))))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> answer(bed, true, 0, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("fra 1 til 999");
        assertThatThrownBy(() -> answer(omitted, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageEndingWith("er udeladt, fordi familien medbringer den, og kan ikke ændres her.");
        grant(CASE);
        assertThatThrownBy(() -> answer(bed, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("allerede bevilget");
    }

    @Test
    void whatThePackageLeavesOpenIsOpenUntilItIsAnsweredOrTheLineIsDropped() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        assertThat(open())
                .contains(
                        "lamper: skriv antallet, og vælg ny eller brugt",
                        "sofa: skriv antallet",
                        "køkkenmodul: svar i ord")
                .noneMatch(question -> question.startsWith("seng") && !question.startsWith("sengetøjsmodul"))
                .noneMatch(question -> question.startsWith("stole"));
        answer(line("lampe").id(), true, 4, ItemState.IKKE_ANGIVET);
        assertThat(open()).contains("lamper: vælg ny eller brugt");
        answer(line("lampe").id(), true, 4, ItemState.BRUGT);
        answer(line("sofa").id(), false, null, ItemState.BRUGT);
        answer(line("koekkenmodul").id(), true, null, ItemState.IKKE_ANGIVET, "Gryder, pande og service til tre.");
        assertThat(open())
                .noneMatch(question -> question.startsWith("lamper")
                        || question.startsWith("sofa:")
                        || question.startsWith("køkkenmodul"));
    }

    @Test
    void aChoiceBetweenAlternativesIsOpenUntilOneOrNoneIsChosen() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        assertThat(open())
                .contains("tv eller pc: vælg én, eller vælg ingen af dem")
                .filteredOn(question -> question.contains("tv"))
                .hasSize(1);
        support.answer(
                CASE,
                List.of(
                        new LineAnswer(line("tv").id(), 0, null, 2, ItemState.NY, null),
                        new LineAnswer(line("pc").id(), 0, null, null, ItemState.IKKE_ANGIVET, null)));
        assertThat(open()).contains("tv eller pc: vælg én, eller vælg ingen af dem");
        answer(line("pc").id(), true, 1, ItemState.BRUGT);
        assertThat(open()).noneMatch(question -> question.contains("pc"));
        answer(line("klaedeskab").id(), false, null, ItemState.IKKE_ANGIVET);
        assertThat(open()).noneMatch(question -> question.contains("kommoder"));
    }

    @Test
    void bothAlternativesAtOnceAreRefused() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        List<LineAnswer> both = List.of(
                new LineAnswer(line("tv").id(), 0, true, 1, ItemState.NY, null),
                new LineAnswer(line("pc").id(), 0, true, 1, ItemState.NY, null));
        assertThatThrownBy(() -> support.answer(CASE, both))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Vælg kun én");
    }

    @Test
    void whatThePackageSaysIsChangedOnlyWithAReasonAndItsStateNotAtAll() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        long bed = line("seng").id();
        assertThatThrownBy(() -> answer(bed, true, 2, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("ikke er de 3");
        assertThatThrownBy(() -> answer(bed, true, null, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Pakken giver 3");
        assertThatThrownBy(() -> answer(bed, true, 3, ItemState.BRUGT))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("er ny");
        answer(bed, true, 2, ItemState.NY, "Forældrene deler seng.");
        assertThat(line("seng").quantity()).isEqualTo(2);
    }

    @Test
    void aCprNumberIsRefusedInAnAnswer() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        long bed = line("seng").id();
        assertThatThrownBy(() -> answer(bed, true, 3, ItemState.NY, "Til 120385-1234"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("CPR-nummer");
        assertThat(line("seng").answer()).isNull();
    }

    @Test
    void oneWrongAnswerKeepsAllFromBeingStored() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        List<LineAnswer> answers = List.of(
                new LineAnswer(line("seng").id(), 0, true, 3, ItemState.NY, null),
                new LineAnswer(line("tv").id(), 0, true, 1000, ItemState.NY, "x".repeat(1001)));
        assertThatThrownBy(() -> support.answer(CASE, answers))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("rule_silkeborg_tv.quantity", "rule_silkeborg_tv.text"));
        assertThat(line("seng").quantity()).isNull();
    }

    @Test
    void whoAnsweredWhatWhenIsKeptAlsoWhenTheProposalIsMadeAnew() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        answer(line("seng").id(), true, 3, ItemState.NY);
        answer(line("seng").id(), true, 4, ItemState.NY, "Ét barn mere.");
        answer(line("seng").id(), true, 4, ItemState.NY, "Ét barn mere.");
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        assertThat(line("seng").quantity()).isNull();
        assertThat(support.answers(CASE))
                .extracting(GivenAnswer::itemName, GivenAnswer::quantity, GivenAnswer::text, GivenAnswer::answeredBy)
                .containsExactly(tuple("seng", 4, "Ét barn mere.", "ydelse"), tuple("seng", 3, null, "ydelse"));
    }

    @Test
    void twoWhoAnswerDifferentLinesFromTheSamePageKeepBothAnswers() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        long bed = line("seng").id();
        long tv = line("tv").id();
        LineAnswer bedUntouched = new LineAnswer(bed, 0, true, null, ItemState.NY, null);
        LineAnswer tvUntouched = new LineAnswer(tv, 0, true, null, ItemState.NY, null);
        support.answer(CASE, List.of(new LineAnswer(bed, 0, true, 3, ItemState.NY, null), tvUntouched));
        support.answer(CASE, List.of(bedUntouched, new LineAnswer(tv, 0, true, 1, ItemState.NY, null)));
        assertThat(line("seng").quantity()).isEqualTo(3);
        assertThat(line("tv").quantity()).isEqualTo(1);
    }

    @Test
    void twoWhoAnswerTheSameLineDifferentlyDoNotOverwriteEachOther() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        long bed = line("seng").id();
        support.answer(CASE, List.of(new LineAnswer(bed, 0, true, 3, ItemState.NY, null)));
        List<LineAnswer> late = List.of(new LineAnswer(bed, 0, true, 5, ItemState.NY, null));
        assertThatThrownBy(() -> support.answer(CASE, late))
                .isInstanceOfSatisfying(AnsweredMeanwhile.class, meanwhile -> assertThat(meanwhile.lines())
                        .extracting(StoredLine::quantity)
                        .containsExactly(3));
        assertThat(line("seng").quantity()).isEqualTo(3);
        assertThat(support.answer(CASE, List.of(new LineAnswer(bed, 0, true, 3, ItemState.NY, null))))
                .as("the same answer is none")
                .isZero();
    }

    @Test
    void twoWhoChooseDifferentAlternativesDoNotEndUpWithBoth() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        long tv = line("tv").id();
        long pc = line("pc").id();
        support.answer(
                CASE,
                List.of(
                        new LineAnswer(tv, 0, true, 1, ItemState.NY, null),
                        new LineAnswer(pc, 0, false, null, ItemState.IKKE_ANGIVET, null)));
        assertThatThrownBy(() -> support.answer(
                        CASE,
                        List.of(
                                new LineAnswer(tv, 0, false, null, ItemState.IKKE_ANGIVET, null),
                                new LineAnswer(pc, 0, true, 1, ItemState.NY, null))))
                .isInstanceOf(AnsweredMeanwhile.class);
        assertThat(line("tv").chosen()).isTrue();
        assertThat(line("pc").chosen()).isFalse();
    }

    @Test
    void aRefusalClosesTheProposalAndANewOneIsOpenAgain() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        assertThat(support.markRefused(CASE)).isPositive();
        assertThat(support.proposal(CASE).isAnswerable()).isFalse();
        assertThat(support.proposal(CASE).settlement()).isEqualTo(new CaseProposal.Settlement(NOW, true));
        assertThat(support.proposal(CASE).grantedAt()).isNull();
        long tv = line("tv").id();
        assertThatThrownBy(() -> answer(tv, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Støtten er ikke bevilget.");

        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        assertThat(support.proposal(CASE).isAnswerable()).isTrue();
        assertThat(support.proposal(CASE).settlement()).isNull();
        assertThat(grant(CASE)).isPositive();
        assertThat(support.proposal(CASE).settlement()).isEqualTo(new CaseProposal.Settlement(NOW, false));
    }

    @Test
    void aLineThatWasNotChosenCannotBeAnsweredAfterTheGrant() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        grant(CASE);
        assertThat(support.proposal(CASE).isAnswerable()).isFalse();
        assertThat(open()).isEmpty();
        long tv = line("tv").id();
        assertThatThrownBy(() -> answer(tv, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("allerede bevilget");
    }

    @Test
    void anExtraModuleIsAnsweredWithItsReason() {
        support.propose(
                CASE,
                new EstablishmentRequest(
                        "silkeborg", List.of(38), List.of(), List.of(), List.of("cykel-med-barnestol"), List.of()));
        long bicycle = line("cykel-med-barnestol").id();
        assertThatThrownBy(() -> answer(bicycle, true, 1, ItemState.BRUGT))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("sjældne tilfælde");
        answer(bicycle, true, 1, ItemState.BRUGT, "Barnet skal til børnehave i nabobyen.");
        assertThat(line("cykel-med-barnestol").chosen()).isTrue();
    }
}
