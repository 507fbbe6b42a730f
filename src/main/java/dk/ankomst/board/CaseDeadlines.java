package dk.ankomst.board;

import dk.ankomst.board.CaseOverview.Cell;
import dk.ankomst.board.CaseOverview.DeadlineRow;
import dk.ankomst.board.CaseOverview.EndedDeadlines;
import dk.ankomst.board.CaseOverview.Judged;
import dk.ankomst.board.CaseOverview.Matrix;
import dk.ankomst.board.CaseOverview.MatrixRow;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Judgement;
import dk.ankomst.deadlines.RuleStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadline register of a case in words. */
@Component
class CaseDeadlines {

    /** The register, the matrix made from it, and how the takeover date was counted. */
    record Register(
            List<DeadlineRow> open,
            EndedDeadlines ended,
            Matrix matrix,
            @Nullable String takeoverExplanation) {}

    /** What makes the deadlines of several persons one row: the same duty, counted and ended alike. */
    private record Alike(
            String duty,
            @Nullable LocalDate due,
            DeadlineState state,
            String explanation,
            @Nullable LocalDate metOn,
            @Nullable String breach,
            @Nullable Judged judgement,
            List<String> changes) {}

    private static final String TAKEOVER = "overtagelse";

    /** The earliest date first, law before local goals. */
    private static final Comparator<DeadlineView> WORST_FIRST = Comparator.comparing(
                    DeadlineView::dueDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(DeadlineView::kind)
            .thenComparing(DeadlineView::name);

    private final Deadlines deadlines;
    private final Wording wording;
    private final DueWords dueWords;

    CaseDeadlines(Deadlines deadlines, Wording wording, DueWords dueWords) {
        this.deadlines = deadlines;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    /** The deadlines of a case; {@code persons} gives the names of those they are owed to. */
    Register of(String caseNumber, List<PersonFacts> persons) {
        List<DeadlineView> views = deadlines.ofCase(caseNumber);
        String takeover = views.stream()
                .filter(view -> view.duty().equals(TAKEOVER))
                .map(DeadlineView::explanation)
                .findFirst()
                .orElse(null);
        return new Register(
                rows(caseNumber, views.stream().filter(this::isToBeMet).toList(), persons),
                ended(
                        caseNumber,
                        views.stream().filter(view -> !isToBeMet(view)).toList(),
                        persons),
                matrix(caseNumber, views, persons),
                takeover);
    }

    /** One deadline of a case as {@link #of(String, List)} gives it; empty when the case has none such. */
    Optional<DeadlineRow> one(String caseNumber, String duty, @Nullable Long person, List<PersonFacts> persons) {
        return rows(
                        caseNumber,
                        deadlines.ofCase(caseNumber).stream()
                                .filter(view -> view.duty().equals(duty) && Objects.equals(view.personId(), person))
                                .toList(),
                        persons)
                .stream()
                .findFirst();
    }

    /** Deadlines of a case in words, alike ones together, the earliest first. */
    List<DeadlineRow> of(String caseNumber, List<DeadlineView> views, List<PersonFacts> persons) {
        return rows(caseNumber, views, persons);
    }

    private EndedDeadlines ended(String caseNumber, List<DeadlineView> views, List<PersonFacts> persons) {
        List<DeadlineRow> rows = rows(caseNumber, views, persons);
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.state().toLowerCase(Locale.ROOT), 1, Integer::sum));
        String summary = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return new EndedDeadlines(rows.isEmpty() ? null : "Afsluttede frister: " + summary, rows);
    }

    private List<DeadlineRow> rows(String caseNumber, List<DeadlineView> views, List<PersonFacts> persons) {
        Map<Long, String> names = persons.stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        Map<Alike, List<DeadlineView>> groups = new LinkedHashMap<>();
        views.stream().sorted(WORST_FIRST).forEach(view -> groups.computeIfAbsent(
                        new Alike(
                                view.duty(),
                                view.dueDate(),
                                view.state(),
                                view.explanation(),
                                view.metOn(),
                                breach(view),
                                judged(view),
                                changes(view)),
                        alike -> new ArrayList<>())
                .add(view));
        return groups.values().stream()
                .map(group -> row(caseNumber, group, names))
                .toList();
    }

    /** What stands in the place of a date: one will come, or the rule gives none. */
    static String undated(boolean waits) {
        return waits ? "Ingen dato endnu" : "Ingen fast dato";
    }

    static String undated(DeadlineView view) {
        return undated(view.state() == DeadlineState.WAITING || view.triggerDate() == null);
    }

    private DeadlineRow row(String caseNumber, List<DeadlineView> group, Map<Long, String> names) {
        DeadlineView view = group.get(0);
        LocalDate due = view.dueDate();
        LocalDate actBy = view.actBy();
        String who = group.stream()
                .map(one -> one.personId() == null
                        ? "Hele familien"
                        : names.getOrDefault(one.personId(), "Person uden for sagen"))
                .collect(Collectors.joining(", "));
        return new DeadlineRow(
                view.name(),
                page(caseNumber, view.duty()),
                who,
                capitalised(view.kind().danish()),
                ground(view.kind(), view.legalGround()),
                due == null ? null : wording.shortDate(due),
                undated(view),
                near(view),
                actBy == null || actBy.equals(due) || !view.state().isOpen() ? null : wording.shortDate(actBy),
                state(view),
                badge(view),
                view.explanation(),
                remark(view),
                breach(view),
                judged(view),
                changes(view));
    }

