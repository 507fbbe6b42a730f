package dk.ankomst.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form and the questions that the rules ask of it. */
record FormFile(String path, JsonNode json) {

    /** The kinds of component that take a value. */
    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime");

    /** A component of the form, at whatever depth. */
    record Component(JsonNode json) {

        String type() {
            return json.path("type").asText("");
        }

        @Nullable
        String key() {
            return json.path("key").asText(null);
        }

        String label() {
            return json.path(type().equals("datetime") ? "dateLabel" : "label")
                    .asText("")
                    .strip();
        }

        boolean isInput() {
            return INPUTS.contains(type());
        }

        /** Where the value is kept: {@code sag}, {@code note}, or null for the engine. */
        @Nullable
        String store() {
            return json.path("properties").path("gem").asText(null);
        }

        /** How the component is called in a finding. */
        @Nullable
        String name() {
            return key() == null ? json.path("id").asText(null) : key();
        }
    }

    String id() {
        return json.path("id").asText("");
    }

    List<Component> components() {
        List<Component> found = new ArrayList<>();
        collect(json, found);
        return found;
    }

    List<Component> inputs() {
        return components().stream().filter(Component::isInput).toList();
    }

    private static void collect(JsonNode parent, List<Component> found) {
        for (JsonNode child : parent.path("components")) {
            found.add(new Component(child));
            collect(child, found);
        }
    }
}
