package dk.ankomst.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.Problem;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Says in Danish why a request about a case was not carried out; for controllers that are marked so. */
@RestControllerAdvice(annotations = AnswersAboutCases.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseApiAdvice {

    private static final Pattern DOUBLED = Pattern.compile("Duplicate field '([^']{1,80})'");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        Matcher doubled = DOUBLED.matcher(String.valueOf(e.getMessage()));
        if (doubled.find()) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "Oplysningerne kan ikke bruges",
                    new FieldError(doubled.group(1), "Feltet står to gange. Fjern det ene."));
        }
        if (cause instanceof MismatchedInputException mismatch
                && mismatch.getPath().isEmpty()) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "Oplysningerne kan ikke bruges",
                    new FieldError(
                            "",
                            String.valueOf(mismatch.getMessage()).startsWith("Trailing token")
                                    ? "Der står mere efter JSON-objektet. Fjern det, der følger efter den sidste }."
                                    : "Send oplysningerne som ét JSON-objekt, { ... }. Felterne er beskrevet i"
                                            + " /v3/api-docs."));
        }
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "Oplysningerne kan ikke bruges",
                    new FieldError(field(mapping), whatToWrite(mapping)));
        }
        if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "Indholdet er ikke gyldig JSON",
                    new FieldError(
                            "",
                            "Indholdet er ikke gyldig JSON. Fejlen står ved linje "
                                    + json.getLocation().getLineNr() + ", tegn "
                                    + json.getLocation().getColumnNr() + "."));
        }
        return refusal(
                HttpStatus.BAD_REQUEST,
                "Anmodningen mangler indhold",
                new FieldError("", "Send oplysningerne som JSON. Felterne er beskrevet i /v3/api-docs."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchCase(CaseNotFound e) {
        return refusal(HttpStatus.NOT_FOUND, "Sagen findes ikke", new FieldError("caseNumber", sentence(e)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> closed(CaseClosed e) {
        return refusal(HttpStatus.CONFLICT, "Sagen kan ikke ændres", new FieldError("caseNumber", sentence(e)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> registeredBefore(AlreadyRegistered e) {
        return Problem.answer(
                HttpStatus.CONFLICT,
                "Sagen findes allerede",
                List.of(new FieldError("externalReference", sentence(e))),
                URI.create("/sager/" + e.caseNumber()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> sameFamily(SameFamily e) {
        return Problem.answer(
                HttpStatus.CONFLICT,
                "Familien har måske allerede en sag",
                List.of(new FieldError(SameFamily.FIELD, sentence(e))),
                URI.create("/sager/" + e.caseNumber()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableForm(MultipartException e) {
        return refusal(
                HttpStatus.BAD_REQUEST,
                "Filen kan ikke læses",
                new FieldError(
                        "file",
                        "Filen er for stor, blev afbrudt undervejs eller er sendt uden boundary. Send højst 1 MB ad gangen."));
    }

    private static ResponseEntity<ProblemDetail> refusal(HttpStatus status, String title, FieldError error) {
        return Problem.answer(status, title, List.of(error));
    }

    private static String sentence(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }

    /** The path of the value as the sender wrote it, e.g. {@code members[1].birthDate}. */
    private static String field(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String whatToWrite(JsonMappingException e) {
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (target == Boolean.class || target == boolean.class) {
            return "Skriv true eller false uden anførselstegn.";
        }
        if (target == String.class) {
            return "Skriv værdien som én tekst i anførselstegn.";
        }
        if (target != null && List.class.isAssignableFrom(target)) {
            return "Skriv værdien som en liste i kantede parenteser.";
        }
        return "Værdien passer ikke til feltet. Se beskrivelsen i /v3/api-docs.";
    }
}
