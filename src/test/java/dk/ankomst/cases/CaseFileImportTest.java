package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dk.ankomst.cases.ImportResult.LineError;
import dk.ankomst.platform.InputRefused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaseTest
class CaseFileImportTest {

    @Autowired
    private CaseFileImport fileImport;

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
    void lines_with_the_same_reference_become_one_case() {
        ImportResult result = read("\uFEFF" + CsvFile.family("FIL-1"));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.created()).singleElement().satisfies(created -> {
            assertThat(created.externalReference()).isEqualTo("FIL-1");
            assertThat(created.family()).isEqualTo("Tavoran");
            assertThat(created.persons()).isEqualTo(2);
            assertThat(created.lines()).containsExactly(2L, 3L);
            assertThat(cases.facts(created.caseNumber()).persons())
                    .extracting(PersonFacts::role)
                    .containsExactly("ansoeger", "aegtefaelle");
        });
    }

    @Test
    void every_column_of_the_template_reaches_the_case() {
        String header = CaseFileImport.template();
        String line =
                "FIL-ALT;15.05.2015;kvoteflygtning;lufthavn;Lufthavnen;Dusmani-familien;01.07.2015;20.06.2015;nej;"
                        + "\"Har brug for; ro\";Eksempelvej 1;Kelvar;Dusmani;12.04.1983;mand;ansoeger;Afghanistan;hazara;dari;"
                        + "traume, handicap;Går med stok\r\n";

        ImportResult result = read(header + line);

        String number = result.created().get(0).caseNumber();
        CaseFacts facts = cases.facts(number);
        assertThat(facts.track()).isEqualTo("kvote");
        assertThat(facts.family()).isEqualTo("Dusmani-familien");
        assertThat(facts.plannedArrival()).isEqualTo("2015-07-01");
        assertThat(facts.takeoverAgreed()).isEqualTo("2015-06-20");
        assertThat(facts.persons().get(0).interpreterLanguage()).isEqualTo("dari");
        assertThat(facts.persons().get(0).needs()).containsExactly("traume", "handicap");
        assertThat(jdbc.sql(
                                "select c.origin_name || '/' || c.notes_known_needs || '/' || h.address || '/' || p.needs_note"
                                        + " from case_file c join household h on h.case_id = c.id join person p on p.case_id = c.id"
                                        + " where c.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("Lufthavnen/Har brug for; ro/Eksempelvej 1/Går med stok");
    }

    @Test
    void a_family_with_a_bad_line_is_left_out_and_every_bad_line_named_while_the_others_come_in() {
        ImportResult result = read(CsvFile.family("FIL-GOD-1")
                + "FIL-DAARLIG;2015-05-15;turist;opholdscenter;Oltane;Merivo;31.02.1983;kvinde;ansoeger;syrien\n"
                + "FIL-DAARLIG;;;;Benrik;;2012-01-01;dreng;barn;syrien\n"
                + CsvFile.lines("FIL-GOD-2")
                + "FIL-AFVIST;2015-05-15;asylansoeger;opholdscenter;Arvo;Selden;1990-01-01;mand;ansoeger;syrien\n");

        assertThat(result.created())
                .extracting(ImportResult.Created::externalReference)
                .containsExactly("FIL-GOD-1", "FIL-GOD-2");
        assertThat(result.rejected())
                .extracting(ImportResult.Rejected::externalReference)
                .containsExactly("FIL-DAARLIG", "FIL-AFVIST");
        assertThat(result.rejected().get(0).errors())
                .extracting(LineError::line, LineError::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, "foedselsdato"),
                        org.assertj.core.groups.Tuple.tuple(4L, "opholdskategori"),
                        org.assertj.core.groups.Tuple.tuple(5L, "efternavn"),
                        org.assertj.core.groups.Tuple.tuple(5L, "koen"));
        assertThat(result.rejected().get(1).errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("hører ikke til kommunens målgruppe"));
        assertThat(cases.caseNumberOf("FIL-DAARLIG")).isEmpty();
        assertThat(cases.caseNumberOf("FIL-AFVIST")).isEmpty();
        assertThat(plan.started).hasSize(2);
    }

    @Test
    void the_same_file_twice_makes_no_second_case() {
        ImportResult first = read(CsvFile.family("FIL-TO"));
        plan.reset();

        ImportResult second = read(CsvFile.family("FIL-TO"));

        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).singleElement().satisfies(existing -> {
            assertThat(existing.caseNumber()).isEqualTo(first.created().get(0).caseNumber());
            assertThat(existing.message()).contains("findes allerede");
        });
        assertThat(plan.calls).isEmpty();
    }

    static Stream<Arguments> badLines() {
        String start = ";2015-05-15;konventionsflygtning;opholdscenter;Solmira;Tavoran;";
        return Stream.of(
                arguments(start + "1983-04-12;kvinde;ansoeger;syrien", "sagsreference", "Skriv en sagsreference"),
                arguments("F-1" + start + "1983-04-12;kvinde;ansoeger", null, "9 felter, men overskriften har 10"),
                arguments("F-2" + start + "1983-04-12;kvinde;ansoeger;syrien;ekstra", null, "11 felter"),
                arguments("F-3" + start + "120385-1234;kvinde;ansoeger;syrien", "foedselsdato", "fx 15.05.2026"),
                arguments("F-4" + start + ";kvinde;ansoeger;syrien", "foedselsdato", "Indtast fødselsdatoen"),
                arguments("F-5" + start + "1983-04-12;kvinde;barn;syrien", null, "hvem der er ansøger"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badLines")
    void a_bad_line_is_named_with_its_column_and_what_to_do(
            String line, @org.jspecify.annotations.Nullable String column, String sentence) {
        ImportResult result = read(CsvFile.HEADER + "\n" + line + "\n");

        assertThat(result.created()).isEmpty();
        assertThat(result.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(3);
                    assertThat(error.column()).isEqualTo(column);
                    assertThat(error.message()).contains(sentence);
                }));
    }

    @Test
    void lines_of_a_family_that_contradict_each_other_are_named() {
        ImportResult result = read(CsvFile.HEADER
                + "F-6;2015-05-15;konventionsflygtning;opholdscenter;Solmira;Tavoran;1983-04-12;kvinde;ansoeger;syrien\n"
                + "F-6;2015-05-16;konventionsflygtning;opholdscenter;Jaldem;Tavoran;1980-11-02;mand;aegtefaelle;x\n");

        assertThat(result.rejected().get(0).errors())
                .extracting(LineError::line, LineError::column)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3L, "visitationsdato"),
                        org.assertj.core.groups.Tuple.tuple(3L, "nationalitet"));
    }

    @Test
    void a_family_that_the_program_fails_on_is_named_and_does_not_stop_the_file() {
        plan.fails = true;

        ImportResult result = read(CsvFile.family("F-7"));

        assertThat(result.rejected().get(0).errors().get(0).message()).contains("fejl i systemet");
        assertThat(cases.caseNumberOf("F-7")).isEmpty();
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments(new byte[0], "Filen er tom"),
                arguments(" \n".getBytes(StandardCharsets.UTF_8), "Filen er tom"),
                arguments(CsvFile.HEADER.getBytes(StandardCharsets.UTF_8), "kun overskrifter"),
                arguments((CsvFile.HEADER + "Ø-1;x").getBytes(Charset.forName("windows-1252")), "ikke gemt som UTF-8"),
                arguments(CsvFile.HEADER.getBytes(StandardCharsets.UTF_16LE), "ikke en tekstfil"),
                arguments(new byte[] {'P', 'K', 3, 4}, "regneark"),
                arguments(new byte[CaseFileImport.MOST_BYTES + 1], "mere end 1 MB"),
                arguments(CsvFile.HEADER.replace(';', ',').getBytes(StandardCharsets.UTF_8), "adskilt af semikolon"),
                arguments(("cpr;" + CsvFile.HEADER).getBytes(StandardCharsets.UTF_8), "\"cpr\" kendes ikke"),
                arguments(("koen;" + CsvFile.HEADER).getBytes(StandardCharsets.UTF_8), "to gange"),
                arguments(
                        CsvFile.HEADER.replace("rolle;", "").getBytes(StandardCharsets.UTF_8),
                        "mangler kolonnerne: rolle"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badFiles")
    void a_file_that_cannot_be_read_is_refused_as_a_whole(byte[] content, String sentence) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> fileImport.read(content));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("file");
            assertThat(error.message()).contains(sentence);
        });
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_family_and_no_other() {
        ImportResult result = read(CsvFile.HEADER
                + "F-8;2015-05-15;konventionsflygtning;opholdscenter;\"Oltane;Merivo;1983-04-12;kvinde;ansoeger;syrien\n"
                + "F-8;;;;Benrik;Merivo;1980-11-02;mand;aegtefaelle;syrien\n"
                + CsvFile.lines("F-9")
                + "\"F-10;2015-05-15;konventionsflygtning;opholdscenter;Arvo;Selden;1990-01-01;mand;ansoeger;syrien\n"
                + CsvFile.lines("F-11"));

        assertThat(result.created())
                .extracting(ImportResult.Created::externalReference)
                .containsExactly("F-9", "F-11");
        assertThat(result.rejected())
                .extracting(ImportResult.Rejected::externalReference)
                .containsExactly("F-8", "F-10");
        assertThat(result.rejected().get(0).lines()).containsExactly(2L, 3L);
        assertThat(result.rejected().get(0).errors().get(0).line()).isEqualTo(2);
        assertThat(result.rejected().get(0).errors().get(0).message())
                .contains("Et anførselstegn på linje 2 er ikke lukket");
        assertThat(result.rejected().get(1).errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("Et anførselstegn på linje 6 er ikke lukket"));
        assertThat(cases.caseNumberOf("F-8")).isEmpty();
    }

    @Test
    void a_field_that_goes_on_over_two_lines_is_refused_with_both() {
        ImportResult result = read(CsvFile.HEADER
                + "F-12;2015-05-15;konventionsflygtning;opholdscenter;Oltane;Merivo;1983-04-12;kvinde;ansoeger;\"sy\n"
                + "rien\"\n"
                + CsvFile.lines("F-13"));

        assertThat(result.created())
                .extracting(ImportResult.Created::externalReference)
                .containsExactly("F-13");
        assertThat(result.rejected())
                .flatExtracting(ImportResult.Rejected::lines)
                .containsExactly(2L, 3L);
    }

    @Test
    void the_template_has_the_headings_in_utf_8_for_excel() {
        assertThat(CaseFileImport.template())
                .startsWith("\uFEFFsagsreference;visitationsdato;opholdskategori;oprindelse;")
                .endsWith("\r\n");
        assertThat(List.of(CaseFileImport.template().strip().split(";"))).hasSize(21);
    }

    private ImportResult read(String content) {
        return fileImport.read(content.getBytes(StandardCharsets.UTF_8));
    }
}
