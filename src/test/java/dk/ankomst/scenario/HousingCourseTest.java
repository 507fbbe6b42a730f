package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.housing.Approval;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingKind;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.Location;
import dk.ankomst.housing.Nearness;
import dk.ankomst.housing.NewDwelling;
import dk.ankomst.housing.Tenure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Families on their way to a permanent dwelling, through the register and the tasks of the models. */
class HousingCourseTest extends ScenarioTest {

    private static final List<String> KEPT =
            List.of("UserTask_FindPermanentBolig", "UserTask_FoelgModSelvforsoergelse");

    @Autowired
    Housing housing;

    @Autowired
    DwellingRegister register;

    /** A family that has arrived and lives temporarily, at the task of finding a permanent dwelling. */
    private String searching() {
        String number = town.register(aFamily());
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        clock.on("2015-07-03");
        town.playAllBut(number, KEPT.toArray(String[]::new));
        return number;
    }

    private long dwelling(String address, DwellingKind kind, Tenure tenure) {
        return register.register(new NewDwelling(
                address,
                kind.code(),
                tenure.name(),
                3,
                4,
                5000,
                null,
                kind == DwellingKind.SOCIAL ? "udvidet-anvisningsret" : "ingen",
                null,
                new Location(Nearness.JA, Nearness.JA, Nearness.JA, Nearness.JA),
                null,
                null,
                null));
    }

    @Test
    void a_stay_in_a_through_flow_dwelling_ends_in_time_or_the_leader_is_told_while_the_duty_stays_open() {
        String number = searching();
        town.complete(number, "UserTask_FindPermanentBolig", Map.of("boligFundet", "midlertidig"));
        Map<String, String> found = Map.of("midlertidigBoligFundet", "ja", "naboerInformeres", "nej");
        assertThatThrownBy(() -> town.complete(number, "UserTask_FindMidlertidigBolig", found))
                .hasMessageContaining("Reservér boligen på sagens side Bolig");
        long home = dwelling("Gennemvej 1", DwellingKind.THROUGH_FLOW, Tenure.MIDLERTIDIG);
        housing.reserve(number, home, null, "Ingen permanent er ledig.");
        town.complete(number, "UserTask_FindMidlertidigBolig", found);
        town.runJobs(number);
        assertThatThrownBy(() -> town.complete(
                        number,
                        "UserTask_FlytFamilienInd",
                        Map.of("indflytningsdato", "2015-07-03", "udflytningsdato", "2015-09-04")))
                .hasMessageContaining("til 3. september 2015");
        town.complete(
                number,
                "UserTask_FlytFamilienInd",
                Map.of("indflytningsdato", "2015-07-03", "udflytningsdato", "2015-09-03"));

        assertThat(housing.livedIn(number).orElseThrow().id()).isEqualTo(home);
        assertThat(town.deadline(number, "gennemgangsbolig-2015-09-03").dueDate())
                .isEqualTo(LocalDate.of(2015, 9, 3));
        assertThat(town.openTasks(number, "UserTask_FindPermanentBolig")).hasSize(1);
        assertThat(town.deadline(number, "permanent-bolig").state().isOpen()).isTrue();

        town.timePasses(number, LocalDate.of(2015, 9, 5));
        assertThat(town.deadline(number, "gennemgangsbolig-2015-09-03").state()).isEqualTo(DeadlineState.BREACHED);

        long flat = dwelling("Blivevej 1", DwellingKind.SOCIAL, Tenure.PERMANENT);
        housing.reserve(number, flat, null, "Huslejen er vurderet.");
        town.complete(number, "UserTask_FindPermanentBolig", Map.of("boligFundet", "ja"));
        assertThatThrownBy(() -> town.complete(
                        number,
                        "UserTask_AnvisBolig",
                        Map.of(
                                "boligAccepteret", "ja",
                                "permanentBoligtype", "aeldrebolig",
                                "nyAdresse", "Et andet sted 2")))
                .hasMessageContaining("Almen bolig")
                .hasMessageContaining("Blivevej 1");
        town.complete(
                number,
                "UserTask_AnvisBolig",
                Map.of("boligAccepteret", "ja", "permanentBoligtype", "almen-bolig", "nyAdresse", "blivevej 1"));
        town.complete(number, "UserTask_RegistrerIndflytning", Map.of("indflytningsdato", "2015-09-05"));

        assertThat(housing.livedIn(number).orElseThrow().id()).isEqualTo(flat);
        assertThat(register.dwelling(home).status()).isEqualTo(Dwelling.Status.LEDIG);
        assertThat(town.facts(number).permanentDwelling()).isTrue();
        assertThat(town.deadline(number, "permanent-bolig-tredje-aar").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void a_converted_property_is_lived_in_after_its_hearing_and_the_neighbours_meeting() {
        String number = searching();
        long school = dwelling("Skolevej 1", DwellingKind.CONVERTED, Tenure.MIDLERTIDIG);
        housing.reserve(number, school, null, "Intet andet er ledigt.");
        assertThatThrownBy(() -> town.complete(number, "UserTask_FindPermanentBolig", Map.of("boligFundet", "ja")))
                .hasMessageContaining("er midlertidig");
        town.complete(number, "UserTask_FindPermanentBolig", Map.of("boligFundet", "midlertidig"));
        town.complete(
                number,
                "UserTask_FindMidlertidigBolig",
                Map.of("midlertidigBoligFundet", "ja", "naboerInformeres", "ja"));
        town.runJobs(number);
        assertThatThrownBy(() -> town.complete(
                        number,
                        "UserTask_SendIHoering",
                        Map.of("hoeringStartDato", "2015-07-03", "hoeringSlutDato", "2015-07-16")))
                .hasMessageContaining("tidligst slutte den 17. juli 2015");
        town.complete(
                number,
                "UserTask_SendIHoering",
                Map.of("hoeringStartDato", "2015-07-03", "hoeringSlutDato", "2015-07-17"));
        town.complete(number, "UserTask_PlanlaegNabomoede", Map.of("nabomoedeDato", "2015-07-20"));
        assertThat(town.openTasks(number, "UserTask_BehandlHoeringssvar")).isEmpty();

        town.timePasses(number, LocalDate.of(2015, 7, 20));
        town.complete(number, "UserTask_BehandlHoeringssvar", Map.of());
        town.complete(
                number,
                "UserTask_AfgoerDispensation",
                Map.of("dispensationGives", "ja", "dispensationTilDato", "2016-07-20"));
        town.complete(
                number, "UserTask_HoldNabomoede", Map.of("nabomoedeHoldtDato", "2015-07-20", "nyeFrivillige", "ja"));
        town.complete(number, "UserTask_TagImodFrivillige", Map.of());
        town.runJobs(number);
        assertThat(register.dwelling(school).approval()).isEqualTo(Approval.GODKENDT);
        town.complete(
                number, "UserTask_FlytFamilienInd", Map.of("indflytningsdato", "2015-07-20", "udflytningsdato", ""));
        assertThat(housing.livedIn(number).orElseThrow().id()).isEqualTo(school);
        assertThat(town.openTasks(number, "UserTask_FindPermanentBolig")).hasSize(1);
    }
}
