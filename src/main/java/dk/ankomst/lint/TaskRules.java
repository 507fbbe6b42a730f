package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.camunda;
import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.Rule.error;

import dk.ankomst.platform.StaffGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;

/** What a member of staff needs of a task, and what the law demands of it. */
final class TaskRules {

    /** The departments and roles that tasks are offered to. */
    private static final Set<String> GROUPS = Stream.concat(
                    Stream.of(StaffGroup.values()).map(StaffGroup::id), Stream.of(VolunteerRules.GROUP))
            .collect(Collectors.toUnmodifiableSet());

    private static final int SHORTEST_HELP = 40;
    /** A group that a decision has chosen. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^{}]+}");
    private static final Pattern REGISTER = Pattern.compile("\\$\\{\\s*deadlines\\.[^{}]+}");
    /** Questions about a duty of the tables. */
    private static final Pattern DUTY_CALL =
            Pattern.compile("deadlines\\.(?:dueDate|agreedDate|applies|isOwed)\\(([^)]*)\\)");

    /** The variables by which a process tells a service the duties it is about, with commas between. */
    private static final Set<String> DUTY_PARAMETERS = Set.of("pligt", "pligter");

    /** The table of checklists. */
    private static final String CHECKLISTS = "tjeklister";

    private static final Pattern LITERAL = Pattern.compile("['\"]([^'\"]+)['\"]");

