package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.TableOnFile;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a proposal of establishment support")
class ProposalTest {

    private static final TableOnFile TABLE = new TableOnFile("etablering/etableringspakke");
    private static final List<Integer> FIVE = List.of(38, 34, 12, 7, 1);

    private final EstablishmentSupport support = new EstablishmentSupport(
            TABLE, new RulesOnFile(TABLE), mock(EstablishmentLines.class), Clock.systemUTC(), "lemvig");

    private Proposal proposal(@Nullable String packageId, List<Integer> ages, List<String> belongings) {
        return support.preview(new EstablishmentRequest(packageId, ages, List.of(), belongings, List.of(), List.of()));
    }

    private static Proposal.Line line(Proposal proposal, String item) {
        return proposal.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item + " is not in " + proposal.lines()));
    }

    private static List<String> items(Proposal proposal) {
        return proposal.lines().stream().map(Proposal.Line::item).toList();
    }

    @ParameterizedTest(name = "{0}, {1} for {2} persons: {3}")
    @CsvSource({
        "aabenraa,  dyne,      1, 1",
        "aabenraa,  dyne,      5, 5",
        "aabenraa,  sengetoej, 5, 10",
        "aabenraa,  service,   5, 5",
        "svendborg, stol,      4, 4",
        "svendborg, stol,      5, 5",
        "svendborg, stol,      1, 1",
        "svendborg, sengetoej, 7, 7",
        "svendborg, sofa,      7, 2",
        "halsnaes,  stol,      7, 4",
        "lemvig,    stol,      6, 6",
        "lemvig,    seng,      6, 6"
    })
    void theAmountFollowsItsBasis(String packageId, String item, int persons, int quantity) {
        List<Integer> ages = Collections.nCopies(persons, 30);
        assertThat(line(proposal(packageId, ages, List.of()), item).quantity()).isEqualTo(quantity);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "silkeborg, seng",
        "halsnaes, seng",
        "aabenraa, viskestykke",
        "lemvig, spisebord",
        "lemvig, sofa",
        "svendborg, dyne"
    })
    void whatTheSourceLeavesOpenHasNoQuantityAndAQuestion(String packageId, String item) {
        Proposal.Line line = line(proposal(packageId, FIVE, List.of()), item);
        assertThat(line.quantity()).isNull();
        assertThat(line.question()).endsWith("?");
    }

    @Test
    void theAmountIsRoundedUpWhenTheReferenceHouseholdIsLarger() {
        PackageLine line = new PackageLine(
                "rule_x",
                "x",
                "x",
                LineKind.VARE,
                "m",
                Basis.ANTAL_PERSONER,
                2,
                ItemState.NY,
                null,
                null,
                4,
                null,
                List.of(),
                "k");
        assertThat(IntStream.rangeClosed(1, 8).map(persons -> line.quantityFor(persons)))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
    }

    @Test
    void theMunicipalitysOwnPackageIsUsedWhenNoneIsNamed() {
        assertThat(proposal(null, FIVE, List.of()).packageId()).isEqualTo("lemvig");
    }

    @Test
    void aPackageMayBeNamedAsPeopleWriteIt() {
        assertThat(proposal(" Halsnæs ", FIVE, List.of()).packageId()).isEqualTo("halsnaes");
    }

    @Test
    void whatTheFamilyBringsIsLeftOutAndSaid() {
        Proposal proposal = proposal("silkeborg", FIVE, List.of("sofa"));
        assertThat(items(proposal)).doesNotContain("sofa").contains("seng");
        assertThat(proposal.omitted()).singleElement().satisfies(omitted -> {
            assertThat(omitted.item()).isEqualTo("sofa");
            assertThat(omitted.ruleId()).isEqualTo("rule_silkeborg_sofa");
            assertThat(omitted.reason()).contains("medbringer sofa").contains("vurdér");
        });
    }

    @Test
    void bringingSomeOfManyReducesTheLine() {
        Proposal proposal = proposal("lemvig", FIVE, List.of("seng", "seng"));
        assertThat(line(proposal, "seng").quantity()).isEqualTo(3);
        assertThat(proposal.omitted()).singleElement().satisfies(omitted -> assertThat(omitted.quantity())
                .isEqualTo(2));
    }

    @Test
    void bringingAsManyAsThePackageGivesLeavesNothing() {
        Proposal proposal = proposal("lemvig", List.of(30, 4), List.of("seng", "seng", "seng"));
        assertThat(items(proposal)).doesNotContain("seng");
    }

    @Test
    void anItemMayBeNamedAsStaffWriteIt() {
        assertThat(items(proposal("mariagerfjord", FIVE, List.of("Håndklæder"))))
                .doesNotContain("haandklaede");
    }

    @Test
    void bringingOneAlternativeAsksAboutTheOther() {
        Proposal proposal = proposal("mariagerfjord", FIVE, List.of("tv"));
        assertThat(items(proposal)).doesNotContain("tv").contains("pc");
        assertThat(line(proposal, "pc").question())
                .startsWith("Familien medbringer tv")
                .contains("også gives pc?");
        assertThat(line(proposal, "pc").alternativeGroup()).isEqualTo("tv-eller-pc");
    }

    @Test
    void linesWhoseConditionIsNotMetAreShownAsOptional() {
        Proposal single = proposal("silkeborg", List.of(34), List.of());
        assertThat(single.optional())
                .extracting(Proposal.Optional::item)
                .containsExactly(
                        "garderobeskab",
                        "skrivebord-og-stol",
                        "barnevogn",
                        "puslebord",
                        "hoejstol",
                        "regntoej-flyverdragt",
                        "fodtoej-til-institution",
                        "cykel-med-barnestol",
                        "bus-til-sprogskole");
        assertThat(single.lines()).hasSize(38 - 9);
    }

    @Test
    void aPersonOfEighteenIsNoChild() {
        assertThat(items(proposal("silkeborg", List.of(18), List.of()))).doesNotContain("skrivebord-og-stol");
        assertThat(items(proposal("silkeborg", List.of(40, 17), List.of()))).contains("skrivebord-og-stol");
    }

    @Test
    void conditionsAndMissingThingsBringTheirLines() {
        Proposal proposal = support.preview(new EstablishmentRequest(
                "silkeborg", FIVE, List.of("garderobeskab"), List.of(), List.of("barnevogn"), List.of()));
        assertThat(items(proposal)).contains("garderobeskab", "barnevogn").doesNotContain("puslebord");
        assertThat(line(proposal, "barnevogn").condition()).isEqualTo("hvis aktuelt");
        assertThat(proposal.notes()).isEmpty();
    }

    @Test
    void whatThePackageDoesNotAnswerIsSaid() {
        Proposal proposal = support.preview(new EstablishmentRequest(
                "silkeborg", FIVE, List.of("koeleskab"), List.of(), List.of("garderobeskab"), List.of()));
        assertThat(proposal.notes())
                .extracting(Proposal.Note::message)
                .containsExactly(
                        "Pakken silkeborg nævner ikke køleskab: vurdér det særskilt.",
                        "Pakken silkeborg giver garderobeskab på betingelsen »hvis mangler«, som ikke er opfyldt med det, der er"
                                + " oplyst.");
    }

    @Test
    void anExtraModuleCarriesItsReason() {
        Proposal proposal = support.preview(new EstablishmentRequest(
                "silkeborg",
                FIVE,
                List.of(),
                List.of(),
                List.of(),
                List.of(new ExtraModule("cykel-med-barnestol", "Langt til børnehaven."))));
        assertThat(line(proposal, "cykel-med-barnestol").reason()).isEqualTo("Langt til børnehaven.");
        assertThat(line(proposal, "seng").reason()).isNull();
    }

    @Test
    void onlyAnExtraModuleCarriesAReason() {
        Proposal proposal = support.preview(new EstablishmentRequest(
                "silkeborg",
                FIVE,
                List.of(),
                List.of(),
                List.of("barnevogn"),
                List.of(new ExtraModule("barnevogn", "Langt til børnehaven."))));
        assertThat(line(proposal, "barnevogn").reason()).isNull();
        assertThat(support.extraItems("silkeborg"))
                .containsExactlyInAnyOrder("cykel-med-barnestol", "bus-til-sprogskole");
        assertThat(support.extraItems(null)).as("lemvig has none").isEmpty();
    }

    @Test
    void anExtraModuleWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> support.preview(new EstablishmentRequest(
                        "silkeborg",
                        FIVE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new ExtraModule("cykel-med-barnestol", " ")))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Skriv begrundelsen");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> support.preview(new EstablishmentRequest(
                        "odense", List.of(-1, 34, 121), List.of("hest"), List.of("vogn"), List.of("x"), List.of())))
                .isInstanceOfSatisfying(InputRefused.class, refused -> {
                    assertThat(refused.errors())
                            .extracting(InputRefused.FieldError::field)
                            .containsExactly(
                                    "package",
                                    "persons[0].age",
                                    "persons[2].age",
                                    "missing[0]",
                                    "belongings[0]",
                                    "conditions[0]");
                    assertThat(refused.getMessage())
                            .contains("»odense«")
                            .contains(
                                    "aabenraa, halsnaes, holstebro, lemvig, mariagerfjord, silkeborg, svendborg, thisted")
                            .contains("»hest«");
                });
    }

    private Proposal aHouseholdOf(List<Integer> ages) {
        return proposal(null, ages, List.of());
    }

    @Test
    void aHouseholdOfNobodyIsRefused() {
        assertThatThrownBy(() -> aHouseholdOf(List.of()))
                .isInstanceOf(InputRefused.class)
                .hasMessage("Angiv mindst én person med alder.");
        assertThatThrownBy(() -> aHouseholdOf(Collections.nCopies(101, 5))).isInstanceOf(InputRefused.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"svendborg", "mariagerfjord", "silkeborg", "aabenraa", "halsnaes", "holstebro", "lemvig", "thisted"})
    void everyPackageCanBeProposedInFullAndEveryLineComesFromARule(String packageId) {
        Proposal proposal = proposal(packageId, FIVE, List.of());
        assertThat(proposal.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.ruleId()).startsWith("rule_" + packageId + "_");
            assertThat(line.source()).startsWith("rapporten, ");
        });
    }
}
