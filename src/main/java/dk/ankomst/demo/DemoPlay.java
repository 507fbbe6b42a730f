package dk.ankomst.demo;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.checklists.Answer;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.platform.ShiftableClock;
import dk.ankomst.worklist.ReadableTasks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Lives one family's past, from its visitation to now: what happens to the family, the timers that run out, and the tasks
 * that the departments do, each at its own time and in order. Everything goes through the services that real work uses,
 * with the rights of the demo user who acts.
 */
@SuppressWarnings("JavaUtilDate") // the engine's own type
class DemoPlay {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final String COORDINATOR = "koordinator";
    private static final LocalTime MORNING = LocalTime.of(9, 5);

    /** The course from one meeting to the next takes months, so these are not done soon after they arise. */
    private static final Map<String, Integer> DAYS_BEFORE_DUE = Map.of(
            "UserTask_GoerStatus", 4,
            "UserTask_HoldOpfoelgningsmoede", 0,
            "UserTask_GennemfoerIndsats", 3);

    private static final Map<String, Integer> USUAL_LAGS = Map.of(
            "UserTask_FindPermanentBolig", 40,
            "UserTask_HoldOpfoelgningssamtale", 18,
            "UserTask_FoelgModSelvforsoergelse", 500,
            "UserTask_StartBoernISkole", 9,
            "UserTask_TilbydKontaktfamilie", 20,
            "UserTask_IntroducerRettigheder", 14,
            "UserTask_KlargoerBolig", 4);

    /** The longest that anything usually lies, in days; what is due before that is done in time. */
    private static final int LONGEST_LAG = 3;

    private static final String CLARIFICATION = "UserTask_AfklarAabneSpoergsmaal";
    private static final int WORKING_MINUTES = 6 * 60;
    private static final int MOST_STEPS = 3000;
    private static final Instant NEVER = Instant.MAX;

    private final Cases cases;
    private final EstablishmentSupport establishment;
    private final Checklists checklists;
    private final ReadableTasks readable;
    private final ShiftableClock clock;
    private final FormFiller filler;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identities;

    DemoPlay(
            Cases cases,
            EstablishmentSupport establishment,
            Checklists checklists,
            ReadableTasks readable,
            ShiftableClock clock,
            ProcessEngine engine) {
        this.cases = cases;
        this.establishment = establishment;
        this.checklists = checklists;
        this.readable = readable;
        this.clock = clock;
        this.filler = new FormFiller(engine);
        this.forms = engine.getFormService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.identities = engine.getIdentityService();
    }

    /** Something that comes next. */
    private record Step(Instant at, Runnable action) {}

    /**
     * Plays a family up to now, and sets the thread's clock back to the real time whatever happens.
     *
     * @param now up to when
     * @param stopping whether to give up, which is asked between the steps
     * @return the case's number
     * @throws CancellationException when it gave up; the transaction is to be rolled back
     */
    String play(DemoFamily family, Instant now, BooleanSupplier stopping) {
        try {
            return lived(family, now, stopping);
        } finally {
            nobody();
            clock.reset();
        }
    }