    /** Where a deadline stands, in a word. */
    String state(DeadlineView view) {
        return isEnded(view) ? "Slut" : capitalised(view.state().danish());
    }

    private boolean isToBeMet(DeadlineView view) {
        return view.state().isOpen() && !isEnded(view);
    }

    /** A period that is over, or what a citizen had until then to do; what the municipality was to do has its own duties. */
    boolean isEnded(DeadlineView view) {
        LocalDate due = view.dueDate();
        return view.passesByItself() && view.state().isOpen() && due != null && due.isBefore(wording.today());
    }

    private @Nullable String near(DeadlineView view) {
        if (isEnded(view) && view.dueDate() != null) {
            return "Slut den " + wording.date(view.dueDate());
        }
        if (view.metOn() != null) {
            return "Opfyldt den " + wording.date(view.metOn());
        }
        return view.state().isOpen() && view.dueDate() != null ? dueWords.words(view.dueDate()) : null;
    }

    /** The short word beside the ground; the count itself says the same in a sentence. */
    private static @Nullable String remark(DeadlineView view) {
        return view.confirmed() || view.status() == null ? null : remark(view.status());
    }

    /** The same for a rule whose source does not state it as it is used. */
    static String remark(RuleStatus status) {
        return status == RuleStatus.PARAMETER ? "Kommunens eget tal" : "Reglen er ikke bekræftet";
    }

    /** The ground, unless it says no more than the kind that stands beside it: a local goal has no paragraph. */
    static @Nullable String ground(DeadlineKind kind, String ground) {
        return kind == DeadlineKind.LOKAL && ground.startsWith(kind.danish()) ? null : ground;
    }

    /** The colour that goes with {@link #state}. */
    String badge(DeadlineView view) {
        if (isEnded(view)) {
            return "ankomst-quiet";
        }
        return switch (view.state()) {
            case MET -> "badge-success";
            case BREACHED, MET_LATE -> "badge-error";
            case RUNNING -> view.dueDate() == null ? "badge-info" : dueWords.badge(view.dueDate());
            case SUSPENDED -> "badge-info";
            case WAITING, LAPSED, NOT_APPLICABLE -> "ankomst-quiet";
        };
    }

    private @Nullable String breach(DeadlineView view) {
        return view.breachedAt() == null ? null : wording.breach(view.breachedAt(), view.cause());
    }

    private @Nullable Judged judged(DeadlineView view) {
        Judgement judgement = view.judgement();
        return judgement == null
                ? null
                : new Judged(
                        judgement.cause(),
                        judgement.action(),
                        wording.actor(judgement.by()) + " den " + wording.time(judgement.at()));
    }

    /** The judgement that stands beside the deadline is not told again. */
    private static boolean isShownApart(DeadlineView view, Change change) {
        Judgement judgement = view.judgement();
        return change.what() == Change.Kind.OPENED
                || (change.what() == Change.Kind.JUDGED
                        && judgement != null
                        && change.at().equals(judgement.at()));
    }

    private List<String> changes(DeadlineView view) {
        return view.changes().stream()
                .filter(change -> !isShownApart(view, change))
                .map(Change::inWords)
                .toList();
    }

    private Matrix matrix(String caseNumber, List<DeadlineView> views, List<PersonFacts> persons) {
        Map<String, String> duties = new LinkedHashMap<>();
        views.stream()
                .filter(view -> view.personId() != null && view.kind() != DeadlineKind.AFTALT)
                .forEach(view -> duties.putIfAbsent(view.duty(), view.name()));
        List<PersonFacts> present =
                persons.stream().filter(person -> person.leftOn() == null).toList();
        if (present.isEmpty()) {
            return new Matrix(List.of(), List.of(), List.of());
        }
        List<MatrixRow> rows = new ArrayList<>();
        duties.forEach((duty, name) -> {
            List<@Nullable Cell> cells = new ArrayList<>();
            present.forEach(person -> cells.add(cell(views, person.id(), duty)));
            rows.add(new MatrixRow(name, page(caseNumber, duty), cells));
        });
        List<String> late =
                present.stream().flatMap(person -> late(person, views).stream()).toList();
        return new Matrix(present.stream().map(PersonFacts::name).toList(), rows, late);
    }

    private Optional<String> late(PersonFacts person, List<DeadlineView> views) {
        String missing = views.stream()
                .filter(view -> Long.valueOf(person.id()).equals(view.personId()) && isLate(view))
                .sorted(WORST_FIRST)
                .map(view -> view.name() + (view.dueDate() == null ? "" : " (" + dueWords.words(view.dueDate()) + ")"))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(person.name() + ": " + missing);
    }

    /** Still to be met although its date has passed, whether or not that is recorded yet. */
    boolean isLate(DeadlineView view) {
        LocalDate due = view.dueDate();
        return isToBeMet(view)
                && (view.state() == DeadlineState.BREACHED
                        || (view.state() == DeadlineState.RUNNING && due != null && due.isBefore(wording.today())));
    }

    private @Nullable Cell cell(List<DeadlineView> views, long person, String duty) {
        for (DeadlineView view : views) {
            if (view.personId() != null
                    && view.personId() == person
                    && view.duty().equals(duty)) {
                return new Cell(
                        isLate(view) && view.state() != DeadlineState.BREACHED ? "Over frist" : state(view),
                        badge(view),
                        view.dueDate() == null ? null : wording.shortDate(view.dueDate()));
            }
        }
        return null;
    }

    /** Where a duty of a case has its page. */
    static String page(String caseNumber, String duty) {
        return "/sager/" + caseNumber + "/frister/" + duty;
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
