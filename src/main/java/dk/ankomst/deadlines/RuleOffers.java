package dk.ankomst.deadlines;

import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.StaffGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New versions of the deadline tables, and the cases that they would reach. A running deadline never moves because a table
 * does: somebody sees what would change, and takes it or leaves it.
 */
@Service
@Transactional
public class RuleOffers {

    private static final int LONGEST_REASON = 1000;

    /** What has been decided on a case that is counted by older tables. */
    public enum Standing {
        /** Nobody has decided on the newest. */
        UNDECIDED,
        /** Somebody has decided that the case keeps to the older ones. */
        KEPT
    }

    /**
     * A case that is counted by older tables than the newest.
     *
     * @param changes what the newest would change: an other date, rule or state, or a deadline more; empty when only the
     *     words would be others
     */
    public record Offer(String caseNumber, List<Change> changes) {}

    /**
     * A table of the newest edition.
     *
     * @param tag what its author calls the version; null when the model does not say
     * @param by who put it to work; null when it came with the program
     */
    public record NewTable(
            String key,
            int version,
            @Nullable String tag,
            Instant at,
            @Nullable String by) {}

    /**
     * What is offered.
     *
     * @param edition names the newest tables; {@link #take} and {@link #leave} need it, so that nobody decides on others than
     *     those that were shown
     * @param tables those of the newest tables that are others than a case of the list is counted by
     */
    public record Offers(String edition, List<NewTable> tables, List<Offer> cases) {}

    private final CaseEditions editions;
    private final DeadlinePlanner planner;
    private final DeadlineRegister register;
    private final Recount recount;
    private final Ledger ledger;
    private final CountedCases cases;
    private final Decisions decisions;

    RuleOffers(
            CaseEditions editions,
            DeadlinePlanner planner,
            DeadlineRegister register,
            Recount recount,
            Ledger ledger,
            CountedCases cases,
            Decisions decisions) {
        this.editions = editions;
        this.planner = planner;
        this.register = register;
        this.recount = recount;
        this.ledger = ledger;
        this.cases = cases;
        this.decisions = decisions;
    }

    /** How many cases are counted by older tables. */
    @Transactional(readOnly = true)
    public int count(Standing standing) {
        return editions.countOffered(planner.newest(), standing);
    }

    /** Those cases by case number, with what would change in each. */
    @Transactional(readOnly = true)
    public Offers list(Standing standing, int skip, int limit) {
        Edition newest = planner.newest();
        List<String> caseNumbers = editions.offered(newest, standing, skip, limit);
        Set<Edition> olds = caseNumbers.stream().map(editions::of).collect(Collectors.toSet());
        List<NewTable> tables = newest.tables().values().stream()
                .filter(table ->
                        olds.stream().anyMatch(old -> !table.equals(old.tables().get(table.key()))))
                .sorted(Comparator.comparing(Decisions.Version::key))
                .map(this::described)
                .toList();
        return new Offers(
                newest.text(),
                tables,
                caseNumbers.stream()
                        .map(caseNumber -> new Offer(caseNumber, changes(caseNumber, newest)))
                        .toList());
    }

    /** The undecided cases in which the newest tables would change no date, rule or state; each is counted to know. */
    @Transactional(readOnly = true)
    public List<String> unchanged() {
        Edition newest = planner.newest();
        return editions.offered(newest, Standing.UNDECIDED, 0, Integer.MAX_VALUE).stream()
                .filter(caseNumber -> changes(caseNumber, newest).isEmpty())
                .toList();
    }

    private NewTable described(Decisions.Version table) {
        Decisions.PutToWork work = decisions.putToWork(table);
        return new NewTable(table.key(), table.number(), table.tag(), work.at(), work.by());
    }

    private List<Change> changes(String caseNumber, Edition newest) {
        CountedCases.Facts facts = cases.facts(caseNumber);
        Recount.Outcome outcome =
                recount.of(caseNumber, facts.dates(), facts.own(), newest, "").ofWhatRuns();
        return Stream.concat(
                        outcome.steps().stream().map(ledger::change),
                        outcome.late().stream().map(row -> ledger.change(null, row, Change.Kind.OPENED, "")))
                .toList();
    }

    /**
     * Counts a case by the newest tables from now on.
     *
     * @param standing what had been decided on the case when it was shown; nothing is done when that is no longer so
     * @param edition what was offered, see {@link Offers#edition}
     * @param reason why, in the user's words
     * @return false when nothing is offered for the case any more
     * @throws AccessDeniedException for anybody but a leader
     * @throws InputRefused without a reason, or with one that cannot be kept; the field is {@code reason}; or when still
     *     newer tables have come since
     */
    public boolean take(String caseNumber, Standing standing, String edition, String reason) {
        refuseUnlessLeader();
        String because = reason(reason);
        register.lock(caseNumber);
        Edition newest = offered(edition);
        if (!editions.isOffered(caseNumber, newest, standing)) {
            return false;
        }
        editions.take(caseNumber, newest, because);
        cases.recountWhatRuns(caseNumber, "Nye regler er taget i brug på sagen. Begrundelse: " + because);
        return true;
    }

    /** Keeps a case on the tables it is counted by, until still newer ones come or somebody takes them after all; otherwise as {@link #take}. */
    public boolean leave(String caseNumber, String edition, String reason) {
        refuseUnlessLeader();
        String because = reason(reason);
        register.lock(caseNumber);
        Edition newest = offered(edition);
        if (!editions.isOffered(caseNumber, newest, Standing.UNDECIDED)) {
            return false;
        }
        editions.leave(caseNumber, newest, because);
        return true;
    }

    /** What was decided each time newer tables were offered for a case: when, by whom and why, in Danish; the newest first. */
    @Transactional(readOnly = true)
    public List<String> choices(String caseNumber) {
        return editions.choices(caseNumber);
    }

    private Edition offered(String edition) {
        Edition newest = planner.newest();
        if (!newest.text().equals(edition)) {
            throw new InputRefused(
                    "", "Reglerne er ændret igen, siden listen blev vist. Se, hvad de nye ændrer, og vælg igen.");
        }
        return newest;
    }

    private static void refuseUnlessLeader() {
        if (!Actor.isIn(StaffGroup.LEDER)) {
            throw new AccessDeniedException("Kun en leder kan vælge, om nye regler tages i brug på en sag.");
        }
    }

    private static String reason(String typed) {
        return Reason.of(typed, "Skriv, hvorfor reglerne tages i brug eller ikke gør det", LONGEST_REASON);
    }
}
