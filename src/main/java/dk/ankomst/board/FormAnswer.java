package dk.ankomst.board;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** The answer to a form: what was typed is carried out, or shown again with what is wrong with it. */
final class FormAnswer {

    private FormAnswer() {}

    /**
     * @param carriedOut does what the form asks for, and says where to go then
     * @param again shows the form again with what is wrong
     */
    static String of(
            HttpServletResponse response, Supplier<String> carriedOut, Function<List<FieldError>, String> again) {
        try {
            return carriedOut.get();
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return again.apply(refused.errors());
        }
    }
}
