package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.camunda;
import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.Rule.error;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.jspecify.annotations.Nullable;

/** How a model names what it uses: services, decisions, other processes, variables. */
final class BindingRules {

    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");
    /** A decision's result of these kinds is a map, whose dates become numbers at the first wait state. */
    private static final Set<String> MAPS = Set.of("singleResult", "resultList");

    private BindingRules() {}

    static List<Rule> rules() {
        return List.of(
                error("ingen-script", "Modellen indeholder ingen scripts.", BindingRules::scripts),
                error(
                        "delegate-navn",
                        "Serviceopgaver og lyttere nævner en tjeneste ved navn, ${navn}, og ikke andet.",
                        BindingRules::delegates),
                error(
                        "regelopgave",
                        "En regelopgave bruger nyeste udgave af en beslutningstabel, der findes, og gemmer simple værdier.",
                        BindingRules::decisions),
                error(
                        "kaldt-proces",
                        "En kaldt proces findes, kaldes i nyeste udgave og får sagsnummeret med.",
                        BindingRules::calls),
                error(
                        "variabel-navn",
                        "Variabler hedder camelCase i ASCII, fx antalBoern, og rummer ikke personoplysninger.",
                        BindingRules::variables));
    }

    private static void scripts(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            file.all(ScriptTask.class)
                    .forEach(task -> report.add(
                            file.path(),
                            task.getId(),
                            "Erstat scriptet med en beslutningstabel eller en serviceopgave."));
            file.all(CamundaScript.class)
                    .forEach(script -> report.add(
                            file.path(),
                            holder(script),
                            "Fjern scriptet; brug en beslutningstabel eller en tjeneste ved navn."));
        });
    }

    private static void delegates(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            Stream<BpmnModelElementInstance> listeners =
                    Stream.concat(file.all(CamundaExecutionListener.class), file.all(CamundaTaskListener.class));
            Stream<BpmnModelElementInstance> services = Stream.concat(
                    Stream.concat(file.all(ServiceTask.class), file.all(SendTask.class)),
                    file.all(MessageEventDefinition.class)
                            .filter(definition -> definition.getParentElement() instanceof ThrowEvent));
            // Listeners carry the attribute without the engine's prefix.
            listeners
                    .filter(listener ->
                            listener.getChildElementsByType(CamundaScript.class).isEmpty())
                    .filter(listener -> !isBean(listener.getAttributeValue("delegateExpression"))
                            || listener.getAttributeValue("class") != null
                            || listener.getAttributeValue("expression") != null)
                    .forEach(listener -> report.add(file.path(), holder(listener), sentence("lytteren")));
            services.filter(service -> !isBean(camunda(service, "delegateExpression"))
                            || camunda(service, "class") != null
                            || camunda(service, "expression") != null
                            || camunda(service, "type") != null)
                    .forEach(service -> report.add(file.path(), holder(service), sentence("opgaven")));
        });
    }

    private static String sentence(String what) {
        return "Bind " + what + " til en tjeneste ved navn: delegateExpression af formen ${tildelKoordinator}.";
    }

    private static boolean isBean(@Nullable String expression) {
        return expression != null && BEAN.matcher(expression).matches();
    }

    /** The id of the element itself or of the nearest one around it that has an id of its own. */
    static @Nullable String holder(BpmnModelElementInstance element) {
        for (var current = (org.camunda.bpm.model.xml.instance.ModelElementInstance) element;
                current != null;
                current = current.getParentElement()) {
            if (current instanceof BaseElement base
                    && base.getId() != null
                    && !(current instanceof EventDefinition || current instanceof Expression)) {
                return base.getId();
            }
        }
        return null;
    }

    private static void decisions(Models models, Rule.Report report) {
        Set<String> known = models.decisionIds();
        models.processes().forEach(file -> file.all(BusinessRuleTask.class).forEach(task -> {
            String decision = task.getCamundaDecisionRef();
            if (isBlank(decision)) {
                if (!isBean(task.getCamundaDelegateExpression())) {
                    report.add(file.path(), task.getId(), "Vælg en beslutningstabel (decisionRef) til regelopgaven.");
                }
                return;
            }
            if (!known.contains(decision)) {
                report.add(
                        file.path(),
                        task.getId(),
                        "Beslutningen " + decision + " findes ikke; ret navnet eller tilføj tabellen.");
            }
            if (!isBlank(task.getCamundaDecisionRefBinding())
                    && !"latest".equals(task.getCamundaDecisionRefBinding())) {
                report.add(file.path(), task.getId(), "Sæt beslutningens binding til latest.");
            }
            String mapping = task.getCamundaMapDecisionResult();
            if (!isBlank(task.getCamundaResultVariable()) && (mapping == null || MAPS.contains(mapping))) {
                report.add(
                        file.path(),
                        task.getId(),
                        "Sæt resultatet til singleEntry eller hent værdierne enkeltvis; en sammensat værdi kan ikke gemmes.");
            }
        }));
    }

    private static void calls(Models models, Rule.Report report) {
        Set<String> known = models.processIds();
        models.processes().forEach(file -> file.all(CallActivity.class).forEach(call -> {
            String process = call.getCalledElement();
            if (isBlank(process) || !known.contains(process)) {
                report.add(
                        file.path(),
                        call.getId(),
                        isBlank(process)
                                ? "Vælg, hvilken proces der kaldes."
                                : "Processen " + process + " findes ikke; ret navnet eller tilføj modellen.");
            }
            if (!isBlank(call.getCamundaCalledElementBinding())
                    && !"latest".equals(call.getCamundaCalledElementBinding())) {
                report.add(file.path(), call.getId(), "Sæt den kaldte proces' binding til latest.");
            }
            boolean passesKey = call.getExtensionElements() != null
                    && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                            .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()));
            if (!passesKey) {
                report.add(
                        file.path(),
                        call.getId(),
                        "Giv sagsnummeret med: businessKey #{execution.processBusinessKey} blandt den kaldte proces' input.");
            }
        }));
    }

    private static void variables(Models models, Rule.Report report) {
        models.processes().forEach(file -> {
            file.all(CamundaIn.class).forEach(in -> name(file, in, in.getCamundaTarget(), report));
            file.all(CamundaOut.class).forEach(out -> name(file, out, out.getCamundaTarget(), report));
            file.all(CamundaInputParameter.class)
                    .forEach(parameter -> name(file, parameter, parameter.getCamundaName(), report));
            file.all(CamundaOutputParameter.class)
                    .forEach(parameter -> name(file, parameter, parameter.getCamundaName(), report));
            file.all(BusinessRuleTask.class).forEach(task -> name(file, task, task.getCamundaResultVariable(), report));
        });
    }

    private static void name(
            ProcessFile file, BpmnModelElementInstance place, @Nullable String variable, Rule.Report report) {
        if (variable == null) {
            return;
        }
        if (!VARIABLE.matcher(variable).matches()) {
            report.add(file.path(), holder(place), "Kald variablen " + variable + " noget af formen antalBoern.");
        } else if (PersonalNames.suspects(variable)) {
            report.add(
                    file.path(),
                    holder(place),
                    "Variablen " + variable + " ligner en personoplysning; den hører til i sagens egne tabeller.");
        }
    }
}
