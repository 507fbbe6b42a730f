package dk.ankomst.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How often each kind of work was done on one side of the benchmark and how long it took. */
final class Tally {

    /** Set {@code -Dbench.sql=true} to see which statements each kind of work sends; it costs time. */
    private static final boolean IS_READING = Boolean.getBoolean("bench.sql");

    /** The kinds of work that are timed; looking up what to do next is the player's own and is not. */
    enum Work {
        START("Sagen oprettes"),
        ARRIVAL("Ankomsten meldes"),
        OPEN("Formular åbnes"),
        CLAIM("Opgave tages"),
        SUBMIT("Formular sendes"),
        TIMER("Timer udløber"),
        JOB("Øvrigt job");

        final String words;

        Work(String words) {
            this.words = words;
        }
    }

    private final Map<Work, LongAdder> counts = new EnumMap<>(Work.class);
    private final Map<Work, LongAdder> nanos = new EnumMap<>(Work.class);
    private final Map<Work, LongAdder> calls = new EnumMap<>(Work.class);
    private final Map<String, LongAdder> jobs = new ConcurrentHashMap<>();
    private final Map<Work, Map<String, LongAdder>> statements = new ConcurrentHashMap<>();
    private final int threads;

    Tally(int threads) {
        this.threads = threads;
        for (Work work : Work.values()) {
            counts.put(work, new LongAdder());
            nanos.put(work, new LongAdder());
            calls.put(work, new LongAdder());
        }
    }

    <T extends @Nullable Object> T timed(Work work, Supplier<T> doing) {
        if (IS_READING) {
            CountedDataSource.read(sql -> statements
                    .computeIfAbsent(work, key -> new ConcurrentHashMap<>())
                    .computeIfAbsent(sql, key -> new LongAdder())
                    .increment());
        }
        long callsBefore = CountedDataSource.calls();
        long from = System.nanoTime();
        T result = doing.get();
        CountedDataSource.read(null);
        nanos.get(work).add(System.nanoTime() - from);
        calls.get(work).add(CountedDataSource.calls() - callsBefore);
        counts.get(work).increment();
        return result;
    }

    /** Counts a job under the element of the model that it belongs to. */
    void ran(String element) {
        jobs.computeIfAbsent(element, key -> new LongAdder()).increment();
    }

    /** How often the jobs of each element were run. */
    Map<String, Long> jobs() {
        Map<String, Long> ran = new TreeMap<>();
        jobs.forEach((element, times) -> ran.put(element, times.sum()));
        return ran;
    }

    long count(Work work) {
        return counts.get(work).sum();
    }

    double millisEach(Work work) {
        return count(work) == 0 ? 0 : nanos.get(work).sum() / 1e6 / count(work);
    }

    /** Statements, batches and commits for one piece of work. */
    double callsEach(Work work) {
        return count(work) == 0 ? 0 : (double) calls.get(work).sum() / count(work);
    }

    /** Every statement of every kind of work with how often it is sent for one, the most frequent first. */
    List<String> statements() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(statements).forEach((work, sent) -> {
            lines.add("%s: %.2f".formatted(work.words, callsEach(work)));
            sent.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> -entry.getValue().sum()))
                    .map(entry -> "  %.2f %s"
                            .formatted(
                                    (double) entry.getValue().sum() / count(work),
                                    entry.getKey().replaceAll("\\s+", " ")))
                    .forEach(lines::add);
        });
        return lines;
    }

    double casesPerSecond() {
        return perSecond(count(Work.START), Work.values());
    }

    double tasksPerSecond() {
        return perSecond(count(Work.SUBMIT), Work.OPEN, Work.CLAIM, Work.SUBMIT);
    }

    double timersPerSecond() {
        return perSecond(count(Work.TIMER), Work.TIMER);
    }

    private double perSecond(long done, Work... works) {
        long spent = 0;
        for (Work work : works) {
            spent += nanos.get(work).sum();
        }
        return spent == 0 ? 0 : done * threads * 1e9 / spent;
    }
}
