package dk.ankomst.workflow.guard;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dk.ankomst.platform.InputRefused;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.JsonMappingExceptionHandler;
import org.camunda.bpm.engine.rest.exception.JsonParseExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a refusal reach the reader as it was written. The engine's REST layer would answer 500 for some calls and put
 * English and the task's id before the sentence, which Tasklist shows to staff as it stands.
 */
@Configuration(proxyBeanMethods = false)
class RestRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(RestRefusals.class);

    /** Both REST applications, the public one and that of the web applications, take their handlers from this one set. */
    @Bean
    static BeanFactoryPostProcessor refusalHandlers() {
        return beans -> {
            Set<Class<?>> providers = CamundaRestResources.getConfigurationClasses();
            providers.removeAll(Set.of(
                    RestExceptionHandler.class,
                    ProcessEngineExceptionHandler.class,
                    JsonMappingExceptionHandler.class,
                    JsonParseExceptionHandler.class,
                    ExceptionHandler.class));
            providers.addAll(Set.of(
                    OfRest.class,
                    OfEngine.class,
                    OfJsonMapping.class,
                    OfMismatch.class,
                    OfJsonParsing.class,
                    OfJsonEnd.class,
                    OfAnything.class));
        };
    }

    private static Response answer(Throwable thrown, @Nullable HttpServletRequest request) {
        InputRefused refused = Refusals.in(thrown);
        if (refused != null) {
            return badRequest(Objects.toString(refused.getMessage(), ""), refused.errors());
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormFieldValidationException unusable && unusable.getMessage() != null) {
                return badRequest(unusable.getMessage(), List.of());
            }
            // The engine has no type of its own for this.
            if ("Password does not match policy".equals(cause.getMessage())) {
                return badRequest("Adgangskoden skal have mindst 12 tegn. Vælg en længere.", List.of());
            }
        }
        ExceptionHandlerHelper engine = ExceptionHandlerHelper.getInstance();
        EngineSentences.Told told = EngineSentences.told(thrown, engine.getStatus(thrown), isForPeople(request));
        ExceptionDto body = engine.fromException(thrown);
        if (told.sentence() != null) {
            body.setMessage(told.sentence());
        }
        if (told.status() >= 500) {
            LOG.warn("An answer of the engine's REST failed", thrown);
        }
        return Response.status(told.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** Tasklist shows the answer as it stands; a program is helped by the engine's own words, so those stay for the rest. */
    private static boolean isForPeople(@Nullable HttpServletRequest request) {
        return request != null && request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    private static Response badRequest(String message, List<InputRefused.FieldError> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "InputRefused");
        body.put("message", message);
        body.put("errors", errors);
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** Answers every kind of failure alike; a kind needs a class of its own, as the REST framework finds it by its type. */
    abstract static class Answering<T extends Throwable> implements ExceptionMapper<T> {

        @Context
        private @Nullable HttpServletRequest request;

        @Override
        public Response toResponse(T thrown) {
            return answer(thrown, request);
        }
    }

    /** For what the REST resources themselves wrapped. */
    @Provider
    public static class OfRest extends Answering<RestException> {}

    /** For what comes straight from the engine. */
    @Provider
    public static class OfEngine extends Answering<ProcessEngineException> {}

    /** For a body whose JSON does not fit; Jackson brings mappers of its own, which the more special ones go before. */
    @Provider
    @Priority(1)
    public static class OfJsonMapping extends Answering<JsonMappingException> {}

    /** For a body that holds something else than is asked for. */
    @Provider
    @Priority(1)
    public static class OfMismatch extends Answering<MismatchedInputException> {}

    /** For a body that is no JSON. */
    @Provider
    @Priority(1)
    public static class OfJsonParsing extends Answering<JsonParseException> {}

    /** For a body that breaks off. */
    @Provider
    @Priority(1)
    public static class OfJsonEnd extends Answering<JsonEOFException> {}

    /** For everything else. */
    @Provider
    public static class OfAnything extends Answering<Throwable> {}
}
