package dk.ankomst.board;

import dk.ankomst.checklists.Checklist;
import dk.ankomst.checklists.Checklists;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far a case has come with its checklists, in words. */
@Component
class ChecklistViews {

    private final Checklists checklists;

    ChecklistViews(Checklists checklists) {
        this.checklists = checklists;
    }

    /** A sentence for each kind of checklist that the case has. */
    List<String> progress(String caseNumber) {
        List<Checklist> all = checklists.ofCase(caseNumber);
        return Arrays.stream(Checklist.Kind.values())
                .map(kind -> new OfKind(
                        kind, all.stream().filter(list -> list.kind() == kind).toList()))
                .filter(one -> !one.lists().isEmpty())
                .map(OfKind::inWords)
                .toList();
    }

    /** The lists of one kind; never none. */
    private record OfKind(Checklist.Kind kind, List<Checklist> lists) {

        String inWords() {
            long answered = lists.stream().mapToLong(Checklist::answered).sum();
            int points = lists.stream().mapToInt(list -> list.listed().size()).sum();
            int missing = lists.stream().mapToInt(list -> list.missing().size()).sum();
            return kind.danish() + ": " + answered + " af " + points + " punkter besvaret"
                    + (missing == 0
                            ? ""
                            : ", " + missing + (missing == 1 ? " påkrævet mangler" : " påkrævede mangler"));
        }
    }
}
