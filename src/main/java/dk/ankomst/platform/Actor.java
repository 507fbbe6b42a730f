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

    /** Whether the logged-in user is a member of a group; false when no person is behind the thread. */
    public static boolean isIn(StaffGroup group) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> group.authority().equals(authority.getAuthority()));
    }

    /** Who did something, in Danish: a user's id, or words for the program itself. */
    public static String inWords(String id) {
        return SYSTEM.equals(id) ? "systemet" : id;
    }
}
