package dk.ankomst.checklists;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.checklists.ChecklistAnswers.Kept;
import dk.ankomst.checklists.ChecklistTables.Asked;
import dk.ankomst.checklists.ChecklistTables.Row;
import dk.ankomst.checklists.ChecklistTables.Scope;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.StaffGroup;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The checklists of a case. A case always shows the lists as the newest tables have them; what was answered stays as it
 * read when it was answered, also when the point has left the list.
 */
@Service
public class Checklists {

    private static final int LONGEST_REMARK = 1000;
    private static final String MEANWHILE =
            "En anden svarede, mens du skrev. Se svaret, og gem igen, hvis dit skal gælde i stedet.";

    /**
     * What somebody answers to a point.
     *
     * @param answer null: nothing chosen
     * @param seen the id of the answer that was shown; 0: none was
     */
    public record Reply(
            String point,
            Answer.@Nullable Kind answer,
            @Nullable String remark,
            long seen) {}

    private final ChecklistTables tables;
    private final ChecklistAnswers answers;
    private final Cases cases;
    private final Clock clock;

    Checklists(ChecklistTables tables, ChecklistAnswers answers, Cases cases, Clock clock) {
        this.tables = tables;
        this.answers = answers;
        this.cases = cases;
        this.clock = clock;
    }

    /** The lists that have a point for the case, in the order of the table, those of persons once for each of them. */
    @Transactional(readOnly = true)
    public List<Checklist> ofCase(String caseNumber) {
        Family family = Family.of(cases.facts(caseNumber));
        List<Kept> kept = answers.of(caseNumber);
        List<Checklist> lists = new ArrayList<>();
        for (Row list : tables.lists(family.track(), family.hasChildren())) {
            List<Asked> asked = tables.points(list, family.track(), family.hasChildren());
            family.of(list.scope()).forEach(person -> lists.add(checklist(list, person, asked, kept)));
        }
        lists.removeIf(list -> list.points().isEmpty());
        return List.copyOf(lists);
    }

    /**
     * One list of a case; empty when the case has none of that code.
     *
     * @param personId whom it is about; without meaning for a list about the family as a whole
     */
    @Transactional(readOnly = true)
    public Optional<Checklist> ofCase(String caseNumber, String code, @Nullable Long personId) {
        return ofCase(caseNumber).stream()
                .filter(list -> list.code().equals(code)
                        && (list.personId() == null || list.personId().equals(personId)))
                .findFirst();
    }

    /** Whether whoever acts on this thread may answer a department's lists: its members, the coordinator and the leader. */
    public boolean mayAnswer(Checklist list) {
        return Arrays.stream(StaffGroup.values())
                .filter(group -> group == StaffGroup.KOORDINATOR
                        || group == StaffGroup.LEDER
                        || group.id().equals(list.group()))
                .anyMatch(Actor::isIn);
    }

    /**
     * Keeps the answers that differ from what stands.
     *
     * @param personId as for {@link #ofCase(String, String, Long)}
     * @return how many were kept
     * @throws AccessDeniedException for members of other departments
     * @throws InputRefused when the case is closed, the list or a point is unknown, a remark cannot be kept or stands without
     *     an answer, or somebody else has answered meanwhile; the fields are the points' codes
     */
    @Transactional
    public int answer(String caseNumber, String code, @Nullable Long personId, List<Reply> replies) {
        CaseFacts facts = cases.facts(caseNumber);
        if (!facts.open()) {
            throw new InputRefused("", "Sagen er afsluttet, så tjeklisterne kan ikke ændres.");
        }
        Checklist list = ofCase(caseNumber, code, personId)
                .orElseThrow(
                        () -> new InputRefused("", "Sagen har ikke den tjekliste. Vælg en fra sagens tjeklister."));
        if (!mayAnswer(list)) {
            throw new AccessDeniedException("Kun listens afdeling, koordinatoren og lederen kan svare på tjeklisten.");
        }
        List<Reply> changed = changed(list, replies);
        Map<String, Asked> asked = asked(facts, code);
        Instant now = clock.instant();
        for (Reply reply : changed) {
            try {
                answers.add(
                        caseNumber,
                        code,
                        list.personId() == null ? ChecklistAnswers.FAMILY : list.personId(),
                        Objects.requireNonNull(asked.get(reply.point())),
                        Objects.requireNonNull(reply.answer()),
                        reply.remark(),
                        now,
                        Actor.id(),
                        reply.seen());
            } catch (DuplicateKeyException meanwhile) {
                throw new InputRefused(reply.point(), MEANWHILE);
            }
        }
        return changed.size();
    }

