package dk.ankomst.board;

import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The last answer to what was refused or went wrong before or after a page: a person gets a page, a program a problem, both
 * in Danish and both without a word of what is inside.
 */
@Controller
class ErrorPages implements ErrorController {

    private final Clock clock;
    private final Wording wording;

    ErrorPages(Clock clock, Wording wording) {
        this.clock = clock;
        this.wording = wording;
    }

    @RequestMapping("${server.error.path:/error}")
    Object answer(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = status(request);
        String address =
                Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        response.setStatus(status.value());
        if (Programs.ask(request, address)) {
            ResponseEntity<ProblemDetail> problem =
                    Problem.answer(status, title(status), List.of(new FieldError("", sentence(status))));
            ProblemDetail body = Objects.requireNonNull(problem.getBody());
            body.setInstance(URI.create("/" + address.replaceFirst("^/+", "")));
            return problem;
        }
        model.addAttribute("happened", wording.time(clock.instant()));
        return switch (status) {
            case FORBIDDEN -> "error/403";
            case NOT_FOUND -> "error/404";
            case CONFLICT -> "error/409";
            default -> status.is5xxServerError() ? "error/500" : "error";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        // Whoever asks for the page itself has no error.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Ingen adgang";
            case NOT_FOUND -> "Adressen findes ikke";
            default -> status.is5xxServerError() ? "Der skete en fejl" : "Det kunne ikke lade sig gøre";
        };
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Du har ikke adgang til dette.";
            case NOT_FOUND -> "Adressen findes ikke. Adresserne er beskrevet i /v3/api-docs.";
            default ->
                status.is5xxServerError()
                        ? "Det kunne ikke gøres lige nu. Prøv igen om lidt."
                        : "Anmodningen kan ikke bruges. Adresserne er beskrevet i /v3/api-docs.";
        };
    }
}
