package dk.ankomst.security;

import java.util.Arrays;
import java.util.List;

/** The groups of the municipality; their ids are the candidate groups of the models. */
enum AccessGroup {
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
    enum Kind {
        DEPARTMENT,
        LEADER,
        PROCESS_OWNER,
        AUDITOR,
        OPERATIONS
    }

    private final String id;
    private final String danishName;
    private final Kind kind;

    AccessGroup(String id, String danishName, Kind kind) {
        this.id = id;
        this.danishName = danishName;
        this.kind = kind;
    }

    String id() {
        return id;
    }

    String danishName() {
        return danishName;
    }

    Kind kind() {
        return kind;
    }

    /** The authority that a member carries in Spring Security. */
    String authority() {
        return EngineLogin.AUTHORITY_PREFIX + id;
    }

    static List<AccessGroup> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return Arrays.stream(values())
                .filter(group -> wanted.contains(group.kind))
                .toList();
    }

    static String[] authorities(Kind... kinds) {
        return of(kinds).stream().map(AccessGroup::authority).toArray(String[]::new);
    }
}
