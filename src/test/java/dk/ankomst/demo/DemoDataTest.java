package dk.ankomst.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.ShiftableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(properties = "ankomst.demo=true")
@ActiveProfiles("test")
class DemoDataTest {

    private static final Pattern CPR = Pattern.compile("(?<![0-9a-zA-Z-])\\d{6}[- ]?\\d{4}(?![0-9a-zA-Z-])");

    @Autowired
    private JdbcClient database;

    @Autowired
    private DemoData demo;

    @BeforeEach
    void afterTheStart() throws InterruptedException {
        demo.await();
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void there_are_twelve_families_in_every_phase_and_on_every_track_that_is_received_directly_or_from_a_centre() {
        assertThat(texts("select family_name from case_file")).hasSize(12).doesNotHaveDuplicates();
        assertThat(texts("select distinct phase from case_file"))
                .containsExactlyInAnyOrder(
                        "forberedelse",
                        "overdragelse",
                        "ankomst",
                        "modtagelsesperiode",
                        "integrationsforloeb",
                        "afsluttet");
        assertThat(texts("select distinct track from case_file"))
                .containsExactlyInAnyOrder("asylcenter", "kvote", "familiesammenfoert", "uledsaget");
    }

    @Test
    void nearly_every_department_has_something_to_do() {
        assertThat(texts("select distinct group_id from work_item"))
                .contains(
                        "koordinator",
                        "jobcenter",
                        "ydelse",
                        "bolig",
                        "sundhed",
                        "sprogcenter",
                        "skole",
                        "boern-familie",
                        "frivilligkoordinator",
                        "borgerservice",
                        "leder");
    }

    @Test
    void one_deadline_is_broken_and_open_and_another_was_met_late() {
        assertThat(texts("select c.family_name from deadline d join case_file c on c.case_number = d.case_number"
                        + " where d.state = 'BREACHED'"))
                .containsOnly("Belkasim");
        assertThat(texts("select c.family_name from deadline d join case_file c on c.case_number = d.case_number"
                        + " where d.state = 'MET_LATE' and d.duty = 'integrationskontrakt'"))
                .containsOnly("Mirzavan");
    }

    @Test
    void one_case_has_run_to_its_end_and_one_family_has_moved_away() {
        assertThat(texts("select family_name from case_file where status = 'CLOSED' order by family_name"))
                .containsExactly("Haldami", "Okbazan");
    }

    @Test
    void an_expected_arrival_was_changed_with_a_reason() {
        assertThat(texts("select c.family_name from case_date_change d join case_file c on c.id = d.case_id"
                        + " where d.which = 'planlagt-ankomst' and d.old_date is not null and d.reason is not null"))
                .containsExactly("Selwani");
    }

    @Test
    void an_integration_plan_is_running() {
        assertThat(texts("select distinct process_key from work_item"
                        + " where case_number = (select case_number from case_file where family_name = 'Tavoran')"))
                .contains("integrationsplan");
    }

    @Test
    void the_past_was_made_by_named_users_at_past_times() {
        assertThat(texts("select distinct assignee_ from act_hi_taskinst where end_time_ is not null"))
                .contains("koordinator", "jobcenter", "ydelse", "bolig", "borgerservice", "sundhed", "sprogcenter");
        assertThat(texts("select distinct submitted_by from form_submit"))
                .isNotEmpty()
                .doesNotContain("ankomst-system");
        assertThat(texts("select distinct created_by from case_file")).containsExactly("koordinator");
        assertThat(texts("select id_ from act_hi_taskinst where start_time_ > current_timestamp"))
                .isEmpty();
        assertThat(texts("select id_ from act_hi_taskinst where start_time_ < dateadd('DAY', -300, current_timestamp)"))
                .isNotEmpty();
    }

    @Test
    void no_job_that_was_due_is_left_undone_or_failed() {
        assertThat(texts("select id_ from act_ru_job where (duedate_ is null or duedate_ < current_timestamp)"
                        + " and handler_type_ <> 'history-cleanup'"))
                .isEmpty();
        assertThat(texts("select id_ from act_ru_incident")).isEmpty();
    }

    @Test
    void a_second_start_makes_no_more_families() {
        demo.makeFamilies();

        assertThat(texts("select case_number from case_file")).hasSize(12);
    }

    @Test
    void a_start_that_was_broken_off_is_gone_on_with() {
        List<DemoFamily> all = DemoFamilies.all();

        assertThat(DemoData.missing(List.of())).hasSize(12);
        assertThat(DemoData.missing(List.of(all.get(0).reference(), "2026-00002")))
                .extracting(DemoFamily::name)
                .containsExactlyElementsOf(
                        all.stream().skip(1).map(DemoFamily::name).toList());
    }

    @Test
    void where_the_first_case_is_people_s_own_there_are_no_demo_families() {
        assertThat(DemoData.missing(
                        List.of("2026-00001", DemoFamilies.all().get(0).reference())))
                .isEmpty();
    }

    @Test
    void nobody_else_sees_the_time_that_is_played() throws Exception {
        ShiftableClock clock = new ShiftableClock(Clock.systemUTC());
        Instant longAgo = Instant.parse("2015-05-15T10:00:00Z");
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        clock.set(longAgo);

        Date seenByOthers = CompletableFuture.supplyAsync(ClockUtil::now).get();

        assertThat(ClockUtil.now()).isEqualTo(Date.from(longAgo));
        assertThat(seenByOthers).isAfter(Date.from(longAgo.plus(Duration.ofDays(365))));
    }

    @Test
    void nothing_looks_like_a_cpr_number() {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : database.sql("""
                        select table_name as t, column_name as c from information_schema.columns
                        where table_schema = 'PUBLIC' and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT')
                        and (table_name not like 'ACT\\_%' escape '\\' or column_name = 'TEXT_')""").query().listOfRows()) {
            texts("select \"" + column.get("C") + "\" from \"" + column.get("T") + "\"").stream()
                    .filter(text -> text != null && CPR.matcher(text).find())
                    .forEach(text -> found.add(column + ": " + text));
        }
        assertThat(found).isEmpty();
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