    private TaskRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "opgave-hjaelp",
                        "Hver brugeropgave har en hjælpetekst: hvad, hvorfor og kilden.",
                        TaskRules::documentation),
                error("opgave-gruppe", "Hver brugeropgave tilbydes netop én kendt gruppe.", TaskRules::group),
                error("opgave-frist", "Hver brugeropgave får sin frist fra fristregistret.", TaskRules::dueDate),
                error(
                        "opgave-formular",
                        "Hver brugeropgave viser nyeste udgave af en formular, der findes.",
                        TaskRules::form),
                error(
                        "startformular",
                        "En start med formular viser nyeste udgave af en formular, der findes.",
                        TaskRules::startForm),
                error(
                        "lovfrist-timer",
                        "En lovbunden pligt har en ikke-afbrydende timer med dato fra fristregistret.",
                        TaskRules::statutoryTimer),
                error(
                        "pligt-kendt",
                        "En pligt, som en model nævner, står i en af fristtabellerne.",
                        TaskRules::knownDuty),
                error(
                        "opfyldt-dato",
                        "opfyldtDato nævner et datofelt i opgavens formular, og opgaven siger, hvad den opfylder.",
                        TaskRules::metOn),
                error(
                        "beslutning-felt",
                        "beslutning og begrundelse nævner felter i opgavens formular, og foelsom er ja.",
                        TaskRules::decidedBy),
                error(
                        "tjekliste-kendt",
                        "En opgaves tjekliste står i tabellen tjeklister, og listens punkter i den tabel, den nævner.",
                        TaskRules::knownChecklist));
    }

    private static void knownChecklist(Models models, Rule.Report report) {
        Set<String> lists = DecisionFile.given(models, CHECKLISTS, "liste");
        models.processes()
                .forEach(file -> file.all(UserTask.class).forEach(task -> ProcessFile.property(task, "tjekliste")
                        .filter(list -> !lists.contains(list))
                        .ifPresent(list -> report.add(
                                file.path(),
                                task.getId(),
                                "Ret tjeklisten \"" + list + "\": den står ikke i tabellen tjeklister."))));
        Set<String> tables =
                models.decisions().stream().flatMap(DecisionFile::decisionIds).collect(Collectors.toSet());
        models.decisions().stream()
                .filter(file -> file.decisionIds().anyMatch(CHECKLISTS::equals))
                .forEach(file -> DecisionFile.given(models, CHECKLISTS, "tabel").stream()
                        .filter(table -> !tables.contains(table))
                        .forEach(table -> report.add(
                                file.path(),
                                CHECKLISTS,
                                "Ret tabellen \"" + table + "\": der er ingen beslutning af det navn.")));
    }

    private static void documentation(Models models, Rule.Report report) {
        models.processes()
                .forEach(
                        file -> file.all(UserTask.class)
                                .filter(task -> task.getDocumentations().stream()
                                                .map(Documentation::getTextContent)
                                                .mapToInt(text -> text.strip().length())
                                                .sum()
                                        < SHORTEST_HELP)
                                .forEach(
                                        task -> report.add(
                                                file.path(),
                                                task.getId(),
                                                "Skriv i dokumentationen, hvad der skal gøres, hvorfor, og hvilken lov eller rapport det bygger på.")));
    }

    private static void group(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class).forEach(task -> {
            List<String> groups = task.getCamundaCandidateGroupsList();
            if (groups.size() != 1
                    || !(GROUPS.contains(groups.get(0))
                            || VARIABLE.matcher(groups.get(0)).matches())) {
                report.add(
                        file.path(),
                        task.getId(),
                        "Skriv netop én af grupperne " + String.join(", ", new TreeSet<>(GROUPS))
                                + (groups.isEmpty() ? "." : " i stedet for " + String.join(", ", groups) + "."));
            }
            if (!isBlank(task.getCamundaAssignee()) || !isBlank(task.getCamundaCandidateUsers())) {
                report.add(file.path(), task.getId(), "Fjern den faste person; opgaven tilbydes en gruppe.");
            }
        }));
    }

    private static void dueDate(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class)
                // A volunteer is bound by no deadline.
                .filter(task -> !VolunteerRules.isForVolunteers(task))
                .filter(task -> isBlank(task.getCamundaDueDate())
                        || !EXPRESSION.matcher(task.getCamundaDueDate().strip()).matches())
                .forEach(task -> report.add(
                        file.path(),
                        task.getId(),
                        "Skriv fristen som et opslag i fristregistret, fx ${deadlines.dueDate(execution,"
                                + " 'helbredsvurdering-tilbud')}.")));
    }

    private static void form(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class).forEach(task -> {
            if (isBlank(camunda(task, "formRef"))) {
                report.add(file.path(), task.getId(), "Vælg en formular (formRef) til opgaven.");
            } else {
                formExists(models, file, task, report);
            }
        }));
    }

    private static void startForm(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(StartEvent.class)
                .filter(start -> !isBlank(camunda(start, "formRef")))
                .forEach(start -> formExists(models, file, start, report)));
    }

    private static void formExists(Models models, ProcessFile file, FlowNode node, Rule.Report report) {
        String form = String.valueOf(camunda(node, "formRef"));
        if (!models.formIds().contains(form)) {
            report.add(
                    file.path(),
                    node.getId(),
                    "Formularen " + form + " findes ikke; vælg en formular fra mappen forms.");
        }
        if (!"latest".equals(camunda(node, "formRefBinding"))) {
            report.add(file.path(), node.getId(), "Sæt formularens binding til latest.");
        }
    }

    private static void statutoryTimer(Models models, Rule.Report report) {
        Set<String> statutory = DecisionFile.statutoryDuties(models);
        models.processes().forEach(file -> file.all(UserTask.class).forEach(task -> {
            fulfilled(task)
                    .filter(statutory::contains)
                    .filter(duty -> timers(file, task)
                            .noneMatch(date -> REGISTER.matcher(date).matches() && date.contains("'" + duty + "'")))
                    .forEach(duty -> report.add(
                            file.path(),
                            task.getId(),
                            "Sæt en ikke-afbrydende timer på opgaven, eller på processen omkring den, med datoen ${deadlines.dueDate(execution, '"
                                    + duty + "')}; pligten er lovbunden."));
        }));
    }

    /** The duties that a task fulfils; several stand with commas between. */
    private static Stream<String> fulfilled(UserTask task) {
        return ProcessFile.property(task, "opfylder").stream().flatMap(duties -> Stream.of(duties.split(",", -1)));
    }

    private static Stream<String> timers(ProcessFile file, UserTask task) {
        Stream<BoundaryEvent> onTask = file.all(BoundaryEvent.class)
                .filter(event -> task.equals(event.getAttachedTo()) && !event.cancelActivity());
        // A duty that runs before its task arises is watched by the whole process instead.
        Stream<StartEvent> aroundTask = file.all(StartEvent.class)
                .filter(start -> !start.isInterrupting()
                        && start.getParentElement() instanceof SubProcess around
                        && around.triggeredByEvent()
                        && task.getParentElement().equals(around.getParentElement()));
        return Stream.concat(onTask, aroundTask)
                .flatMap(event -> ProcessFile.definitions(event, TimerEventDefinition.class))
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> timer.getTimeDate().getTextContent().strip());
    }

    private static void knownDuty(Models models, Rule.Report report) {
        Set<String> duties = DecisionFile.duties(models);
        if (duties.isEmpty()) {
            return;
        }
        Set<String> dutiesAndTasks = new HashSet<>(DeadlineTable.tasks(models));
        dutiesAndTasks.addAll(duties);
        models.processes().forEach(file -> {
            file.all(UserTask.class).forEach(task -> known(duties, file, task.getId(), fulfilled(task), report));
            file.all(CamundaInputParameter.class)
                    .filter(parameter -> DUTY_PARAMETERS.contains(String.valueOf(parameter.getCamundaName())))
                    .forEach(parameter ->
                            known(duties, file, BindingRules.holder(parameter), commaSeparated(parameter), report));
            expressions(file).forEach(expression -> {
                known(duties, file, expression.holder(), codes(DUTY_CALL, expression.text()), report);
                known(
                        dutiesAndTasks,
                        file,
                        expression.holder(),
                        TaskDate.in(expression.text()).flatMap(TaskDate::literal).stream(),
                        report);
            });
        });
    }

    private record Expression(@Nullable String holder, String text) {}

    /** Every place where a model may ask the register. */
    private static Stream<Expression> expressions(ProcessFile file) {
        Stream<Expression> dates = file.all(UserTask.class).flatMap(task -> Stream.of("dueDate", "followUpDate")
                .map(attribute -> camunda(task, attribute))
                .filter(Objects::nonNull)
                .map(text -> new Expression(task.getId(), text)));
        Stream<BpmnModelElementInstance> texts = Stream.concat(
                file.all(TimeDate.class),
                Stream.concat(file.all(ConditionExpression.class), file.all(CamundaInputParameter.class)));
        return Stream.concat(
                dates, texts.map(element -> new Expression(BindingRules.holder(element), element.getTextContent())));
    }

    private static Stream<String> commaSeparated(CamundaInputParameter parameter) {
        return Stream.of(parameter.getTextContent().strip().split("\\s*,\\s*", -1));
    }

    private static Stream<String> codes(Pattern call, String expression) {
        return call.matcher(expression)
                .results()
                .map(match -> match.group(1))
                .flatMap(arguments -> LITERAL.matcher(arguments).results().map(TaskRules::first));
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static void known(
            Set<String> duties, ProcessFile file, @Nullable String id, Stream<String> named, Rule.Report report) {
        // A duty named by a variable is known only while the case runs.
        named.filter(duty -> !duty.contains("${") && !duties.contains(duty))
                .distinct()
                .forEach(
                        duty -> report.add(
                                file.path(),
                                id,
                                "Pligten " + duty
                                        + " står ikke i nogen fristtabel (kolonnerne pligt og art, for opgaver også opgavefrist); ret navnet eller tilføj pligten."));
    }

    private static void metOn(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class).forEach(task -> {
            Optional<String> field = ProcessFile.property(task, "opfyldtDato");
            if (field.isEmpty()) {
                return;
            }
            if (ProcessFile.property(task, "opfylder").isEmpty()) {
                report.add(file.path(), task.getId(), "Skriv også, hvilken pligt opgaven opfylder (opfylder).");
            }
            boolean exists = models.forms().stream()
                    .filter(form -> form.id().equals(camunda(task, "formRef")))
                    .flatMap(form -> form.inputs().stream())
                    .anyMatch(input ->
                            "datetime".equals(input.type()) && field.get().equals(input.key()));
            if (!exists) {
                report.add(
                        file.path(),
                        task.getId(),
                        "Formularen har intet datofelt " + field.get() + "; ret opfyldtDato.");
            }
            models.forms().stream()
                    .filter(form -> form.id().equals(camunda(task, "formRef")))
                    .flatMap(form -> form.inputs().stream())
                    .filter(input -> field.get().equals(input.key())
                            && input.json()
                                    .path("properties")
                                    .path("senest")
                                    .asText("")
                                    .startsWith("om-"))
                    .forEach(input -> report.add(
                            file.path(),
                            task.getId(),
                            "Datoen " + field.get()
                                    + " er den dag, pligten blev opfyldt; skriv senest: i-dag på feltet."));
        }));
    }

    /** What a task says about the decision that people take in it. */
    private static void decidedBy(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class).forEach(task -> {
            Optional<String> decision = ProcessFile.property(task, "beslutning");
            Optional<String> reason = ProcessFile.property(task, "begrundelse");
            Optional<String> sensitive = ProcessFile.property(task, "foelsom");
            if (decision.isEmpty() && (reason.isPresent() || sensitive.isPresent())) {
                report.add(
                        file.path(),
                        task.getId(),
                        "Skriv også, hvilket felt afgørelsen står i (beslutning), eller fjern begrundelse og foelsom.");
            }
            if (sensitive.isPresent() && !"ja".equals(sensitive.get())) {
                report.add(file.path(), task.getId(), "Skriv ja i foelsom, eller fjern egenskaben.");
            }
            Set<String> fields = models.forms().stream()
                    .filter(form -> form.id().equals(camunda(task, "formRef")))
                    .flatMap(form -> form.inputs().stream())
                    .map(FormFile.Component::key)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            Stream.concat(decision.stream().flatMap(keys -> Stream.of(keys.split(",", -1))), reason.stream())
                    .filter(key -> !fields.contains(key))
                    .forEach(key -> report.add(
                            file.path(),
                            task.getId(),
                            "Formularen har intet felt " + key + "; ret beslutning eller begrundelse."));
        }));
    }
}
