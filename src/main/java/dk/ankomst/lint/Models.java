package dk.ankomst.lint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;

/** A set of models that are checked together, because they name each other. */
public final class Models {

    /** A file that cannot be read as the model its ending promises. */
    record Unreadable(String path, String reason) {}

    private static final Pattern LINE = Pattern.compile("Line=(\\d{1,9})");
    /** The first name that a schema's complaint puts in quotation marks, without its namespace. */
    private static final Pattern NAMED = Pattern.compile("'(?:\\{\"?[^\"}]*\"?:)?([\\w.:-]+)}?'");

    private final Set<String> paths;
    private final List<ProcessFile> processes = new ArrayList<>();
    private final List<DecisionFile> decisions = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private Models(Map<String, String> files) {
        paths = Set.copyOf(files.keySet());
        new TreeMap<>(files).forEach(this::add);
    }

    /**
     * Takes models as texts.
     *
     * @param files the content by path, e.g. {@code processes/frister/frist.dmn}
     */
    public static Models of(Map<String, String> files) {
        return new Models(files);
    }

    /** Reads every BPMN, DMN and form file in the given folders of a directory. */
    public static Models read(Path directory, String... folders) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String folder : folders) {
            Path start = directory.resolve(folder);
            if (!Files.isDirectory(start)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(start)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    String path = directory.relativize(file).toString().replace('\\', '/');
                    if (path.endsWith(".bpmn") || path.endsWith(".dmn") || path.endsWith(".form")) {
                        files.put(path, Files.readString(file));
                    }
                }
            }
        }
        return new Models(files);
    }

    private void add(String path, String content) {
        try {
            if (path.endsWith(".bpmn")) {
                processes.add(new ProcessFile(path, Bpmn.readModelFromStream(stream(content))));
            } else if (path.endsWith(".dmn")) {
                decisions.add(new DecisionFile(path, content, Dmn.readModelFromStream(stream(content))));
            } else {
                JsonNode form = new ObjectMapper().readTree(content);
                if (form.isObject()) {
                    forms.add(new FormFile(path, form));
                } else {
                    unreadable.add(new Unreadable(path, "filen er ikke et JSON-objekt"));
                }
            }
        } catch (ModelException | JsonProcessingException e) {
            unreadable.add(new Unreadable(path, reason(content, e)));
        }
    }

    /** In Danish: the parsers speak English, and to programmers. */
    private static String reason(String content, Exception failure) {
        if (failure instanceof JsonProcessingException json) {
            JsonLocation place = json.getLocation();
            return "den er ikke gyldig JSON" + (place == null ? "" : at(place.getLineNr(), place.getColumnNr()));
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(content));
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            Location place = e.getLocation();
            return "den er ikke gyldig XML" + (place == null ? "" : at(place.getLineNumber(), place.getColumnNumber()));
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String complaint = String.valueOf(cause.getMessage());
        Matcher line = LINE.matcher(complaint);
        Matcher named = NAMED.matcher(complaint);
        return "den følger ikke reglerne for BPMN og DMN"
                + (line.find() ? at(Integer.parseInt(line.group(1)), 0) : "")
                + (named.find() ? "; fejlen er ved " + named.group(1) : "");
    }

    private static String at(int line, int column) {
        return line < 1 ? "" : "; se linje " + line + (column < 1 ? "" : ", kolonne " + column);
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The paths of all files, readable or not. */
    public Set<String> paths() {
        return paths;
    }

    List<ProcessFile> processes() {
        return processes;
    }

    List<DecisionFile> decisions() {
        return decisions;
    }

    List<FormFile> forms() {
        return forms;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** The ids of all processes, decisions or forms, which other models name. */
    Set<String> processIds() {
        return processes.stream().flatMap(ProcessFile::processIds).collect(Collectors.toSet());
    }

    Set<String> decisionIds() {
        return decisions.stream().flatMap(DecisionFile::decisionIds).collect(Collectors.toSet());
    }

    Set<String> formIds() {
        return forms.stream().map(FormFile::id).collect(Collectors.toSet());
    }

    /** The file's name without folder and ending. */
    static String nameOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
