package dk.ankomst.workflow.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A model that came with the program.
 *
 * @param file the bare file name, under which the engine keeps it
 * @param key the id of its process, decision or form, equal to the file name without its ending
 */
record PackagedModel(String file, Kind kind, String key, SemanticVersion version, String content) {

    enum Kind {
        PROCESS("bpmn", "process"),
        DECISION("dmn", "decision"),
        FORM("form", "");

        private final String ending;
        private final String element;

        Kind(String ending, String element) {
            this.ending = ending;
            this.element = element;
        }

        static Kind of(String file) {
            for (Kind kind : values()) {
                if (file.endsWith("." + kind.ending)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(file);
        }
    }

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    /**
     * Reads the key and the version out of a model file.
     *
     * @throws ModelRefused when the file does not hold the model that its name promises, or no version
     */
    static PackagedModel read(String file, String content) {
        Kind kind = Kind.of(file);
        String key = file.substring(0, file.lastIndexOf('.'));
        String tag = kind == Kind.FORM ? tagInForm(file, key, content) : tagInXml(file, kind, key, content);
        SemanticVersion version = SemanticVersion.parse(tag);
        if (version == null) {
            throw new ModelRefused(
                    "Modellen " + file + (tag == null ? " har ingen versionTag." : " har versionTag '" + tag + "'."),
                    "Giv den en versionTag af formen 1.0.0.");
        }
        return new PackagedModel(file, kind, key, version, content);
    }

    /** The version tag of a deployed form, which the engine keeps nowhere else; null when it has none. */
    static @Nullable String tagInForm(String content) {
        try {
            return new ObjectMapper().readTree(content).path("versionTag").asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String tagInForm(String file, String key, String content) {
        try {
            JsonNode form = new ObjectMapper().readTree(content);
            if (!key.equals(form.path("id").asText(null))) {
                throw nameless(file, key);
            }
            return form.path("versionTag").asText(null);
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage());
        }
    }

    private static @Nullable String tagInXml(String file, Kind kind, String key, String content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(content));
            boolean found = false;
            String tag = null;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && kind.element.equals(xml.getLocalName())
                        && key.equals(xml.getAttributeValue(null, "id"))) {
                    found = true;
                    tag = xml.getAttributeValue(kind == Kind.PROCESS ? CAMUNDA : CAMUNDA_DMN, "versionTag");
                }
            }
            if (!found) {
                throw nameless(file, key);
            }
            return tag;
        } catch (XMLStreamException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    private static ModelRefused nameless(String file, String key) {
        return new ModelRefused(
                "Filen " + file + " indeholder ikke en model med id '" + key + "'.",
                "Giv modellen samme id som filen, eller omdøb filen.");
    }

    private static ModelRefused unreadable(String file, @Nullable String reason) {
        return new ModelRefused(
                "Modellen " + file + " kan ikke læses: " + reason + ".", "Åbn den i Camunda Modeler og ret den.");
    }

    /** Whether the deployed text says the same; line ends and surrounding blanks differ between machines. */
    boolean sameContentAs(String deployed) {
        return normalised(content).equals(normalised(deployed));
    }

    private static String normalised(String text) {
        return text.replace("\r\n", "\n").replace("\uFEFF", "").strip();
    }
}
