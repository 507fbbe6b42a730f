package dk.ankomst.lint;

import static dk.ankomst.lint.ProcessFile.isBlank;
import static dk.ankomst.lint.Rule.error;
import static dk.ankomst.lint.Rule.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/** What makes a decision table readable and traceable: typed columns, named and reasoned rules, valid FEEL. */
final class DecisionRules {

    private static final int INPUTS = 7;
    private static final int RULES = 30;
    private static final Pattern RULE_ID = Pattern.compile("rule_[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern TABLE_TAG = Pattern.compile("<(?:\\w+:)?decisionTable\\b[^>]*>");
    private static final Pattern COLUMN = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern DMNDI = Pattern.compile("https://www\\.omg\\.org/spec/DMN/\\d+/DMNDI/");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private DecisionRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "beslutning-tabel",
                        "En beslutning er en tabel med et navn og mindst én regel.",
                        DecisionRules::isTable),
                error("regel-id", "Hver regel har et id af formen rule_betydning.", DecisionRules::ruleIds),
                error("regel-begrundelse", "Hver regel har en begrundelse med kilde.", DecisionRules::descriptions),
                error(
                        "hitpolicy",
                        "Tabellen siger udtrykkeligt, hvor mange regler der må ramme.",
                        DecisionRules::hitPolicy),
                error(
                        "kolonne-typer",
                        "Hver kolonne har ledetekst og type, og hver svarkolonne et navn.",
                        DecisionRules::columns),
                error("feel", "Hver celle er gyldig FEEL.", DecisionRules::feel),
                warning(
                        "tabel-stoerrelse",
                        "En tabel har højst omkring " + INPUTS + " spørgsmål og " + RULES + " regler.",
                        DecisionRules::size),
                error("beslutning-tegnet", "Beslutningen kan ses i Modelers diagram.", DecisionRules::drawn));
    }

    private static void isTable(Models models, Rule.Report report) {
        models.decisions().forEach(file -> file.all(Decision.class).forEach(decision -> {
            if (!(decision.getExpression() instanceof DecisionTable table)
                    || table.getRules().isEmpty()) {
                report.add(file.path(), decision.getId(), "Gør beslutningen til en tabel med mindst én regel.");
            }
            if (isBlank(decision.getName())) {
                report.add(file.path(), decision.getId(), "Giv beslutningen et navn, som personalet forstår.");
            }
        }));
    }

    private static Stream<org.camunda.bpm.model.dmn.instance.Rule> rows(DecisionFile file) {
        return file.tables().flatMap(table -> table.getRules().stream());
    }

    private static void ruleIds(Models models, Rule.Report report) {
        models.decisions().forEach(file -> {
            Set<String> seen = new HashSet<>();
            rows(file).forEach(rule -> {
                String id = String.valueOf(rule.getId());
                if (!RULE_ID.matcher(id).matches()) {
                    report.add(
                            file.path(), id, "Giv reglen et id, der siger, hvad den betyder, fx rule_kontrakt_2013.");
                } else if (!seen.add(id)) {
                    report.add(file.path(), id, "Giv reglen et id, som ingen anden regel har.");
                }
            });
        });
    }

    private static void descriptions(Models models, Rule.Report report) {
        models.decisions().forEach(file -> rows(file)
                .filter(rule -> isBlank(description(rule)))
                .forEach(rule -> report.add(
                        file.path(), rule.getId(), "Skriv i reglens begrundelse, hvorfor den gælder, og kilden.")));
    }

    private static @Nullable String description(DmnElement element) {
        Description description = element.getDescription();
        return description == null ? null : description.getTextContent();
    }

    private static void hitPolicy(Models models, Rule.Report report) {
        models.decisions().forEach(file -> TABLE_TAG
                .matcher(file.content())
                .results()
                .map(MatchResult::group)
                .filter(tag -> !tag.contains("hitPolicy="))
                .forEach(tag ->
                        report.add(file.path(), null, "Vælg udtrykkeligt en hit policy, fx UNIQUE eller COLLECT.")));
    }

    private static void columns(Models models, Rule.Report report) {
        models.decisions().forEach(file -> file.tables().forEach(table -> {
            table.getInputs().forEach(input -> {
                if (input.getInputExpression() == null
                        || isBlank(input.getInputExpression().getTypeRef())) {
                    report.add(
                            file.path(), input.getId(), "Vælg en type for spørgsmålet, fx string, integer eller date.");
                }
                if (isBlank(input.getLabel())) {
                    report.add(file.path(), input.getId(), "Skriv en dansk ledetekst over spørgsmålet.");
                }
            });
            table.getOutputs().forEach(output -> {
                if (isBlank(output.getTypeRef())) {
                    report.add(file.path(), output.getId(), "Vælg en type for svaret, fx string eller integer.");
                }
                if (isBlank(output.getName())
                        || !COLUMN.matcher(output.getName()).matches()) {
                    report.add(file.path(), output.getId(), "Giv svaret et navn af formen antalDage.");
                }
            });
        }));
    }

    private static void feel(Models models, Rule.Report report) {
        models.decisions().forEach(file -> {
            file.all(InputExpression.class)
                    .forEach(input -> expression(
                            file,
                            input.getId(),
                            input.getExpressionLanguage(),
                            DecisionFile.text(input.getText()),
                            report));
            file.all(InputEntry.class).forEach(entry -> {
                String text = DecisionFile.text(entry.getText());
                if (text != null && !text.isBlank() && isFeel(entry.getExpressionLanguage())) {
                    parsed(file, entry.getId(), text, FEEL.parseUnaryTests(text), report);
                }
            });
            file.all(OutputEntry.class)
                    .forEach(entry -> expression(
                            file,
                            entry.getId(),
                            entry.getExpressionLanguage(),
                            DecisionFile.text(entry.getText()),
                            report));
        });
    }

    private static void expression(
            DecisionFile file, String id, @Nullable String language, @Nullable String text, Rule.Report report) {
        if (text != null && !text.isBlank() && isFeel(language)) {
            parsed(file, id, text, FEEL.parseExpression(text), report);
        }
    }

    private static boolean isFeel(@Nullable String language) {
        return language == null || language.toLowerCase(Locale.ROOT).contains("feel");
    }

    private static void parsed(DecisionFile file, String id, String text, ParseResult result, Rule.Report report) {
        if (result.isFailure()) {
            report.add(
                    file.path(),
                    id,
                    "Ret udtrykket \"" + text.strip() + "\"; det er ikke gyldig FEEL. Tekst skrives i anførselstegn.");
        }
    }

    private static void size(Models models, Rule.Report report) {
        models.decisions().forEach(file -> file.tables().forEach(table -> {
            int inputs = table.getInputs().size();
            int rules = table.getRules().size();
            if (inputs > INPUTS || rules > RULES) {
                report.add(
                        file.path(),
                        table.getId(),
                        "Tabellen har " + inputs + " spørgsmål og " + rules + " regler; overvej at dele den i flere.");
            }
        }));
    }

    private static void drawn(Models models, Rule.Report report) {
        models.decisions().forEach(file -> {
            Set<String> shapes = descendants(file.model().getDocument().getRootElement())
                    .filter(element -> "DMNShape".equals(element.getLocalName())
                            && DMNDI.matcher(String.valueOf(element.getNamespaceURI()))
                                    .matches())
                    .map(element -> String.valueOf(element.getAttribute("dmnElementRef")))
                    .collect(Collectors.toSet());
            file.decisionIds()
                    .filter(id -> !shapes.contains(id))
                    .forEach(id -> report.add(
                            file.path(),
                            id,
                            "Åbn filen i Camunda Modeler og gem den, så beslutningen får en plads i diagrammet."));
        });
    }

    private static Stream<DomElement> descendants(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(DecisionRules::descendants));
    }
}
