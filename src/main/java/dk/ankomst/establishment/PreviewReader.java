package dk.ankomst.establishment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a preview's JSON by hand, so that every kind of bad input is answered with a Danish sentence per field. */
@Component
class PreviewReader {

    private static final Set<String> FIELDS =
            Set.of("package", "persons", "missing", "belongings", "conditions", "extraModules");

    private final ObjectReader json;

    PreviewReader(ObjectMapper mapper) {
        this.json = mapper.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /**
     * Reads the request.
     *
     * @throws InputRefused with one sentence per field that cannot be read
     */
    EstablishmentRequest read(byte @Nullable [] body) {
        JsonNode root = parse(body);
        List<FieldError> errors = new ArrayList<>();
        root.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                errors.add(new FieldError(
                        name,
                        "Feltet »" + name + "« kendes ikke. Brug kun " + String.join(", ", new TreeSet<>(FIELDS))
                                + "."));
            }
        });
        EstablishmentRequest request = new EstablishmentRequest(
                packageId(root.path("package"), errors),
                ages(root.path("persons"), errors),
                words("missing", root.path("missing"), errors),
                words("belongings", root.path("belongings"), errors),
                words("conditions", root.path("conditions"), errors),
                extras(root.path("extraModules"), errors));
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        return request;
    }

    private JsonNode parse(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw new InputRefused("", "Der er intet indhold. Send et JSON-objekt med mindst persons.");
        }
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InputRefused("", "Indholdet er ikke gyldig JSON" + place(e) + ". Ret det, og send igen.");
        } catch (IOException e) {
            throw new InputRefused("", "Indholdet kan ikke læses. Send JSON i tegnsættet UTF-8.");
        }
        if (!root.isObject()) {
            throw new InputRefused("", "Indholdet skal være et JSON-objekt, altså stå mellem { og }.");
        }
        return root;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (linje " + e.getLocation().getLineNr() + ", tegn "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable String packageId(JsonNode node, List<FieldError> errors) {
        if (absent(node)) {
            return null;
        }
        if (!node.isTextual()) {
            errors.add(new FieldError("package", "Skriv pakken som en tekst, f.eks. \"silkeborg\"."));
            return null;
        }
        return node.textValue();
    }

    private static List<Integer> ages(JsonNode node, List<FieldError> errors) {
        List<Integer> ages = new ArrayList<>();
        if (absent(node)) {
            errors.add(new FieldError("persons", "Angiv mindst én person med alder."));
            return ages;
        }
        each("persons", node, "en liste af personer, f.eks. [{\"age\": 34}]", errors, (field, person) -> {
            JsonNode age = person.path("age");
            if (!person.isObject() || absent(age)) {
                errors.add(new FieldError(field + ".age", "Angiv personens alder, f.eks. {\"age\": 34}."));
            } else if (!age.isIntegralNumber() || !age.canConvertToInt()) {
                errors.add(new FieldError(field + ".age", "Skriv alderen som et helt tal i år, f.eks. 34."));
            } else {
                ages.add(age.intValue());
            }
        });
        if (node.isArray() && node.isEmpty()) {
            errors.add(new FieldError("persons", "Angiv mindst én person med alder."));
        }
        return ages;
    }

    private static List<String> words(String name, JsonNode node, List<FieldError> errors) {
        List<String> words = new ArrayList<>();
        if (!absent(node)) {
            each(name, node, "en liste af varer, f.eks. [\"koeleskab\"]", errors, (field, word) -> {
                if (word.isTextual()) {
                    words.add(word.textValue());
                } else {
                    errors.add(new FieldError(field, "Skriv varen som en tekst, f.eks. \"koeleskab\"."));
                }
            });
        }
        return words;
    }

    private static List<ExtraModule> extras(JsonNode node, List<FieldError> errors) {
        List<ExtraModule> extras = new ArrayList<>();
        if (!absent(node)) {
            String example = "en liste, f.eks. [{\"item\": \"cykel-med-barnestol\", \"reason\": \"…\"}]";
            each("extraModules", node, example, errors, (field, extra) -> {
                JsonNode item = extra.path("item");
                JsonNode reason = extra.path("reason");
                if (!item.isTextual()) {
                    errors.add(new FieldError(field + ".item", "Skriv det ekstra modul som en tekst."));
                } else if (!absent(reason) && !reason.isTextual()) {
                    errors.add(new FieldError(field + ".reason", "Skriv begrundelsen som en tekst."));
                } else {
                    extras.add(new ExtraModule(item.textValue(), absent(reason) ? "" : reason.textValue()));
                }
            });
        }
        return extras;
    }

    private static void each(
            String name, JsonNode node, String wanted, List<FieldError> errors, BiConsumer<String, JsonNode> entry) {
        if (!node.isArray()) {
            errors.add(new FieldError(name, "Skriv " + name + " som " + wanted + "."));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            entry.accept(name + "[" + i + "]", node.get(i));
        }
    }
}
