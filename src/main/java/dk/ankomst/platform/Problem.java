package dk.ankomst.platform;

import dk.ankomst.platform.InputRefused.FieldError;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Every refusal to a program has one shape, {@code application/problem+json} (RFC 9457): {@code type}, {@code title},
 * {@code status}, {@code instance} and {@code errors}, a Danish sentence per field.
 */
public final class Problem {

    private Problem() {}

    /** The answer to a request that was not carried out. */
    public static ResponseEntity<ProblemDetail> answer(HttpStatus status, String title, List<FieldError> errors) {
        return answer(status, title, errors, null);
    }

    /** The answer with the address of what the request ran into. */
    public static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String title, List<FieldError> errors, @Nullable URI location) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setProperty("errors", errors);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (location != null) {
            answer.location(location);
        }
        return answer.body(problem);
    }
}
