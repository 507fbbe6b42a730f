package dk.ankomst.cases;

import static dk.ankomst.cases.AFamily.aFamily;
import static dk.ankomst.cases.AFamily.applicant;
import static dk.ankomst.cases.AFamily.child;
import static dk.ankomst.cases.AFamily.member;
import static dk.ankomst.cases.AFamily.needing;
import static dk.ankomst.cases.AFamily.speaking;
import static dk.ankomst.cases.AFamily.spouse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaseTest
class CaseRegistrationTest {

    @Autowired
    private Cases cases;

    @Autowired
    private CaseTestSetUp.NotedPlan plan;

    @Autowired
    private CaseTestSetUp.TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fresh() {
        plan.reset();
        clock.set("2016-02-10T09:00:00Z");
    }

    @Test
    void a_family_of_five_becomes_a_case_whose_plan_starts_with_what_is_known() {
        String number = cases.register(aFamily()
                .changed(1, spouse -> speaking(spouse, "SY", "Kurder", null))
                .with(speaking(
                        needing(child("Mirvane", "2010-06-30"), "Bruger kørestol", "handicap"), "Syrien", null, null))
                .with(child("Oltane", "1998-02-10"))
                .with(child("Benrik", "2015-05-15"))
                .expectedOn("2015-07-03")
                .withDocument("Orienteringsbrev", "D-44", "2015-05-16")
                .visitation());

        CaseFacts facts = cases.facts(number);
        assertThat(number).matches("2016-\\d{5}");
        assertThat(facts.family()).isEqualTo("Tavoran");
        assertThat(facts.track()).isEqualTo("asylcenter");
        assertThat(facts.residenceCategory()).isEqualTo("konventionsflygtning");
        assertThat(facts.origin()).isEqualTo("opholdscenter");
        assertThat(facts.visitation()).isEqualTo("2015-05-15");
        assertThat(facts.plannedArrival()).isEqualTo("2015-07-03");
        assertThat(facts.takeover()).isNull();
        assertThat(facts.arrival()).isNull();
        assertThat(facts.phase()).isEqualTo("forberedelse");
        assertThat(facts.open()).isTrue();
        assertThat(facts.permanentDwelling()).isFalse();
        assertThat(facts.persons())
                .extracting(
                        PersonFacts::number,
                        PersonFacts::name,
                        PersonFacts::role,
                        PersonFacts::age,
                        PersonFacts::adult,
                        PersonFacts::interpreterLanguage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Solmira Tavoran", "ansoeger", 32, true, "arabisk"),
                        org.assertj.core.groups.Tuple.tuple(2, "Jaldem Tavoran", "aegtefaelle", 35, true, "kurmanji"),
                        org.assertj.core.groups.Tuple.tuple(3, "Mirvane Tavoran", "barn", 5, false, null),
                        // 18 today, and 17 on the day from which the municipality's duties are counted.
                        org.assertj.core.groups.Tuple.tuple(4, "Oltane Tavoran", "barn", 18, false, "arabisk"),
                        org.assertj.core.groups.Tuple.tuple(5, "Benrik Tavoran", "barn", 0, false, "arabisk"));
        assertThat(facts.persons().get(2).needs()).containsExactly("handicap");
        assertThat(facts.persons())
                .allSatisfy(person -> assertThat(person.joinedOn()).isEqualTo("2015-05-15"));
        assertThat(plan.started).containsExactly(facts);
        assertThat(cases.documents(number))
                .containsExactly(new DocumentReference("Orienteringsbrev", "D-44", LocalDate.of(2015, 5, 16)));
        assertThat(cases.trackInputs(number))
                .isEqualTo(Map.of(
                        "opholdskategori",
                        "konventionsflygtning",
                        "oprindelse",
                        "opholdscenter",
                        "erUledsaget",
                        false,
                        "erTilflytter",
                        false));
        assertThat(jdbc.sql("select interpreter_fallback from person where given_name = 'Jaldem' and case_id ="
                                + " (select id from case_file where case_number = ?)")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("arabisk");
        assertThat(jdbc.sql("select interpreter_candidates from person where given_name = 'Mirvane' and case_id ="
                                + " (select id from case_file where case_number = ?)")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("arabisk eller kurmanji");
    }

    @ParameterizedTest(name = "{0} from {1} is received as {2}")
    @CsvSource({
        "kvoteflygtning,lufthavn,kvote",
        "familiesammenfoert-aegtefaelle,udlandet,familiesammenfoert",
        "Familiesammenført barn,udlandet,familiesammenfoert",
        "Humanitær opholdstilladelse,uden-for-centeret,asylcenter",
        "konventionsflygtning,Anden kommune,tilflytter"
    })
    void the_track_follows_from_category_and_origin(String category, String origin, String track) {
        String number = cases.register(aFamily().category(category).from(origin).visitation());

        assertThat(cases.facts(number).track()).isEqualTo(track);
    }

    @Test
    void a_minor_on_his_own_is_received_as_unaccompanied() {
        String number = cases.register(aFamily()
                .only(member("Kelvar", "Dusmani", "1999-01-20", "mand", "ansoeger"))
                .from("specialcenter")
                .unaccompanied()
                .visitation());

        assertThat(cases.facts(number).track()).isEqualTo("uledsaget");
        assertThat(cases.trackInputs(number)).containsEntry("erUledsaget", true);
    }

    @Test
    void siblings_on_their_own_are_each_the_applicant() {
        String number = cases.register(aFamily()
                .only(
                        member("Kelvar", "Dusmani", "1999-01-20", "mand", "ansoeger"),
                        member("Ravi", "Dusmani", "2001-01-20", "mand", "ansoeger"))
                .from("specialcenter")
                .unaccompanied()
                .visitation());

        assertThat(cases.facts(number).persons()).hasSize(2);
    }

    @Test
    void a_spouse_of_fifteen_on_the_day_of_the_visitation_is_no_certain_slip() {
        assertThat(cases.register(aFamily()
                        .only(applicant(), member("Elvo", "Tavoran", "2000-05-15", "mand", "aegtefaelle"))
                        .visitation()))
                .isNotBlank();
    }

    @ParameterizedTest(name = "{0} from {1} is refused")
    @CsvSource({
        "asylansoeger,opholdscenter,En asylansøger uden opholdstilladelse hører ikke til kommunens målgruppe",
        "spontan-asylansoeger,modtagecenter,En asylansøger uden opholdstilladelse hører ikke til kommunens målgruppe",
        "afvist-asylansoeger,opholdscenter,En asylansøger med endeligt afslag hører ikke til kommunens målgruppe",
        "udsendelseshindret,udsendelsescenter,En udsendelseshindret har endeligt afslag",
        "konventionsflygtning,udsendelsescenter,Et udsendelsescenter er for personer med endeligt afslag",
        "konventionsflygtning,lufthavn,Opholdskategorien og oprindelsen passer ikke sammen"
    })
    void who_is_outside_the_target_group_is_refused_with_the_reason(String category, String origin, String reason) {
        long before = countCases();

        InputRefused refused = refused(aFamily().category(category).from(origin).visitation());

        assertThat(refused.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith(reason))
                .extracting(FieldError::field)
                .isEqualTo("residenceCategory");
        assertThat(countCases()).isEqualTo(before);
        assertThat(plan.calls).isEmpty();
    }

    @Test
    void what_the_plan_cannot_be_counted_from_is_refused_before_a_number_is_taken() {
        plan.objections = List.of(new FieldError("visitationDate", "Reglerne kendes ikke."));
        String next = cases.nextCaseNumber();

        for (ThrowingCallable way : List.<ThrowingCallable>of(
                () -> cases.register(aFamily().visitation()),
                () -> cases.validate(aFamily().visitation()))) {
            InputRefused refused = catchThrowableOfType(InputRefused.class, way);
            assertThat(refused.errors()).containsExactly(new FieldError("visitationDate", "Reglerne kendes ikke."));
        }

        assertThat(Integer.parseInt(cases.nextCaseNumber().substring(5)))
                .isEqualTo(Integer.parseInt(next.substring(5)) + 1);
        assertThat(plan.calls).isEmpty();
    }

    @Test
    void a_reference_that_is_a_case_already_is_refused_when_the_visitation_is_only_judged() {
        String number = cases.register(aFamily().withReference("DOEMT-1").visitation());

        InputRefused refused = catchThrowableOfType(
                InputRefused.class,
                () -> cases.validate(aFamily().withReference("DOEMT-1").visitation()));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("externalReference");
            assertThat(error.message()).contains("findes allerede", number);
        });
    }

