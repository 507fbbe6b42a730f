package dk.ankomst.board;

import dk.ankomst.cases.CaseAccess;
import dk.ankomst.forms.CaseNotes;
import dk.ankomst.platform.StaffGroup;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may see and do what on the pages; the groups are those of the identity service. */
final class Access {

    /** Expression for {@code @PreAuthorize}: everybody who works with families, the leader, and the auditor, who only reads. */
    static final String MAY_READ =
            "hasAnyAuthority('GROUP_koordinator', 'GROUP_jobcenter', 'GROUP_ydelse', 'GROUP_bolig',"
                    + " 'GROUP_sundhed', 'GROUP_sprogcenter', 'GROUP_skole', 'GROUP_boern-familie', 'GROUP_social-handicap',"
                    + " 'GROUP_frivilligkoordinator', 'GROUP_borgerservice', 'GROUP_leder', 'GROUP_revisor')";

    /** Expression for {@code @PreAuthorize}: those who may change a case's dates and members. */
    static final String MAY_CHANGE = "hasAnyAuthority('GROUP_koordinator', 'GROUP_leder')";

    /** Expression for {@code @PreAuthorize}: who decides whether newer rules reach a running case. */
    static final String MAY_DECIDE_RULES = "hasAuthority('GROUP_leder')";

    /** Expression for {@code @PreAuthorize}: who judges a missed deadline. */
    static final String MAY_JUDGE = "hasAuthority('GROUP_leder')";

    /** Expression for {@code @PreAuthorize}: who decides that, and who looks over it. */
    static final String MAY_SEE_RULE_OFFERS = "hasAnyAuthority('GROUP_leder', 'GROUP_revisor')";

    /** Expression for {@code @PreAuthorize}: those who answer what the establishment package leaves open. */
    static final String MAY_ESTABLISH = "hasAnyAuthority('GROUP_koordinator', 'GROUP_ydelse', 'GROUP_bolig')";

    /** Expression for {@code @PreAuthorize}: those who answer, and those who look over it. */
    static final String MAY_READ_ESTABLISHMENT =
            "hasAnyAuthority('GROUP_koordinator', 'GROUP_ydelse', 'GROUP_bolig', 'GROUP_leder', 'GROUP_revisor')";

    /** Expression for {@code @PreAuthorize}: who keeps the registers of volunteers and associations. */
    static final String MAY_KEEP_VOLUNTEERS = "hasAuthority('GROUP_frivilligkoordinator')";

    /** Expression for {@code @PreAuthorize}: who keeps the registers, and those who look over it; names and contacts stay there. */
    static final String MAY_READ_VOLUNTEERS =
            "hasAnyAuthority('GROUP_frivilligkoordinator', 'GROUP_leder', 'GROUP_revisor')";

    /** Expression for {@code @PreAuthorize}: who sees which volunteer follows a family. */
    static final String MAY_READ_MATCH =
            "hasAnyAuthority('GROUP_frivilligkoordinator', 'GROUP_koordinator', 'GROUP_leder', 'GROUP_revisor')";

    /** The group behind {@link #MAY_KEEP_VOLUNTEERS}. */
    static final Set<String> VOLUNTEER_KEEPERS = Set.of("frivilligkoordinator");

    /** The groups behind {@link #MAY_READ_VOLUNTEERS}. */
    static final Set<String> VOLUNTEER_READERS = Set.of("frivilligkoordinator", "leder", "revisor");

    /** The groups behind {@link #MAY_READ_MATCH}. */
    static final Set<String> MATCH_READERS = Set.of("frivilligkoordinator", "koordinator", "leder", "revisor");

    /** Expression for {@code @PreAuthorize}: those who keep the register of dwellings and give families dwellings. */
    static final String MAY_HOUSE = "hasAnyAuthority('GROUP_koordinator', 'GROUP_bolig')";

    /** Expression for {@code @PreAuthorize}: those who give families dwellings, depend on it, or look over it. */
    static final String MAY_READ_HOUSING =
            "hasAnyAuthority('GROUP_koordinator', 'GROUP_ydelse', 'GROUP_bolig', 'GROUP_boern-familie',"
                    + " 'GROUP_borgerservice', 'GROUP_frivilligkoordinator', 'GROUP_leder', 'GROUP_revisor')";

    /** The groups behind {@link #MAY_READ}. */
    static final Set<String> READERS =
            StaffGroup.of(StaffGroup.Kind.DEPARTMENT, StaffGroup.Kind.LEADER, StaffGroup.Kind.AUDITOR).stream()
                    .map(StaffGroup::id)
                    .collect(Collectors.toUnmodifiableSet());

