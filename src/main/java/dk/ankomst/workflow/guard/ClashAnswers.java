package dk.ankomst.workflow.guard;

import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers who clashed with somebody else in our own pages and API: 409 and what to do, never what the database said. */
@ControllerAdvice
@Order(0)
class ClashAnswers {

    /** Thrown on when it is no clash, so that it is logged and answered as any fault. */
    @ExceptionHandler({ProcessEngineException.class, DataAccessException.class, TransactionException.class})
    Object answer(RuntimeException thrown, HttpServletRequest request, HttpServletResponse response) {
        Clash clash = Clash.in(thrown);
        if (clash == null) {
            throw thrown;
        }
        String sentence = clash == Clash.BUSY
                ? clash.sentence()
                : "En anden har ændret sagen i mellemtiden. Hent den igen, og prøv så igen.";
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return Problem.answer(
                    HttpStatus.CONFLICT,
                    clash == Clash.BUSY ? "Sagen er optaget" : "Sagen er ændret imens",
                    List.of(new FieldError("", sentence)));
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        ModelAndView page = new ModelAndView("error/409");
        page.addObject("clash", sentence);
        return page;
    }
}
