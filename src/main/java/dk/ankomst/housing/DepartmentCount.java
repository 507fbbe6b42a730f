package dk.ankomst.housing;

import org.jspecify.annotations.Nullable;

/**
 * How far the municipality has used its right in a department (boligafdeling) of a housing organisation.
 *
 * @param vacancies vacancies that the department has reported
 * @param every the municipality may assign every so many of them; null when the table does not say
 * @param used dwellings it took by that right
 */
public record DepartmentCount(
        String department, int vacancies, @Nullable Integer every, int used) {

    /** How many more the municipality may take now. */
    public int left() {
        return every == null ? 0 : Math.max(0, vacancies / every - used);
    }

    /** How many more vacancies there must be until the next one is the municipality's; null when nobody can say. */
    public @Nullable Integer untilNext() {
        if (every == null) {
            return null;
        }
        return left() > 0 ? 0 : (used + 1) * every - vacancies;
    }
}