    /** The groups behind {@link #MAY_CHANGE}. */
    static final Set<String> CHANGERS = Set.of("koordinator", "leder");

    /** The groups behind {@link #MAY_ESTABLISH}. */
    static final Set<String> ESTABLISHERS = Set.of("koordinator", "ydelse", "bolig");

    /** The groups behind {@link #MAY_READ_ESTABLISHMENT}. */
    static final Set<String> ESTABLISHMENT_READERS = Set.of("koordinator", "ydelse", "bolig", "leder", "revisor");

    /** The groups behind {@link #MAY_HOUSE}. */
    static final Set<String> HOUSERS = Set.of("koordinator", "bolig");

    /** The groups behind {@link #MAY_READ_HOUSING}. */
    static final Set<String> HOUSING_READERS = Set.of(
            "koordinator",
            "ydelse",
            "bolig",
            "boern-familie",
            "borgerservice",
            "frivilligkoordinator",
            "leder",
            "revisor");

    /** Those who take in new families. */
    static final Set<String> INTAKE = Set.of("koordinator", "leder");

    /** Those who have tasks of their own or look over those of others. */
    static final Set<String> TASK_WORKERS = READERS;

    /** Expression for {@code @PreAuthorize}: those who have tasks of their own, or give them to others. */
    static final String MAY_MOVE_TASKS =
            "hasAnyAuthority('GROUP_koordinator', 'GROUP_jobcenter', 'GROUP_ydelse', 'GROUP_bolig',"
                    + " 'GROUP_sundhed', 'GROUP_sprogcenter', 'GROUP_skole', 'GROUP_boern-familie', 'GROUP_social-handicap',"
                    + " 'GROUP_frivilligkoordinator', 'GROUP_borgerservice', 'GROUP_leder')";

    /** The groups behind {@link #MAY_MOVE_TASKS}. */
    static final Set<String> MOVERS = StaffGroup.of(StaffGroup.Kind.DEPARTMENT, StaffGroup.Kind.LEADER).stream()
            .map(StaffGroup::id)
            .collect(Collectors.toUnmodifiableSet());

    /** Those whom the task list shows the tasks of every department. */
    static final Set<String> ALL_TASKS_READERS = Set.of("leder", "revisor");

    /** Those who look at the running models in Cockpit; none of them can change a case there. */
    static final Set<String> COCKPIT_READERS = Set.of("drift", "procesejer", "revisor");

    /** Needs that touch health and children are shown to those who act on them, not to every department. */
    static final Set<String> NEEDS_READERS =
            CaseAccess.NEEDS_READERS.stream().map(StaffGroup::id).collect(Collectors.toUnmodifiableSet());

    /** Expression for {@code @PreAuthorize}: who looks over what others have looked at. */
    static final String MAY_SEE_LOOKS = "hasAnyAuthority('GROUP_leder', 'GROUP_revisor')";

    /** The groups behind {@link #MAY_SEE_LOOKS}. */
    static final Set<String> LOOK_READERS = Set.of("leder", "revisor");

    /** Those who read what every department has written in its tasks. */
    private static final Set<String> ALL_NOTES_READERS = Set.of("koordinator", "leder");

    /** Departments whose notes the auditor does not read either: they tell of health and children. */
    private static final Set<String> NEEDS_DEPARTMENTS = Set.of("sundhed", "social-handicap", "boern-familie");

    /**
     * Whether a member of the groups may read a note that others have written.
     *
     * @param readers as {@link dk.ankomst.forms.CaseNotes.Note#readers} names them
     */
    static boolean mayReadNote(String readers, Set<String> groups) {
        return switch (readers) {
            case CaseNotes.EVERYBODY -> true;
            case CaseNotes.NEEDS -> !Collections.disjoint(groups, NEEDS_READERS);
            default ->
                groups.contains(readers)
                        || !Collections.disjoint(groups, ALL_NOTES_READERS)
                        || (groups.contains("revisor") && !NEEDS_DEPARTMENTS.contains(readers));
        };
    }

    /** Tables whose result tells of a family's health or children; a task in which people decide says so in its model. */
    static final Set<String> SENSITIVE_DECISIONS =
            Set.of("helbredsspor", "behov-for-tvaerfaglig-indsats", "moededeltagere");

    private Access() {}
}
