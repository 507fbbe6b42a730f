package dk.ankomst.board;

import dk.ankomst.board.BoardQueries.Reader;
import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Judgement;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.worklist.BreachTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a leader may note on the board about a deadline that has passed: why, and what is done. While the model's own task
 * about it is open, it is written there and nowhere else, so that no task is left behind.
 */
@Component
class BoardJudgements {

    static final String CAUSE = "aarsag";
    static final String ACTION = "handling";

    private static final int LONGEST = 4000;
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    /**
     * Where the leader judges a deadline.
     *
     * @param task the open task in which it is done; null: in the form here
     * @param id what tells the fields of one row from those of another
     */
    record Judging(
            @Nullable String task,
            String address,
            String id,
            @Nullable Long person,
            String cause,
            String action,
            List<FieldError> errors) {

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String error(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(FieldError::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Deadlines deadlines;
    private final Cases cases;
    private final BreachTasks tasks;
    private final Wording wording;

    BoardJudgements(Deadlines deadlines, Cases cases, BreachTasks tasks, Wording wording) {
        this.deadlines = deadlines;
        this.cases = cases;
        this.tasks = tasks;
        this.wording = wording;
    }

    /** Where the reader judges the deadline; null when it has not passed, or it is not the reader's to judge. */
    @Nullable
    Judging of(String caseNumber, String duty, @Nullable Long person, Reader reader) {
        DeadlineView view = one(caseNumber, duty, person);
        if (!reader.groups().contains("leder") || !hasPassed(view)) {
            return null;
        }
        Judgement judgement = view.judgement();
        return judging(
                caseNumber,
                duty,
                person,
                judgement == null ? "" : judgement.cause(),
                judgement == null ? "" : judgement.action(),
                List.of());
    }

    /** The form again, with what was typed and what is wrong with it. */
    Judging refused(String caseNumber, String duty, @Nullable Long person, Typed typed, List<FieldError> errors) {
        return judging(caseNumber, duty, person, typed.shown(CAUSE), typed.shown(ACTION), errors);
    }

    private Judging judging(
            String caseNumber,
            String duty,
            @Nullable Long person,
            String cause,
            String action,
            List<FieldError> errors) {
        Optional<String> task = tasks.open(caseNumber, duty, person);
        return new Judging(
                task.map(id -> TASKLIST + id).orElse(null),
                BoardView.PATH + "/hvorfor/" + caseNumber + "/" + duty + "/vurdering",
                caseNumber + "-" + duty + (person == null ? "" : "-" + person),
                person,
                cause,
                action,
                errors);
    }

    /**
     * Notes why a deadline was missed and what is done, for everybody who stands in its row.
     *
     * @return the deadline's name
     * @throws InputRefused when a text is missing or cannot be used, or the task about it is open
     */
    @Transactional
    public String judge(String caseNumber, String duty, @Nullable Long person, Typed typed) {
        cases.facts(caseNumber);
        DeadlineView first = one(caseNumber, duty, person);
        if (!hasPassed(first)) {
            throw new InputRefused("", "Fristen er ikke overskredet. Der er intet at vurdere.");
        }
        if (tasks.open(caseNumber, duty, person).isPresent()) {
            throw new InputRefused("", "Opgaven 'Vurdér fristbrud' er åben. Skriv vurderingen i den.");
        }
        List<FieldError> errors = new ArrayList<>();
        String cause = text(CAUSE, "Skriv, hvorfor fristen blev overskredet.", typed, errors);
        String action = text(ACTION, "Skriv, hvad der gøres, af hvem og hvornår.", typed, errors);
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        for (DeadlineView view : deadlines.standing(caseNumber)) {
            if (isInRowOf(first, view)) {
                deadlines.judged(caseNumber, duty, view.personId(), cause, action);
            }
        }
        return first.name();
    }

    private static String text(String field, String whenMissing, Typed typed, List<FieldError> errors) {
        String text = Objects.requireNonNullElse(typed.text(field), "");
        if (text.isEmpty()) {
            errors.add(new FieldError(field, whenMissing));
        } else {
            String objection = FreeText.objection(text, LONGEST);
            if (objection != null) {
                errors.add(new FieldError(field, objection));
            }
        }
        return text;
    }

    /** The citizen's own deadline is not the municipality's to miss, and the end of a period is nobody's. */
    private boolean hasPassed(DeadlineView view) {
        return view.kind() != DeadlineKind.BORGER
                && !view.isEndOfPeriod()
                && (view.breachedAt() != null
                        || (view.state().isOpen()
                                && view.dueDate() != null
                                && view.dueDate().isBefore(wording.today())));
    }

    private static boolean isInRowOf(DeadlineView first, DeadlineView other) {
        return first.duty().equals(other.duty())
                && first.state() == other.state()
                && Objects.equals(first.dueDate(), other.dueDate())
                && (first.personId() == null) == (other.personId() == null);
    }

    private DeadlineView one(String caseNumber, String duty, @Nullable Long person) {
        return deadlines.standing(caseNumber).stream()
                .filter(view -> view.duty().equals(duty) && Objects.equals(view.personId(), person))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
