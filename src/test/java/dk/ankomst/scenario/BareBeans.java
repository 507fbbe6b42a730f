package dk.ankomst.scenario;

import dk.ankomst.paths.HousingDoubles;
import dk.ankomst.workflow.CoordinationInModels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
            List<Breach> breaches,
            int talks) {}

    /**
     * A statutory deadline that passed in that case.
     *
     * @param person the number of the person whose it was; null for the family's
     */
    record Breach(String duty, @Nullable Long person, LocalDate due) {}

    private final Facts facts;
    private final Set<String> permanentlyHoused = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Breach>> untold = new ConcurrentHashMap<>();
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
        beans.put("boligregistret", new HousingDoubles());
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
            agree(execution);
        });
        beans.put("registrerAftaltDato", (JavaDelegate) BareBeans::agree);
        for (String listener : List.of("noterCprRegistrering", "noterFristvurdering")) {
            beans.put(listener, (TaskListener) task -> {});
        }
        beans.put("meldFristbrud", (JavaDelegate) execution -> {
            Object duty = execution.getVariable("pligt");
            Object person = execution.getVariable("personId");
            tell(execution, breach -> breach.duty().equals(duty) && Objects.equals(breach.person(), person));
        });
        beans.put("meldPasseredeFrister", (JavaDelegate)
                execution -> tell(execution, breach -> breach.due().isBefore(LocalDate.now(ZONE))));
        beans.put("meldPlanAftalt", (JavaDelegate) execution -> unchecked(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation("integrationsplan-aftalt")
                .processInstanceId(plan(execution))
                .correlate()));
        beans.put("meldFrivilligindsats", (JavaDelegate) execution -> {
            Map<String, Object> answers = new HashMap<>();
            for (String name : List.of("kontaktfamilieSvar", "foreningSvar", "naesteTilbudDato")) {
                answers.put(name, Objects.requireNonNullElse(execution.getVariable(name), ""));
            }
            unchecked(() -> execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation("frivilligindsats-aftalt")
                    .processInstanceId(plan(execution))
                    .setVariablesToTriggeredScope(answers)
                    .correlate());
        });
        return beans;
    }

    /** Each breach is told once, by whichever timer comes first, as the register sees to in the program. */
    private void tell(DelegateExecution execution, Predicate<Breach> which) {
        List<Breach> left = untold(execution);
        List<Breach> told = left.stream().filter(which).toList();
        untold.put(
                execution.getProcessBusinessKey(),
                left.stream().filter(which.negate()).toList());
        for (Breach breach : told) {
            Map<String, Object> what = new HashMap<>();
            what.put("pligt", breach.duty());
            what.put("frist", breach.due().toString());
            if (breach.person() != null) {
                what.put("personId", breach.person());
            }
            unchecked(() -> execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation("frist-brudt")
                    .processInstanceId(plan(execution))
                    .setVariablesToTriggeredScope(what)
                    .correlate());
        }
    }

    private List<Breach> untold(DelegateExecution execution) {
        return untold.computeIfAbsent(execution.getProcessBusinessKey(), key -> facts.breaches());
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

    private static void agree(DelegateExecution execution) {
        execution.setVariableLocal(
                "aftaltPligt", execution.getVariable("aftale") + "-" + execution.getVariable("aftaltDato"));
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

        public Date nextPassing(DelegateExecution execution, String except) {
            return startOf(untold(execution).stream()
                    .map(breach -> breach.due().plusDays(1))
                    .min(Comparator.naturalOrder())
                    .orElse(NO_DATE));
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
