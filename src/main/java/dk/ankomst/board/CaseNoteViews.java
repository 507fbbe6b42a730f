package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.forms.CaseNotes;
import dk.ankomst.forms.CaseNotes.Note;
import dk.ankomst.worklist.TaskHands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notes of a case in words, for whoever may read them. */
@Component
class CaseNoteViews {

    /** How many notes stand on a page. */
    static final int ON_A_PAGE = 20;

    /**
     * Another note, and a link to it.
     *
     * @param page which page of the notes it stands on, from 1
     */
    record Pointer(int number, String words, int page) {}

    /**
     * A note that the user may read.
     *
     * @param heading where it was written, and about whom
     * @param written by whom and when
     * @param readers who reads it beside the writer; null: everybody who works on the case
     * @param corrects the note it corrects; null: none
     * @param corrected the notes that correct it
     */
    record Shown(
            int number,
            String heading,
            String text,
            String written,
            @Nullable String readers,
            @Nullable Pointer corrects,
            List<Pointer> corrected) {}

    /**
     * The notes of a case, the newest first.
     *
     * @param hidden that there are others, in a sentence; null when there are none
     */
    record Notes(List<Shown> shown, @Nullable String hidden) {}

    private final CaseNotes notes;
    private final TaskHands hands;
    private final Departments departments;
    private final Wording wording;

    CaseNoteViews(CaseNotes notes, TaskHands hands, Departments departments, Wording wording) {
        this.notes = notes;
        this.hands = hands;
        this.departments = departments;
        this.wording = wording;
    }

    /** The notes as a user who is a member of the given groups may read them. */
    Notes of(CaseFacts facts, Set<String> groups, String user) {
        List<Note> all = notes.of(facts.caseNumber());
        List<Note> readable =
                all.stream().filter(note -> mayRead(note, groups, user)).toList();
        Map<Integer, Note> byNumber = readable.stream().collect(Collectors.toMap(Note::number, Function.identity()));
        Map<String, String> writers =
                hands.names(readable.stream().map(Note::writtenBy).collect(Collectors.toSet()));
        Map<Long, String> persons =
                facts.persons().stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        List<Shown> shown = new ArrayList<>();
        for (Note note : readable) {
            Note wrong = note.corrects() == null ? null : byNumber.get(note.corrects());
            shown.add(new Shown(
                    note.number(),
                    heading(note, persons),
                    note.text(),
                    "Skrevet af " + writer(note, writers) + " den " + wording.time(note.writtenAt()),
                    readers(note.readers()),
                    wrong == null ? null : pointer(wrong, writers, readable),
                    readable.stream()
                            .filter(other -> other.corrects() != null && other.corrects() == note.number())
                            .map(other -> pointer(other, writers, readable))
                            .toList()));
        }
        Collections.reverse(shown);
        return new Notes(shown, hidden(all.size() - readable.size()));
    }

    /** One note that the user may read; empty when there is none such. */
    Optional<Shown> one(CaseFacts facts, int number, Set<String> groups, String user) {
        return of(facts, groups, user).shown().stream()
                .filter(note -> note.number() == number)
                .findFirst();
    }

    private static boolean mayRead(Note note, Set<String> groups, String user) {
        return note.writtenBy().equals(user) || Access.mayReadNote(note.readers(), groups);
    }

    private static @Nullable String hidden(int many) {
        return many == 0
                ? null
                : (many == 1 ? "1 note vises" : many + " noter vises")
                        + " kun for den afdeling, der har skrevet den, eller for dem, der handler på helbred og børn.";
    }

    private static String heading(Note note, Map<Long, String> persons) {
        String person = note.personId() == null ? null : persons.get(note.personId());
        String where = note.corrects() != null
                ? "Rettelse"
                : note.taskKey() == null
                        ? "Note"
                        : (note.taskName() == null ? "" : note.taskName() + ": ") + note.label();
        return where + (person == null ? "" : ", " + person);
    }

    private @Nullable String readers(String readers) {
        return switch (readers) {
            case CaseNotes.EVERYBODY -> null;
            case CaseNotes.NEEDS -> "Læses kun af dem, der handler på helbred og børn";
            default ->
                "Læses af " + departments.name(readers)
                        + ("koordinator".equals(readers) ? " og Leder" : ", Koordinator og Leder");
        };
    }

    private String writer(Note note, Map<String, String> writers) {
        return writers.getOrDefault(note.writtenBy(), wording.actor(note.writtenBy()));
    }

    /** @param readable the oldest first; they are shown the newest first */
    private Pointer pointer(Note note, Map<String, String> writers, List<Note> readable) {
        return new Pointer(
                note.number(),
                "noten af " + writer(note, writers) + " den " + wording.time(note.writtenAt()),
                (readable.size() - 1 - readable.indexOf(note)) / ON_A_PAGE + 1);
    }
}
