package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.platform.InputRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
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
    static void deployTheTables(@Autowired RepositoryService repository) {
        for (String table : List.of("etableringspakke", "trangsvurdering")) {
            if (repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(table)
                            .count()
                    == 0) {
                repository
                        .createDeployment()
                        .addClasspathResource("processes/etablering/" + table + ".dmn")
                        .deploy();
            }
        }
    }

    private static EstablishmentRequest request(String packageId, List<String> belongings, List<ExtraModule> extras) {
        return new EstablishmentRequest(packageId, List.of(38, 34, 7), List.of(), belongings, List.of(), extras);
    }

    private StoredLine line(String item) {
        return support.lines(CASE).stream()
                .filter(line -> line.item().equals(item) && line.omittedReason() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(item));
    }

    @Test
    void aProposalIsStoredLineByLineWithItsRuleAndWhoMadeIt() {
        Proposal proposal = support.propose(CASE, request("lemvig", List.of("sofa"), List.of()));
        assertThat(support.lines(CASE))
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
        assertThat(support.markGranted(CASE)).isEqualTo(13);
        assertThat(support.lines(CASE))
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
        assertThat(support.lines(CASE)).hasSize(14).allMatch(line -> line.packageId()
                .equals("svendborg"));
    }

    @Test
    void aGrantedLineSurvivesANewProposalAndIsNotProposedAgain() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        support.markGranted(CASE);
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        assertThat(support.lines(CASE)).hasSize(11).allMatch(line -> line.decidedAt() != null);
    }

    @Test
    void anAnswerFillsInWhatTheSourceLeftOpen() {
        support.propose(CASE, request("silkeborg", List.of(), List.of()));
        support.answer(CASE, line("seng").id(), true, 3, ItemState.NY);
        support.answer(CASE, line("tv").id(), false, null, ItemState.NY);
        assertThat(line("seng").quantity()).isEqualTo(3);
        assertThat(line("tv").chosen()).isFalse();
    }

    @Test
    void onlyOneOfTwoAlternativesCanBeChosenAndNeitherIsBeforehand() {
        support.propose(CASE, request("mariagerfjord", List.of(), List.of()));
        assertThat(line("tv").chosen()).isFalse();
        assertThat(line("pc").chosen()).isFalse();
        support.answer(CASE, line("tv").id(), true, 1, ItemState.BRUGT);
        support.answer(CASE, line("pc").id(), true, 1, ItemState.BRUGT);
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
        assertThat(support.markGranted(CASE)).isEqualTo(11);
        assertThat(support.markGranted(CASE)).isZero();
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
    void anotherCaseIsUntouched() {
        support.propose(CASE, request("lemvig", List.of(), List.of()));
        support.propose("2026-00018", request("thisted", List.of(), List.of()));
        support.markGranted("2026-00018");
        assertThat(support.lines(CASE)).hasSize(11).allMatch(line -> line.decidedAt() == null);
    }

    @Test
    void anAnswerThatCannotBeTakenIsRefused() {
        support.propose(CASE, request("svendborg", List.of("reol"), List.of()));
        long omitted = support.lines(CASE).stream()
                .filter(line -> line.omittedReason() != null)
                .findFirst()
                .orElseThrow()
                .id();
        long bed = line("seng").id();
        assertThatThrownBy(() -> support.answer(CASE, -1, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("findes ikke");
        assertThatThrownBy(() -> support.answer("2026-00018", bed, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> support.answer(CASE, bed, true, 0, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("mindst 1");
        assertThatThrownBy(() -> support.answer(CASE, omitted, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("udeladt");
        support.markGranted(CASE);
        assertThatThrownBy(() -> support.answer(CASE, bed, true, 1, ItemState.NY))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("allerede bevilget");
    }

    @Test
    void theNeedsTestAnswersByTheTable() {
        assertThat(support.assessNeed(new NeedAnswers("belyst", "nej", "nej")).outcome())
                .isEqualTo("behov");
        assertThatThrownBy(() -> support.assessNeed(new NeedAnswers("belyst", "måske", "nej")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("mangler et svar");
    }
}
