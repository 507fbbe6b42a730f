package dk.ankomst.workflow.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.springframework.beans.factory.BeanFactory;

/** The services of the program that a process names. The engine asks for them only when a case gets there. */
final class NamedServices {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression\\s*=\\s*[\"'][$#]\\{\\s*(\\w+)\\s*}");
    /** A service whose method is called; {@code execution}, {@code task} and {@code decisionResult} are the engine's own. */
    private static final Pattern CALL =
            Pattern.compile("[$#]\\{\\s*!?\\s*(?!execution\\.|task\\.|decisionResult\\.)(\\w+)\\.(\\w+)\\(");

    private static final List<Class<?>> DELEGATES =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class, ActivityBehavior.class);

    private final BeanFactory beans;

    NamedServices(BeanFactory beans) {
        this.beans = beans;
    }

    /**
     * What a process asks for in vain.
     *
     * @param process the content of a BPMN file
     * @return Danish sentences that name the service and say what to do; empty when all is there
     */
    List<String> missing(String process) {
        Set<String> sentences = new LinkedHashSet<>();
        DELEGATE.matcher(process).results().map(match -> match.group(1)).forEach(name -> {
            if (!beans.containsBean(name)) {
                sentences.add(unknown(name));
            } else if (DELEGATES.stream().noneMatch(type -> beans.isTypeMatch(name, type))) {
                sentences.add("Vælg en anden tjeneste end ${" + name + "}; den kan ikke udføre en opgave.");
            }
        });
        CALL.matcher(process).results().forEach(match -> {
            String name = match.group(1);
            String method = match.group(2);
            if (!beans.containsBean(name)) {
                sentences.add(unknown(name));
            } else if (Stream.of(Objects.requireNonNull(beans.getType(name)).getMethods())
                    .noneMatch(known -> known.getName().equals(method))) {
                sentences.add("Ret " + name + "." + method + "; tjenesten " + name + " har ikke det opslag.");
            }
        });
        return new ArrayList<>(sentences);
    }

    private static String unknown(String name) {
        return "Ret navnet på tjenesten " + name + "; programmet har ingen tjeneste med det navn.";
    }
}
