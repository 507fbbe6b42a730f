package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.called;
import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.Rule.error;
import static dk.ankomst.lint.Rule.warning;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** How the way through a process is drawn: questions, answers, size, transaction borders. */
final class FlowRules {

    private static final int SCREEN = 15;
    private static final int LIMIT = 25;
    private static final String VALUE = "(?:'[^']*'|\"[^\"]*\"|-?\\d+|true|false|null|[a-z][A-Za-z0-9]*)";
    private static final String EQUALS = "\\s*(?:==|!=|<=?|>=?|eq|ne|lt|gt|le|ge)\\s*" + VALUE;
    /** A variable, or a look-up in the registers that is told which case asks. */
    private static final String ASKED =
            "[a-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*\\(execution(?:,\\s*(?:'[^']*'|[a-z][A-Za-z0-9]*))*\\))?";
    /** One comparison, or the same variable with several values. */
    private static final Pattern COMPARISON = Pattern.compile("[$#]\\{\\s*(?:!\\s*|not\\s+)?(?<asked>" + ASKED + ")(?:"
            + EQUALS + "(?:\\s*(?:\\|\\||or)\\s*\\k<asked>" + EQUALS + ")*)?\\s*}");

    private static final Pattern CONSTANT = Pattern.compile("[$#]\\{\\s*(?:!\\s*|not\\s+)?(?:true|false|null)\\s*}");

    private FlowRules() {}

    static List<Rule> rules() {
        return List.of(
                error("kan-koeres", "Processen er markeret som udførbar.", FlowRules::executable),
                error("gateway-spoergsmaal", "Et valg er et spørgsmål, der ender på ?.", FlowRules::question),
                error("udgang-navngivet", "Hver vej ud af et valg har et svar.", FlowRules::answers),
                error(
                        "udgang-betingelse",
                        "Hver vej ud af et valg har en betingelse eller er standardvejen.",
                        FlowRules::conditions),
                error(
                        "betingelse-enkel",
                        "En betingelse sammenligner én variabel eller ét opslag; resten hører til i en beslutningstabel.",
                        FlowRules::simpleCondition),
                error("vej-hel", "Hvert element kan nås og fører videre til en slutning.", FlowRules::connected),
                error(
                        "stoerrelse",
                        "Et niveau har højst " + LIMIT + " elementer; ellers udskilles en kaldt proces.",
                        (models, report) -> size(models, report, LIMIT, Integer.MAX_VALUE)),
                warning(
                        "stoerrelse-skaerm",
                        "Et niveau bør kunne ses på én skærm: omkring " + SCREEN + " elementer.",
                        (models, report) -> size(models, report, SCREEN, LIMIT)),
                warning(
                        "transaktionsgraense",
                        "Efter en beskedstart, før en samling og om flere forekomster gemmes tilstanden; ikke omkring en"
                                + " brugeropgave.",
                        FlowRules::transactionBorders));
    }

