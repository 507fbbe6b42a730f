package dk.ankomst.housing;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.housing.Candidate.Verdict;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dwelling a family gets: held against the rules, reserved, moved into and left. */
@Service
@Transactional
public class Housing {

    private static final int LONGEST_REASON = 1000;
    private static final int MOST_KRONER = 1_000_000;

    /** The track of minors who came alone. */
    private static final String UNACCOMPANIED = "uledsaget";

    private final Cases cases;
    private final DwellingStore store;
    private final HousingTables tables;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Housing(Cases cases, DwellingStore store, HousingTables tables, ApplicationEventPublisher listeners, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.tables = tables;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Holds every dwelling in use against a family, the family's own too.
     *
     * @throws dk.ankomst.cases.CaseNotFound when there is no such case
     */
    @Transactional(readOnly = true)
    public Match match(String caseNumber) {
        CaseFacts facts = cases.facts(caseNumber);
        int persons = persons(facts);
        Integer benefit = store.benefit(caseNumber);
        List<Dwelling> dwellings = store.inUse();
        List<Candidate> permanent = dwellings.stream()
                .filter(dwelling -> dwelling.tenure() == Tenure.PERMANENT)
                .map(dwelling -> candidate(facts, dwelling, persons, benefit, false))
                .toList();
        boolean permanentLeft = permanent.stream().anyMatch(candidate -> candidate.verdict() != Verdict.AFVIST);
        List<Candidate> temporary = dwellings.stream()
                .filter(dwelling -> dwelling.tenure() == Tenure.MIDLERTIDIG)
                .map(dwelling -> candidate(facts, dwelling, persons, benefit, permanentLeft))
                .toList();
        List<Candidate> all = Stream.concat(permanent.stream(), temporary.stream())
                .sorted(Comparator.comparing(Candidate::verdict)
                        .thenComparing(candidate -> candidate.dwelling().tenure())
                        .thenComparing(
                                Comparator.comparingLong(Candidate::nearTo).reversed())
                        .thenComparing(candidate -> candidate.dwelling().id()))
                .toList();
        return new Match(caseNumber, persons, benefit, all);
    }

    private Candidate candidate(
            CaseFacts facts, Dwelling dwelling, int persons, @Nullable Integer benefit, boolean permanentLeft) {
        boolean isUnaccompanied = facts.track().equals(UNACCOMPANIED);
        boolean isTaken = dwelling.freeUnits().isEmpty()
                && dwelling.of(facts.caseNumber()).isEmpty();
        return new Candidate(
                dwelling,
                isTaken ? dwelling.allotments().get(0).caseNumber() : null,
                tables.findings(
                        dwelling, room(facts.caseNumber(), dwelling), persons, isUnaccompanied, benefit, permanentLeft),
                dwelling.tenure() == Tenure.MIDLERTIDIG ? tables.ownPayment(dwelling.cost()) : null);
    }

    /** For how many persons of a family there is room; in rooms let one by one, in those that it has or can have. */
    private @Nullable Integer room(String caseNumber, Dwelling dwelling) {
        Integer each = roomInOne(dwelling);
        if (each == null) {
            return null;
        }
        // What somebody else has is judged by its size all the same, so that the reason shown is the true one.
        int units = dwelling.freeUnits().size() + dwelling.of(caseNumber).size();
        return each * (units == 0 ? dwelling.units().size() : units);
    }

    /** For how many persons there is room in what is let as one; null when nobody said. */
    private @Nullable Integer roomInOne(Dwelling dwelling) {
        if (dwelling.roomFor() != null) {
            return dwelling.roomFor();
        }
        Integer perRoom = tables.parameter(HousingTables.PER_ROOM).value();
        Integer rooms = dwelling.rooms();
        if (perRoom == null || rooms == null) {
            return null;
        }
        return dwelling.hasRooms() ? perRoom : perRoom * rooms;
    }

    private static int persons(CaseFacts facts) {
        return (int) facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .count();
    }

    /** Everything the family was ever given, the newest first. */
    @Transactional(readOnly = true)
    public List<Allotment> allotments(String caseNumber) {
        return store.ofCase(caseNumber);
    }

    /** The dwelling reserved to the family; empty when none is. */
    @Transactional(readOnly = true)
    public Optional<Dwelling> reserved(String caseNumber) {
        return current(caseNumber, Allotment::isReserved);
    }

    /** The dwelling of the register in which the family lives; empty when it lives in none. */
    @Transactional(readOnly = true)
    public Optional<Dwelling> livedIn(String caseNumber) {
        return current(caseNumber, Allotment::isLivedIn);
    }

    private Optional<Dwelling> current(String caseNumber, Predicate<Allotment> wanted) {
        return store.ofCase(caseNumber).stream()
                .filter(wanted)
                .findFirst()
                .flatMap(allotment -> store.find(allotment.dwellingId()));
    }

    /** The day on which the family is to have moved on from where it lives; null when none is agreed. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate leavesOn(String caseNumber) {
        return store.ofCase(caseNumber).stream()
                .filter(Allotment::isLivedIn)
                .map(Allotment::leavesOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Notes what the household gets to live on, kroner a month; null when it is not known.
     *
     * @throws InputRefused when the amount cannot be right
     */
    public void benefit(String caseNumber, @Nullable Integer kroner) {
        requireOpen(cases.facts(caseNumber));
        if (kroner != null && (kroner < 0 || kroner > MOST_KRONER)) {
            throw new InputRefused("benefit", "Skriv ydelsen i hele kroner pr. måned, fra 0 til " + MOST_KRONER + ".");
        }
        lock(caseNumber);
        store.benefit(caseNumber, kroner, Actor.id(), clock.instant());
    }

    /**
     * Reserves a dwelling, or rooms of one, to a family. Whoever reserves first gets it.
     *
     * @param rooms how many rooms, where they are let one by one; null for as many as the family needs
     * @param ground why, where the rules leave the caseworker a question
     * @throws DwellingTaken when another family has it
     * @throws InputRefused when the rules reject it, a question is not answered, or the family has a reservation already
     */
    public void reserve(String caseNumber, long dwellingId, @Nullable Integer rooms, @Nullable String ground) {
        requireOpen(cases.facts(caseNumber));
        lock(caseNumber);
        store.lock(dwellingId);
        Optional<Dwelling> reserved = reserved(caseNumber);
        if (reserved.isPresent()) {
            throw new InputRefused(
                    "",
                    "Familien har allerede fået reserveret " + reserved.get().address()
                            + ". Frigiv den først, hvis familien skal have en anden.");
        }
        Match match = match(caseNumber);
        Candidate candidate = match.candidates().stream()
                .filter(one -> one.dwelling().id() == dwellingId)
                .findFirst()
                .orElseThrow(() -> new DwellingNotFound(dwellingId));
        Dwelling dwelling = candidate.dwelling();
        if (dwelling.freeUnits().isEmpty()) {
            throw new DwellingTaken();
        }
        List<FieldError> errors = new ArrayList<>();
        candidate.of(Finding.Effect.AFVIST).forEach(finding -> errors.add(new FieldError("", finding.text())));
        String why = DwellingRegister.optional("ground", ground, LONGEST_REASON, errors);
        if (why == null && !candidate.of(Finding.Effect.SPOERGSMAAL).isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError(
                    "ground", "Reglerne lader noget stå åbent om boligen. Skriv, hvorfor familien kan få den."));
        }
        int wanted = wanted(match, dwelling, rooms, errors);
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        try {
            dwelling.freeUnits().stream()
                    .limit(wanted)
                    .forEach(unit -> store.reserve(dwellingId, unit, caseNumber, why, Actor.id(), clock.instant()));
        } catch (DuplicateKeyException meanwhile) {
            throw new DwellingTaken();
        }
    }

