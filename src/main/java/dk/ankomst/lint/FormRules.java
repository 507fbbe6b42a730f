package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.camunda;
import static dk.ankomst.lint.Rule.error;
import static dk.ankomst.lint.Rule.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ankomst.lint.FormFile.Component;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** What holds for the forms that staff fill in. */
final class FormRules {

    private static final Set<String> TYPES = Set.of(
            "text", "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime", "group");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
    private static final Set<String> STORES = Set.of("sag", "note");
    private static final Pattern LATEST = Pattern.compile("i-dag|om-[1-9][0-9]?-aar");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern OPTION = Pattern.compile("[a-z0-9-]+");
    /** What the form editor writes when nobody writes anything. */
    private static final Set<String> UNTRANSLATED = Set.of(
            "text field",
            "text area",
            "number",
            "checkbox",
            "radio",
            "radio group",
            "select",
            "checkbox group",
            "checklist",
            "date",
            "date time",
            "group",
            "value",
            "option",
            "label");

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private FormRules() {}

    static List<Rule> rules() {
        return List.of(
                error("form-platform", "Formularen er lavet til Camunda Platform 7.24, skema 16.", FormRules::platform),
                error(
                        "form-felttype",
                        "Formularen bruger kun felter, som Tasklist kan vise og gemme.",
                        FormRules::types),
                error(
                        "form-noegle",
                        "Hvert felt har en nøgle af formen ankomstDato, som kun findes én gang.",
                        FormRules::keys),
                error("form-ledetekst", "Hvert felt har en dansk ledetekst.", FormRules::labels),
                error(
                        "form-valgmuligheder",
                        "Hvert valgfelt har valgmuligheder med værdi og dansk tekst.",
                        FormRules::choices),
                error(
                        "tjekliste-vaerdi",
                        "En valgmulighed i en tjekliste har en værdi af små bogstaver a-z, tal og bindestreg.",
                        FormRules::checklistValues),
                error(
                        "personfelt",
                        "Et felt med personoplysninger eller fri tekst gemmes i sagen (gem: sag eller note), aldrig i motoren.",
                        FormRules::personal),
                error(
                        "dato-senest",
                        "Hvert datofelt siger, om det er noget, der er sket (senest: i-dag), eller en plan (senest: om-10-aar).",
                        FormRules::latestDates),
                error("tal-stoerst", "Hvert talfelt har en største værdi (max).", FormRules::greatestNumbers),
                error("form-feel", "Formularens udtryk er gyldig FEEL.", FormRules::feel),
                warning("form-bruges", "Hver formular bruges af en model.", FormRules::used));
    }

    private static void platform(Models models, Rule.Report report) {
        models.forms().forEach(form -> {
            JsonNode json = form.json();
            if (!"Camunda Platform".equals(json.path("executionPlatform").asText(""))
                    || !json.path("executionPlatformVersion").asText("").startsWith("7.24.")
                    || !"default".equals(json.path("type").asText(""))
                    || json.path("schemaVersion").asInt() != 16) {
                report.add(
                        form.path(),
                        null,
                        "Skriv type default, schemaVersion 16, executionPlatform \"Camunda Platform\" og"
                                + " executionPlatformVersion \"7.24.0\" som tekster; andet forstår Modeler ikke.");
            }
        });
    }

