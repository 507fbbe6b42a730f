package dk.ankomst.demo;

import dk.ankomst.forms.FormDefinition;
import dk.ankomst.forms.FormField;
import dk.ankomst.forms.FormReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Fills in the form of a task as staff could have done, whatever fields the deployed form has. */
class FormFiller {

    private final FormService forms;
    private final ProcessEngineConfigurationImpl engine;
    private final Properties usual = new Properties();
    private final Map<String, FormDefinition> read = new HashMap<>();

    FormFiller(ProcessEngine engine) {
        this.forms = engine.getFormService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try (InputStream in = Objects.requireNonNull(FormFiller.class.getResourceAsStream("/demo/answers.properties"));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            usual.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers for a task's form, ready to be sent; empty when the task has no form. */
    Map<String, Object> fill(String taskId, DemoFamily family, String caseNumber, LocalDate today) {
        FormDefinition form = form(taskId);
        if (form == null) {
            return Map.of();
        }
        boolean asksWhatIsKnown =
                form.fields().stream().anyMatch(field -> !field.hiddenWhen().isEmpty())
                        || form.mentions().contains("personNavn");
        Map<String, @Nullable Object> known =
                asksWhatIsKnown ? new HashMap<>(forms.getTaskFormVariables(taskId)) : new HashMap<>();
        form.mentions().forEach(name -> known.putIfAbsent(name, null));
        Map<String, String> names = Map.of(
                "{familie}", family.name(),
                "{person}", Objects.toString(known.get("personNavn"), family.name()),
                "{sag}", caseNumber);
        Map<String, Object> answers = new HashMap<>();
        for (FormField field : form.fields()) {
            if (field.disabled() || Boolean.TRUE.equals(field.readOnly()) || isHidden(field, known)) {
                continue;
            }
            Object answer = answer(form.key(), field, family, today, names);
            if (answer != null) {
                known.put(field.key(), answer);
                answers.put(field.key(), answer);
            }
        }
        return answers;
    }

    private @Nullable FormDefinition form(String taskId) {
        var reference = forms.getTaskFormData(taskId).getCamundaFormRef();
        return reference == null
                ? null
                : read.computeIfAbsent(reference.getKey(), key -> {
                    try (InputStream json = forms.getDeployedTaskForm(taskId)) {
                        return FormReader.read(key, 0, new String(json.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private boolean isHidden(FormField field, Map<String, @Nullable Object> known) {
        return field.hiddenWhen().stream()
                .anyMatch(when -> Boolean.TRUE.equals(engine.getDmnEngineConfiguration()
                        .getFeelEngine()
                        .evaluateSimpleExpression(
                                when,
                                Variables.fromMap(new HashMap<String, Object>(known))
                                        .asVariableContext())));
    }

    private @Nullable Object answer(
            String form, FormField field, DemoFamily family, LocalDate today, Map<String, String> names) {
        String given = family.answer(field.key());
        if (given == null) {
            // Fields that stand once for each member differ by a number: one answer does for all.
            String anyMember = field.key().replaceAll("\\d+", "");
            given = usual.getProperty(
                    form + "." + field.key(), usual.getProperty(field.key(), usual.getProperty(anyMember)));
        }
        boolean isRequired = Boolean.TRUE.equals(field.limits().required());
        if (given == null && !isRequired) {
            return null;
        }
        List<Object> options = field.options().listed();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> text(given, names);
            case NUMBER -> Long.valueOf(given == null ? "1" : given);
            case CHECKBOX -> given == null || Boolean.parseBoolean(given);
            case CHOICE -> given == null ? options.get(0) : given;
            case CHOICES -> given == null ? List.of(options.get(0)) : Arrays.asList(given.split(",", -1));
            case DATE -> (given == null ? today : today.plusDays(Long.parseLong(given))).toString();
            case TIME -> "10:00";
            case DATE_TIME -> today + "T10:00";
        };
    }

    private static String text(@Nullable String given, Map<String, String> names) {
        String text = given == null ? "Aftalt med familien {familie}." : given;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }
}
