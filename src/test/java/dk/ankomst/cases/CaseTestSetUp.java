package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@TestConfiguration
@EnableMethodSecurity
class CaseTestSetUp {

    /** A clock that tests set. */
    static final class TestClock extends Clock {

        private Instant now = Instant.parse("2016-02-10T09:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Copenhagen");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A plan that notes what it was told, and fails when it is asked to. */
    static final class NotedPlan implements ReceptionPlan {

        final List<String> calls = new ArrayList<>();
        final List<CaseFacts> started = new ArrayList<>();
        boolean fails;
        boolean ending;
        List<FieldError> objections = List.of();

        @Override
        public List<FieldError> objections(
                @Nullable String caseNumber,
                String track,
                LocalDate visitation,
                @Nullable LocalDate takeoverAgreed,
                @Nullable LocalDate plannedArrival) {
            return objections;
        }

        @Override
        public void reserve(String caseNumber) {
            // Nothing moves here by itself.
        }

        @Override
        public void start(CaseFacts facts) {
            started.add(facts);
            note("start " + facts.caseNumber());
        }

        @Override
        public void arrivalDateChanged(String caseNumber) {
            note("arrivalDateChanged " + caseNumber);
        }

        @Override
        public void factsChanged(String caseNumber, String reason) {
            note("factsChanged " + caseNumber + " " + reason);
        }

        @Override
        public void arrived(String caseNumber) {
            note("arrived " + caseNumber);
        }

        @Override
        public void memberAdded(String caseNumber, long personId) {
            note("memberAdded " + caseNumber + " " + personId);
        }

        @Override
        public void memberLeft(String caseNumber, long personId) {
            note("memberLeft " + caseNumber + " " + personId);
        }

        @Override
        public void movedAway(String caseNumber) {
            note("movedAway " + caseNumber);
        }

        @Override
        public void permitLapsed(String caseNumber) {
            note("permitLapsed " + caseNumber);
        }

        @Override
        public boolean isEnding(String caseNumber) {
            return ending;
        }

        void reset() {
            ending = false;
            objections = List.of();
            calls.clear();
            started.clear();
            fails = false;
        }

        private void note(String call) {
            if (fails) {
                throw new IllegalStateException("the plan could not be told");
            }
            calls.add(call);
        }
    }

    @RestControllerAdvice
    static class RefusedInput {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        Map<String, Object> refused(InputRefused e) {
            return Map.of("title", "Oplysningerne kan ikke bruges", "errors", e.errors());
        }
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Primary
    NotedPlan notedPlan() {
        return new NotedPlan();
    }

    /** The tables that intake asks; left alone where the program itself has deployed them. */
    @Bean
    InitializingBean tables(RepositoryService repository) {
        return () -> {
            for (String key : List.of(Track.DECISION, Interpreter.DECISION)) {
                if (repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .count()
                        == 0) {
                    try (InputStream table = Files.newInputStream(Path.of("processes/modtagelse", key + ".dmn"))) {
                        repository
                                .createDeployment()
                                .addInputStream(key + ".dmn", table)
                                .deploy();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
    }
}