    private int wanted(Match match, Dwelling dwelling, @Nullable Integer rooms, List<FieldError> errors) {
        if (!dwelling.hasRooms()) {
            return 1;
        }
        Integer each = roomInOne(dwelling);
        int free = dwelling.freeUnits().size();
        int needed = each == null ? 1 : (match.persons() + each - 1) / each;
        int wanted = rooms == null ? needed : rooms;
        if (wanted < needed) {
            errors.add(new FieldError(
                    "rooms",
                    "Der er plads til " + each + " i hvert værelse, og familien er " + match.persons()
                            + ". Vælg mindst " + needed + " værelser."));
        } else if (wanted < 1 || wanted > free) {
            errors.add(new FieldError("rooms", "Der er " + free + " ledige værelser. Vælg fra 1 til " + free + "."));
        }
        return wanted;
    }

    /**
     * Gives a reservation up, so that another family can have the dwelling.
     *
     * @throws InputRefused without a reason, or when nothing is reserved
     */
    public void release(String caseNumber, @Nullable String reason) {
        List<FieldError> errors = new ArrayList<>();
        String why = DwellingRegister.optional("reason", reason, LONGEST_REASON, errors);
        if (why == null) {
            errors.add(new FieldError("reason", "Skriv, hvorfor boligen frigives."));
        }
        lock(caseNumber);
        List<Allotment> reserved =
                store.ofCase(caseNumber).stream().filter(Allotment::isReserved).toList();
        if (reserved.isEmpty()) {
            errors.add(new FieldError("", "Der er ingen reserveret bolig at frigive."));
        }
        if (why == null || !errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        reserved.forEach(allotment -> store.end(allotment.id(), today(), why, Actor.id()));
    }

    /**
     * Holds against the rules that a family moves into what is reserved to it; stores nothing.
     *
     * @throws InputRefused as {@link #moveIn}
     */
    @Transactional(readOnly = true)
    public void checkMoveIn(String caseNumber, @Nullable LocalDate on, @Nullable LocalDate leavesOn) {
        Dwelling dwelling = reserved(caseNumber)
                .orElseThrow(() -> new InputRefused(
                        "", "Der er ingen reserveret bolig at flytte ind i. Reservér den først på sagens side Bolig."));
        List<FieldError> errors = new ArrayList<>();
        if (!dwelling.approval().allowsMovingIn()) {
            errors.add(new FieldError(
                    "",
                    "Ingen kan flytte ind i " + dwelling.address() + ", før den godkendelse, den kræver, er givet."));
        }
        if (on == null) {
            errors.add(new FieldError("movedInOn", "Skriv, hvornår familien er flyttet ind."));
        } else if (on.isAfter(today())) {
            errors.add(new FieldError(
                    "movedInOn", "Datoen ligger i fremtiden. Registrér indflytningen, når den er sket."));
        } else if (dwelling.kind() == DwellingKind.THROUGH_FLOW) {
            checkStay(on, leavesOn, errors);
        } else if (leavesOn != null) {
            errors.add(new FieldError(
                    "leavesOn", "Kun en gennemgangsbolig har en dag for udflytning. Lad feltet stå tomt."));
        }
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
    }

    /**
     * The family moves into what is reserved to it, and leaves where it lived.
     *
     * @param leavesOn the day on which it is to have moved on; asked for a through-flow dwelling only
     * @throws InputRefused when nothing is reserved, the dwelling waits for an approval, a date is missing or cannot be
     */
    public void moveIn(String caseNumber, @Nullable LocalDate on, @Nullable LocalDate leavesOn) {
        requireOpen(cases.facts(caseNumber));
        lock(caseNumber);
        checkMoveIn(caseNumber, on, leavesOn);
        LocalDate day = Objects.requireNonNull(on);
        String address = reserved(caseNumber).orElseThrow().address();
        List<Allotment> all = store.ofCase(caseNumber);
        leave(all, day, "Flyttet til " + address + ".");
        all.stream().filter(Allotment::isReserved).forEach(taken -> store.movedIn(taken.id(), day, leavesOn));
        if (leavesOn != null) {
            listeners.publishEvent(new StayAgreed(caseNumber, day, leavesOn));
        }
    }

    /** The family has moved into a dwelling that is not in the register: where it lived is free again. */
    public void movedElsewhere(String caseNumber, LocalDate on) {
        leave(store.ofCase(caseNumber), on, "Flyttet til en bolig uden for registret.");
    }

    private void leave(List<Allotment> all, LocalDate on, String reason) {
        all.stream().filter(Allotment::isLivedIn).forEach(left -> {
            store.end(left.id(), on, reason, Actor.id());
            LocalDate agreed = left.leavesOn();
            if (agreed != null) {
                listeners.publishEvent(new StayEnded(left.caseNumber(), agreed, on));
            }
        });
    }

    /** Gives a reservation up, if there is one. */
    public void releaseReservation(String caseNumber, String reason) {
        store.ofCase(caseNumber).stream()
                .filter(Allotment::isReserved)
                .forEach(allotment -> store.end(allotment.id(), today(), reason, Actor.id()));
    }

    /**
     * What speaks against a kind of dwelling for a family, whichever dwelling of the kind it is, as Danish sentences.
     *
     * @param kind code of a {@link DwellingKind}
     */
    @Transactional(readOnly = true)
    public List<String> objections(String caseNumber, @Nullable String kind, Tenure tenure) {
        DwellingKind known = DwellingKind.of(kind).orElse(null);
        if (known == null) {
            return List.of();
        }
        CaseFacts facts = cases.facts(caseNumber);
        List<String> objections = new ArrayList<>();
        if (!tables.kind(known).allows(tenure)) {
            objections.add(known.danishName() + " kan ikke være "
                    + (tenure == Tenure.PERMANENT ? "en permanent" : "en midlertidig") + " bolig.");
        }
        objections.addAll(
                tables.objections(known, tenure, persons(facts), facts.track().equals(UNACCOMPANIED)));
        return objections;
    }

    private void checkStay(LocalDate on, @Nullable LocalDate leavesOn, List<FieldError> errors) {
        Integer shortest = tables.parameter(HousingTables.SHORTEST_STAY).value();
        Integer longest = tables.parameter(HousingTables.LONGEST_STAY).value();
        LocalDate from = shortest == null ? on.plusDays(1) : on.plusMonths(shortest);
        LocalDate to = longest == null ? LocalDate.MAX : on.plusMonths(longest);
        if (leavesOn == null || leavesOn.isBefore(from) || leavesOn.isAfter(to)) {
            errors.add(new FieldError(
                    "leavesOn",
                    "Skriv, hvornår familien skal være flyttet videre fra gennemgangsboligen: fra "
                            + DanishDates.inText(from)
                            + (longest == null ? "." : " til " + DanishDates.inText(to) + ".")));
        }
    }

    /** The family has left: whatever it had is free again. */
    public void left(String caseNumber, LocalDate on, String reason) {
        store.ofCase(caseNumber).stream()
                .filter(Allotment::isCurrent)
                .forEach(allotment -> store.end(allotment.id(), on, reason, Actor.id()));
    }

    private void lock(String caseNumber) {
        try {
            store.lockCase(caseNumber, Actor.id(), clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw new InputRefused("", "En anden søgte bolig til familien samtidig. Prøv igen.");
        }
    }

    private static void requireOpen(CaseFacts facts) {
        if (!facts.open()) {
            throw new InputRefused(
                    "", "Sagen er afsluttet eller under afslutning, så familiens bolig kan ikke ændres her.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DwellingRegister.COPENHAGEN);
    }
}