    private static void executable(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(Process.class)
                .filter(process -> !process.isExecutable())
                .forEach(process -> report.add(
                        file.path(),
                        process.getId(),
                        "Sæt flueben i \"Executable\"; ellers lægges processen ikke i drift.")));
    }

    private static Stream<Gateway> choices(ProcessFile file) {
        return file.all(Gateway.class)
                .filter(gateway -> gateway instanceof ExclusiveGateway
                        || gateway instanceof InclusiveGateway
                        || gateway instanceof ComplexGateway)
                .filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    private static void question(Models models, Rule.Report report) {
        models.processes().forEach(file -> choices(file)
                .filter(gateway -> isBlank(gateway.getName())
                        || !ProcessFile.oneLine(gateway.getName()).endsWith("?"))
                .forEach(gateway -> report.add(
                        file.path(), gateway.getId(), "Skriv valget som et spørgsmål, fx \"Er der bolig klar?\".")));
    }

    private static void answers(Models models, Rule.Report report) {
        models.processes().forEach(file -> choices(file).forEach(gateway -> gateway.getOutgoing().stream()
                .filter(flow -> isBlank(flow.getName()))
                .forEach(flow -> report.add(
                        file.path(), flow.getId(), "Skriv svaret på " + called(gateway) + " på pilen, fx \"Ja\"."))));
    }

    private static void conditions(Models models, Rule.Report report) {
        // An inclusive gateway always takes a way out that has no condition, which is a fine way to draw "always".
        models.processes().forEach(file -> choices(file)
                .filter(gateway -> gateway instanceof ExclusiveGateway)
                .forEach(gateway -> {
                    SequenceFlow standard = standard(gateway);
                    gateway.getOutgoing().stream()
                            .filter(flow -> flow.getConditionExpression() == null && !flow.equals(standard))
                            .forEach(flow -> report.add(
                                    file.path(),
                                    flow.getId(),
                                    "Skriv en betingelse på pilen, eller gør den til standardvejen ud af "
                                            + called(gateway) + "."));
                }));
    }

    private static @Nullable SequenceFlow standard(Gateway gateway) {
        String id = gateway.getAttributeValue("default");
        return id == null
                ? null
                : gateway.getOutgoing().stream()
                        .filter(flow -> id.equals(flow.getId()))
                        .findFirst()
                        .orElse(null);
    }

    private static void simpleCondition(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(SequenceFlow.class)
                .filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow -> {
                    String condition =
                            flow.getConditionExpression().getTextContent().strip();
                    if (!COMPARISON.matcher(condition).matches()
                            || CONSTANT.matcher(condition).matches()
                            || flow.getConditionExpression().getLanguage() != null) {
                        report.add(
                                file.path(),
                                flow.getId(),
                                "Erstat betingelsen " + condition
                                        + " med én sammenligning, fx ${harBolig} eller ${spor =="
                                        + " 'kvote'}; læg resten i en beslutningstabel.");
                    }
                }));
    }

    private static void connected(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(FlowNode.class).forEach(node -> {
            if (node.getIncoming().isEmpty() && !ProcessFile.isEntry(node)) {
                report.add(file.path(), node.getId(), "Tegn en pil til " + called(node) + "; den kan ikke nås.");
            }
            if (node.getOutgoing().isEmpty() && !ProcessFile.isExit(node)) {
                report.add(
                        file.path(),
                        node.getId(),
                        "Tegn en pil fra " + called(node) + " til det næste trin eller en sluthændelse.");
            }
        }));
    }

    /** Boundary events sit on their task and take no place of their own; they are not counted. */
    private static void size(Models models, Rule.Report report, int above, int upTo) {
        models.processes().forEach(file -> Stream.concat(file.all(Process.class), file.all(SubProcess.class))
                .forEach(level -> {
                    long nodes = children(level).stream()
                            .filter(child -> child instanceof FlowNode && !(child instanceof BoundaryEvent))
                            .count();
                    if (nodes > above && nodes <= upTo) {
                        report.add(
                                file.path(),
                                level.getId(),
                                "Niveauet har " + nodes + " elementer; flyt en del af dem til en kaldt proces, så der"
                                        + " højst er " + above + ".");
                    }
                }));
    }

    private static Collection<FlowElement> children(BaseElement level) {
        return level.getChildElementsByType(FlowElement.class);
    }

    private static void transactionBorders(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            file.all(StartEvent.class)
                    .filter(start -> ProcessFile.definitions(start, MessageEventDefinition.class)
                            .findAny()
                            .isPresent())
                    .filter(start -> start.getParentElement() instanceof Process && !start.isCamundaAsyncAfter())
                    .forEach(start -> report.add(
                            file.path(),
                            start.getId(),
                            "Sæt \"Asynchronous after\" på beskedstarten " + called(start) + "."));
            file.all(ParallelGateway.class)
                    .filter(join -> join.getIncoming().size() > 1 && !join.isCamundaAsyncBefore())
                    .forEach(join -> report.add(
                            file.path(),
                            join.getId(),
                            "Sæt \"Asynchronous before\" på samlingen, så to grene kan blive færdige samtidig."));
            file.all(MultiInstanceLoopCharacteristics.class)
                    .filter(loop -> !(loop.getParentElement() instanceof UserTask))
                    .filter(loop -> !loop.isCamundaAsyncBefore() && !loop.isCamundaAsyncAfter())
                    .forEach(loop -> report.add(
                            file.path(),
                            ((Activity) loop.getParentElement()).getId(),
                            "Sæt \"Asynchronous before\" eller \"after\" på de enkelte forekomster."));
            file.all(UserTask.class)
                    .filter(task -> task.isCamundaAsyncBefore() || task.isCamundaAsyncAfter())
                    .forEach(task -> report.add(
                            file.path(),
                            task.getId(),
                            "Fjern \"Asynchronous\" fra brugeropgaven " + called(task) + "; den venter af sig selv."));
        });
    }
}
