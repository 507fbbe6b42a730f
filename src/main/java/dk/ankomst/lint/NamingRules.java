package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.ProcessFile.oneLine;
import static dk.ankomst.lint.Rule.error;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.jspecify.annotations.Nullable;

/** Ids and labels. Ids stay in the history for ever; labels are what staff read. */
final class NamingRules {

    private static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z]+(_[A-Z0-9][A-Za-z0-9]*)+");
    private static final Pattern GENERATED = Pattern.compile(".*_[0-9][0-9a-z]{6}");
    private static final Set<String> CATCH_PREFIXES = Set.of(
            "Event",
            "Timer",
            "Message",
            "Besked",
            "Error",
            "Escalation",
            "Signal",
            "Condition",
            "Compensation",
            "Link",
            "CatchEvent",
            "BoundaryEvent",
            "Cancel");
    private static final Set<String> THROW_PREFIXES =
            Set.of("Event", "ThrowEvent", "Message", "Escalation", "Signal", "Compensation", "Link");
    /** Endings of Danish nouns made from verbs; a task name that starts with one says a thing, not what to do. */
    private static final Pattern NOUN = Pattern.compile(".*(ing|else|tion|hed|skab|ering)(en|er|erne)?");
    /** Imperatives that end like such a noun. */
    private static final Set<String> IMPERATIVES = Set.of("bring", "ring", "udbring", "anbring", "tving", "indbring");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");

    private NamingRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "id-laesbart",
                        "Hvert element, også pilene, har et id af formen Type_Betydning; ingen genererede id'er.",
                        NamingRules::readableId),
                error(
                        "opgavenavn",
                        "En opgave hedder udsagnsord i bydeform og genstand, højst fem ord, uden udtryk.",
                        NamingRules::taskName),
                error(
                        "navn-paa-forloeb",
                        "Processer, kaldte processer og delprocesser har et navn på højst fem ord.",
                        NamingRules::processName),
                error("haendelse-navngivet", "Hver hændelse siger, hvad der er sket.", NamingRules::eventName));
    }

    private static void readableId(Models models, Rule.Report report) {
        for (ProcessFile file : models.processes()) {
            Stream<BaseElement> elements = Stream.concat(
                    file.all(FlowElement.class).map(BaseElement.class::cast),
                    Stream.of(
                                    org.camunda.bpm.model.bpmn.instance.Message.class,
                                    org.camunda.bpm.model.bpmn.instance.Error.class,
                                    org.camunda.bpm.model.bpmn.instance.Signal.class,
                                    org.camunda.bpm.model.bpmn.instance.Escalation.class)
                            .flatMap(file::all));
            elements.forEach(element -> {
                String id = String.valueOf(element.getId());
                Set<String> prefixes = prefixes(element);
                String prefix = id.contains("_") ? id.substring(0, id.indexOf('_')) : id;
                if (!PASCAL.matcher(id).matches() || GENERATED.matcher(id).matches()) {
                    report.add(
                            file.path(),
                            id,
                            "Giv elementet et id, der siger, hvad det er, fx "
                                    + prefixes.stream().sorted().findFirst().orElseThrow()
                                    + "_TilbydHelbredsvurdering (bogstaver a-z, ingen genererede id'er).");
                } else if (!prefixes.contains(prefix)) {
                    report.add(
                            file.path(),
                            id,
                            "Lad id'et begynde med "
                                    + String.join(
                                            " eller ",
                                            prefixes.stream().sorted().toList()) + ".");
                }
            });
        }
    }

    private static Set<String> prefixes(BaseElement element) {
        if (element instanceof SequenceFlow) {
            return Set.of("Flow");
        }
        if (element instanceof Gateway) {
            return Set.of("Gateway");
        }
        if (element instanceof StartEvent) {
            return Set.of("StartEvent");
        }
        if (element instanceof EndEvent) {
            return Set.of("EndEvent");
        }
        if (element instanceof IntermediateThrowEvent) {
            return THROW_PREFIXES;
        }
        if (element instanceof Event) {
            return CATCH_PREFIXES;
        }
        if (element instanceof BusinessRuleTask) {
            return Set.of("BusinessRuleTask", "RuleTask");
        }
        String type = element.getElementType().getTypeName();
        return Set.of(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    private static void taskName(Models models, Rule.Report report) {
        for (ProcessFile file : models.processes()) {
            file.all(Task.class).forEach(task -> {
                String name = task.getName() == null ? "" : oneLine(task.getName());
                String[] words = name.split(" ");
                String first = words[0].toLowerCase(Locale.forLanguageTag("da"));
                if (name.isEmpty()) {
                    report.add(file.path(), task.getId(), "Giv opgaven et navn, fx \"Tilbyd helbredsvurdering\".");
                } else if (EXPRESSION.matcher(name).find()) {
                    report.add(
                            file.path(),
                            task.getId(),
                            "Skriv \"" + name
                                    + "\" uden udtryk: navnet står på opgavelister og i historikken for alle sager.");
                } else if (words.length < 2 || first.equals("at") || isNoun(first)) {
                    report.add(
                            file.path(),
                            task.getId(),
                            "Skriv \"" + name
                                    + "\" som udsagnsord i bydeform og genstand, fx \"Tilbyd helbredsvurdering\".");
                } else if (words.length > 5) {
                    report.add(file.path(), task.getId(), "Forkort \"" + name + "\" til højst fem ord.");
                }
            });
        }
    }

    private static boolean isNoun(String word) {
        return NOUN.matcher(word).matches() && !IMPERATIVES.contains(word);
    }

    private static void processName(Models models, Rule.Report report) {
        for (ProcessFile file : models.processes()) {
            file.all(Process.class).forEach(process -> shortName(file, process.getId(), process.getName(), report));
            file.all(CallActivity.class).forEach(call -> shortName(file, call.getId(), call.getName(), report));
            file.all(SubProcess.class).forEach(part -> shortName(file, part.getId(), part.getName(), report));
        }
    }

    private static void shortName(ProcessFile file, String id, @Nullable String name, Rule.Report report) {
        if (name == null || name.isBlank()) {
            report.add(file.path(), id, "Giv forløbet et navn, som personalet kender.");
        } else if (oneLine(name).split(" ").length > 5) {
            report.add(file.path(), id, "Forkort \"" + oneLine(name) + "\" til højst fem ord.");
        }
    }

    private static void eventName(Models models, Rule.Report report) {
        for (ProcessFile file : models.processes()) {
            file.all(Event.class)
                    .filter(event -> isBlank(event.getName()))
                    .forEach(event -> report.add(
                            file.path(),
                            event.getId(),
                            "Skriv på hændelsen, hvad der er sket, fx \"Familie ankommet\""
                                    + (event instanceof BoundaryEvent ? " eller \"Frist udløbet\"." : ".")));
        }
    }
}