    static Stream<Arguments> badVisitations() {
        String tooLong = "x".repeat(121);
        return Stream.of(
                arguments(aFamily().category(""), "residenceCategory", "Vælg den opholdskategori"),
                arguments(aFamily().category("turist"), "residenceCategory", "konventionsflygtning, kvoteflygtning"),
                arguments(aFamily().from(" "), "origin", "Vælg, hvor familien kommer fra"),
                arguments(aFamily().from("månen"), "origin", "modtagecenter, opholdscenter"),
                arguments(aFamily().visitedOn(null), "visitationDate", "Indtast datoen for visitationen"),
                arguments(aFamily().visitedOn("2016-02-11"), "visitationDate", "efter i dag, den 10. februar 2016"),
                arguments(aFamily().visitedOn("1998-12-31"), "visitationDate", "før 1999"),
                arguments(
                        aFamily().expectedOn("2015-05-14"), "plannedArrivalDate", "før visitationen den 15. maj 2015"),
                arguments(aFamily().expectedOn("2105-07-01"), "plannedArrivalDate", "Kontrollér årstallet"),
                arguments(aFamily().agreedOn("2015-05-01"), "takeoverAgreedDate", "før visitationen den 15. maj 2015"),
                arguments(aFamily().named(tooLong), "familyName", "højst 120 tegn"),
                arguments(aFamily().named("Tavoran 120385-1234"), "familyName", "CPR-nummer"),
                arguments(aFamily().needing("Moderens nr. er 1203851234"), "knownNeeds", "CPR-nummer"),
                arguments(aFamily().needing("Kendt som 721083 4321"), "knownNeeds", "CPR-nummer"),
                arguments(aFamily().withReference("x".repeat(61)), "externalReference", "højst 60 tegn"),
                arguments(aFamily().withDocument("", "D-1", null), "documents[0].title", "Skriv, hvad dokumentet er"),
                arguments(
                        aFamily().withDocument("Brev", "D-1", "2016-03-01"), "documents[0].receivedOn", "efter i dag"),
                arguments(aFamily().only(), "members", "mindst ét familiemedlem"),
                arguments(
                        aFamily()
                                .only(IntStream.range(0, 31)
                                        .mapToObj(i -> child("Barn" + i, "2010-01-01"))
                                        .toArray(NewMember[]::new)),
                        "members",
                        "højst have 30"),
                arguments(aFamily().only(spouse()), "members", "hvem der er ansøger"),
                arguments(
                        aFamily().with(member(" ", "Tavoran", "2010-01-01", "mand", "barn")),
                        "members[2].givenName",
                        "Skriv fornavnet"),
                arguments(
                        aFamily().with(member("Elvo", null, "2010-01-01", "mand", "barn")),
                        "members[2].surname",
                        "Skriv efternavnet"),
                arguments(
                        aFamily().with(member("120385-1234", "Tavoran", "2010-01-01", "mand", "barn")),
                        "members[2].givenName",
                        "CPR-nummer"),
                arguments(
                        aFamily().with(member("???", "Tavoran", "2010-01-01", "mand", "barn")),
                        "members[2].givenName",
                        "bogstaver"),
                arguments(
                        aFamily().with(member("El\nvo", "Tavoran", "2010-01-01", "mand", "barn")),
                        "members[2].givenName",
                        "på én linje"),
                arguments(
                        aFamily().with(member("x".repeat(81), "Tavoran", "2010-01-01", "mand", "barn")),
                        "members[2].givenName",
                        "højst 80 tegn"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", null, "mand", "barn")),
                        "members[2].birthDate",
                        "Indtast fødselsdatoen"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "2015-05-16", "mand", "barn")),
                        "members[2].birthDate",
                        "født efter visitationen den 15. maj 2015"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "2016-02-11", "mand", "barn")),
                        "members[2].birthDate",
                        "efter i dag, den 10. februar 2016"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "1895-01-01", "mand", "anden")),
                        "members[2].birthDate",
                        "mere end 120 år"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "1979-01-01", "mand", "barn")),
                        "members[2].birthDate",
                        "født før begge forældre"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "2010-01-01", "", "barn")),
                        "members[2].sex",
                        "Vælg køn."),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "2010-01-01", "dreng", "barn")),
                        "members[2].sex",
                        "kvinde, mand, uoplyst"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "2010-01-01", "mand", "søn")),
                        "members[2].familyRole",
                        "ansoeger, aegtefaelle, barn, anden"),
                arguments(
                        aFamily().changed(0, person -> speaking(person, null, null, null)),
                        "members[0].nationality",
                        "Vælg nationalitet"),
                arguments(
                        aFamily().changed(0, person -> speaking(person, "Utopien", null, null)),
                        "members[0].nationality",
                        "Landet \"Utopien\" findes ikke"),
                arguments(
                        aFamily().changed(0, person -> speaking(person, "syrien", "viking", null)),
                        "members[0].ethnicGroup",
                        "araber, kurder, perser"),
                arguments(
                        aFamily().changed(0, person -> speaking(person, "syrien", null, "x".repeat(61))),
                        "members[0].language",
                        "højst 60 tegn"),
                arguments(
                        aFamily().changed(0, person -> needing(person, null, "træt")),
                        "members[0].needs",
                        "handicap, fysisk-sygdom"),
                arguments(
                        aFamily().changed(0, person -> needing(person, "Se 120385-1234", "traume")),
                        "members[0].needsNote",
                        "CPR-nummer"),
                arguments(aFamily().with(applicant()), "members[2].givenName", "allerede som medlem nr. 1"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "1985-01-01", "mand", "ansoeger")),
                        "members[2].familyRole",
                        "Medlem nr. 1 er allerede ansøger"),
                arguments(
                        aFamily().with(member("Elvo", "Tavoran", "1985-01-01", "mand", "aegtefaelle")),
                        "members[2].familyRole",
                        "Medlem nr. 2 er allerede ægtefælle"),
                arguments(
                        aFamily().only(applicant(), member("Elvo", "Tavoran", "2000-05-16", "mand", "aegtefaelle")),
                        "members[1].birthDate",
                        "Ægtefællen var under 15 år"),
                arguments(
                        aFamily()
                                .only(member("Kelvar", "Dusmani", "1997-05-15", "mand", "ansoeger"))
                                .unaccompanied(),
                        "members[0].birthDate",
                        "fyldt 18 år ved visitationen"),
                arguments(
                        aFamily().only(member("Kelvar", "Dusmani", "1997-05-16", "mand", "ansoeger")),
                        "unaccompaniedMinor",
                        "Markér sagen som uledsaget mindreårig"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("badVisitations")
    void one_thing_wrong_is_said_in_one_sentence_at_its_field(AFamily family, String field, String sentence) {
        InputRefused refused = refused(family.visitation());

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(sentence).endsWith(".").doesNotContain("Udfyld feltet");
        });
    }

    @Test
    void everything_wrong_is_said_at_once() {
        InputRefused refused = refused(aFamily()
                .category("asylansoeger")
                .from("opholdscenter")
                .visitedOn(null)
                .only(member(null, "", null, "x", null), spouse())
                .visitation());

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "residenceCategory",
                        "visitationDate",
                        "members[0].givenName",
                        "members[0].surname",
                        "members[0].birthDate",
                        "members[0].sex",
                        "members[0].familyRole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jean-Luc", "O'Selvar", "Ærø Æskil", "محمد"})
    void a_name_may_be_written_as_names_are(String name) {
        String number = cases.register(aFamily()
                .only(member(name, "Dusmani", "1979-01-01", "mand", "ansoeger"))
                .visitation());

        assertThat(cases.facts(number).persons().get(0).name()).isEqualTo(name + " Dusmani");
    }

    @Test
    void a_date_or_a_long_reference_number_in_a_note_is_no_cpr_number() {
        String number = cases.register(aFamily()
                .needing("Talt med centret 12.04.2015, journal 2015-123456, tlf. 99887766")
                .visitation());

        assertThat(number).isNotEmpty();
    }

    @Test
    void the_same_reference_never_makes_two_cases() {
        Visitation visitation = aFamily().withReference("UDL-DOBBELT").visitation();
        String number = cases.register(visitation);

        assertThatThrownBy(() -> cases.register(visitation))
                .isInstanceOf(AlreadyRegistered.class)
                .hasMessageContaining(number);
        assertThat(cases.caseNumberOf("UDL-DOBBELT")).contains(number);
    }

    @Test
    void two_at_once_with_the_same_reference_make_one_case() throws InterruptedException {
        Visitation visitation = aFamily().withReference("UDL-SAMTIDIG").visitation();
        Set<String> outcomes = new ConcurrentSkipListSet<>();

        inParallel(4, () -> {
            try {
                outcomes.add("created " + cases.register(visitation));
            } catch (AlreadyRegistered e) {
                outcomes.add("existing " + e.caseNumber());
            }
        });

        String number = cases.caseNumberOf("UDL-SAMTIDIG").orElseThrow();
        assertThat(outcomes).containsExactlyInAnyOrder("created " + number, "existing " + number);
    }

    @Test
    void a_plan_that_cannot_start_leaves_no_case_behind() {
        long before = countCases();
        plan.fails = true;

        assertThatThrownBy(() -> cases.register(aFamily().visitation())).isInstanceOf(IllegalStateException.class);

        assertThat(countCases()).isEqualTo(before);
    }

    @Test
    void numbers_run_within_the_year_and_start_again_in_the_next() {
        clock.set("2031-12-31T22:59:59Z");
        assertThat(cases.nextCaseNumber()).isEqualTo("2031-00001");
        assertThat(cases.nextCaseNumber()).isEqualTo("2031-00002");

        clock.set("2031-12-31T23:00:00Z");
        assertThat(cases.nextCaseNumber()).isEqualTo("2032-00001");
    }

    @Test
    void numbers_taken_at_once_are_all_different_also_when_they_are_the_first_of_a_year() throws InterruptedException {
        clock.set("2033-03-01T09:00:00Z");
        Set<String> numbers = new ConcurrentSkipListSet<>();

        inParallel(8, () -> {
            for (int i = 0; i < 10; i++) {
                numbers.add(cases.nextCaseNumber());
            }
        });

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, 80)
                        .mapToObj(i -> String.format("2033-%05d", i))
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_case_gets_the_number_that_was_taken_for_it() {
        String taken = cases.nextCaseNumber();

        assertThat(cases.register(aFamily().visitation(), taken)).isEqualTo(taken);
        assertThat(cases.facts(taken).caseNumber()).isEqualTo(taken);
        assertThatThrownBy(() -> cases.register(aFamily().visitation(), "sag 1"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("2026-00017");
    }

    @Test
    void an_unknown_case_is_said_to_be_unknown() {
        assertThatThrownBy(() -> cases.facts("2016-99999"))
                .isInstanceOf(CaseNotFound.class)
                .hasMessageContaining("Sagen 2016-99999 findes ikke");
    }

    private InputRefused refused(Visitation visitation) {
        return catchThrowableOfType(InputRefused.class, () -> cases.register(visitation));
    }

    private long countCases() {
        return jdbc.sql("select count(*) from case_file").query(Long.class).single();
    }

    private static void inParallel(int threads, Runnable work) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<java.util.concurrent.Future<?>> done = IntStream.range(0, threads)
                .<java.util.concurrent.Future<?>>mapToObj(i -> pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    work.run();
                    return null;
                }))
                .toList();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(done).allSatisfy(future -> future.get());
    }
}
