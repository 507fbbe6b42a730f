package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/** Timers, messages, errors, escalations and signals. */
final class EventRules {

    private static final Pattern DATE = Pattern.compile("[$#]\\{[^{}]+}");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    private EventRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "timer-dato",
                        "En timer venter til en dato, som modellen spørger om; ingen længder som P1M i modellen.",
                        EventRules::timer),
                error(
                        "besked-navn",
                        "En besked hedder små bogstaver og bindestreg, og den bruges.",
                        EventRules::messages),
                error(
                        "besked-start-unik",
                        "En besked starter højst én proces på tværs af alle modeller.",
                        EventRules::messageStarts),
                error("fejl-kode", "En fejl har en fejlkode af formen boligIkkeFundet.", EventRules::errorCodes),
                error(
                        "kastet-grebet",
                        "En fejl, en eskalering og et signal, der kastes, gribes også, og omvendt.",
                        EventRules::thrownAndCaught));
    }

    private static void timer(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(TimerEventDefinition.class)
                .filter(timer -> timer.getTimeDuration() != null
                        || timer.getTimeCycle() != null
                        || timer.getTimeDate() == null
                        || !DATE.matcher(timer.getTimeDate().getTextContent().strip())
                                .matches())
                .forEach(timer -> report.add(
                        file.path(),
                        ((BaseElement) timer.getParentElement()).getId(),
                        "Lad timeren vente til en dato (timeDate), fx ${deadlines.dueDate(execution,"
                                + " 'helbredsvurdering-tilbud')}; længder står i fristtabellen.")));
    }

    private static void messages(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            Set<Message> used = Stream.of(
                            file.all(MessageEventDefinition.class).map(MessageEventDefinition::getMessage),
                            file.all(ReceiveTask.class).map(ReceiveTask::getMessage),
                            file.all(SendTask.class).map(SendTask::getMessage))
                    .flatMap(messages -> messages)
                    .filter(message -> message != null)
                    .collect(Collectors.toSet());
            file.all(Message.class).forEach(message -> {
                if (message.getName() == null
                        || !KEBAB.matcher(message.getName()).matches()) {
                    report.add(
                            file.path(),
                            message.getId(),
                            "Giv beskeden et navn af små bogstaver og bindestreg, fx familie-ankommet.");
                }
                if (!used.contains(message)) {
                    report.add(file.path(), message.getId(), "Slet beskeden; intet i modellen bruger den.");
                }
            });
            file.all(MessageEventDefinition.class)
                    .filter(definition -> definition.getMessage() == null && !isThrown(definition))
                    .forEach(definition -> report.add(
                            file.path(),
                            ((BaseElement) definition.getParentElement()).getId(),
                            "Vælg, hvilken besked hændelsen venter på."));
        });
    }

    private static boolean isThrown(MessageEventDefinition definition) {
        return definition.getParentElement() instanceof ThrowEvent;
    }

    private static void messageStarts(Models models, Rule.Report report) {
        Map<String, String> starts = new HashMap<>();
        models.processes().forEach(file -> file.all(StartEvent.class)
                .filter(start -> start.getParentElement() instanceof Process)
                .forEach(start -> ProcessFile.definitions(start, MessageEventDefinition.class)
                        .filter(definition -> definition.getMessage() != null)
                        .forEach(definition -> {
                            String name = String.valueOf(definition.getMessage().getName());
                            String other = starts.put(name, file.path());
                            if (other != null) {
                                report.add(
                                        file.path(),
                                        start.getId(),
                                        "Beskeden " + name + " starter allerede processen i " + other
                                                + "; giv den ene et andet navn.");
                            }
                        })));
    }

    private static void errorCodes(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(Error.class)
                .filter(error -> error.getErrorCode() == null
                        || !CAMEL.matcher(error.getErrorCode()).matches())
                .forEach(error ->
                        report.add(file.path(), error.getId(), "Giv fejlen en fejlkode af formen boligIkkeFundet.")));
    }

    /** A thing thrown or caught: what kind, which code (null: any), in which process. */
    private record Signal(String kind, @Nullable String code, Set<String> processes, ProcessFile file, String id) {}

    private static void thrownAndCaught(Models models, Rule.Report report) {
        List<Signal> thrown = signals(models, true).toList();
        List<Signal> caught = signals(models, false).toList();
        for (Signal signal : thrown) {
            if (caught.stream().noneMatch(other -> meets(signal, other))) {
                report.add(
                        signal.file().path(),
                        signal.id(),
                        "Grib " + what(signal)
                                + " med en randhændelse her eller på den kaldende proces; ellers går den tabt.");
            }
        }
        for (Signal signal : caught) {
            // Errors are thrown by services as well, which the models do not show.
            if (!signal.kind().equals("fejlen") && thrown.stream().noneMatch(other -> meets(other, signal))) {
                report.add(
                        signal.file().path(),
                        signal.id(),
                        "Slet hændelsen, eller kast " + what(signal) + " et sted; intet udløser den nu.");
            }
        }
    }

    private static String what(Signal signal) {
        return signal.kind() + (signal.code() == null ? "" : " " + signal.code());
    }

    private static boolean meets(Signal thrown, Signal caught) {
        boolean inReach =
                thrown.kind().equals("signalet") || thrown.processes().stream().anyMatch(caught.processes()::contains);
        return thrown.kind().equals(caught.kind())
                && inReach
                && (caught.code() == null || caught.code().equals(thrown.code()));
    }

    private static Stream<Signal> signals(Models models, boolean thrown) {
        return models.processes().stream().flatMap(file -> file.all(Event.class)
                .filter(event -> event instanceof ThrowEvent == thrown)
                .flatMap(event -> ProcessFile.definitions(event).stream().flatMap(definition -> {
                    Set<String> processes = thrown ? file.processIds().collect(Collectors.toSet()) : reach(file, event);
                    String id = String.valueOf(event.getId());
                    if (definition instanceof ErrorEventDefinition error && (!thrown || event instanceof EndEvent)) {
                        String code = error.getError() == null
                                ? null
                                : error.getError().getErrorCode();
                        return Stream.of(new Signal("fejlen", code, processes, file, id));
                    }
                    if (definition instanceof EscalationEventDefinition escalation) {
                        String code = escalation.getEscalation() == null
                                ? null
                                : escalation.getEscalation().getEscalationCode();
                        return Stream.of(new Signal("eskaleringen", code, processes, file, id));
                    }
                    if (definition instanceof SignalEventDefinition signal && signal.getSignal() != null) {
                        return Stream.of(
                                new Signal("signalet", signal.getSignal().getName(), processes, file, id));
                    }
                    return Stream.empty();
                })));
    }

    /** The processes whose errors and escalations reach a catching event: its own, and the one its task calls. */
    private static Set<String> reach(ProcessFile file, Event event) {
        Set<String> processes = new TreeSet<>();
        if (event instanceof BoundaryEvent boundary && boundary.getAttachedTo() instanceof CallActivity call) {
            processes.add(String.valueOf(call.getCalledElement()));
        } else {
            file.processIds().forEach(processes::add);
        }
        return processes;
    }
}
