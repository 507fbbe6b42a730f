package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ankomst.cases.CaseLooks;
import dk.ankomst.security.LoggedIn;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The ways into the program: the task list, a file, and what happens when something fails on the way. */
class IntakeTest extends ScenarioTest {

    private static final AtomicInteger REFERENCES = new AtomicInteger();
    private static final String MEMBER = "UserTask_RegistrerFamiliemedlem";
    private static final String CORRECT = "UserTask_RetVisitationen";

    @Autowired
    CaseLooks looks;

    @BeforeEach
    void springOf2015() {
        clock.on("2015-05-20");
    }

    @Test
    void a_visitation_typed_into_the_task_list_becomes_a_case_that_comes_to_its_end() {
        String number = start(visitation("konventionsflygtning", 2));
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "ansoeger"));
        assertThat(cases()).doesNotContain(number);
        assertThat(town.openTasks(number, MEMBER)).hasSize(1);
        town.complete(number, MEMBER, member("Elvi", "2008-04-12", "barn"));

        assertThat(town.facts(number).persons())
                .extracting(person -> person.name())
                .containsExactly("Solmira Tavoran", "Elvi Tavoran");
        assertThat(town.facts(number).takeover()).isEqualTo("2015-07-01");
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void who_opens_a_tasks_form_has_looked_at_the_case_once() {
        String number = town.register(aFamily());
        Task task = town.openTask(number, "UserTask_TildelTovholder");

        for (int time = 0; time < 2; time++) {
            town.staff.as("koordinator", "koordinator", () -> town.engine
                    .getFormService()
                    .getTaskFormVariables(task.getId()));
        }

        assertThat(looks.of(number, null, 0, 10)).singleElement().satisfies(look -> {
            assertThat(look.by()).isEqualTo("koordinator");
            assertThat(look.page()).isEqualTo(CaseLooks.TASK + task.getName());
        });
    }

    @Test
    void an_asylum_seeker_without_a_permit_is_refused_with_the_reason_before_anything_is_kept() {
        long before = answers();
        assertThatThrownBy(() -> start(visitation("asylansoeger", 1)))
                .hasMessageContaining("hører ikke til kommunens målgruppe");
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void what_was_wrong_is_corrected_without_typing_everything_again() {
        String number = start(visitation("konventionsflygtning", 1));
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "barn"));

        assertThat(Municipality.namesOf(town.openTasks(number))).containsExactly(CORRECT);
        Map<String, Object> shown = town.staff.as("koordinator", "koordinator", () -> town.engine
                .getFormService()
                .getTaskFormVariables(town.openTask(number, CORRECT).getId()));
        assertThat(String.valueOf(shown.get("visitationsfejl"))).isNotBlank().isNotEqualTo("null");
        assertThat(shown).containsEntry("familienavn", "Tavoran-familien");
        assertThat(town.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("visitationsfejl")
                        .count())
                .as("what was typed stays out of the engine")
                .isZero();

        town.complete(number, CORRECT, visitation("konventionsflygtning", 1));
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "ansoeger"));

        assertThat(town.facts(number).family()).isEqualTo("Tavoran-familien");
        assertThat(town.openTasks(number, MEMBER)).isEmpty();
        town.isSound(number);
    }

    static Stream<Arguments> whatOnlyRegisteringRefused() {
        return Stream.of(
                Arguments.of(
                        Map.of(
                                "visitationsdato",
                                "2009-12-31",
                                "aftaltOvertagelsesdato",
                                "2010-01-15",
                                "forventetAnkomstdato",
                                "2010-01-15"),
                        "De kendes fra 1. januar 2010"),
                Arguments.of(Map.of("oprindelse", "anden-kommune", "visitationsdato", "2011-05-16"), "tilflytter"),
                Arguments.of(
                        Map.of("visitationsdato", "2012-05-15", "aftaltOvertagelsesdato", "2012-06-15"),
                        "Lad den aftalte dato stå tom"),
                Arguments.of(Map.of("aftaltOvertagelsesdato", "2015-07-02"), "lovens seneste dato, 1. juli 2015"),
                Arguments.of(Map.of("eksternReference", "BRUGT-FOER"), "Sagsreferencen BRUGT-FOER findes allerede"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("whatOnlyRegisteringRefused")
    void whatever_keeps_a_visitation_from_becoming_a_case_comes_back_to_be_corrected(
            Map<String, Object> wrong, String sentence) {
        if (town.cases.caseNumberOf("BRUGT-FOER").isEmpty()) {
            town.register(aFamily().withReference("BRUGT-FOER"));
        }
        Map<String, Object> typed = new HashMap<>(visitation("konventionsflygtning", 1));
        typed.remove("aftaltOvertagelsesdato");
        typed.remove("forventetAnkomstdato");
        typed.putAll(wrong);
        String number = start(typed);
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "ansoeger"));

        assertThat(Municipality.namesOf(town.openTasks(number))).containsExactly(CORRECT);
        Map<String, Object> shown = town.staff.as("koordinator", "koordinator", () -> town.engine
                .getFormService()
                .getTaskFormVariables(town.openTask(number, CORRECT).getId()));
        assertThat(String.valueOf(shown.get("visitationsfejl"))).contains(sentence);
        assertThat(cases()).doesNotContain(number);

        town.complete(number, CORRECT, visitation("konventionsflygtning", 1));
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "ansoeger"));
        assertThat(cases()).contains(number);
    }

    @Test
    void a_family_that_seems_to_have_a_case_is_told_of_it_and_where_to_go_on() {
        town.complete(start(visitation("konventionsflygtning", 1)), MEMBER, member("Tirza", "1979-03-02", "ansoeger"));
        Map<String, Object> again = new HashMap<>(visitation("konventionsflygtning", 1));
        again.put("eksternReference", "");
        String number = start(again);
        town.complete(number, MEMBER, member("TIRZA", "1979-03-02", "ansoeger"));

        assertThat(Municipality.namesOf(town.openTasks(number))).containsExactly(CORRECT);
        Map<String, Object> shown = town.staff.as("koordinator", "koordinator", () -> town.engine
                .getFormService()
                .getTaskFormVariables(town.openTask(number, CORRECT).getId()));
        assertThat(String.valueOf(shown.get("visitationsfejl")))
                .contains("Tirza Tavoran, født 2. marts 1979, er allerede med i den åbne sag", "/sager/ny");
        assertThat(cases()).doesNotContain(number);
    }

    @Test
    void a_visitation_that_is_given_up_leaves_nothing() {
        String number = start(visitation("konventionsflygtning", 1));
        town.complete(number, MEMBER, member("Solmira", "1983-04-12", "barn"));
        Map<String, Object> givenUp = new HashMap<>(visitation("konventionsflygtning", 1));
        givenUp.put("visitationOpgives", "ja");
        town.complete(number, CORRECT, givenUp);

        assertThat(town.instances(number)).isEmpty();
        assertThat(town.workItems.ofCase(number)).isEmpty();
        assertThat(cases()).doesNotContain(number);
    }

    @Test
    void the_families_of_a_file_become_cases_with_plans_and_the_wrong_ones_do_not() throws Exception {
        String file = "sagsreference;visitationsdato;opholdskategori;oprindelse;fornavn;efternavn;foedselsdato;koen;"
                + "rolle;nationalitet\n"
                + "SCENARIE-1;2015-05-15;konventionsflygtning;opholdscenter;Solmira;Tavoran;12.04.1983;K;ansoeger;syrien\n"
                + "SCENARIE-1;;;;Jaldem;Tavoran;1980-11-02;Mand;Ægtefælle;SY\n"
                + "SCENARIE-2;2015-05-15;asylansoeger;opholdscenter;Noro;Kelvar;12.04.1983;M;ansoeger;syrien\n";

        String answer = mvc.perform(post("/api/cases/import")
                        .contentType("text/csv")
                        .content(file.getBytes(StandardCharsets.UTF_8))
                        .with(csrf())
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                new LoggedIn("koordinator", "Koordinator", List.of("koordinator")),
                                null,
                                List.of(new SimpleGrantedAuthority("GROUP_koordinator"))))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer).contains("SCENARIE-1", "SCENARIE-2", "målgruppe");
        String number = town.cases.caseNumberOf("SCENARIE-1").orElseThrow();
        town.isSound(number);
        assertThat(town.openTasks(number, "UserTask_TildelTovholder")).hasSize(1);
        assertThat(town.cases.caseNumberOf("SCENARIE-2")).isEmpty();
    }

    @Test
    void a_missing_table_takes_the_whole_registration_back() {
        whileFailing("act_re_decision_def", "overtagelsesfrist", "SCENARIE-TABEL");
    }

    @Test
    void a_missing_phase_takes_the_whole_registration_back() {
        whileFailing("act_re_procdef", "forberedelse", "SCENARIE-FASE");
    }

    /** Hides a model from the engine, so that a step of the new plan fails. */
    private void whileFailing(String table, String key, String reference) {
        List<Long> before = rows();
        int hidden = jdbc.sql("update " + table + " set key_ = 'skjult' where key_ = '" + key + "'")
                .update();
        assertThat(hidden).isPositive();
        try {
            assertThatThrownBy(() -> town.register(aFamily().withReference(reference)))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("update " + table + " set key_ = '" + key + "' where key_ = 'skjult'")
                    .update();
        }
        assertThat(town.cases.caseNumberOf(reference)).isEmpty();
        assertThat(rows()).as("rows of cases, deadlines, tasks and instances").isEqualTo(before);
        String number = town.register(aFamily().withReference(reference));
        town.isSound(number);
    }

    private List<Long> rows() {
        return Stream.of(
                        "case_file",
                        "person",
                        "household",
                        "case_date_change",
                        "deadline",
                        "deadline_subject",
                        "deadline_change",
                        "decision_record",
                        "work_item",
                        "act_ru_execution",
                        "act_ru_task",
                        "act_hi_procinst",
                        "act_hi_varinst")
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private List<String> cases() {
        return jdbc.sql("select case_number from case_file").query(String.class).list();
    }

    private long answers() {
        return jdbc.sql("select count(*) from form_answer").query(Long.class).single();
    }

    private String start(Map<String, ?> answers) {
        String definition = town.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("visitation")
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance started = town.staff.as("koordinator", "koordinator", () -> town.engine
                .getFormService()
                .submitStartForm(definition, town.staff.filledStartForm(definition, answers)));
        return started.getBusinessKey();
    }

    private static Map<String, Object> visitation(String category, int persons) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("opholdskategori", category);
        answers.put("oprindelse", "opholdscenter");
        answers.put("visitationsdato", "2015-05-15");
        answers.put("aftaltOvertagelsesdato", "2015-07-01");
        answers.put("forventetAnkomstdato", "2015-07-01");
        answers.put("erUledsaget", "nej");
        answers.put("antalPersoner", persons);
        answers.put("familienavn", "Tavoran-familien");
        answers.put("eksternReference", "TASTET-" + REFERENCES.incrementAndGet());
        return answers;
    }

    private static Map<String, Object> member(String name, String born, String role) {
        return Map.of("fornavn", name, "efternavn", "Tavoran", "foedselsdato", born, "rolle", role);
    }
}
