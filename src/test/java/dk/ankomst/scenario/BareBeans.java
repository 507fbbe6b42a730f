package dk.ankomst.scenario;

import dk.ankomst.workflow.CoordinationInModels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/**
 * What the models ask of their surroundings, answered from memory: no case, no register, no table of ours. The variables
 * set and the messages sent are those of the program, so that the engine has the same work.
 */
public final class BareBeans {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate NO_DATE = LocalDate.of(2999, 12, 31);
    private static final Set<String> EFFORT_FIELDS = new TreeSet<>(Set.of(
            "indsatsBoernFamilie",
            "indsatsBolig",
            "indsatsFrivilligkoordinator",
            "indsatsJobcenter",
            "indsatsSkole",
            "indsatsSocialHandicap",
            "indsatsSprogcenter",
            "indsatsSundhed",
            "indsatsYdelse"));

    /** What a case played by the program looked like; the bare engine is given the same. */
    record Facts(
            int persons,
            int adults,
            int children,
            @Nullable String lawDate,
            Set<String> duties,
            Map<String, LocalDate> dueDates,
            int talks) {}

    private final Facts facts;
    private final Set<String> permanentlyHoused = ConcurrentHashMap.newKeySet();
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> talksHeld = new ConcurrentHashMap<>();

    BareBeans(Facts facts) {
        this.facts = facts;
    }

    /** The beans by the names that the models use; every other name of a delegate does nothing. */
    Map<Object, Object> beans(Stream<String> delegates) {
        Map<Object, Object> beans = new HashMap<>();
        delegates.forEach(name -> beans.put(name, (JavaDelegate) execution -> {}));
        beans.put("sagen", new Family());
        beans.put("deadlines", new Dates());
        beans.put("moedet", new CoordinationInModels.Meeting());
        beans.put("planen", new CoordinationInModels.Plan());
        beans.put("boligen", new CoordinationInModels.Dwelling());
        beans.put("saetFase", (ExecutionListener)
                execution -> execution.getProcessInstance().setVariable("fase", execution.getVariable("fase")));
        beans.put("beregnFrister", (JavaDelegate) this::keepLawDate);
        beans.put("genberegnFrister", (JavaDelegate) this::keepLawDate);
        beans.put("registrerAnkomst", (JavaDelegate) execution -> {
            keepLawDate(execution);
            execution.getProcessInstance().setVariable("erAnkommet", true);
        });
        beans.put("registrerPermanentBolig", (JavaDelegate) execution -> {
            permanentlyHoused.add(execution.getProcessBusinessKey());
            execution.setVariable("boligErPermanent", "ja");
        });
        beans.put("registrerForloebUdfald", (JavaDelegate)
                execution -> execution.setVariable("forloebUdfald", execution.getVariable("udfald")));
        beans.put("registrerIndsatser", (JavaDelegate) execution -> {
            List<String> departments = EFFORT_FIELDS.stream()
                    .filter(field -> "ja".equals(execution.getVariable(field)))
                    .map(field -> field.substring("indsats".length())
                            .replaceAll("(?<=.)([A-Z])", "-$1")
                            .toLowerCase(java.util.Locale.ROOT))
                    .toList();
            execution.setVariable("indsatser", String.join(",", departments));
            agree(execution, "opfoelgningspligt", "planopfoelgning", "opfoelgningDato");
        });
        beans.put("registrerOpfoelgning", (JavaDelegate)
                execution -> agree(execution, "opfoelgningspligt", "planopfoelgning", "naesteOpfoelgningDato"));
        beans.put("registrerNaesteSamtale", (JavaDelegate)
                execution -> agree(execution, "samtalepligt", "opfoelgningssamtale", "naesteSamtaleDato"));
        for (String listener : List.of("noterCprRegistrering", "noterFristvurdering")) {
            beans.put(listener, (TaskListener) task -> {});
        }
        beans.put("meldFristbrud", (JavaDelegate) execution -> {
            String duty = Objects.toString(execution.getVariable("pligt"));
            Map<String, Object> what = new HashMap<>();
            what.put("pligt", duty);
            what.put("frist", facts.dueDates().getOrDefault(duty, NO_DATE).toString());
            if (execution.getVariable("personId") instanceof Long person) {
                what.put("personId", person);
            }
            unchecked(() -> execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation("frist-brudt")
                    .processInstanceId(plan(execution))
                    .setVariablesToTriggeredScope(what)
                    .correlate());
        });
        beans.put("meldPlanAftalt", (JavaDelegate) execution -> unchecked(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation("integrationsplan-aftalt")
                .processInstanceId(plan(execution))
                .correlate()));
        return beans;
    }

