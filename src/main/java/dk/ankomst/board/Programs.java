package dk.ankomst.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Tells a program that asks from a person who does. */
final class Programs {

    private Programs() {}

    /**
     * Only programs ask for an address below the interfaces, and elsewhere those that want JSON and no page.
     *
     * @param address what was asked for, with the context path
     */
    static boolean ask(HttpServletRequest request, String address) {
        String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return Stream.of("/api/", "/engine-rest/", "/camunda/api/", "/v3/")
                        .anyMatch(part -> address.startsWith(request.getContextPath() + part))
                || (accept.contains("json") && !accept.contains("text/html"));
    }
}
