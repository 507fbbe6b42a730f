package dk.ankomst.workflow.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the models that came with the program. */
final class PackagedModels {

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form");

    private PackagedModels() {}

    /**
     * Reads all packaged models, sorted by file name.
     *
     * @throws ModelRefused when two folders hold a file of the same name: the engine knows bare names only
     */
    static List<PackagedModel> read(ResourcePatternResolver resources) {
        Map<String, PackagedModel> models = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resources.getResources(pattern)) {
                    PackagedModel model = read(resource);
                    PackagedModel other = models.put(model.file(), model);
                    if (other != null) {
                        throw new ModelRefused(
                                "Der er to modeller med filnavnet " + model.file() + ".",
                                "Giv den ene et andet navn og id; motoren kender kun filnavnet, ikke mappen.");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(models.values());
    }

    private static PackagedModel read(Resource resource) throws IOException {
        @Nullable String file = resource.getFilename();
        if (file == null) {
            throw new IllegalStateException("A model without a name: " + resource);
        }
        try (InputStream in = resource.getInputStream()) {
            return PackagedModel.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