    private Map<String, Asked> asked(CaseFacts facts, String code) {
        Family family = Family.of(facts);
        return tables.lists(family.track(), family.hasChildren()).stream()
                .filter(list -> list.code().equals(code))
                .flatMap(list -> tables.points(list, family.track(), family.hasChildren()).stream())
                .collect(Collectors.toMap(Asked::code, point -> point));
    }

    private static List<Reply> changed(Checklist list, List<Reply> replies) {
        Map<String, Point> points = list.points().stream().collect(Collectors.toMap(Point::code, point -> point));
        List<FieldError> errors = new ArrayList<>();
        List<Reply> changed = new ArrayList<>();
        for (Reply reply : replies) {
            Point point = points.get(reply.point());
            Answer standing = point == null ? null : point.answer();
            String remark = reply.remark() == null || reply.remark().isBlank()
                    ? null
                    : reply.remark().strip();
            if (point == null || !point.listed()) {
                errors.add(
                        new FieldError("", "Punktet " + reply.point() + " står ikke mere på listen. Genindlæs siden."));
            } else if (reply.answer() == null) {
                if (remark != null) {
                    errors.add(new FieldError(reply.point(), "Vælg et svar til bemærkningen."));
                }
            } else if (standing == null
                    || standing.kind() != reply.answer()
                    || !Objects.equals(standing.remark(), remark)) {
                String objection = remark == null ? null : FreeText.objection(remark, LONGEST_REMARK);
                if (objection != null) {
                    errors.add(new FieldError(reply.point(), objection));
                } else if (reply.seen() != (standing == null ? 0 : standing.id())) {
                    errors.add(new FieldError(reply.point(), MEANWHILE));
                }
                changed.add(new Reply(reply.point(), reply.answer(), remark, reply.seen()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        return changed;
    }

    /** What of the family decides which lists and points there are. */
    private record Family(String track, List<PersonFacts> members) {

        static Family of(CaseFacts facts) {
            return new Family(
                    facts.track(),
                    facts.persons().stream()
                            .filter(person -> person.leftOn() == null)
                            .toList());
        }

        boolean hasChildren() {
            return members.stream().anyMatch(person -> !person.adult());
        }

        List<Long> of(Scope scope) {
            return scope == Scope.SAG
                    ? List.of(ChecklistAnswers.FAMILY)
                    : members.stream()
                            .filter(person -> scope == Scope.PERSON || person.adult())
                            .map(PersonFacts::id)
                            .toList();
        }
    }

    private static Checklist checklist(Row list, long person, List<Asked> asked, List<Kept> kept) {
        Map<String, List<Kept>> byPoint = kept.stream()
                .filter(answer -> answer.list().equals(list.code()) && answer.person() == person)
                .collect(Collectors.groupingBy(Kept::point, LinkedHashMap::new, Collectors.toList()));
        List<Point> points = new ArrayList<>();
        for (Asked point : asked) {
            List<Kept> given = Objects.requireNonNullElse(byPoint.remove(point.code()), List.<Kept>of());
            points.add(new Point(
                    point.code(),
                    point.text(),
                    point.required(),
                    point.help(),
                    point.source(),
                    true,
                    given.stream().map(Kept::answer).toList()));
        }
        byPoint.forEach((code, given) -> points.add(new Point(
                code,
                given.get(given.size() - 1).pointText(),
                false,
                null,
                null,
                false,
                given.stream().map(Kept::answer).toList())));
        return new Checklist(
                list.code(),
                person == ChecklistAnswers.FAMILY ? null : person,
                list.title(),
                list.kind(),
                list.group(),
                list.source(),
                points);
    }
}
