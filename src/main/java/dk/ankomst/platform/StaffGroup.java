package dk.ankomst.platform;

import java.util.Arrays;
import java.util.List;

/** The groups of the municipality, in the order of the organisation; their ids are the candidate groups of the models. */
public enum StaffGroup {
    KOORDINATOR("koordinator", "Koordinator", Kind.DEPARTMENT),
    JOBCENTER("jobcenter", "Jobcenter", Kind.DEPARTMENT),
    YDELSE("ydelse", "Ydelse", Kind.DEPARTMENT),
    BOLIG("bolig", "Bolig", Kind.DEPARTMENT),
    SUNDHED("sundhed", "Sundhed", Kind.DEPARTMENT),
    SPROGCENTER("sprogcenter", "Sprogcenter", Kind.DEPARTMENT),
    SKOLE("skole", "Skole og PPR", Kind.DEPARTMENT),
    BOERN_FAMILIE("boern-familie", "Børn og familie", Kind.DEPARTMENT),
    SOCIAL_HANDICAP("social-handicap", "Social og handicap", Kind.DEPARTMENT),
    FRIVILLIGKOORDINATOR("frivilligkoordinator", "Frivilligkoordinator", Kind.DEPARTMENT),
    BORGERSERVICE("borgerservice", "Borgerservice", Kind.DEPARTMENT),
    LEDER("leder", "Leder", Kind.LEADER),
    PROCESEJER("procesejer", "Procesejer", Kind.PROCESS_OWNER),
    REVISOR("revisor", "Revisor", Kind.AUDITOR),
    DRIFT("drift", "Drift", Kind.OPERATIONS);

    /** What a group is there for; its rights follow from that. */
    public enum Kind {
        DEPARTMENT,
        LEADER,
        PROCESS_OWNER,
        AUDITOR,
        OPERATIONS
    }

    /** What the authority of a group's members begins with in Spring Security. */
    public static final String AUTHORITY_PREFIX = "GROUP_";

    private final String id;
    private final String danishName;
    private final Kind kind;

    StaffGroup(String id, String danishName, Kind kind) {
        this.id = id;
        this.danishName = danishName;
        this.kind = kind;
    }

    /** Code in models and identity service, e.g. {@code boern-familie}. */
    public String id() {
        return id;
    }

    /** What staff call the group. */
    public String danishName() {
        return danishName;
    }

    public Kind kind() {
        return kind;
    }

    /** The authority that a member carries in Spring Security. */
    public String authority() {
        return AUTHORITY_PREFIX + id;
    }

    /** The groups that are there for one of these. */
    public static List<StaffGroup> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return Arrays.stream(values())
                .filter(group -> wanted.contains(group.kind))
                .toList();
    }

    /** What the members of these groups carry in Spring Security. */
    public static String[] authorities(Kind... kinds) {
        return of(kinds).stream().map(StaffGroup::authority).toArray(String[]::new);
    }
}
