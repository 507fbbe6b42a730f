package dk.ankomst.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the program calls by name stands in the models under that name; renaming one side alone is found here. */
class NamesInModelsTest {

    private static final List<Class<?>> PROCESSES = List.of(
            ModtagelseProcess.class,
            KoordineringsmoedeProcess.class,
            IntegrationsplanProcess.class,
            IntegrationsforloebProcess.class,
            EtableringsstoetteProcess.class);

    @TestFactory
    Stream<DynamicTest> every_name_of_a_process_stands_in_its_model_or_in_one_it_calls() throws IOException {
        String all = texts(Path.of("processes"), Path.of("forms"));
        return Stream.concat(PROCESSES.stream(), Stream.of(CaseVariables.class)).flatMap(type -> names(type).stream()
                .map(name -> DynamicTest.dynamicTest(type.getSimpleName() + " " + name, () -> assertThat(all)
                        .as("'%s' in processes/ and forms/", name)
                        .containsPattern("(?<![A-Za-z0-9_-])" + name + "(?![A-Za-z0-9_-])"))));
    }

    @TestFactory
    Stream<DynamicTest> every_process_has_its_key_and_its_own_elements_and_messages() {
        return PROCESSES.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    List<String> texts = texts(type);
                    String key = texts.get(0);
                    String model = model(key);
                    assertThat(model).contains("<bpmn:process id=\"" + key + "\"");
                    for (String name : texts.subList(1, texts.size())) {
                        boolean isElement = name.contains("_");
                        assertThat(model)
                                .as("%s in %s", name, key)
                                .containsPattern(
                                        isElement
                                                ? "<bpmn:\\w+ id=\"" + name + "\""
                                                : "<bpmn:message id=\"\\w+\" name=\"" + name + "\"");
                    }
                }));
    }

    private static String model(String key) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return Files.readString(files.filter(file -> file.endsWith(key + ".bpmn"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no process " + key)));
        }
    }

    private static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Field field : constants(type)) {
            if (value(field) instanceof Variable<?> variable) {
                names.add(variable.name());
            }
        }
        assertThat(names).as("variables of %s", type.getSimpleName()).isNotEmpty();
        return names;
    }

    /** The texts among the constants in their order; the key is the first. */
    private static List<String> texts(Class<?> type) {
        return constants(type).stream()
                .map(NamesInModelsTest::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static List<Field> constants(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String texts(Path... folders) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
