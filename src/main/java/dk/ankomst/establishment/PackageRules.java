package dk.ankomst.establishment;

import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Map;

/**
 * All rows of {@code etableringspakke}, whether they apply or not, and what its packages are called; the engine that holds
 * the models is outside this program.
 */
public interface PackageRules {

    /**
     * A row of the table.
     *
     * @param packages the packages that the row belongs to; empty when it belongs to every package
     * @param row the row's id and its output columns
     */
    record PackageRule(List<String> packages, RuleHit row) {

        public PackageRule {
            packages = List.copyOf(packages);
        }

        boolean belongsTo(String packageId) {
            return packages.isEmpty() || packages.contains(packageId);
        }
    }

    /** The rows of the newest version, in the order of the table. */
    List<PackageRule> all();

    /** The names of the packages by their ids, as they are chosen between; empty when they have none. */
    Map<String, String> packageNames();
}
