package dk.ankomst.forms;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes of a case, those written in tasks and those written on the case itself. A note is added and never altered or
 * removed; a correction is a note of its own that points at the one it corrects.
 */
@Service
public class CaseNotes {

    /** Fields that {@link InputRefused} names. */
    public static final String TEXT = "text";

    public static final String READERS = "readers";

    /** Everybody who works on the case may read it. */
    public static final String EVERYBODY = "alle";

    /** Those may read it who act on health and children. */
    public static final String NEEDS = "behov";

    private static final int LONGEST = 10_000;
    private static final String LABEL = "Note";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param number counts up within the case, from 1
     * @param taskKey the task's id in the model; null for a note on the case itself
     * @param taskName what the task was called; null for a note on the case itself and for old ones
     * @param label the question that was asked
     * @param readers who may read the text: {@link #EVERYBODY}, {@link #NEEDS}, or the group whose task it was written in
     * @param corrects the number of the note that it corrects; null when it corrects none
     * @param writtenAt UTC
     */
    public record Note(
            int number,
            @Nullable Long personId,
            @Nullable String taskKey,
            @Nullable String taskName,
            String label,
            String text,
            String readers,
            @Nullable Integer corrects,
            Instant writtenAt,
            String writtenBy) {}

    private record Row(long id, @Nullable Long corrects, Note note) {}

    /** The notes of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(String caseNumber) {
        List<Row> rows = rows(caseNumber);
        List<Long> ids = rows.stream().map(Row::id).toList();
        return rows.stream()
                .map(row -> {
                    Note note = row.note();
                    return row.corrects() == null
                            ? note
                            : new Note(
                                    note.number(),
                                    note.personId(),
                                    note.taskKey(),
                                    note.taskName(),
                                    note.label(),
                                    note.text(),
                                    note.readers(),
                                    ids.indexOf(row.corrects()) + 1,
                                    note.writtenAt(),
                                    note.writtenBy());
                })
                .toList();
    }

    private List<Row> rows(String caseNumber) {
        return jdbc.sql(
                        "select id, person_id, task_key, task_name, field_label, text, readers, corrects_id, written_at,"
                                + " written_by from case_note where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getObject("corrects_id", Long.class),
                        new Note(
                                number + 1,
                                row.getObject("person_id", Long.class),
                                row.getString("task_key"),
                                row.getString("task_name"),
                                row.getString("field_label"),
                                row.getString("text"),
                                row.getString("readers"),
                                null,
                                row.getObject("written_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("written_by"))))
                .list();
    }

    /**
     * Adds a note.
     *
     * @param readers {@link #EVERYBODY} or {@link #NEEDS}
     * @throws InputRefused when there is no text, it cannot be kept, or nobody is named as readers
     */
    @Transactional
    public void add(String caseNumber, @Nullable String text, @Nullable String readers) {
        List<FieldError> errors = objections(text, "Skriv noten.");
        if (!EVERYBODY.equals(readers) && !NEEDS.equals(readers)) {
            errors.add(new FieldError(READERS, "Vælg, hvem der må læse noten."));
        }
        if (text == null || readers == null || !errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        insert(caseNumber, null, text, readers, null);
    }

    /**
     * Adds a note that corrects another; whoever may read that may read this.
     *
     * @param number the note to correct
     * @throws InputRefused when the case has no such note, there is no text or it cannot be kept
     */
    @Transactional
    public void correct(String caseNumber, int number, @Nullable String text) {
        List<FieldError> errors = objections(text, "Skriv, hvad der er rigtigt.");
        List<Row> rows = rows(caseNumber);
        if (number < 1 || number > rows.size()) {
            errors.add(new FieldError("", "Sagen har ikke den note. Genindlæs siden."));
        }
        if (text == null || !errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        Row wrong = rows.get(number - 1);
        insert(caseNumber, wrong.note().personId(), text, wrong.note().readers(), wrong.id());
    }

    private static List<FieldError> objections(@Nullable String text, String missing) {
        List<FieldError> errors = new ArrayList<>();
        String objection = text == null ? missing : FreeText.objection(text, LONGEST);
        if (objection != null) {
            errors.add(new FieldError(TEXT, objection));
        }
        return errors;
    }

    private void insert(
            String caseNumber, @Nullable Long person, String text, String readers, @Nullable Long corrects) {
        jdbc.sql("insert into case_note (case_number, person_id, field_label, text, readers, corrects_id, written_at,"
                        + " written_by) values (:number, :person, :label, :text, :readers, :corrects, :now, :by)")
                .param("number", caseNumber)
                .param("person", person, Types.BIGINT)
                .param("label", corrects == null ? LABEL : "Rettelse")
                .param("text", text)
                .param("readers", readers)
                .param("corrects", corrects, Types.BIGINT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", Actor.id())
                .update();
    }
}