    private static void unchecked(Runnable work) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            work.run();
            return null;
        });
    }

    private static String plan(DelegateExecution execution) {
        ProcessInstance plan = execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("modtagelse")
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .singleResult();
        return plan.getId();
    }

    private void keepLawDate(DelegateExecution execution) {
        if (facts.lawDate() != null) {
            execution.getProcessInstance().setVariable("retsdato", facts.lawDate());
        }
    }

    private static void agree(DelegateExecution execution, String current, String duty, String date) {
        execution.setVariable(current, duty + "-" + execution.getVariable(date));
    }

    /** The bean {@code sagen}. */
    public final class Family {

        public List<Long> alleMedlemmer(DelegateExecution execution) {
            return LongStream.rangeClosed(1, facts.persons()).boxed().toList();
        }

        public List<Long> voksneMedlemmer(DelegateExecution execution) {
            return LongStream.rangeClosed(1, facts.adults()).boxed().toList();
        }

        public String personNr(DelegateExecution execution) {
            return Objects.toString(execution.getVariable("personId"));
        }

        public int antalBoernSkolealder(DelegateExecution execution) {
            return facts.children();
        }

        public boolean harSaerligtBehov(DelegateExecution execution) {
            return false;
        }

        public @Nullable String ankomstdato(DelegateExecution execution) {
            return facts.lawDate();
        }

        public String boligErPermanent(DelegateExecution execution) {
            return permanentlyHoused.contains(execution.getProcessBusinessKey()) ? "ja" : "nej";
        }
    }

    /** The bean {@code deadlines}. */
    public final class Dates {

        public Date dueDate(DelegateExecution execution, String duty) {
            return startOf(
                    facts.dueDates().getOrDefault(duty, NO_DATE.minusDays(1)).plusDays(1));
        }

        public Date taskDate(DelegateExecution execution, String duty) {
            return startOf(
                    facts.dueDates().getOrDefault(duty, LocalDate.now(ZONE).plusDays(14)));
        }

        public Date agreedTaskDate(DelegateExecution execution, String duty) {
            return taskDate(execution, duty + "-" + execution.getVariable("gruppe"));
        }

        public Date agreedDate(DelegateExecution execution, String duty) {
            return startOf(facts.dueDates().getOrDefault(duty, NO_DATE));
        }

        /** In the course that is played one statutory deadline passes, and after it none. */
        public Date nextPassing(DelegateExecution execution, String except) {
            return watched.add(execution.getProcessBusinessKey())
                    ? dueDate(execution, "danskuddannelse")
                    : startOf(NO_DATE);
        }

        public boolean isOwed(DelegateExecution execution, String duty) {
            if (duty.equals("opfoelgningssamtale")) {
                return talksHeld.merge(execution.getProcessBusinessKey(), 1, Integer::sum) < facts.talks();
            }
            return facts.duties().contains(duty);
        }

        public boolean applies(DelegateExecution execution, String duty) {
            return facts.dueDates().containsKey(duty);
        }

        private static Date startOf(LocalDate date) {
            return Date.from(date.atStartOfDay(ZONE).toInstant());
        }
    }
}
