package dk.ankomst.cases;

import dk.ankomst.platform.StaffGroup;
import java.util.Set;

/** Who may do what with the cases, as expressions for Spring Security; a group's authority is {@code GROUP_<id>}. */
public final class CaseAccess {

    /** The coordinator and the leader register cases and change their facts. */
    public static final String CHANGE = "hasAnyAuthority('GROUP_koordinator', 'GROUP_leder')";

    /** Everybody who works on the reception sees its cases; the auditor reads them. */
    public static final String SEE = "hasAnyAuthority('GROUP_koordinator', 'GROUP_leder', 'GROUP_revisor',"
            + " 'GROUP_jobcenter', 'GROUP_ydelse', 'GROUP_bolig', 'GROUP_sundhed', 'GROUP_sprogcenter', 'GROUP_skole',"
            + " 'GROUP_boern-familie', 'GROUP_social-handicap', 'GROUP_frivilligkoordinator', 'GROUP_borgerservice')";

    /** Needs that touch health and children are shown to those who act on them, not to every department. */
    public static final Set<StaffGroup> NEEDS_READERS = Set.of(
            StaffGroup.KOORDINATOR,
            StaffGroup.SUNDHED,
            StaffGroup.SOCIAL_HANDICAP,
            StaffGroup.BOERN_FAMILIE,
            StaffGroup.LEDER);

    private CaseAccess() {}
}
