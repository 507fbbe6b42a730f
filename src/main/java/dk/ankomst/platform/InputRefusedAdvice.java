package dk.ankomst.platform;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refused input to the REST controllers with 400. Pages are not touched: they show the sentences beside their fields. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class InputRefusedAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(InputRefused refused) {
        return Problem.answer(HttpStatus.BAD_REQUEST, "Oplysningerne kan ikke bruges, som de er", refused.errors());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return Problem.answer(
                HttpStatus.BAD_REQUEST,
                "Indholdet kan ikke læses",
                List.of(new InputRefused.FieldError(
                        "", "Send indholdet som gyldig JSON med de felter, der er beskrevet i /v3/api-docs.")));
    }
}
