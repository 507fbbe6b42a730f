package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.camunda;
import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.Rule.error;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * What volunteers are never given: what is statutory, takes special skills or is bound by a deadline (the report,
 * L1664-1671). The engine refuses the same when a task arises or changes hands.
 */
final class VolunteerRules {

    /** The group of volunteers. */
    static final String GROUP = "frivillig";

    private static final String TABLE = "frivilligopgave";
    private static final String AREA = "frivilligomraade";
    private static final List<String> FORBIDDING = List.of("erLovpligtig", "kraeverFaglighed", "erFristbunden");

    private VolunteerRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "frivillig-opgave",
                        "En opgave til frivillige er ikke lovpligtig, særligt faglig eller bundet af en frist.",
                        VolunteerRules::tasks),
                error(
                        "frivillig-vaern",
                        "Tabellen frivilligopgave åbner aldrig for lovpligtige, særligt faglige eller fristbundne opgaver.",
                        VolunteerRules::table));
    }

    static boolean isForVolunteers(UserTask task) {
        return task.getCamundaCandidateGroupsList().contains(GROUP);
    }

    private static void tasks(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(UserTask.class)
                .filter(VolunteerRules::isForVolunteers)
                .forEach(task -> {
                    if (ProcessFile.property(task, "opfylder").isPresent()) {
                        report.add(
                                file.path(),
                                task.getId(),
                                "Giv opgaven til en af kommunens grupper; den opfylder en pligt, og det kan en frivillig ikke.");
                    }
                    if (!isBlank(task.getCamundaDueDate())) {
                        report.add(
                                file.path(),
                                task.getId(),
                                "Fjern fristen, eller giv opgaven til en af kommunens grupper; en frivillig er ikke bundet af frister.");
                    }
                    if (decides(task) || writesInCase(models, task)) {
                        report.add(
                                file.path(),
                                task.getId(),
                                "Giv opgaven til en af kommunens grupper; den afgør noget eller skriver i sagen, og det kræver en fagperson.");
                    }
                    if (ProcessFile.property(task, AREA).isEmpty()) {
                        report.add(
                                file.path(),
                                task.getId(),
                                "Skriv i egenskaben frivilligomraade, hvilket af områderne for frivillige opgaven hører til, fx hverdag.");
                    }
                }));
    }

    private static boolean decides(UserTask task) {
        return Stream.of("beslutning", "begrundelse", "foelsom")
                .anyMatch(name -> ProcessFile.property(task, name).isPresent());
    }

    private static boolean writesInCase(Models models, UserTask task) {
        return models.forms().stream()
                .filter(form -> form.id().equals(camunda(task, "formRef")))
                .flatMap(form -> form.inputs().stream())
                .anyMatch(input -> input.store() != null);
    }

    /** Asked as the program asks it: every way in which one of the three holds has to end in a no. */
    private static void table(Models models, Rule.Report report) {
        models.decisions().forEach(file -> file.all(Decision.class)
                .filter(decision -> TABLE.equals(decision.getId()))
                .forEach(decision -> {
                    try {
                        DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                                .buildEngine();
                        DmnDecision table = engine.parseDecision(TABLE, file.model());
                        for (int holds = 1; holds < 1 << FORBIDDING.size(); holds++) {
                            for (boolean known : new boolean[] {true, false}) {
                                if (!refuses(engine.evaluateDecisionTable(table, inputs(holds, known)))) {
                                    report.add(
                                            file.path(),
                                            decision.getId(),
                                            "Lad tabellen svare nej (maaGives: false), når " + inWords(holds)
                                                    + ", uanset resten; det må en frivillig aldrig få.");
                                    return;
                                }
                            }
                        }
                    } catch (DmnEngineException broken) {
                        report.add(
                                file.path(),
                                decision.getId(),
                                "Ret tabellen, så den kan svare på kolonnerne erLovpligtig, kraeverFaglighed, erFristbunden og erKendtOmraade.");
                    }
                }));
    }

    private static boolean refuses(DmnDecisionTableResult result) {
        return result.getResultList().isEmpty()
                || result.stream()
                        .map(DmnDecisionRuleResult::getEntryMap)
                        .anyMatch(row -> !Boolean.TRUE.equals(row.get("maaGives")));
    }

    private static Map<String, Object> inputs(int holds, boolean known) {
        return Map.of(
                FORBIDDING.get(0),
                (holds & 1) != 0,
                FORBIDDING.get(1),
                (holds & 2) != 0,
                FORBIDDING.get(2),
                (holds & 4) != 0,
                "erKendtOmraade",
                known);
    }

    private static String inWords(int holds) {
        return Stream.of(0, 1, 2)
                .filter(bit -> (holds & 1 << bit) != 0)
                .map(FORBIDDING::get)
                .collect(Collectors.joining(" og "));
    }
}
