package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Three years in a municipality: forty families of all variants, on one clock, to the end of each. */
class FortyFamiliesTest extends ScenarioTest {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** Of the processor, so that a busy machine does not decide; the clock on the wall is printed beside it. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void forty_families_of_all_variants_come_to_an_end_and_every_duty_was_met_or_broken_on_record() {
        List<Story> families = FortyFamilies.all();
        assertThat(families).hasSize(40);
        ThreeYears years = new ThreeYears(town, jdbc);
        long from = System.nanoTime();
        long worked = PROCESSOR.getCurrentThreadCpuTime();

        years.play(families);

        Duration took = Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - worked);
        Duration passed = Duration.ofNanos(System.nanoTime() - from);
        LocalDate first = families.stream()
                .map(story -> story.family.visitedOn())
                .min(LocalDate::compareTo)
                .orElseThrow();
        assertThat(first.plusYears(3)).as("three years have passed").isBeforeOrEqualTo(clock.today());
        Map<DeadlineState, Integer> states = new EnumMap<>(DeadlineState.class);
        int broken = 0;
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, Story> played : years.stories().entrySet()) {
            String number = played.getKey();
            Story story = played.getValue();
            Ended ended = ended(number);
            softly.assertThatCode(() -> town.nothingRemains(number))
                    .as(story.words)
                    .doesNotThrowAnyException();
            softly.assertThat(ended.reason()).as(story.words).startsWith(story.ending);
            for (DeadlineView deadline : town.deadlines.ofCase(number)) {
                states.merge(deadline.state(), 1, Integer::sum);
                broken += deadline.breachedAt() == null ? 0 : 1;
                softly.assertThat(isMetOrOnRecord(deadline, ended))
                        .as("%s, %s", story.words, told(deadline))
                        .isTrue();
            }
        }
        softly.assertAll();
        System.out.printf(
                "%d familier, %s til %s: %d opgaver, %d timere, frister %s, heraf %d med brud på skrift, %.1f s, heraf %.1f s i processoren%n",
                families.size(),
                first,
                clock.today(),
                years.tasksDone(),
                years.timersFired(),
                states,
                broken,
                passed.toMillis() / 1000.0,
                took.toMillis() / 1000.0);
        assertThat(took).as("the whole run").isLessThan(LONGEST);
    }

    /** When a case was closed and with what words. */
    private record Ended(LocalDate on, String reason) {}

    private Ended ended(String number) {
        return jdbc.sql("select closed_on, closed_reason from case_file where case_number = :number")
                .param("number", number)
                .query((row, index) -> new Ended(
                        row.getObject("closed_on", LocalDate.class), Objects.toString(row.getString("closed_reason"))))
                .single();
    }

    /** Met, found not to apply, or not yet due when the case ended; else the register says that it was passed. */
    private static boolean isMetOrOnRecord(DeadlineView deadline, Ended ended) {
        return switch (deadline.state()) {
            case MET, NOT_APPLICABLE -> true;
            case MET_LATE -> deadline.kind() != DeadlineKind.LOV || deadline.breachedAt() != null;
            case LAPSED ->
                deadline.dueDate() == null
                        || !deadline.dueDate().isBefore(ended.on())
                        || deadline.passesByItself()
                        || deadline.breachedAt() != null;
            case WAITING, RUNNING, SUSPENDED, BREACHED -> false;
        };
    }

    private static String told(DeadlineView deadline) {
        return "%s %s, %s, %s".formatted(deadline.duty(), deadline.kind(), deadline.dueDate(), deadline.state());
    }
}