    private static void types(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.components().forEach(component -> {
            if (!TYPES.contains(component.type())) {
                report.add(
                        form.path(),
                        component.name(),
                        "Erstat felttypen " + component.type() + "; tilladt er "
                                + String.join(", ", new TreeSet<>(TYPES)) + ".");
            } else if (component.type().equals("datetime")
                    && !"date".equals(component.json().path("subtype").asText(""))) {
                report.add(form.path(), component.name(), "Gør feltet til en dato (subtype date) uden klokkeslæt.");
            }
        }));
    }

    private static void keys(Models models, Rule.Report report) {
        models.forms().forEach(form -> {
            Set<String> seen = new HashSet<>();
            form.inputs().forEach(input -> {
                String key = input.key();
                if (key == null || !KEY.matcher(key).matches()) {
                    report.add(form.path(), input.name(), "Giv feltet en nøgle af formen ankomstDato.");
                } else if (!seen.add(key)) {
                    report.add(form.path(), key, "Giv feltet en nøgle, som intet andet felt i formularen har.");
                }
            });
        });
    }

    private static void labels(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.components().stream()
                .filter(component -> component.isInput() || component.type().equals("group"))
                .filter(component -> component.label().isEmpty()
                        || UNTRANSLATED.contains(component.label().toLowerCase(Locale.ROOT)))
                .forEach(component -> report.add(
                        form.path(), component.name(), "Skriv en dansk ledetekst, der siger, hvad der spørges om.")));
    }

    private static void choices(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.inputs().stream()
                .filter(input -> CHOICES.contains(input.type())
                        && !input.json().has("valuesKey")
                        && !input.json().has("valuesExpression"))
                .forEach(input -> {
                    Set<String> values = new HashSet<>();
                    boolean complete = !input.json().path("values").isEmpty();
                    for (JsonNode option : input.json().path("values")) {
                        String value = option.path("value").asText("");
                        complete &= !value.isBlank()
                                && !option.path("label").asText("").isBlank()
                                && values.add(value);
                    }
                    if (!complete) {
                        report.add(
                                form.path(),
                                input.name(),
                                "Skriv valgmulighederne: hver sin værdi og sin danske tekst.");
                    }
                }));
    }

    /** Several values are stored with commas between, and tables and conditions name them. */
    private static void checklistValues(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.inputs().stream()
                .filter(input -> input.type().equals("checklist"))
                .forEach(input -> {
                    for (JsonNode option : input.json().path("values")) {
                        String value = option.path("value").asText("");
                        if (!value.isBlank() && !OPTION.matcher(value).matches()) {
                            report.add(
                                    form.path(),
                                    input.name(),
                                    "Ret værdien \"" + value
                                            + "\" til små bogstaver a-z, tal og bindestreg, fx tolk-bestilt; teksten må gerne have æ, ø, å.");
                        }
                    }
                }));
    }

    private static void personal(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.inputs().forEach(input -> {
            String key = Objects.requireNonNullElse(input.key(), "");
            if (input.store() != null) {
                if (!STORES.contains(input.store())) {
                    report.add(
                            form.path(),
                            input.name(),
                            "Skriv gem: sag eller gem: note; " + input.store() + " findes ikke.");
                }
            } else if (input.type().equals("textarea")) {
                report.add(
                        form.path(),
                        input.name(),
                        "Fri tekst må ikke gemmes i motoren; skriv gem: note eller gem: sag.");
            } else if (!key.isEmpty() && PersonalNames.suspects(key)) {
                report.add(
                        form.path(),
                        input.name(),
                        "Feltet " + key + " ligner en personoplysning; skriv gem: sag, eller giv det et andet navn.");
            }
        }));
    }

    /** Without it the day on which something happened could lie in the next century. */
    private static void latestDates(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.inputs().stream()
                .filter(input -> input.type().equals("datetime"))
                .forEach(input -> {
                    JsonNode properties = input.json().path("properties");
                    if (!LATEST.matcher(properties.path("senest").asText("")).matches()) {
                        report.add(
                                form.path(),
                                input.name(),
                                "Skriv egenskaben senest: i-dag, når datoen er for noget, der er sket, ellers fx om-10-aar.");
                    }
                    String earliest = properties.path("tidligst").asText("visitation");
                    if (!earliest.equals("visitation")) {
                        report.add(
                                form.path(),
                                input.name(),
                                "Skriv tidligst: visitation, eller fjern egenskaben; " + earliest + " findes ikke.");
                    }
                }));
    }

    private static void greatestNumbers(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.inputs().stream()
                .filter(input -> input.type().equals("number")
                        && input.json().path("validate").path("max").isMissingNode())
                .forEach(input -> report.add(
                        form.path(),
                        input.name(),
                        "Skriv den største værdi, der giver mening (validate: max), så en slåfejl bliver opdaget.")));
    }

    private static void feel(Models models, Rule.Report report) {
        models.forms().forEach(form -> form.components()
                .forEach(component ->
                        component.json().findValues("hide").forEach(hide -> feel(form, component, hide, report))));
        models.forms().forEach(form -> form.components().forEach(component -> Stream.of(
                        "text", "label", "description", "readonly", "disabled", "defaultValue", "valuesExpression")
                .map(component.json()::path)
                .forEach(value -> feel(form, component, value, report))));
    }

    private static void feel(FormFile form, Component component, JsonNode value, Rule.Report report) {
        String text = value.asText("");
        if (value.isTextual()
                && text.startsWith("=")
                && FEEL.parseExpression(text.substring(1)).isFailure()) {
            report.add(form.path(), component.name(), "Ret udtrykket \"" + text + "\"; det er ikke gyldig FEEL.");
        }
    }

    private static void used(Models models, Rule.Report report) {
        Set<String> used = models.processes().stream()
                .flatMap(file -> Stream.concat(
                        file.all(UserTask.class).map(task -> camunda(task, "formRef")),
                        file.all(StartEvent.class).map(start -> camunda(start, "formRef"))))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        models.forms().stream()
                .filter(form -> !used.contains(form.id()))
                .forEach(form -> report.add(
                        form.path(),
                        null,
                        "Slet formularen, eller vælg den på en brugeropgave; ingen model bruger den."));
    }
}
