package dk.ankomst.establishment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people call packages and modules, as the models say it; a code that no model names is shown as it is.
 *
 * @param packages the names of packages by their ids
 * @param modules the names of modules by their codes
 */
public record PackageNames(Map<String, String> packages, Map<String, String> modules) {

    /** The column of {@code etableringspakke} that holds a module's name; a table without it names none. */
    private static final String MODULE_NAME = "modulnavn";

    public PackageNames {
        packages = Map.copyOf(packages);
        modules = Map.copyOf(modules);
    }

    static PackageNames of(Map<String, String> packages, List<PackageRules.PackageRule> rules) {
        Map<String, String> modules = new HashMap<>();
        for (PackageRules.PackageRule rule : rules) {
            String name = rule.row().text(MODULE_NAME);
            if (name != null) {
                modules.putIfAbsent(rule.row().requiredText("modul"), name);
            }
        }
        return new PackageNames(packages, modules);
    }

    /** {@code Aabenraa} for {@code aabenraa}. */
    public String ofPackage(String id) {
        return packages.getOrDefault(id, id);
    }

    /** {@code møbler} for {@code moebler}. */
    public String ofModule(String code) {
        return modules.getOrDefault(code, code);
    }
}