    private String lived(DemoFamily family, Instant now, BooleanSupplier stopping) {
        LocalDate today = LocalDate.ofInstant(now, DENMARK);
        Instant time = at(family.visitedOn(today), MORNING);
        shift(time);
        as(COORDINATOR);
        String caseNumber = cases.register(family.visitation(today));
        nobody();
        List<Step> happenings = happenings(family, caseNumber, today);
        Map<String, Instant> agenda = new HashMap<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("Programmet lukker");
            }
            List<Step> next = new ArrayList<>(happenings);
            for (Job job : jobs(caseNumber, now)) {
                Date due = job.getDuedate();
                next.add(new Step(due == null ? time : due.toInstant(), () -> management.executeJob(job.getId())));
            }
            for (Task task : openTasks(caseNumber)) {
                Instant done =
                        agenda.computeIfAbsent(task.getId() + task.getDueDate(), key -> done(task, family, caseNumber));
                if (!done.equals(NEVER)) {
                    next.add(new Step(done, () -> complete(task, family, caseNumber)));
                }
            }
            Step first = next.stream().min(Comparator.comparing(Step::at)).orElse(null);
            if (first == null || first.at().isAfter(now)) {
                return caseNumber;
            }
            happenings.remove(first);
            // Nothing happens at the same moment, and never backwards.
            time = first.at().isAfter(time) ? first.at() : time.plusSeconds(1);
            shift(time.isAfter(now) ? now : time);
            first.action().run();
            nobody();
        }
        throw new IllegalStateException("Familien " + family.name() + " kommer ikke til vejs ende");
    }

    private List<Step> happenings(DemoFamily family, String caseNumber, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        for (DemoFamily.Happening happening : family.happenings()) {
            CaseFacts facts = cases.facts(caseNumber);
            LocalDate day =
                    switch (happening.from()) {
                        case TODAY -> today.plusDays(happening.days());
                        case TAKEOVER ->
                            Objects.requireNonNull(facts.takeover()).plusDays(happening.days());
                    };
            steps.add(new Step(at(day, LocalTime.of(9, 40)), () -> {
                as(COORDINATOR);
                switch (happening.what()) {
                    case ARRIVES -> cases.arrived(caseNumber, day);
                    case IS_EXPECTED ->
                        cases.changePlannedArrival(
                                caseNumber, cases.facts(caseNumber).takeover(), happening.text());
                    case MOVES_AWAY -> cases.movedAway(caseNumber, day, "Nabokommunen", happening.text());
                }
            }));
        }
        return steps;
    }

    /** What runs by itself in the case before now. */
    private List<Job> jobs(String caseNumber, Instant now) {
        Set<String> processes =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(ProcessInstance::getProcessInstanceId)
                        .collect(Collectors.toSet());
        return Stream.concat(
                        management.createJobQuery().executable().list().stream(),
                        management.createJobQuery().duedateLowerThan(Date.from(now)).list().stream())
                .filter(job -> processes.contains(job.getProcessInstanceId()))
                .toList();
    }

    private List<Task> openTasks(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list();
    }

    /** When a task is done: soon after it arose and within its due date, unless the family's story says otherwise. */
    private Instant done(Task task, DemoFamily family, String caseNumber) {
        String key = task.getTaskDefinitionKey();
        Instant arose = task.getCreateTime().toInstant();
        LocalDate aroseOn = LocalDate.ofInstant(arose, DENMARK);
        LocalDate due = task.getDueDate() == null
                ? aroseOn.plusDays(LONGEST_LAG)
                : LocalDate.ofInstant(task.getDueDate().toInstant(), DENMARK);
        int hash = Math.floorMod((caseNumber + key).hashCode(), 1000);
        Integer told = family.tellsPersonsApart(key) ? family.lag(key, personNumber(task)) : family.lag(key, null);
        LocalDate day;
        if (told != null) {
            if (told == Integer.MAX_VALUE) {
                return NEVER;
            }
            day = workingDayFrom(aroseOn.plusDays(told));
        } else if (DAYS_BEFORE_DUE.containsKey(key)) {
            day = workingDayBefore(due.minusDays(DAYS_BEFORE_DUE.get(key)));
        } else {
            day = workingDayFrom(aroseOn.plusDays(USUAL_LAGS.getOrDefault(key, hash % LONGEST_LAG)));
            if (day.isAfter(due)) {
                day = workingDayBefore(due);
            }
        }
        Instant at = at(day, LocalTime.of(9, 15).plusMinutes(hash * 7L % WORKING_MINUTES));
        Instant soonest = arose.plusSeconds(60L * (5 + hash % 40));
        return at.isBefore(soonest) ? soonest : at;
    }

    private @Nullable String personNumber(Task task) {
        Object number = runtime.getVariable(task.getExecutionId(), "personNr");
        return number == null ? null : number.toString();
    }

    private void complete(Task task, DemoFamily family, String caseNumber) {
        String user = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(COORDINATOR);
        as(user);
        tasks.claim(task.getId(), user);
        if (task.getTaskDefinitionKey().equals(CLARIFICATION)) {
            answerProposal(caseNumber);
        }
        answerChecklist(task, caseNumber);
        forms.submitTaskForm(task.getId(), filler.fill(task.getId(), family, caseNumber, LocalDate.now(clock)));
    }

    /** The task's checklist is gone through before the task is done. */
    private void answerChecklist(Task task, String caseNumber) {
        readable.of(List.of(task.getId())).forEach(open -> {
            String code = open.checklist();
            if (code != null) {
                checklists
                        .ofCase(caseNumber, code, open.personId())
                        .ifPresent(list -> checklists.answer(
                                caseNumber,
                                list.code(),
                                open.personId(),
                                list.missing().stream()
                                        .map(point -> new Checklists.Reply(point.code(), Answer.Kind.JA, null, 0))
                                        .toList()));
            }
        });
    }

    /** What a proposal leaves open is answered on a page of its own: one of each, used, and the first of several. */
    private void answerProposal(String caseNumber) {
        CaseProposal proposal = establishment.proposal(caseNumber);
        establishment.answer(
                caseNumber,
                proposal.lines().stream()
                        .filter(proposal::isAnswerable)
                        .map(line -> new LineAnswer(
                                line.id(),
                                line.version(),
                                line.alternativeGroup() == null
                                        ? line.chosen()
                                        : proposal.alternatives(line).get(0).equals(line),
                                line.quantity() == null ? Integer.valueOf(1) : line.quantity(),
                                stateOf(line),
                                "Aftalt med familien"))
                        .toList());
    }

    private static ItemState stateOf(StoredLine line) {
        ItemState state = line.state();
        return state == null || state == ItemState.IKKE_ANGIVET ? ItemState.BRUGT : state;
    }

    /** The demo users are named after their group. */
    private void as(String user) {
        identities.setAuthentication(user, List.of(user));
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("GROUP_" + user))));
    }

    private void nobody() {
        identities.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    private void shift(Instant time) {
        clock.set(time);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DENMARK).toInstant();
    }

    private static LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (isWeekend(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private static LocalDate workingDayBefore(LocalDate day) {
        LocalDate found = day;
        while (isWeekend(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
