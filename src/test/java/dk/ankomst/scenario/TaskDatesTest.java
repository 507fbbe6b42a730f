package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.security.LoggedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Due date and follow-up date of the tasks in Tasklist. */
class TaskDatesTest extends ScenarioTest {

    @Test
    @DisplayName("every task with a date has a follow-up date, on a working day and not after the due date")
    void everyTaskHasAFollowUpDate() {
        String number = prepared();

        assertThat(town.openTasks(number)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getDueDate()).as(task.getName()).isNotNull();
            LocalDate followUp = day(task.getFollowUpDate());
            assertThat(followUp).as(task.getName()).isNotNull().isBefore(day(task.getDueDate()));
            assertThat(followUp.getDayOfWeek().getValue()).isLessThan(6);
        });
    }

    @Test
    @DisplayName("the follow-up date moves with the due date when a fact changes")
    void followsTheDueDate() {
        String number = prepared();
        Task before = town.openTask(number, "UserTask_FindBolig");
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.changePlannedArrival(number, LocalDate.of(2015, 8, 20), "Boligen er forsinket");
            return null;
        });
        town.runDueJobs(number);

        Task after = town.openTasks(number).stream()
                .filter(task -> task.getId().equals(before.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(day(after.getDueDate())).isAfter(day(before.getDueDate()));
        assertThat(day(after.getFollowUpDate())).isAfter(day(before.getFollowUpDate()));
    }

    @Test
    @DisplayName("no filter of Tasklist hides a task because its follow-up date is ahead")
    void filtersShowEveryTask() {
        String number = prepared();
        Filter all = town.engine.getFilterService().createFilterQuery().list().stream()
                .filter(filter -> "alle".equals(filter.getProperties().get("ankomst")))
                .findFirst()
                .orElseThrow();

        List<String> shown = town.engine.getFilterService().<Task>list(all.getId()).stream()
                .map(Task::getId)
                .toList();

        assertThat(shown)
                .containsAll(town.openTasks(number).stream().map(Task::getId).toList());
    }

    @Test
    @DisplayName(
            "the date of the coordination meeting is agreed on the case and invited to, and gone when the case closes")
    void theMeetingIsAgreed() {
        String number = town.register(aFamily().withChildren(2));
        town.playUntil(number, "UserTask_HoldKoordineringsmoede");

        Map<String, Object> meeting = jdbc.sql("select * from meeting where case_number = :number")
                .param("number", number)
                .query()
                .singleRow();
        String duty = String.valueOf(meeting.get("duty"));
        DeadlineView agreed = town.deadline(number, duty);
        assertThat(agreed.kind()).isEqualTo(DeadlineKind.AFTALT);
        assertThat(String.valueOf(meeting.get("held_on"))).isEqualTo(String.valueOf(agreed.dueDate()));
        assertThat(String.valueOf(meeting.get("invited_groups"))).contains("koordinator", "jobcenter");

        town.complete(number, "UserTask_HoldKoordineringsmoede", Map.of());
        assertThat(town.deadline(number, duty).state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    @DisplayName("whoever may read a task is told its deadline in the register's own words, and nobody else")
    void theDeadlineIsToldToReaders() throws Exception {
        clock.on("2015-05-18");
        String number = prepared();
        Task task = town.openTask(number, "UserTask_FindBolig");
        String group = town.staff.groupOf(task);

        JsonNode told = json(get("/api/tasks/" + task.getId() + "/frist"), group, 200);

        assertThat(told.path("caseNumber").asText()).isEqualTo(number);
        assertThat(told.path("due").path("dueDate").asText()).isEqualTo(String.valueOf(day(task.getDueDate())));
        assertThat(told.path("due").path("words").asText()).matches("\\d+ arbejdsdage tilbage");
        assertThat(told.path("followUp").asText()).isEqualTo(String.valueOf(day(task.getFollowUpDate())));
        DeadlineView registered = town.deadlines.ofCase(number).stream()
                .filter(view -> view.duty().equals(told.at("/deadline/duty").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(told.at("/deadline/howCounted"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(registered.howCounted());
        json(get("/api/tasks/" + task.getId() + "/frist"), "sundhed", 404);
        json(get("/api/tasks/findes-ikke/frist"), "sundhed", 404);
        json(get("/api/tasks/" + task.getId() + "/frist"), "drift", 403);
    }

    @Test
    @DisplayName("the cards of a page are told in one answer, each only to those who may read the task")
    void cardsAreToldTogether() throws Exception {
        String number = prepared();
        List<Task> open = town.openTasks(number);
        String ids = open.stream().map(Task::getId).collect(Collectors.joining(","));
        Set<String> ofHousing = open.stream()
                .filter(task -> town.staff.groupOf(task).equals("bolig"))
                .map(Task::getId)
                .collect(Collectors.toSet());

        JsonNode told = json(get("/api/tasks/frist").param("ids", ids), "bolig", 200);
        JsonNode all = json(get("/api/tasks/frist").param("ids", ids), "leder", 200);
        String tooMany = IntStream.range(0, 201).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(ofHousing).isNotEmpty();
        assertThat(told).extracting(card -> card.path("taskId").asText()).hasSameElementsAs(ofHousing);
        assertThat(all).hasSize(open.size());
        assertThat(json(get("/api/tasks/frist"), "bolig", 200)).isEmpty();
        json(get("/api/tasks/frist").param("ids", tooMany), "bolig", 400);
    }

    private String prepared() {
        String number = town.register(aFamily().withChildren(2).expectedOn("2015-07-10"));
        town.complete(number, "UserTask_TildelTovholder", Map.of());
        return number;
    }

    private JsonNode json(MockHttpServletRequestBuilder request, String group, int status) throws Exception {
        LoggedIn person = new LoggedIn(group, group, List.of(group));
        String body = mvc.perform(request.with(authentication(new UsernamePasswordAuthenticationToken(
                        person, null, List.of(new SimpleGrantedAuthority("GROUP_" + group))))))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonMapper.builder().build().readTree(body);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneId.of("Europe/Copenhagen"));
    }
}
