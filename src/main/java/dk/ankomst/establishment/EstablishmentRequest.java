package dk.ankomst.establishment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal of establishment support is made from. Items are codes of {@code etableringspakke} ({@code koeleskab})
 * or the names shown for them ({@code køleskab}).
 *
 * @param packageId the package, e.g. {@code silkeborg}; null for the municipality's own
 * @param ages the age in whole years of every person in the household
 * @param missing what the dwelling lacks
 * @param belongings what the family brings; an item named twice is brought twice
 * @param conditions what the caseworker finds relevant to this family, among the package's conditional lines
 * @param extraModules what is granted in rare cases, each with the reason
 */
public record EstablishmentRequest(
        @Nullable String packageId,
        List<Integer> ages,
        List<String> missing,
        List<String> belongings,
        List<String> conditions,
        List<ExtraModule> extraModules) {

    /** An exceptional grant and the reason for it. */
    public record ExtraModule(String item, String reason) {}

    public EstablishmentRequest {
        ages = List.copyOf(ages);
        missing = List.copyOf(missing);
        belongings = List.copyOf(belongings);
        conditions = List.copyOf(conditions);
        extraModules = List.copyOf(extraModules);
    }
}
