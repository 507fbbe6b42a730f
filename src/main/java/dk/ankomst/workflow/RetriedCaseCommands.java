package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.deadlines.RuleOffers;
import java.lang.reflect.Method;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a change of a case again when a timer or a colleague touched the same plan at the same moment. The whole
 * transaction is done again, so nothing is half done; inside a wider transaction the wider one has to decide.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetriedCaseCommands extends StaticMethodMatcherPointcutAdvisor {

    private static final int ATTEMPTS = 4;
    private static final List<Class<?>> COMMANDS = List.of(Cases.class, DeadlinesByHand.class, RuleOffers.class);

    RetriedCaseCommands() {
        super((MethodInterceptor) RetriedCaseCommands::retried);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return COMMANDS.stream().anyMatch(commands -> commands.isAssignableFrom(targetClass));
    }

    private static @Nullable Object retried(MethodInvocation command) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return command.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                // A method invocation can be used up once only.
                return ((ProxyMethodInvocation) command).invocableClone().proceed();
            } catch (RuntimeException e) {
                if (attempt >= ATTEMPTS || !isCollision(e)) {
                    throw e;
                }
            }
        }
    }

    /** Two at the same row at the same moment, in the engine's tables or in our own; a listener's failure is wrapped. */
    private static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    // So Spring calls it when H2 has waited too long for somebody else's row.
                    || cause instanceof QueryTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
