package dk.ankomst.platform;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting on this thread. */
public final class Actor {

    /** The name under which the program itself acts: timers, start-up, clean-up. */
    public static final String SYSTEM = "ankomst-system";

    private Actor() {}

    /** The logged-in user's id, or {@link #SYSTEM} when no person is behind the thread. */
    public static String id() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || !authentication.isAuthenticated() ? SYSTEM : authentication.getName();
    }

    /** Who did something, in Danish: a user's id, or words for the program itself. */
    public static String inWords(String id) {
        return SYSTEM.equals(id) ? "systemet" : id;
    }
}
