package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.security.LoggedIn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The board with 1,000 and with 100,000 running deadlines: the whole page, which is later than its first byte. Two of five
 * deadlines have an open task. Run by {@code mvn -Pbench verify}; the times are added to {@code target/board-benchmark.md}.
 */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("test")
@DirtiesContext
@Tag("benchmark")
abstract class BoardBenchmark {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 40;
    private static final int MEASURED = 21;

    private static final List<String> DUTIES = List.of(
            "integrationskontrakt",
            "helbredsvurdering-tilbud",
            "danskuddannelse",
            "cpr-registrering",
            "permanent-bolig-maal",
            "bolig-klar",
            "koordineringsmoede",
            "integrationsprogram",
            "velkomstmateriale",
            "laegebesoeg",
            "forberedelse-klar",
            "virksomhedsrettet-tilbud");

    private static final List<String> GROUPS = List.of(
            "jobcenter",
            "sundhed",
            "sprogcenter",
            "borgerservice",
            "bolig",
            "bolig",
            "koordinator",
            "jobcenter",
            "koordinator",
            "sundhed",
            "ydelse",
            "jobcenter");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    abstract String database();

    @Test
    void a_hundred_times_the_deadlines_take_little_more_time() throws Exception {
        seed(0, FEW);
        Map<String, Double> few = measured();
        seed(FEW, MANY);
        Map<String, Double> many = measured();
        StringBuilder told = new StringBuilder("## " + database() + "\n\n| view | " + FEW + " | " + MANY
                + " | ratio |\n| --- | ---: | ---: | ---: |\n");
        few.forEach((view, time) -> told.append(String.format(
                "| %s | %.0f ms | %.0f ms | %.2f |%n", view, time, time(many, view), time(many, view) / time)));
        keep(told + "\n");
        many.forEach((view, time) -> assertThat(time).as(view).isLessThan(300));
    }

    private static double time(Map<String, Double> times, String view) {
        Double time = times.get(view);
        return time == null ? Double.NaN : time;
    }

    private Map<String, Double> measured() throws Exception {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("leder, alle", median("/frister", "leder"));
        times.put("jobcenter, mit team", median("/frister", "jobcenter"));
        times.put("jobcenter, mine", median("/frister?vis=mine", "jobcenter"));
        times.put("leder, lovfrister uden ansvarlig", median("/frister?type=lov&ansvarlig=ingen", "leder"));
        times.put("leder, min dag", median("/", "leder"));
        times.put("jobcenter, min dag", median("/", "jobcenter"));
        times.put("leder, frister pr. uge", median("/frister/uger", "leder"));
        return times;
    }

    private double median(String address, String user) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            time(address, user);
        }
        long[] times = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            times[i] = time(address, user);
        }
        Arrays.sort(times);
        return times[MEASURED / 2] / 1e6;
    }

    private long time(String address, String user) throws Exception {
        LoggedIn person = new LoggedIn(user, user, List.of(user));
        long start = clockTime();
        int status = mvc.perform(get(address)
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                person, null, List.of(new SimpleGrantedAuthority("GROUP_" + user))))))
                .andReturn()
                .getResponse()
                .getStatus();
        long time = clockTime() - start;
        assertThat(status).isEqualTo(200);
        return time;
    }

    /** The processor's time where the database runs in this very thread: the machine has others to serve. */
    private long clockTime() {
        return isInThisThread() ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Whether the database works in the thread that asks it. */
    abstract boolean isInThisThread();

    private void seed(int from, int until) {
        LocalDate today = LocalDate.now(clock);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<@Nullable Object[]> cases = new ArrayList<>();
        List<@Nullable Object[]> deadlines = new ArrayList<>();
        List<@Nullable Object[]> tasks = new ArrayList<>();
        for (int i = from; i < until; i++) {
            String number = String.format("2026-%05d", i / DUTIES.size());
            // The first two of a case are one duty towards two of the family, due on one day: one row.
            boolean isPerson = i % DUTIES.size() < 2;
            long person = isPerson ? i % DUTIES.size() + 1L : 0;
            String duty = DUTIES.get(isPerson ? 0 : i % DUTIES.size());
            if (i % DUTIES.size() == 0) {
                cases.add(new @Nullable Object[] {number, "Prøve", today, now});
            }
            // One in twenty has passed.
            int first = person == 2 ? i - 1 : i;
            LocalDate due = today.plusDays((first * 7919L) % 400 - 20);
            String kind = first % 3 == 0 ? "LOKAL" : "LOV";
            deadlines.add(new @Nullable Object[] {
                number,
                duty,
                person,
                kind,
                due,
                due,
                due.isBefore(today) && first % 2 == 0 ? "BREACHED" : "RUNNING",
                due.isBefore(today) && first % 2 == 0 ? now : null,
                now
            });
            if (i % 5 < 2) {
                tasks.add(new @Nullable Object[] {
                    "task-" + i,
                    number,
                    isPerson ? person : null,
                    "Opgave " + i,
                    GROUPS.get(i % DUTIES.size()),
                    i % 100 == 0 ? "jobcenter" : null,
                    due.atTime(23, 59, 59)
                            .atZone(ZoneId.of("Europe/Copenhagen"))
                            .toOffsetDateTime(),
                    now,
                    duty,
                    kind
                });
            }
        }
        jdbc.batchUpdate(
                "insert into case_file (case_number, family_name, residence_category, origin, track, track_rule_id,"
                        + " visitation_date, phase, status, created_at, created_by)"
                        + " values (?, ?, 'konventionsflygtning', 'opholdscenter', 'asylcenter', 'rule', ?,"
                        + " 'modtagelsesperiode', 'OPEN', ?, 'x')",
                cases);
        jdbc.batchUpdate(
                "insert into deadline (case_number, duty, person_id, name, kind, scope, legal_ground, confirmed, trigger_name, trigger_words,"
                        + " due_date, act_by, explanation, state, breached_at, created_at, created_by, version)"
                        + " values (?, ?, ?, 'Pligten', ?, 'SAG', 'integrationsloven § 19', true, 'overtagelse', 'overtagelsen', ?, ?, 'Regnet',"
                        + " ?, ?, ?, 'x', 0)",
                deadlines);
        jdbc.batchUpdate(
                "insert into work_item (task_id, case_number, person_id, task_key, name, process_key, group_id, assignee, due_date,"
                        + " created_at, duty, kind) values (?, ?, ?, 'UserTask_X', ?, 'x', ?, ?, ?, ?, ?, ?)",
                tasks);
        // As a database that has been there for a while knows its own tables.
        jdbc.execute("analyze");
    }

    private static void keep(String text) throws IOException {
        Files.writeString(
                Path.of("target", "board-benchmark.md"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
