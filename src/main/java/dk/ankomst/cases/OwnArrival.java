package dk.ankomst.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a member comes who does not come with the rest of the family.
 *
 * @param expectedOn null while nobody knows the day
 * @param arrivedOn null while the person is still to come
 */
public record OwnArrival(
        @Nullable LocalDate expectedOn, @Nullable LocalDate arrivedOn) {

    /** Whether the person is still to come. */
    @JsonIgnore
    public boolean isAwaited() {
        return arrivedOn == null;
    }
}
