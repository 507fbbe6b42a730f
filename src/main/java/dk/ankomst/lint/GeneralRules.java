package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/** What holds for every kind of file: its name, its id, its version, how long its history is kept. */
final class GeneralRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern DURATION = Pattern.compile("P(\\d+Y)?(\\d+M)?(\\d+D)?");
    private static final Set<String> CAPABILITIES = Set.of(
            "modtagelse",
            "koordinering",
            "bolig",
            "etablering",
            "helbred",
            "dansk",
            "boern",
            "civilsamfund",
            "beskaeftigelse",
            "flytning",
            "frister",
            "kommune");

    static final Rule READABLE =
            error("kan-laeses", "Filen kan læses som BPMN, DMN eller formular.", GeneralRules::readable);

    private GeneralRules() {}

    static List<Rule> rules() {
        return List.of(
                READABLE,
                error(
                        "filnavn",
                        "Filnavnet er små bogstaver a-z, tal og bindestreg, findes kun én gang og ligger i en kendt mappe.",
                        GeneralRules::fileName),
                error(
                        "id-er-filnavn",
                        "Filen indeholder én proces, beslutning eller formular med samme id som filen.",
                        GeneralRules::idIsFileName),
                error("versionstag", "Modellen har en versionTag af formen 1.0.0.", GeneralRules::version),
                error(
                        "historik",
                        "Processen og beslutningen siger i historyTimeToLive, hvor længe historikken gemmes.",
                        GeneralRules::history));
    }

    private static void readable(Models models, Rule.Report report) {
        models.unreadable()
                .forEach(file -> report.add(
                        file.path(),
                        null,
                        "Filen kan ikke læses (" + file.reason() + "). Åbn den i Camunda Modeler og ret den."));
    }

    private static void fileName(Models models, Rule.Report report) {
        TreeMap<String, String> seen = new TreeMap<>();
        for (String path : new TreeSet<>(models.paths())) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!KEBAB.matcher(Models.nameOf(path)).matches()) {
                report.add(
                        path,
                        null,
                        "Omdøb filen: kun små bogstaver a-z, tal og bindestreg, fx helbredsvurdering.bpmn.");
            }
            String other = seen.put(file, path);
            if (other != null) {
                report.add(
                        path,
                        null,
                        "Giv filen et andet navn end " + other + "; motoren kender kun navnet, ikke mappen.");
            }
            String[] parts = path.split("/");
            if (parts.length != 3 || !CAPABILITIES.contains(parts[1])) {
                report.add(
                        path,
                        null,
                        "Læg filen i en af fagmapperne (" + String.join(", ", new TreeSet<>(CAPABILITIES)) + ").");
            }
        }
    }

    private static void idIsFileName(Models models, Rule.Report report) {
        models.processes().forEach(file -> sameId(file.path(), file.processIds().toList(), report));
        models.decisions()
                .forEach(file -> sameId(file.path(), file.decisionIds().toList(), report));
        models.forms().forEach(file -> sameId(file.path(), List.of(file.id()), report));
    }

    private static void sameId(String path, List<String> ids, Rule.Report report) {
        String name = Models.nameOf(path);
        if (ids.size() != 1) {
            report.add(
                    path,
                    null,
                    "Filen indeholder " + ids.size() + " modeller; den skal indeholde én med id " + name + ".");
        } else if (!name.equals(ids.get(0))) {
            report.add(path, ids.get(0), "Ret id til " + name + ", så det er som filens navn.");
        }
    }

    private static void version(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(Process.class)
                .forEach(process -> version(file.path(), process.getId(), process.getCamundaVersionTag(), report)));
        models.decisions().forEach(file -> file.all(Decision.class)
                .forEach(decision -> version(file.path(), decision.getId(), decision.getVersionTag(), report)));
        models.forms()
                .forEach(file -> version(
                        file.path(), null, file.json().path("versionTag").asText(null), report));
    }

    private static void version(String path, @Nullable String id, @Nullable String tag, Rule.Report report) {
        if (tag == null || !VERSION.matcher(tag).matches()) {
            report.add(
                    path,
                    id,
                    "Skriv en versionTag af formen 1.0.0" + (tag == null ? "." : " i stedet for " + tag + "."));
        }
    }

    private static void history(Models models, Rule.Report report) {
        models.processes().forEach(file -> file.all(Process.class)
                .forEach(process ->
                        history(file.path(), process.getId(), process.getCamundaHistoryTimeToLiveString(), report)));
        models.decisions().forEach(file -> file.all(Decision.class)
                .forEach(decision ->
                        history(file.path(), decision.getId(), decision.getCamundaHistoryTimeToLiveString(), report)));
    }

    private static void history(String path, String id, @Nullable String ttl, Rule.Report report) {
        if (ttl == null || ttl.length() < 3 || !DURATION.matcher(ttl).matches()) {
            report.add(path, id, "Skriv i historyTimeToLive, hvor længe historikken gemmes, fx P1825D for fem år.");
        }
    }
}
