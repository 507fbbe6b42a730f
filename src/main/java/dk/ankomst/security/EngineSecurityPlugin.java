package dk.ankomst.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's own settings for access. */
@Component
class EngineSecurityPlugin extends AbstractProcessEnginePlugin {

    private static final int SHORTEST_PASSWORD = 12;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // The engine's default allows letters and digits only; our groups have hyphens, users may be named by e-mail.
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        // The engine's lock would let anybody lock anybody out by name alone; LoginThrottle takes its place.
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new OwnTaskChecker())));
        engine.setResourceAuthorizationProvider(new EngineRights());
        List<SessionFactory> sessions = engine.getCustomSessionFactories();
        List<SessionFactory> all = sessions == null ? new ArrayList<>() : new ArrayList<>(sessions);
        all.add(new CarriedGroups.Factory());
        engine.setCustomSessionFactories(all);
        // Reading variables is a right of its own: staff have it on their open tasks, operations not at all.
        engine.setEnforceSpecificVariablePermission(true);
        engine.setCustomPreCommandInterceptorsTxRequired(
                withRunningCommand(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                withRunningCommand(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        // As long as the first administrator's; length is what helps, and rules about signs only annoy.
        engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(SHORTEST_PASSWORD)));
        engine.setEnablePasswordPolicy(true);
    }

    private static List<CommandInterceptor> withRunningCommand(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(new RunningCommand());
        return all;
    }
}
