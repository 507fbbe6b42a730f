package dk.ankomst.workflow.guard;

import dk.ankomst.security.TaskTaken;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/** What the engine itself refuses, in the words of those who read it: what is wrong and what to do, without ids. */
final class EngineSentences {

    private static final String ASK = " Spørg din leder, hvis du mener, at du skal kunne det.";
    private static final String GONE =
            "Det, du ville arbejde med, findes ikke længere. En opgave kan være afsluttet af en anden imens. "
                    + "Genindlæs siden.";

    /** The engine's names of what it guards, in the plural as staff say it. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("Task", "opgaver"),
            Map.entry("ProcessDefinition", "forløb"),
            Map.entry("ProcessInstance", "forløb"),
            Map.entry("DecisionDefinition", "regeltabeller"),
            Map.entry("Deployment", "modeller"),
            Map.entry("Filter", "filtre"),
            Map.entry("User", "brugere"),
            Map.entry("Group", "afdelinger"),
            Map.entry("GroupMembership", "afdelingernes medlemmer"),
            Map.entry("Authorization", "rettigheder"),
            Map.entry("Application", "dette program"));

    /** The engine's names of permissions, as what a person wants to do. */
    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("READ", "se"),
            Map.entry("READ_TASK", "se"),
            Map.entry("READ_INSTANCE", "se"),
            Map.entry("READ_HISTORY", "se historikken for"),
            Map.entry("READ_VARIABLE", "se oplysningerne på"),
            Map.entry("READ_TASK_VARIABLE", "se oplysningerne på"),
            Map.entry("READ_INSTANCE_VARIABLE", "se oplysningerne på"),
            Map.entry("UPDATE", "ændre"),
            Map.entry("UPDATE_TASK", "ændre"),
            Map.entry("UPDATE_INSTANCE", "ændre"),
            Map.entry("UPDATE_VARIABLE", "ændre oplysningerne på"),
            Map.entry("UPDATE_TASK_VARIABLE", "ændre oplysningerne på"),
            Map.entry("UPDATE_INSTANCE_VARIABLE", "ændre oplysningerne på"),
            Map.entry("CREATE", "oprette"),
            Map.entry("CREATE_INSTANCE", "begynde"),
            Map.entry("DELETE", "slette"),
            Map.entry("DELETE_INSTANCE", "slette"),
            Map.entry("TASK_ASSIGN", "give andre"),
            Map.entry("TASK_WORK", "løse"),
            Map.entry("RETRY_JOB", "køre trin igen i"),
            Map.entry("ACCESS", "bruge"));

    /** What a department may do with its own tasks. */
    private static final Set<String> OWN_TASK_ONLY = Set.of("READ", "READ_VARIABLE", "TASK_WORK");

    private EngineSentences() {}

    /** A sentence for what no reader, person or program, is helped by in the engine's words; null for everything else. */
    static @Nullable String forEveryone(Throwable thrown) {
        AuthorizationException denied = find(thrown, AuthorizationException.class);
        return denied == null ? null : denied(denied);
    }

    /**
     * A sentence for whatever was refused or went wrong; null for a task that is gone, which Tasklist knows by the engine's
     * words and tells in its own.
     */
    static @Nullable String forPeople(Throwable thrown, StatusType status) {
        String everyone = forEveryone(thrown);
        if (everyone != null) {
            return everyone;
        }
        String message = Objects.toString(thrown.getMessage(), "");
        if (message.contains("task is null") || message.contains("No matching task")) {
            return null;
        }
        if (find(thrown, TaskAlreadyClaimedException.class) != null) {
            return "Opgaven er overtaget af en anden imens. Genindlæs siden for at se, hvem der har den.";
        }
        if (Refusals.isCollision(thrown)) {
            return "En anden arbejdede med det samme på samme tid, og intet er gemt. Genindlæs siden, og prøv igen.";
        }
        if (status.getStatusCode() == 404 || find(thrown, NullValueException.class) != null) {
            return GONE;
        }
        if (status.getFamily() == Family.SERVER_ERROR) {
            return "Der skete en fejl i systemet, og intet er gemt. Prøv igen om lidt. Sker det igen, så fortæl jeres "
                    + "driftsansvarlige, hvad du gjorde, og hvornår det skete.";
        }
        return "Systemet kunne ikke bruge det, der blev sendt, og intet er gemt. Genindlæs siden, og prøv igen.";
    }

    private static String denied(AuthorizationException denied) {
        if (denied instanceof TaskTaken) {
            return Objects.toString(denied.getMessage(), "Din rolle kan ikke gøre dette." + ASK);
        }
        if (denied.getMissingAuthorizations().isEmpty()) {
            return "Din rolle kan ikke gøre dette." + ASK;
        }
        MissingAuthorization missing = denied.getMissingAuthorizations().get(0);
        String act = ACTS.get(missing.getViolatedPermissionName());
        String thing = THINGS.get(missing.getResourceType());
        if (act == null || thing == null) {
            return "Din rolle kan ikke gøre dette." + ASK;
        }
        // Everybody sees and does tasks; what is missing is that this one belongs to the reader's department.
        boolean isOthers =
                OWN_TASK_ONLY.contains(missing.getViolatedPermissionName()) && "Task".equals(missing.getResourceType());
        return "Din rolle kan ikke " + act + " " + (isOthers ? "andre afdelingers opgaver" : thing) + "." + ASK;
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> kind) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
