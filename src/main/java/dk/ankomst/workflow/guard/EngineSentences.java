package dk.ankomst.workflow.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import dk.ankomst.security.TaskTaken;
import jakarta.ws.rs.WebApplicationException;
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
            "Det, du ville arbejde med, findes ikke længere. Genindlæs siden for at se, hvad der er nu.";
    private static final String TASK_GONE =
            "Opgaven findes ikke længere. Den er løst eller faldet bort imens. Se sagens historik.";

    /** By these words Tasklist knows that a task is gone: it says so in its own and closes it. */
    private static final String TASKLIST_KNOWS = "task is null";

    private static final String UNREADABLE =
            "Det, der blev sendt, kan ikke læses, og intet er gemt. Send ét JSON-objekt, "
                    + "og hver værdi som tekst, tal eller ja/nej uden en type, der ikke passer til den.";
    private static final String UNUSABLE =
            "Systemet kunne ikke bruge det, der blev sendt, og intet er gemt. Genindlæs siden, og prøv igen.";
    private static final String BROKEN =
            "Der skete en fejl i systemet, og intet er gemt. Prøv igen om lidt. Sker det igen, så fortæl jeres "
                    + "driftsansvarlige, hvad du gjorde, og hvornår det skete.";

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

    /**
     * What the reader is told instead of the engine's words.
     *
     * @param status of the answer, where the engine's own would mislead
     * @param sentence null where the engine's words stay
     */
    record Told(int status, @Nullable String sentence) {}

    /**
     * What to answer.
     *
     * @param status what the engine's REST layer would answer
     * @param forPeople whether the answer is shown to people as it stands; else a program reads it, which is helped by the
     *     engine's own words about what it sent
     */
    static Told told(Throwable thrown, StatusType status, boolean forPeople) {
        AuthorizationException denied = find(thrown, AuthorizationException.class);
        if (denied != null) {
            return new Told(403, denied(denied));
        }
        if (find(thrown, TaskAlreadyClaimedException.class) != null) {
            return new Told(
                    409, "Opgaven er overtaget af en anden imens. Genindlæs siden for at se, hvem der har den.");
        }
        Clash clash = Clash.in(thrown);
        if (clash != null) {
            return new Told(409, clash.sentence());
        }
        if (isTaskGone(thrown)) {
            return new Told(404, forPeople ? TASK_GONE + " (" + TASKLIST_KNOWS + ")" : TASK_GONE);
        }
        if (isUnreadable(thrown)) {
            return new Told(400, UNREADABLE);
        }
        if (thrown instanceof WebApplicationException) {
            return new Told(status.getStatusCode(), ofAddress(status));
        }
        if (find(thrown, NullValueException.class) != null && status.getFamily() == Family.SERVER_ERROR) {
            return new Told(404, GONE);
        }
        if (status.getFamily() == Family.SERVER_ERROR) {
            return new Told(status.getStatusCode(), BROKEN);
        }
        return new Told(status.getStatusCode(), forPeople ? status.getStatusCode() == 404 ? GONE : UNUSABLE : null);
    }

    private static boolean isTaskGone(Throwable thrown) {
        String message = Objects.toString(thrown.getMessage(), "");
        return message.contains(TASKLIST_KNOWS) || message.contains("No matching task with id");
    }

    /** What was sent is no JSON, or not the JSON that the address takes; the REST layer falls over the last of them. */
    private static boolean isUnreadable(Throwable thrown) {
        String message = Objects.toString(thrown.getMessage(), "");
        StackTraceElement[] stack = thrown.getStackTrace();
        return find(thrown, JsonProcessingException.class) != null
                || message.contains("Unsupported value type")
                || message.contains("Cannot convert value")
                || message.contains("Must provide 'null' or String value")
                || (thrown instanceof NullPointerException
                        && stack.length > 0
                        && stack[0].getClassName().startsWith("org.camunda.bpm.engine.rest."));
    }

    private static String ofAddress(StatusType status) {
        return switch (status.getStatusCode()) {
            case 404 -> "Adressen findes ikke. Kontrollér den.";
            case 405 -> "Adressen kan ikke bruges på den måde. Brug en af de metoder, der står i Allow.";
            case 406 -> "Svaret kan ikke gives i det format, der blev bedt om. Bed om application/json.";
            case 415 -> "Indholdet skal være JSON. Send det med Content-Type application/json.";
            default -> status.getFamily() == Family.SERVER_ERROR ? BROKEN : UNUSABLE;
        };
    }

    private static String denied(AuthorizationException denied) {
        if (denied instanceof TaskTaken || denied instanceof NotForPeople) {
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
