package dk.ankomst.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Records every answer about one case, to people and to programs: those whose address has a case number. It is recorded
 * before anything is shown, so that nobody sees what cannot be recorded; a refusal is no look.
 */
@ControllerAdvice
class CaseLookRecorder implements HandlerInterceptor, WebMvcConfigurer, ResponseBodyAdvice<Object> {

    /** What controllers call the case number in their addresses. */
    private static final String CASE_NUMBER = "caseNumber";

    /** What htmx sends with the request for a part of a page. */
    private static final String PART_OF_A_PAGE = "HX-Request";

    private final CaseLooks looks;

    CaseLookRecorder(CaseLooks looks) {
        this.looks = looks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String view = page == null ? null : page.getViewName();
        if (view != null && !view.startsWith("redirect:")) {
            record(request);
        }
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail)
                && request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse told
                && told.getServletResponse().getStatus() < HttpStatus.MULTIPLE_CHOICES.value()) {
            record(asked.getServletRequest());
        }
        return body;
    }

    private void record(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && named.get(CASE_NUMBER) instanceof String caseNumber) {
            String page =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (request.getHeader(PART_OF_A_PAGE) == null) {
                looks.record(caseNumber, page);
            } else {
                looks.recordPart(caseNumber, page);
            }
        }
    }
}
