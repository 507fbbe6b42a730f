package dk.ankomst.housing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.housing.Candidate.Verdict;
import dk.ankomst.platform.InputRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Not rolled back: what two people do at once must be committed to be seen. */
@SpringBootTest
@ActiveProfiles("test")
@DisplayName("a family's dwelling")
class HousingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private Housing housing;

    @Autowired
    private DwellingRegister register;

    @Autowired
    private DwellingStore store;

    @Autowired
    private JdbcClient jdbc;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void noDwellings() {
        List.of(
                        "dwelling_allotment",
                        "dwelling_unit",
                        "dwelling",
                        "department_vacancy",
                        "housing_department",
                        "housing_need")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private String aFamilyOf(int persons) {
        return aFamilyOf(persons, "asylcenter");
    }

    private String aFamilyOf(int persons, String track) {
        String number = "2026-8%04d".formatted(NUMBERS.incrementAndGet());
        jdbc.sql("insert into case_file (case_number, family_name, residence_category, origin, track, track_rule_id,"
                        + " visitation_date, phase, status, created_at, created_by) values (?, 'Prøve', 'konventionsflygtning',"
                        + " 'opholdscenter', ?, 'rule_spor', ?, 'forberedelse', 'OPEN', ?, 'koordinator')")
                .params(number, track, TODAY.minusDays(10), java.time.OffsetDateTime.parse("2026-11-13T08:00:00Z"))
                .update();
        jdbc.sql("insert into household (case_id) select id from case_file where case_number = ?")
                .param(number)
                .update();
        for (int person = 1; person <= persons; person++) {
            jdbc.sql("insert into person (case_id, household_id, person_number, given_name, surname, birth_date, sex,"
                            + " family_role, nationality, joined_on) select c.id, h.id, ?, 'A', 'Prøve', ?, 'uoplyst', 'barn',"
                            + " 'syrien', c.visitation_date from case_file c join household h on h.case_id = c.id"
                            + " where c.case_number = ?")
                    .params(person, TODAY.minusYears(20), number)
                    .update();
        }
        return number;
    }

    private static NewDwelling wanted(
            String address, DwellingKind kind, Tenure tenure, @Nullable Integer rooms, @Nullable Integer roomFor) {
        String way =
                switch (kind) {
                    case SOCIAL, SHARED, ELDERLY -> "udvidet-anvisningsret";
                    case PRIVATE -> "opsoegende";
                    default -> "ingen";
                };
        return wanted(address, kind, tenure, rooms, roomFor, 4000, way, null);
    }

    private static NewDwelling wanted(
            String address,
            DwellingKind kind,
            Tenure tenure,
            @Nullable Integer rooms,
            @Nullable Integer roomFor,
            @Nullable Integer rent,
            String way,
            @Nullable String department) {
        return new NewDwelling(
                address,
                kind.code(),
                tenure.name(),
                rooms,
                roomFor,
                rent,
                null,
                way,
                department,
                new Location(Nearness.JA, Nearness.NEJ, Nearness.UKENDT, Nearness.JA),
                null,
                null,
                null);
    }

    private long aFlat(String address, int roomFor) {
        return register.register(wanted(address, DwellingKind.SOCIAL, Tenure.PERMANENT, 3, roomFor));
    }

    private Candidate candidate(String caseNumber, long dwelling) {
        return housing.match(caseNumber).candidates().stream()
                .filter(one -> one.dwelling().id() == dwelling)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_families_never_get_the_same_dwelling_however_close_they_come() throws Exception {
        for (int round = 0; round < 8; round++) {
            long flat = aFlat("Prøvevej " + round, 4);
            List<String> families = List.of(aFamilyOf(2), aFamilyOf(3), aFamilyOf(4), aFamilyOf(1));
            CyclicBarrier start = new CyclicBarrier(families.size());
            ExecutorService staff = Executors.newFixedThreadPool(families.size());
            List<String> got = new ArrayList<>();
            List<Throwable> refused = new ArrayList<>();
            try {
                List<Future<String>> tries = staff.invokeAll(families.stream()
                        .map(family -> (Callable<String>) () -> {
                            start.await();
                            housing.reserve(family, flat, null, "Vurderet i dag.");
                            return family;
                        })
                        .toList());
                for (Future<String> attempt : tries) {
                    try {
                        got.add(attempt.get());
                    } catch (java.util.concurrent.ExecutionException lost) {
                        refused.add(lost.getCause());
                    }
                }
            } finally {
                staff.shutdownNow();
            }
            assertThat(got).hasSize(1);
            assertThat(refused).hasSize(3).allMatch(DwellingTaken.class::isInstance);
            assertThat(register.dwelling(flat).allotments())
                    .singleElement()
                    .satisfies(allotment -> assertThat(allotment.caseNumber()).isEqualTo(got.get(0)));
        }
    }

    @Test
    void the_database_itself_refuses_a_second_family() {
        long flat = aFlat("Prøvevej 1", 4);
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        store.reserve(flat, 1, aFamilyOf(1), null, "bolig", now);
        assertThatThrownBy(() -> store.reserve(flat, 1, aFamilyOf(1), null, "bolig", now))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_dwelling_is_reserved_moved_into_and_free_again_when_the_family_leaves() {
        String family = aFamilyOf(3);
        long flat = aFlat("Prøvevej 1", 4);
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.LEDIG);

        housing.reserve(family, flat, null, "Kan betales.");
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.RESERVERET);
        housing.moveIn(family, TODAY, null);
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.UDLEJET);
        assertThat(housing.livedIn(family).orElseThrow().id()).isEqualTo(flat);

        housing.left(family, TODAY, "Flyttet til en anden kommune.");
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.LEDIG);
        assertThat(housing.allotments(family)).singleElement().satisfies(past -> {
            assertThat(past.endedOn()).isEqualTo(TODAY);
            assertThat(past.ground()).isEqualTo("Kan betales.");
        });
        register.retire(flat, 0, "Solgt.");
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.UDGAAET);
        assertThat(housing.match(family).candidates()).isEmpty();
        assertThat(aFlat("Prøvevej 1", 4))
                .as("the address can be registered again")
                .isNotEqualTo(flat);
    }

    @Test
    void moving_into_the_permanent_dwelling_frees_the_temporary_one() {
        String family = aFamilyOf(1);
        long centre = register.register(wanted("Centervej 1", DwellingKind.CENTRE, Tenure.MIDLERTIDIG, 27, 1));
        housing.reserve(family, centre, null, null);
        housing.moveIn(family, TODAY.minusDays(5), null);
        assertThat(register.dwelling(centre).freeUnits()).hasSize(26);
        assertThat(register.dwelling(centre).status()).isEqualTo(Dwelling.Status.LEDIG);

        long flat = aFlat("Prøvevej 1", 1);
        housing.reserve(family, flat, null, "Ydelsen kan betale den.");
        housing.moveIn(family, TODAY, null);
        assertThat(register.dwelling(centre).freeUnits()).hasSize(27);
        assertThat(housing.livedIn(family).orElseThrow().id()).isEqualTo(flat);
    }

    @Test
    void a_family_gets_as_many_rooms_of_a_centre_as_it_needs() {
        String family = aFamilyOf(5);
        long centre = register.register(wanted("Centervej 1", DwellingKind.CENTRE, Tenure.MIDLERTIDIG, 4, 2));
        assertThatThrownBy(() -> housing.reserve(family, centre, 2, null)).hasMessageContaining("mindst 3 værelser");
        assertThatThrownBy(() -> housing.reserve(family, centre, 9, null)).hasMessageContaining("4 ledige værelser");
        housing.reserve(family, centre, null, null);
        assertThat(register.dwelling(centre).freeUnits()).containsExactly(4);
        String another = aFamilyOf(3);
        assertThat(candidate(another, centre).verdict()).isEqualTo(Verdict.AFVIST);
        housing.reserve(aFamilyOf(2), centre, null, null);
        assertThat(register.dwelling(centre).status()).isEqualTo(Dwelling.Status.RESERVERET);
    }

    @Test
    void every_dwelling_is_shown_with_its_reasons_the_fitting_ones_first() {
        String family = aFamilyOf(1);
        housing.benefit(family, 11000);
        long small = aFlat("Prøvevej 1", 1);
        long elderly = register.register(wanted("Ældrevej 1", DwellingKind.ELDERLY, Tenure.PERMANENT, 2, 2));
        long hotel = register.register(wanted("Hotelvej 1", DwellingKind.HOTEL, Tenure.MIDLERTIDIG, null, 2));
        Match match = housing.match(family);
        assertThat(match.candidates()).hasSize(3);
        assertThat(match.candidates().get(0).dwelling().id())
                .as("a permanent one comes before a temporary one")
                .isEqualTo(small);
        assertThat(candidate(family, hotel).verdict()).isEqualTo(Verdict.SPOERGSMAAL);
        Candidate flat = candidate(family, small);
        assertThat(flat.verdict())
                .as("nobody has said how much of the benefit rent may be")
                .isEqualTo(Verdict.SPOERGSMAAL);
        assertThat(flat.findings())
                .extracting(Finding::ruleId)
                .containsExactly(
                        "rule_anvis_plads_nok",
                        "rule_betaling_andel_ikke_sat",
                        "rule_beliggenhed_sprogskole_ja",
                        "rule_beliggenhed_arbejdspladser_nej",
                        "rule_beliggenhed_transport_ukendt",
                        "rule_beliggenhed_civilsamfund_ja");
        assertThat(flat.nearTo()).isEqualTo(2);
        assertThat(candidate(family, elderly).verdict()).isEqualTo(Verdict.AFVIST);
        assertThat(candidate(family, hotel).payment()).isNotNull().satisfies(payment -> {
            assertThat(payment.family()).isNull();
            assertThat(payment.ruleId()).isEqualTo("rule_egenbetaling_udgift_ukendt");
        });
    }

    @Test
    void what_the_rules_reject_or_leave_open_is_not_reserved_without_a_word() {
        String family = aFamilyOf(5);
        long small = aFlat("Prøvevej 1", 4);
        assertThatThrownBy(() -> housing.reserve(family, small, null, "Det går nok."))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Familien er større, end der er plads til");
        long large = aFlat("Prøvevej 2", 5);
        assertThatThrownBy(() -> housing.reserve(family, large, null, null)).hasMessageContaining("Skriv, hvorfor");
        assertThatThrownBy(() -> housing.reserve(family, large, null, "Talt med 010190-1234."))
                .hasMessageContaining("CPR-nummer");
        housing.reserve(family, large, null, "Ydelsen er høj nok.");
        assertThatThrownBy(() -> housing.reserve(family, small, null, "En mere."))
                .hasMessageContaining("allerede fået reserveret Prøvevej 2");
        assertThatThrownBy(() -> register.retire(large, 0, "Solgt.")).hasMessageContaining("givet til en familie");
        assertThatThrownBy(() -> housing.release(family, " ")).hasMessageContaining("hvorfor boligen frigives");
        housing.release(family, "Familien sagde nej.");
        assertThat(register.dwelling(large).status()).isEqualTo(Dwelling.Status.LEDIG);
        assertThatThrownBy(() -> housing.release(family, "Igen.")).hasMessageContaining("ingen reserveret bolig");
    }

    @Test
    void nobody_moves_into_a_dwelling_that_waits_for_its_approval() {
        String family = aFamilyOf(1);
        long shared = register.register(wanted("Delevej 1", DwellingKind.SHARED, Tenure.PERMANENT, 3, 1));
        housing.reserve(family, shared, null, "Jura har set på det.");
        assertThatThrownBy(() -> housing.moveIn(family, TODAY, null)).hasMessageContaining("godkendelse");
        register.approved(shared, true, "Boligorganisationen sagde ja.");
        housing.moveIn(family, TODAY, null);
        assertThat(housing.livedIn(family)).isPresent();
        assertThatThrownBy(() -> register.approved(aFlat("Prøvevej 1", 1), true, "Ja"))
                .hasMessageContaining("kræver ingen godkendelse");
    }

    @Test
    void a_through_flow_dwelling_is_for_one_to_two_months() {
        String family = aFamilyOf(2);
        long home = register.register(wanted("Gennemvej 1", DwellingKind.THROUGH_FLOW, Tenure.MIDLERTIDIG, 2, 4));
        housing.reserve(family, home, null, null);
        for (LocalDate wrong :
                List.of(TODAY.plusMonths(1).minusDays(1), TODAY.plusMonths(2).plusDays(1))) {
            assertThatThrownBy(() -> housing.moveIn(family, TODAY, wrong))
                    .hasMessageContaining("fra 23. december 2026 til 23. januar 2027");
        }
        assertThatThrownBy(() -> housing.moveIn(family, TODAY, null)).isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> housing.moveIn(family, TODAY.plusDays(1), TODAY.plusMonths(2)))
                .hasMessageContaining("fremtiden");
        housing.moveIn(family, TODAY, TODAY.plusMonths(2));
        assertThat(housing.leavesOn(family)).isEqualTo(TODAY.plusMonths(2));
    }

    @Test
    void every_fourth_vacancy_of_a_department_is_the_municipalitys() {
        NewDwelling byRight = wanted(
                "Prøvevej 1", DwellingKind.SOCIAL, Tenure.PERMANENT, 3, 4, 4000, "25-procent-reglen", "Afdeling 7");
        assertThatThrownBy(() -> register.register(byRight)).hasMessageContaining("meldt 0 ledige boliger");
        for (int vacancy = 1; vacancy <= 3; vacancy++) {
            register.vacancyReported("Afdeling 7", TODAY);
        }
        assertThatThrownBy(() -> register.register(byRight)).hasMessageContaining("når der er meldt 1 mere");
        DepartmentCount fourth = register.vacancyReported(" afdeling  7", TODAY);
        assertThat(fourth.vacancies()).isEqualTo(4);
        assertThat(fourth.left()).isEqualTo(1);
        register.register(byRight);
        assertThat(register.departments().get(0).left()).isZero();
        assertThat(register.departments().get(0).untilNext()).isEqualTo(4);
        register.vacancyReported("Afdeling 8", TODAY);
        assertThat(register.departments()).hasSize(2);
        assertThatThrownBy(() -> register.vacancyReported(" ", TODAY.plusDays(1)))
                .hasMessageContaining("afdelingens navn")
                .hasMessageContaining("fremtiden");
    }

    @Test
    void a_dwelling_that_contradicts_its_kind_is_refused() {
        assertThatThrownBy(() -> register.register(wanted("A", DwellingKind.HOTEL, Tenure.PERMANENT, 1, 1)))
                .hasMessageContaining("Hotel er kun midlertidig");
        assertThatThrownBy(() -> register.register(wanted("A", DwellingKind.CENTRE, Tenure.MIDLERTIDIG, null, 1)))
                .hasMessageContaining("hvor mange værelser");
        assertThatThrownBy(() -> register.register(
                        wanted("A", DwellingKind.PRIVATE, Tenure.PERMANENT, 1, 1, 1, "fleksibel-udlejning", null)))
                .hasMessageContaining("Opsøgende på det private marked");
        assertThatThrownBy(() -> register.register(wanted("A", DwellingKind.SOCIAL, Tenure.PERMANENT, 0, 51)))
                .hasMessageContaining("Antal værelser skal være")
                .hasMessageContaining("Antal personer skal være");
        aFlat("Prøvevej 1, 2. th.", 4);
        assertThatThrownBy(() -> aFlat("prøvevej  1 2 TH", 4)).hasMessageContaining("står allerede i registret");
    }

    @Test
    void an_unaccompanied_minor_is_asked_about_everywhere_but_in_the_special_home() {
        String minor = aFamilyOf(1, "uledsaget");
        long home = register.register(wanted("Ungevej 1", DwellingKind.UNACCOMPANIED, Tenure.MIDLERTIDIG, 4, 1));
        long hotel = register.register(wanted("Hotelvej 1", DwellingKind.HOTEL, Tenure.MIDLERTIDIG, 1, 2));
        assertThat(candidate(minor, home).verdict()).isEqualTo(Verdict.PASSER);
        assertThat(candidate(minor, hotel).verdict()).isEqualTo(Verdict.SPOERGSMAAL);
        assertThat(candidate(aFamilyOf(1), home).verdict()).isEqualTo(Verdict.AFVIST);
    }
}
