package dk.ankomst.establishment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packages and items that the table knows; a process owner's new rows are known as soon as they are deployed. */
record ItemCatalogue(Set<String> packages, Map<String, String> names, Map<String, String> codeByWord) {

    /** Stands for a word that is the name of several items, so that it means none of them. */
    private static final String AMBIGUOUS = "";

    static ItemCatalogue of(List<PackageRules.PackageRule> rules) {
        Set<String> packages = new TreeSet<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (PackageRules.PackageRule rule : rules) {
            packages.addAll(rule.packages());
            names.putIfAbsent(rule.row().requiredText("vare"), rule.row().requiredText("varenavn"));
        }
        Map<String, String> codeByWord = new LinkedHashMap<>();
        for (PackageRules.PackageRule rule : rules) {
            String code = rule.row().requiredText("vare");
            codeByWord.merge(word(rule.row().requiredText("varenavn")), code, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
        }
        names.keySet().forEach(code -> codeByWord.put(word(code), code));
        return new ItemCatalogue(packages, names, codeByWord);
    }

    /** The code of an item given by its code or by a name shown for it; null when it is neither. */
    @Nullable
    String code(String word) {
        String code = codeByWord.get(word(word));
        return AMBIGUOUS.equals(code) ? null : code;
    }

    /** The package given by its id or by the municipality's name; null when there is none. */
    @Nullable
    String packageId(String word) {
        String wanted = word(word);
        return packages.stream()
                .filter(id -> word(id).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    String listOfPackages() {
        return packages.stream().collect(Collectors.joining(", "));
    }

    private static String word(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
