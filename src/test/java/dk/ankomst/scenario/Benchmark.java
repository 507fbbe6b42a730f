package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.AnkomstApplication;
import dk.ankomst.scenario.Tally.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Plays whole cases on the program and on the bare engine in turns and writes what it measured to
 * {@code target/benchmark.md}. Sizes are set by {@code -Dbench.cases}, {@code -Dbench.threads}, {@code -Dbench.rounds}
 * and {@code -Dbench.warmup}.
 */
final class Benchmark {

    private static final Path REPORT = Path.of("target", "benchmark.md");
    private static final Path STATEMENTS = Path.of("target", "benchmark-statements.txt");

    private final int cases = Integer.getInteger("bench.cases", 16);
    private final int threads = Integer.getInteger("bench.threads", 2);
    private final int rounds = Integer.getInteger("bench.rounds", 4);
    private final int warmUp = Integer.getInteger("bench.warmup", 4);
    /** Set to anything to leave the bare engine out, when the program alone is looked at with a profiler. */
    private final String only = System.getProperty("bench.only", "");

    /** Where each side keeps its data: the same kind of database, by name one for each. */
    record Databases(String name, UnaryOperator<String> url, String user) {}

    private record Runner(BenchmarkSide side, Tally tally) {

        Runner anew(int threads) {
            return new Runner(side, new Tally(threads));
        }
    }

    void run(Databases databases) throws IOException, InterruptedException {
        long from = System.nanoTime();
        try (ConfigurableApplicationContext program = start(databases)) {
            double startUp = (System.nanoTime() - from) / 1e9;
            long heapAfterStart = heapAfterCollection();
            long residentAfterStart = memory("VmRSS");
            ProgramSide ours = new ProgramSide(program);
            ours.play(new Tally(1));
            List<Runner> runners = new ArrayList<>();
            runners.add(new Runner(ours, new Tally(threads)));
            try (BareSide bare = bare("bare", databases, false, ours);
                    BareSide withRights = bare("rights", databases, true, ours)) {
                runners.add(new Runner(bare, new Tally(threads)));
                runners.add(new Runner(withRights, new Tally(threads)));
                race(runners.stream().map(runner -> runner.anew(threads)).toList(), warmUp, 1);
                race(runners, cases, rounds);
            }
            Tally ofProgram = runners.get(0).tally();
            Tally ofBare = runners.get(1).tally();
            Tally ofRights = runners.get(2).tally();
            long heapAfterPlay = heapAfterCollection();
            write(
                    databases.name(),
                    ofProgram,
                    ofBare,
                    ofRights,
                    List.of(
                            row("Start til klar", "%.1f s".formatted(startUp)),
                            row("Heap efter GC, efter start", heapAfterStart + " MB"),
                            row("Heap efter GC, efter sagerne", heapAfterPlay + " MB"),
                            row("Fysisk hukommelse (RSS) efter start", residentAfterStart + " MB"),
                            row(
                                    "Fysisk hukommelse (RSS), højest, alle tre motorer i samme proces",
                                    memory("VmHWM") + " MB")));
            List<String> statements = new ArrayList<>(List.of("ANKOMST"));
            statements.addAll(ofProgram.statements());
            statements.add("MOTOREN ALENE");
            statements.addAll(ofBare.statements());
            Files.write(STATEMENTS, statements);
            if (only.isEmpty()) {
                assertThat(List.of(ofBare.jobs(), ofRights.jobs()))
                        .as("jobs: all sides ran the same")
                        .containsOnly(ofProgram.jobs());
                for (Work work : List.of(Work.START, Work.SUBMIT, Work.TIMER, Work.JOB)) {
                    assertThat(List.of(ofBare.count(work), ofRights.count(work)))
                            .as("%s: all sides did the same", work)
                            .containsOnly(ofProgram.count(work));
                }
            }
        }
    }

    private static BareSide bare(String name, Databases databases, boolean rights, ProgramSide program)
            throws IOException {
        return BareSide.start(name, databases.url().apply(name), databases.user(), rights, program);
    }

    private static ConfigurableApplicationContext start(Databases databases) {
        BeanPostProcessor counting = new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new CountedDataSource(dataSource) : bean;
            }
        };
        return new SpringApplicationBuilder(AnkomstApplication.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(counting))
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--ankomst.demo=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.datasource.url=" + databases.url().apply("ankomst"),
                        "--spring.datasource.username=" + databases.user(),
                        "--spring.datasource.password=" + databases.user());
    }

    /** All sides in turns, each beginning in its turn, so that what slows the machine down hits all. */
    private void race(List<Runner> runners, int all, int times) throws InterruptedException {
        for (int round = 0; round < times; round++) {
            int now = all * (round + 1) / times - all * round / times;
            List<Runner> order = new ArrayList<>(runners);
            Collections.rotate(order, round);
            for (Runner runner : order) {
                if (only.isEmpty() || runner.side() instanceof ProgramSide) {
                    playAll(runner.side(), now, runner.tally());
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

    private void write(String database, Tally ours, Tally bare, Tally rights, List<String> rest) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("## " + database);
        lines.add("");
        lines.add("| Mål | Ankomst | motoren alene | forhold | motoren med rettigheder | forhold |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
        lines.add(compare("Sager/s", Tally::casesPerSecond, ours, bare, rights));
        lines.add(compare("Opgaver/s", Tally::tasksPerSecond, ours, bare, rights));
        lines.add(compare("Timere/s", Tally::timersPerSecond, ours, bare, rights));
        lines.add("");
        lines.add("| Arbejde | antal | Ankomst, ms | alene, ms | med rettigheder, ms | Ankomst, SQL | alene, SQL |"
                + " med rettigheder, SQL |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Work work : Work.values()) {
            lines.add("| %s | %d | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            work.words,
                            ours.count(work),
                            number(ours.millisEach(work)),
                            number(bare.millisEach(work)),
                            number(rights.millisEach(work)),
                            number(ours.callsEach(work)),
                            number(bare.callsEach(work)),
                            number(rights.callsEach(work))));
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

    private static String compare(String what, ToDoubleFunction<Tally> rate, Tally ours, Tally bare, Tally rights) {
        double own = rate.applyAsDouble(ours);
        double alone = rate.applyAsDouble(bare);
        double checked = rate.applyAsDouble(rights);
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        what,
                        number(own),
                        number(alone),
                        alone == 0 ? "-" : number(own / alone),
                        number(checked),
                        checked == 0 ? "-" : number(own / checked));
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
