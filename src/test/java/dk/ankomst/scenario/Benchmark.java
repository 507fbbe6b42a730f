package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.AnkomstApplication;
import dk.ankomst.scenario.Tally.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Plays whole cases on the program and on the bare engine in turns and writes what it measured to
 * {@code target/benchmark.md}. Sizes are set by {@code -Dbench.cases}, {@code -Dbench.threads}, {@code -Dbench.rounds}
 * and {@code -Dbench.warmup}.
 */
final class Benchmark {

    private static final Path REPORT = Path.of("target", "benchmark.md");

    private final int cases = Integer.getInteger("bench.cases", 16);
    private final int threads = Integer.getInteger("bench.threads", 2);
    private final int rounds = Integer.getInteger("bench.rounds", 4);
    private final int warmUp = Integer.getInteger("bench.warmup", 4);
    private final String sides = System.getProperty("bench.sides", "both");

    /** Where each side keeps its data: the same kind of database, but not the same one. */
    record Databases(String name, String programUrl, String bareUrl, String user) {}

    void run(Databases databases) throws IOException, InterruptedException {
        long from = System.nanoTime();
        try (ConfigurableApplicationContext program = start(databases)) {
            double startUp = (System.nanoTime() - from) / 1e9;
            long heapAfterStart = heapAfterCollection();
            long residentAfterStart = memory("VmRSS");
            ProgramSide ours = new ProgramSide(program);
            ours.play(new Tally(1));
            Tally program1 = new Tally(threads);
            Tally bare1 = new Tally(threads);
            try (BareSide bare = BareSide.start(databases.bareUrl(), databases.user(), ours)) {
                race(ours, bare, warmUp, new Tally(threads), new Tally(threads), 1);
                race(ours, bare, cases, program1, bare1, rounds);
            }
            long heapAfterPlay = heapAfterCollection();
            write(
                    databases.name(),
                    program1,
                    bare1,
                    List.of(
                            row("Start til klar", "%.1f s".formatted(startUp)),
                            row("Heap efter GC, efter start", heapAfterStart + " MB"),
                            row("Heap efter GC, efter sagerne", heapAfterPlay + " MB"),
                            row("Fysisk hukommelse (RSS) efter start", residentAfterStart + " MB"),
                            row(
                                    "Fysisk hukommelse (RSS), højest, begge motorer i samme proces",
                                    memory("VmHWM") + " MB")));
            if ("both".equals(sides)) {
                for (Work work : List.of(Work.START, Work.SUBMIT, Work.TIMER)) {
                    assertThat(program1.count(work))
                            .as("%s: both sides did the same", work)
                            .isEqualTo(bare1.count(work));
                }
            }
        }
    }

    private static ConfigurableApplicationContext start(Databases databases) {
        return new SpringApplicationBuilder(AnkomstApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--ankomst.demo=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.datasource.url=" + databases.programUrl(),
                        "--spring.datasource.username=" + databases.user(),
                        "--spring.datasource.password=" + databases.user());
    }

    /** Both sides in turns, each beginning every other round, so that what slows the machine down hits both. */
    private void race(BenchmarkSide ours, BenchmarkSide bare, int all, Tally oursTally, Tally bareTally, int times)
            throws InterruptedException {
        for (int round = 0; round < times; round++) {
            int now = all * (round + 1) / times - all * round / times;
            boolean oursFirst = round % 2 == 0;
            for (boolean isOurs : List.of(oursFirst, !oursFirst)) {
                if ("both".equals(sides) || isOurs == "program".equals(sides)) {
                    playAll(isOurs ? ours : bare, now, isOurs ? oursTally : bareTally);
                }
            }
        }
    }

    private void playAll(BenchmarkSide side, int count, Tally tally) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> played = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                played.add(pool.submit(() -> side.play(tally)));
            }
            for (Future<?> one : played) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a case could not be played", e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    // ---- the report

    private void write(String database, Tally ours, Tally bare, List<String> rest) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("## " + database);
        lines.add("");
        lines.add("| Mål | Ankomst | motoren alene | forhold |");
        lines.add("| --- | ---: | ---: | ---: |");
        lines.add(compare("Sager/s", ours.casesPerSecond(), bare.casesPerSecond()));
        lines.add(compare("Opgaver/s", ours.tasksPerSecond(), bare.tasksPerSecond()));
        lines.add(compare("Timere/s", ours.timersPerSecond(), bare.timersPerSecond()));
        lines.add("");
        lines.add("| Arbejde | antal | Ankomst, ms | motoren alene, ms |");
        lines.add("| --- | ---: | ---: | ---: |");
        for (Work work : Work.values()) {
            lines.add("| %s | %d | %s | %s |"
                    .formatted(
                            work.words,
                            ours.count(work),
                            number(ours.millisEach(work)),
                            number(bare.millisEach(work))));
        }
        lines.add("");
        lines.add("| Programmet | |");
        lines.add("| --- | ---: |");
        lines.addAll(rest);
        lines.add("");
        String head = "# Måling af %s, %d sager pr. side i %d runder, %d tråde, %d kerner%n%n"
                .formatted(
                        LocalDate.now(SettableClock.DENMARK),
                        cases,
                        rounds,
                        threads,
                        Runtime.getRuntime().availableProcessors());
        String run = "<!-- " + System.getProperty("bench.run", "") + " -->";
        // Each database is measured in a process of its own; those of one run share a report.
        String before = Files.exists(REPORT) ? Files.readString(REPORT) : "";
        String report = (before.startsWith(run) ? before : run + "\n" + head) + String.join("\n", lines) + "\n";
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
        System.out.println(String.join("\n", lines));
    }

    private static String row(String what, String value) {
        return "| " + what + " | " + value + " |";
    }

    private static String compare(String what, double ours, double bare) {
        return "| %s | %s | %s | %s |"
                .formatted(what, number(ours), number(bare), bare == 0 ? "-" : number(ours / bare));
    }

    private static String number(double value) {
        return String.format(Locale.forLanguageTag("da-DK"), "%.2f", value);
    }

    private static long heapAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** A figure of this process in megabytes; 0 where the system does not tell. */
    private static long memory(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
