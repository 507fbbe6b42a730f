package dk.ankomst;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Several programs live in one test run, and the engine's REST asks one list for all of them for "the" engine. Before a test
 * that is the one of its own program.
 */
class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ApplicationContext program = test.getApplicationContext();
        program.getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
    }
}
