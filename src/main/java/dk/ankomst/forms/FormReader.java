package dk.ankomst.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ankomst.forms.FormField.Keep;
import dk.ankomst.forms.FormField.Kind;
import dk.ankomst.forms.FormField.Limits;
import dk.ankomst.forms.FormField.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Camunda form (form-js, schema version 16) from its JSON. */
public final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "image", "separator", "spacer", "button", "table", "iframe");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern YEARS_AHEAD = Pattern.compile("om-([1-9][0-9]?)-aar");
    private static final int MOST_YEARS_AHEAD = 10;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private FormReader() {}

    /**
     * Reads a form.
     *
     * @param key the form's id
     * @param version the version under which it is deployed
     * @param json the content of the {@code .form} file
     * @throws FormUnusable when it is no form, or holds a field of a kind that the server cannot check
     */
    public static FormDefinition read(String key, int version, String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new FormUnusable("Formularen " + key + " kan ikke læses. Sig det til procesejeren.", e);
        }
        List<FormField> fields = new ArrayList<>();
        Set<String> mentions = new HashSet<>();
        readComponents(key, root.path("components"), "", List.of(), fields, mentions);
        Set<String> seen = new HashSet<>();
        for (FormField field : fields) {
            if (!seen.add(field.key())) {
                throw new FormUnusable("Formularen " + key + " har to felter med navnet " + field.key()
                        + ". Sig det til procesejeren.");
            }
        }
        return new FormDefinition(key, version, fields, mentions);
    }

    private static void readComponents(
            String form,
            JsonNode components,
            String prefix,
            List<String> hiddenWhen,
            List<FormField> fields,
            Set<String> mentions) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<String> hides = new ArrayList<>(hiddenWhen);
            String hide = component.path("conditional").path("hide").asText("");
            if (hide.startsWith("=")) {
                hides.add(hide.substring(1));
            }
            collectMentions(component, mentions);
            if (type.equals("group")) {
                String path = component.path("path").asText("");
                if (!path.isEmpty()) {
                    mentions.add(firstOf(prefix + path));
                }
                readComponents(
                        form,
                        component.path("components"),
                        path.isEmpty() ? prefix : prefix + path + ".",
                        hides,
                        fields,
                        mentions);
            } else if (!SHOWN_ONLY.contains(type)) {
                FormField field = readField(form, component, type, prefix, hides);
                fields.add(field);
                mentions.add(firstOf(field.key()));
            }
        }
    }

    private static String firstOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static FormField readField(
            String form, JsonNode component, String type, String prefix, List<String> hiddenWhen) {
        String key = component.path("key").asText("");
        Kind kind = kind(type, component);
        if (kind == null || key.isEmpty()) {
            throw new FormUnusable("Formularen " + form + " har et felt, som ikke kan kontrolleres (" + type
                    + "). Sig det til procesejeren.");
        }
        JsonNode validate = component.path("validate");
        JsonNode label =
                kind == Kind.DATE || kind == Kind.DATE_TIME ? component.path("dateLabel") : component.path("timeLabel");
        String latest = component.path("properties").path("senest").asText("");
        String shownLabel = component.path("label").asText(label.asText(""));
        return new FormField(
                prefix + key,
                shownLabel.isBlank() ? key : shownLabel,
                component.path("description").asText(""),
                kind,
                keep(form, key, component),
                new Limits(
                        value(validate.path("required")),
                        value(validate.path("min")),
                        value(validate.path("max")),
                        value(validate.path("minLength")),
                        value(validate.path("maxLength")),
                        blankToNull(validate.path("pattern").asText("")),
                        "email".equals(validate.path("validationType").asText()),
                        "phone".equals(validate.path("validationType").asText()),
                        component.path("decimalDigits").isNumber()
                                ? Integer.valueOf(
                                        component.path("decimalDigits").asInt())
                                : null,
                        component.path("serializeToString").asBoolean(),
                        component.path("disallowPassedDates").asBoolean(),
                        latest.equals("i-dag"),
                        yearsAhead(form, key, latest),
                        isFromVisitation(form, key, component)),
                kind == Kind.CHOICE || kind == Kind.CHOICES ? options(form, key, component) : Options.NONE,
                component.path("disabled").asBoolean(),
                value(component.path("readonly")),
                hiddenWhen,
                value(component.path("defaultValue")));
    }

    private static int yearsAhead(String form, String key, String latest) {
        Matcher years = YEARS_AHEAD.matcher(latest);
        if (years.matches()) {
            return Integer.parseInt(years.group(1));
        }
        if (latest.isEmpty() || latest.equals("i-dag")) {
            return MOST_YEARS_AHEAD;
        }
        throw new FormUnusable("Formularen " + form + " har en ukendt grænse for feltet " + key
                + "; senest skal være i-dag eller fx om-10-aar. Sig det til procesejeren.");
    }

    private static boolean isFromVisitation(String form, String key, JsonNode component) {
        return switch (component.path("properties").path("tidligst").asText("")) {
            case "" -> false;
            case "visitation" -> true;
            default ->
                throw new FormUnusable("Formularen " + form + " har en ukendt grænse for feltet " + key
                        + "; tidligst skal være visitation. Sig det til procesejeren.");
        };
    }

    private static @Nullable Kind kind(String type, JsonNode component) {
        return switch (type) {
            case "textfield" -> Kind.TEXT;
            case "textarea" -> Kind.LONG_TEXT;
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.CHECKBOX;
            case "radio", "select" -> Kind.CHOICE;
            case "checklist", "taglist" -> Kind.CHOICES;
            case "datetime" ->
                switch (component.path("subtype").asText("date")) {
                    case "time" -> Kind.TIME;
                    case "datetime" -> Kind.DATE_TIME;
                    default -> Kind.DATE;
                };
            default -> null;
        };
    }

    private static Keep keep(String form, String key, JsonNode component) {
        return switch (component.path("properties").path("gem").asText("")) {
            case "" -> Keep.ENGINE;
            case "sag" -> Keep.CASE;
            case "note" -> Keep.NOTE;
            default ->
                throw new FormUnusable("Formularen " + form + " gemmer feltet " + key
                        + " et ukendt sted; gem skal være sag eller note. Sig det til procesejeren.");
        };
    }

    private static Options options(String form, String key, JsonNode component) {
        String fromKey = blankToNull(component.path("valuesKey").asText(""));
        String expression = component.path("valuesExpression").asText("");
        List<Object> listed = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        for (JsonNode option : component.path("values")) {
            Object value = value(option.path("value"));
            if (value == null) {
                throw new FormUnusable("Formularen " + form + " har en mulighed uden værdi i feltet " + key
                        + ". Sig det til procesejeren.");
            }
            if (component.path("type").asText().matches("checklist|taglist")
                    && value.toString().contains(",")) {
                throw new FormUnusable("Formularen " + form + " har en værdi med komma i feltet " + key
                        + ". Sig det til procesejeren.");
            }
            listed.add(value);
            labels.put(value.toString(), option.path("label").asText(value.toString()));
        }
        return new Options(listed, labels, fromKey, expression.startsWith("=") ? expression.substring(1) : null);
    }

    /** Every name in an expression or template of the component itself; those of the components inside it come later. */
    private static void collectMentions(JsonNode component, Set<String> mentions) {
        component.properties().forEach(property -> {
            if (property.getKey().equals("valuesKey")) {
                mentions.add(property.getValue().asText());
            } else if (!property.getKey().equals("components")) {
                collectFromValue(property.getValue(), mentions);
            }
        });
    }

    private static void collectFromValue(JsonNode value, Set<String> mentions) {
        if (value.isTextual()) {
            String text = value.asText();
            if (text.startsWith("=") || text.contains("{{")) {
                Matcher names = NAME.matcher(QUOTED.matcher(text).replaceAll(" "));
                while (names.find()) {
                    mentions.add(names.group());
                }
            }
        } else {
            value.forEach(child -> collectFromValue(child, mentions));
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
        }
        if (node.isTextual()) {
            return blankToNull(node.textValue());
        }
        return null;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
