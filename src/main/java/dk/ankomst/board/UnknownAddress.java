package dk.ankomst.board;

import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers who asks for an address that does not exist, or in a way that it does not take: a person with a page, a program
 * with a problem in Danish.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddress {

    @ExceptionHandler({
        NoResourceFoundException.class,
        ResponseStatusException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        TypeMismatchException.class,
        ServletRequestBindingException.class
    })
    Object answer(Exception refused, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        if (refused instanceof ErrorResponse reason) {
            status = Objects.requireNonNullElse(
                    HttpStatus.resolve(reason.getStatusCode().value()), HttpStatus.INTERNAL_SERVER_ERROR);
            // 405 says what it takes in Allow, 415 and 406 in Accept.
            reason.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (!Programs.ask(request, request.getRequestURI())) {
            response.setStatus(status.value());
            return status == HttpStatus.NOT_FOUND ? "error/404" : "error";
        }
        if (refused instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.answer(
                    status,
                    "Det kunne ikke lade sig gøre",
                    List.of(new FieldError(
                            mismatch.getName(), "Værdien kan ikke bruges. Felterne er beskrevet i /v3/api-docs.")));
        }
        return switch (status) {
            case NOT_FOUND ->
                problem(
                        status,
                        "Adressen findes ikke",
                        "Adressen findes ikke. Adresserne er beskrevet i /v3/api-docs.");
            case METHOD_NOT_ALLOWED ->
                problem(
                        status,
                        "Metoden kan ikke bruges her",
                        "Adressen kan ikke bruges på den måde. Brug en af de metoder, der står i Allow.");
            case NOT_ACCEPTABLE ->
                problem(
                        status,
                        "Svaret kan ikke gives i det format",
                        "Svaret gives som JSON. Bed om det med Accept application/json.");
            case UNSUPPORTED_MEDIA_TYPE ->
                problem(
                        status,
                        "Indholdet skal være JSON",
                        "Send oplysningerne som JSON med Content-Type application/json.");
            default ->
                problem(
                        status,
                        "Det kunne ikke lade sig gøre",
                        "Anmodningen kan ikke bruges. Adresserne er beskrevet i /v3/api-docs.");
        };
    }

    private static Object problem(HttpStatus status, String title, String sentence) {
        return Problem.answer(status, title, List.of(new FieldError("", sentence)));
    }
}
