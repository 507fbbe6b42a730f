package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code nabohoering}. */
class NabohoeringPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    NabohoeringPathsTest() {
        super("nabohoering");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        agreesOnDates("aftaltDato", "indkaldte");
    }

    @Test
    void neighbours_who_want_to_help_are_received() {
        start();
        complete("UserTask_PlanlaegNabomoede", "nabomoedeDato", "2016-08-10");
        complete("UserTask_HoldNabomoede", "nyeFrivillige", "ja");
        complete("UserTask_TagImodFrivillige");

        walked("""
                @@neighbours_who_want_to_help_are_received@@
                """);
    }

    @Test
    void nobody_wants_to_help() {
        start();
        complete("UserTask_PlanlaegNabomoede", "nabomoedeDato", "2016-08-10");
        complete("UserTask_HoldNabomoede", "nyeFrivillige", "nej");

        walked("""
                @@nobody_wants_to_help@@
                """);
    }
}
