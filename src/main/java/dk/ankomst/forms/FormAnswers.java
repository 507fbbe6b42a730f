package dk.ankomst.forms;

import dk.ankomst.forms.CheckedForm.Answer;
import dk.ankomst.platform.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff answered in forms about a family. Nothing is changed or removed: the newest answer to a field holds. */
@Service
public class FormAnswers {

    private static final int LONGEST = 20_000;

    /** The group that reads the notes of every task. */
    private static final String COORDINATORS = "koordinator";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    FormAnswers(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * A form that was handed in.
     *
     * @param caseNumber the case; null for work that belongs to no family
     * @param personId the family member it is about; null when it is about the family
     * @param taskId the engine's task; null when the form began a process
     * @param taskKey the task's id in the model; null when the form began a process
     * @param processDefinitionId the version of the process
     * @param by the user who handed it in
     * @param taskName what staff call the task; null when the form began a process
     * @param group the group that the task was offered to, which reads the notes written in it; null: nobody but whoever
     *     coordinates does
     */
    public record Submit(
            @Nullable String caseNumber,
            @Nullable Long personId,
            String formKey,
            int formVersion,
            @Nullable String taskId,
            @Nullable String taskKey,
            @Nullable String processDefinitionId,
            String by,
            @Nullable String taskName,
            @Nullable String group) {

        /** A form that was offered to no group. */
        public Submit(
                @Nullable String caseNumber,
                @Nullable Long personId,
                String formKey,
                int formVersion,
                @Nullable String taskId,
                @Nullable String taskKey,
                @Nullable String processDefinitionId,
                String by) {
            this(caseNumber, personId, formKey, formVersion, taskId, taskKey, processDefinitionId, by, null, null);
        }
    }

    /** An answer with who gave it, when (UTC), and in which version of which form. */
    public record StoredAnswer(
            long id,
            @Nullable Long personId,
            String formKey,
            int formVersion,
            String fieldKey,
            String label,
            @Nullable String text,
            @Nullable String taskKey,
            Instant answeredAt,
            String answeredBy) {}

    /**
     * A note on a case, with who wrote it and when (UTC).
     *
     * @param fieldKey the field of the form it was written in; null for notes older than this column
     */
    public record CaseNote(
            long id,
            @Nullable Long personId,
            @Nullable String taskId,
            @Nullable String taskKey,
            @Nullable String fieldKey,
            String label,
            String text,
            Instant writtenAt,
            String writtenBy) {}

    /**
     * Records a form that was handed in, with the answers and notes that belong to the case. A field left empty is
     * recorded only when it was answered before.
     *
     * @throws IllegalArgumentException when there is something to keep but no case to keep it on
     */
    @Transactional
    public void save(Submit submit, List<Answer> answers, List<Answer> notes) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
                        insert into form_submit (case_number, person_id, task_id, task_key, form_key, form_version,
                                                 process_definition_id, submitted_at, submitted_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(params(
                        submit.caseNumber(),
                        submit.personId(),
                        submit.taskId(),
                        submit.taskKey(),
                        submit.formKey(),
                        submit.formVersion(),
                        submit.processDefinitionId(),
                        now,
                        submit.by()))
                .update();
        if (answers.isEmpty() && notes.isEmpty()) {
            return;
        }
        String caseNumber = submit.caseNumber();
        if (caseNumber == null) {
            throw new IllegalArgumentException("Formularen " + submit.formKey() + " hører ikke til en sag");
        }
        boolean isEmptied = answers.stream().anyMatch(answer -> answer.text() == null);
        Map<String, String> before = isEmptied ? latest(caseNumber, submit.personId(), submit.formKey()) : Map.of();
        List<@Nullable Object[]> answerRows = answers.stream()
                .filter(answer -> answer.text() != null || before.containsKey(answer.fieldKey()))
                .map(answer -> new @Nullable Object[] {
                    caseNumber,
                    submit.personId(),
                    submit.formKey(),
                    submit.formVersion(),
                    answer.fieldKey(),
                    shortened(answer.label()),
                    answer.text(),
                    submit.taskId(),
                    submit.taskKey(),
                    now,
                    submit.by()
                })
                .toList();
        insert("""
                insert into form_answer (case_number, person_id, form_key, form_version, field_key, field_label,
                                         answer, task_id, task_key, answered_at, answered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", answerRows);
        List<@Nullable Object[]> noteRows = notes.stream()
                .map(note -> new @Nullable Object[] {
                    caseNumber,
                    submit.personId(),
                    submit.taskId(),
                    submit.taskKey(),
                    note.fieldKey(),
                    shortened(note.label()),
                    note.text(),
                    now,
                    submit.by(),
                    submit.taskName(),
                    submit.group() == null ? COORDINATORS : submit.group()
                })
                .toList();
        insert("""
                insert into case_note (case_number, person_id, task_id, task_key, field_key, field_label, text,
                                       written_at, written_by, task_name, readers)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", noteRows);
    }

    /**
     * Keeps what the program tells whoever opens a form again, as the newest answer to a field that the form only shows.
     *
     * @param formKey a form handed in for the case before
     */
    @Transactional
    public void told(String caseNumber, String formKey, String fieldKey, String text) {
        jdbc.sql("""
                        insert into form_answer (case_number, form_key, form_version, field_key, field_label, answer,
                                                 answered_at, answered_by)
                        select case_number, form_key, max(form_version), cast(:field as varchar(255)),
                          cast(:field as varchar(255)), cast(:text as varchar(20000)),
                          cast(:now as timestamp with time zone), cast(:by as varchar(255))
                        from form_submit where case_number = :case and form_key = :form and person_id is null
                        group by case_number, form_key""")
                .param("case", caseNumber)
                .param("form", formKey)
                .param("field", fieldKey)
                .param("text", text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", Actor.SYSTEM)
                .update();
    }

    private void insert(String statement, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(statement, rows);
        }
    }

    private static List<@Nullable Object> params(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static String shortened(String label) {
        return label.length() > 500 ? label.substring(0, 500) : label;
    }

    /**
     * The answers that hold, of one form.
     *
     * @param personId the family member; null for the answers about the family as a whole
     * @return by field key, as text; fields that were never answered or were emptied again are absent
     */
    @Transactional(readOnly = true)
    public Map<String, String> latest(String caseNumber, @Nullable Long personId, String formKey) {
        Map<String, String> latest = new LinkedHashMap<>();
        for (StoredAnswer answer : ofCase(caseNumber)) {
            if (answer.formKey().equals(formKey) && Objects.equals(answer.personId(), personId)) {
                keep(latest, answer);
            }
        }
        return latest;
    }

    /**
     * The answers that hold and that a form shows.
     *
     * @param ofForm given in this form before, by field key
     * @param ofAnyForm from whichever form they were given in, by field key; what was said about the person goes before
     *     what was said about the family
     */
    public record Shown(Map<String, String> ofForm, Map<String, String> ofAnyForm) {}

    /** The answers to the fields that a form names. */
    @Transactional(readOnly = true)
    public Shown shown(String caseNumber, @Nullable Long personId, String formKey, Set<String> fields) {
        Map<String, String> ofForm = new LinkedHashMap<>();
        Map<String, String> ofFamily = new LinkedHashMap<>();
        Map<String, String> ofPerson = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            return new Shown(ofForm, ofFamily);
        }
        RowCallbackHandler row = result -> {
            Long person = result.getObject("person_id", Long.class);
            String field = result.getString("field_key");
            String text = result.getString("answer");
            if (Objects.equals(person, personId) && formKey.equals(result.getString("form_key"))) {
                keep(ofForm, field, text);
            }
            keep(person == null ? ofFamily : ofPerson, field, text);
        };
        jdbc.sql("""
                        select person_id, form_key, field_key, answer from form_answer
                        where case_number = :case and field_key in (:fields) and (person_id is null or person_id = :person)
                        order by id""")
                .param("case", caseNumber)
                .param("fields", fields)
                .param("person", personId, Types.BIGINT)
                .query(row);
        ofFamily.putAll(ofPerson);
        return new Shown(ofForm, ofFamily);
    }

    private static void keep(Map<String, String> latest, String field, @Nullable String text) {
        if (text == null) {
            latest.remove(field);
        } else {
            latest.put(field, text);
        }
    }

    private static void keep(Map<String, String> latest, StoredAnswer answer) {
        keep(latest, answer.fieldKey(), answer.text());
    }

    /** Every answer ever given about a case, oldest first. */
    @Transactional(readOnly = true)
    public List<StoredAnswer> ofCase(String caseNumber) {
        RowMapper<StoredAnswer> row = (result, number) -> new StoredAnswer(
                result.getLong("id"),
                result.getObject("person_id", Long.class),
                result.getString("form_key"),
                result.getInt("form_version"),
                result.getString("field_key"),
                result.getString("field_label"),
                result.getString("answer"),
                result.getString("task_key"),
                result.getObject("answered_at", OffsetDateTime.class).toInstant(),
                result.getString("answered_by"));
        return jdbc.sql("select * from form_answer where case_number = ? order by id")
                .param(caseNumber)
                .query(row)
                .list();
    }

    /** What was written in one task, by the field of its form; the newest of each. */
    @Transactional(readOnly = true)
    public Map<String, String> notesOfTask(String taskId) {
        Map<String, String> notes = new LinkedHashMap<>();
        RowCallbackHandler row = result -> notes.put(result.getString("field_key"), result.getString("text"));
        jdbc.sql("select field_key, text from case_note where task_id = ? and field_key is not null order by id")
                .param(taskId)
                .query(row);
        return notes;
    }

    /** What one task's form handed in for the case to keep, answers and notes alike, by field; what was left empty is absent. */
    @Transactional(readOnly = true)
    public Map<String, String> writtenIn(String caseNumber, String taskId) {
        Map<String, String> written = new LinkedHashMap<>();
        RowCallbackHandler row = result -> written.put(result.getString("field_key"), result.getString("text"));
        jdbc.sql("""
                        select field_key, answer as text from form_answer
                        where case_number = :case and task_id = :task and answer is not null
                        union all
                        select field_key, text from case_note
                        where case_number = :case and task_id = :task and field_key is not null""").param("case", caseNumber).param("task", taskId).query(row);
        return written;
    }

    /** The notes of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseNote> notes(String caseNumber) {
        RowMapper<CaseNote> row = (result, number) -> new CaseNote(
                result.getLong("id"),
                result.getObject("person_id", Long.class),
                result.getString("task_id"),
                result.getString("task_key"),
                result.getString("field_key"),
                result.getString("field_label"),
                result.getString("text"),
                result.getObject("written_at", OffsetDateTime.class).toInstant(),
                result.getString("written_by"));
        return jdbc.sql("select * from case_note where case_number = ? order by id")
                .param(caseNumber)
                .query(row)
                .list();
    }
}
