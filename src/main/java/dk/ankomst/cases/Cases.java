package dk.ankomst.cases;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cases: registering a visitation, what is known about a case, and the facts that change while it runs. Every way in
 * (page, Tasklist, REST, file) ends here, so that all input is judged alike.
 */
@Service
@Transactional
public class Cases {

    private static final Pattern CASE_NUMBER = Pattern.compile("\\d{4}-\\d{5,}");
    private static final List<String> PHASES =
            CodeList.PHASE.codes().stream().map(CodeList.Code::code).toList();
    private static final String FIRST_PHASE = PHASES.get(0);
    private static final String LAST_PHASE = PHASES.get(PHASES.size() - 1);

    private static final String ALREADY = "Det samme var allerede registreret.";

    private static final int REASON_LENGTH = 1500;

    private static final String WHERE_TO_CORRECT = "Er ankomstdatoen forkert, så vælg Ret ankomstdato på sagens side.";

    private static final String PLANNED_ARRIVAL = "planlagt-ankomst";
    private static final String ARRIVAL = "ankomst";
    private static final String TAKEOVER = "overtagelse";
    private static final String BIRTH_DATE = "foedselsdato";
    private static final String CPR_REGISTRATION = "cpr-registrering";
    private static final String MOVED_AWAY = "fraflytning";
    private static final String PERMIT_LAPSED = "ophold-bortfaldet";
    private static final String INTERPRETER = "tolkesprog";
    private static final String VISITATION = "visitation";
    private static final String OTHER = "andet";
    private static final String MEMBER_ADDED = "tilfoejet-medlem";

    private final CaseStore store;
    private final CaseNumbers numbers;
    private final VisitationCheck check;
    private final Interpreter interpreter;
    private final Track track;
    private final ReceptionPlan plan;
    private final UnusedMessages unused;
    private final TransactionTemplate transaction;

    /** @param plan lazy, because what runs the plan needs the cases in turn */
    Cases(
            CaseStore store,
            CaseNumbers numbers,
            VisitationCheck check,
            Interpreter interpreter,
            Track track,
            @Lazy ReceptionPlan plan,
            UnusedMessages unused,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.numbers = numbers;
        this.check = check;
        this.interpreter = interpreter;
        this.track = track;
        this.plan = plan;
        this.unused = unused;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes the next free number of the year, {@code YYYY-NNNNN}; it stays taken whatever becomes of the transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String nextCaseNumber() {
        return numbers.next();
    }

    /**
     * Registers a visitation: judges it, decides the track and the interpreter languages, writes the case and starts its
     * reception plan, all or nothing. Whether the family is a case already is asked by {@link #validate} and by the pages
     * and programs through which people register.
     *
     * @return the new case's number
     * @throws InputRefused with one sentence per field when anything is wrong, or when the family is outside the target
     *     group
     * @throws AlreadyRegistered when a case with the same external reference exists
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String register(Visitation visitation) {
        return register(visitation, null, List.of());
    }

    /**
     * As {@link #register(Visitation)}, under a number taken before with {@link #nextCaseNumber}.
     *
     * @param caseNumber the number that the case is to have
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String register(Visitation visitation, String caseNumber) {
        return register(visitation, caseNumber, List.of());
    }

    /** The external references of all cases, the oldest case first; a case without one has its number there. */
    @Transactional(readOnly = true)
    public List<String> references() {
        return store.references();
    }

    /**
     * Judges a visitation as {@link #register(Visitation)} does, and writes nothing.
     *
     * @throws InputRefused with one sentence per field
     * @throws AlreadyRegistered when a case with the same external reference exists
     * @throws SameFamily when it has no external reference and a member of it is in another open case
     */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = InputRefused.class)
    public void validate(Visitation visitation) {
        refuseIfKnown(check.check(visitation, List.of()), false);
    }

    /**
     * Judges in a transaction that is over before a number is taken, which needs a connection of its own.
     *
     * @param found what the way in already found wrong, e.g. texts that are no dates
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    String register(Visitation visitation, @Nullable String caseNumber, List<FieldError> found) {
        return register(visitation, caseNumber, found, true);
    }

    /**
     * @param anotherFamily whether the sender knows that it is no family of another open case; then it is not looked for
     * @throws SameFamily when it has no external reference and a member of it is in another open case
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    String register(Visitation visitation, @Nullable String caseNumber, List<FieldError> found, boolean anotherFamily) {
        CheckedVisitation checked = TransactionSynchronizationManager.isActualTransactionActive()
                ? check.check(visitation, found)
                : Objects.requireNonNull(transaction.execute(status -> check.check(visitation, found)));
        String reference = checked.externalReference();
        refuseIfKnown(checked, anotherFamily);
        if (caseNumber != null && !CASE_NUMBER.matcher(caseNumber).matches()) {
            throw new InputRefused("caseNumber", "Sagsnummeret skal se ud som 2026-00017.");
        }
        String number = caseNumber == null ? numbers.next() : caseNumber;
        try {
            transaction.executeWithoutResult(status -> write(number, checked));
        } catch (DuplicateKeyException e) {
            // Two registrations with the same reference or number met; only the first is kept.
            if (reference != null) {
                refuseIfRegistered(reference);
            }
            throw e;
        }
        return number;
    }

    private void write(String number, CheckedVisitation visitation) {
        long caseId = store.insertCase(number, visitation, FIRST_PHASE);
        long household = store.insertHousehold(caseId, visitation.address());
        Map<List<@Nullable String>, Interpreter.Choice> decided = new HashMap<>();
        int personNumber = 0;
        for (CheckedVisitation.Member member : visitation.members()) {
            List<@Nullable String> inputs = new ArrayList<>();
            inputs.add(member.nationality());
            inputs.add(member.ethnicGroup());
            inputs.add(member.language());
            Interpreter.Choice choice = decided.computeIfAbsent(inputs, key -> interpreterOf(member));
            personNumber++;
            store.insertPerson(caseId, household, personNumber, member, choice, visitation.visitationDate());
        }
        visitation.documents().forEach(document -> store.insertDocument(caseId, document));
        if (visitation.plannedArrivalDate() != null) {
            store.insertDateChange(caseId, PLANNED_ARRIVAL, null, visitation.plannedArrivalDate(), null);
        }
        plan.start(store.facts(number));
    }

    /** @throws CaseNotFound when there is no such case; whoever can go on without one does so in the same transaction */
    @Transactional(readOnly = true, noRollbackFor = CaseNotFound.class)
    public CaseFacts facts(String caseNumber) {
        return store.facts(caseNumber);
    }

    /**
     * The variables by which the table {@code modtagelsesspor} decides the case's track: opholdskategori, oprindelse,
     * erUledsaget, erTilflytter.
     *
     * @throws CaseNotFound when there is no such case
     */
    @Transactional(readOnly = true)
    public Map<String, Object> trackInputs(String caseNumber) {
        CaseRow row = store.row(caseNumber);
        return Track.inputs(row.residenceCategory(), row.origin(), row.unaccompaniedMinor());
    }

    /** How many live as unaccompanied minors in open cases and share a nationality with somebody in this one, who is among them. */
    @Transactional(readOnly = true)
    public int unaccompaniedOfSameNationality(String caseNumber) {
        return store.unaccompaniedOfSameNationality(store.row(caseNumber).id());
    }

    /** The number of the case that was registered under a reference of the sender's. */
    @Transactional(readOnly = true)
    public Optional<String> caseNumberOf(String externalReference) {
        return store.caseNumberOf(externalReference);
    }

    /**
     * Refuses whoever is not the municipality's to receive, with the reason that the table gives.
     *
     * @throws InputRefused for the field {@code opholdskategori}
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void refuseOutsideTargetGroup(String residenceCategory, String origin, boolean unaccompaniedMinor) {
        Track.Outcome outcome = track.decide(residenceCategory, origin, unaccompaniedMinor);
        if (!outcome.isTrack()) {
            throw new InputRefused("opholdskategori", outcome.reason());
        }
    }

    /** Every date of the case that was set or changed, oldest first. */
    @Transactional(readOnly = true)
    public List<DateChange> dateChanges(String caseNumber) {
        return store.dateChanges(store.row(caseNumber).id());
    }

    /** Where the case's documents are kept, by the day they were received. */
    @Transactional(readOnly = true)
    public List<DocumentReference> documents(String caseNumber) {
        return store.documents(store.row(caseNumber).id());
    }

    /** Stores the day on which the municipality takes over responsibility, and the old one when it changes. */
    public void setTakeover(String caseNumber, LocalDate date) {
        setTakeover(caseNumber, date, null);
    }

    /**
     * As {@link #setTakeover(String, LocalDate)}, with the reason that goes with a change.
     *
     * @param reason a Danish sentence; null when there is none
     */
    public void setTakeover(String caseNumber, LocalDate date, @Nullable String reason) {
        CaseRow row = store.row(caseNumber);
        if (!date.equals(row.takeoverDate())) {
            store.setTakeover(row.id(), date);
            store.insertDateChange(
                    row.id(), TAKEOVER, row.takeoverDate(), date, row.takeoverDate() == null ? null : reason);
        }
    }

    /**
     * The family is expected on another day.
     *
     * @throws InputRefused for the fields {@code plannedArrival} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void changePlannedArrival(String caseNumber, @Nullable LocalDate date, @Nullable String reason) {
        changePlannedArrival(caseNumber, date, reason, List.of());
    }

    void changePlannedArrival(
            String caseNumber, @Nullable LocalDate date, @Nullable String reason, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, PLANNED_ARRIVAL);
        Problems problems = new Problems(found);
        LocalDate planned = problems.requiredDate(
                "plannedArrival", date, "Indtast den nye dato, hvor familien ventes, fx 15.05.2026.");
        if (date != null) {
            check.laterDate(problems, "plannedArrival", date, row.visitationDate(), "Ankomsten");
        }
        String why =
                reason(problems, reason, "Skriv, hvorfor ankomstdatoen ændres. Begrundelsen bliver en del af sagen.");
        if (row.arrivalDate() != null) {
            problems.add(
                    "plannedArrival",
                    "Familien er ankommet den " + DanishDates.inText(row.arrivalDate())
                            + ", så den planlagte dato kan ikke ændres. " + WHERE_TO_CORRECT);
        }
        problems.refuseIfAny();
        if (planned.equals(row.plannedArrivalDate())) {
            // Nothing is new: a change without one would only make the case's history longer.
            unused.note(caseNumber, PLANNED_ARRIVAL, ALREADY);
            return;
        }
        store.setPlannedArrival(row, planned);
        store.insertDateChange(row.id(), PLANNED_ARRIVAL, row.plannedArrivalDate(), planned, why);
        plan.arrivalDateChanged(caseNumber);
    }

    /**
     * The family has arrived.
     *
     * @throws InputRefused for the field {@code date}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void arrived(String caseNumber, @Nullable LocalDate date) {
        arrived(caseNumber, date, List.of());
    }

    void arrived(String caseNumber, @Nullable LocalDate date, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, ARRIVAL);
        Problems problems = new Problems(found);
        LocalDate arrival = check.happened(
                problems, "date", date, row.visitationDate(), "Indtast datoen, hvor familien ankom, fx 15.05.2026.");
        if (row.arrivalDate() != null) {
            unused.note(caseNumber, ARRIVAL, "Ankomsten var allerede registreret.");
            problems.add(
                    "date",
                    "Ankomsten er allerede registreret til den " + DanishDates.inText(row.arrivalDate()) + ". "
                            + WHERE_TO_CORRECT);
        }
        problems.refuseIfAny();
        store.setArrival(row, arrival);
        store.insertDateChange(row.id(), ARRIVAL, null, arrival, null);
        plan.arrived(caseNumber);
    }

    /**
     * The family arrived on another day than the one that was registered. The old day is kept with the reason, and what is
     * counted from it is counted again; a correction to the same day changes nothing.
     *
     * @throws InputRefused for the fields {@code date} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void correctArrival(String caseNumber, @Nullable LocalDate date, @Nullable String reason) {
        correctArrival(caseNumber, date, reason, List.of());
    }

    void correctArrival(String caseNumber, @Nullable LocalDate date, @Nullable String reason, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, ARRIVAL);
        Problems problems = new Problems(found);
        if (row.arrivalDate() == null) {
            problems.add(
                    "date",
                    "Ankomsten er ikke registreret endnu, så der er ingen dato at rette. Vælg Registrér ankomst på"
                            + " sagens side.");
        }
        LocalDate arrival = check.happened(
                problems, "date", date, row.visitationDate(), "Indtast den rigtige ankomstdato, fx 15.05.2026.");
        String why =
                reason(problems, reason, "Skriv, hvorfor ankomstdatoen rettes. Begrundelsen bliver en del af sagen.");
        problems.refuseIfAny();
        if (arrival.equals(row.arrivalDate())) {
            unused.note(caseNumber, ARRIVAL, ALREADY);
            return;
        }
        store.setArrival(row, arrival);
        store.insertDateChange(row.id(), ARRIVAL, row.arrivalDate(), arrival, why);
        plan.arrivalDateChanged(caseNumber);
    }

    /**
     * An earlier takeover was agreed with the refugee's consent (integrationsloven § 4, stk. 2, last sentence), or another
     * than was agreed before.
     *
     * @throws InputRefused for the fields {@code takeover} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void agreeTakeover(String caseNumber, @Nullable LocalDate date, @Nullable String reason) {
        agreeTakeover(caseNumber, date, reason, List.of());
    }

    void agreeTakeover(String caseNumber, @Nullable LocalDate date, @Nullable String reason, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, TAKEOVER);
        Problems problems = new Problems(found);
        LocalDate agreed = problems.requiredDate(
                "takeover", date, "Indtast den dag, kommunen overtager ansvaret efter aftalen, fx 15.05.2026.");
        if (date != null) {
            check.laterDate(problems, "takeover", date, row.visitationDate(), "Overtagelsen");
            plan.objections(caseNumber, row.track(), row.visitationDate(), date, row.plannedArrivalDate())
                    .forEach(objection -> problems.add("takeover", objection.message()));
        }
        LocalDate takeover = row.takeoverDate();
        if (takeover != null && !takeover.isAfter(check.today())) {
            problems.add(
                    "takeover",
                    "Kommunen overtog ansvaret den " + DanishDates.inText(takeover)
                            + ", så en tidligere overtagelse kan ikke aftales mere.");
        }
        String why = reason(
                problems,
                reason,
                "Skriv, hvordan og hvornår flygtningen har givet samtykke. Det bliver en del af sagen.");
        problems.refuseIfAny();
        if (agreed.equals(row.takeoverAgreedDate())) {
            unused.note(caseNumber, TAKEOVER, ALREADY);
            return;
        }
        store.setTakeoverAgreed(row, agreed);
        plan.factsChanged(caseNumber, "Tidligere overtagelse er aftalt med flygtningens samtykke. " + why);
    }

    /**
     * A member was born on another day than the one that was registered. The old day is kept with the reason, and what
     * depends on who is an adult is counted again.
     *
     * @throws InputRefused for the fields {@code person}, {@code birthDate} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void correctBirthDate(
            String caseNumber, @Nullable Long personId, @Nullable LocalDate date, @Nullable String reason) {
        correctBirthDate(caseNumber, personId, date, reason, List.of());
    }

    void correctBirthDate(
            String caseNumber,
            @Nullable Long personId,
            @Nullable LocalDate date,
            @Nullable String reason,
            List<FieldError> found) {
        CaseRow row = openCase(caseNumber, BIRTH_DATE);
        Problems problems = new Problems(found);
        PersonFacts person = facts(caseNumber).persons().stream()
                .filter(candidate -> personId != null && candidate.id() == personId && candidate.leftOn() == null)
                .findFirst()
                .orElse(null);
        if (person == null) {
            problems.add("person", "Vælg det familiemedlem, hvis fødselsdato skal rettes.");
        }
        LocalDate born = check.birthDate(problems, "birthDate", date);
        if (person != null && date != null && date.isAfter(person.joinedOn())) {
            problems.add(
                    "birthDate",
                    "Personen har været med i sagen siden den " + DanishDates.inText(person.joinedOn())
                            + " og kan ikke være født senere. Kontrollér datoen.");
        }
        String why =
                reason(problems, reason, "Skriv, hvorfor fødselsdatoen rettes. Begrundelsen bliver en del af sagen.");
        problems.refuseIfAny();
        if (person == null || born.equals(person.birthDate())) {
            return;
        }
        check.refuseBeforeParents(facts(caseNumber), person.role(), born, "");
        store.setBirthDate(row, person.id(), born);
        store.insertDateChange(
                row.id(), BIRTH_DATE, person.birthDate(), born, "Person " + person.number() + ". " + why);
        plan.factsChanged(caseNumber, "En fødselsdato er rettet. " + why);
    }

    /**
     * Notes from which day the family is registered in CPR.
     *
     * @throws InputRefused for the field {@code cprRegistreretDato}
     */
    public void registeredInCpr(String caseNumber, LocalDate date) {
        CaseRow row = store.row(caseNumber);
        Problems problems = new Problems(List.of());
        check.happened(
                problems,
                "cprRegistreretDato",
                date,
                row.visitationDate(),
                "Indtast datoen, registreringen gælder fra.");
        problems.refuseIfAny();
        LocalDate before = cprRegistration(caseNumber);
        if (!date.equals(before)) {
            store.insertDateChange(row.id(), CPR_REGISTRATION, before, date, null);
        }
    }

    /** The day from which the family is registered in CPR, as it was noted last; null while it is not. */
    public @Nullable LocalDate cprRegistration(String caseNumber) {
        return dateChanges(caseNumber).stream()
                .filter(change -> change.which().equals(CPR_REGISTRATION))
                .map(DateChange::newDate)
                .reduce(null, (earlier, later) -> later);
    }

    /**
     * A member joins the family.
     *
     * @return the new person's id
     * @throws InputRefused for the fields of {@link NewMember} and {@code joinedOn}
     * @throws CaseClosed when the case is closed or about to be
     */
    public long addMember(String caseNumber, NewMember member, @Nullable LocalDate joinedOn) {
        return addMember(caseNumber, member, joinedOn, "", List.of());
    }

    /** @param prefix what stands before the names of the member's fields in what the sender wrote */
    long addMember(
            String caseNumber, NewMember member, @Nullable LocalDate joinedOn, String prefix, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, MEMBER_ADDED);
        CheckedVisitation.Member checked = check.checkNewMember(member, prefix, joinedOn, row.visitationDate(), found);
        check.refuseBeforeParents(store.facts(caseNumber), checked.familyRole(), checked.birthDate(), prefix);
        if (store.hasPerson(row.id(), checked)) {
            unused.note(caseNumber, MEMBER_ADDED, "Personen var allerede med i sagen.");
            throw new InputRefused(
                    prefix + "givenName", "Personen er allerede med i sagen. Kontrollér navn og fødselsdato.");
        }
        int number = store.highestPersonNumber(row.id()) + 1;
        if (number > VisitationCheck.MOST_MEMBERS) {
            throw new InputRefused(
                    "",
                    "En sag kan højst have " + VisitationCheck.MOST_MEMBERS + " familiemedlemmer. Opret en ny sag.");
        }
        store.touch(row);
        LocalDate joined = Objects.requireNonNull(joinedOn);
        long personId = store.insertPerson(
                row.id(), store.firstHousehold(row.id()), number, checked, interpreterOf(checked), joined);
        store.insertDateChange(row.id(), MEMBER_ADDED, null, joined, null);
        plan.memberAdded(caseNumber, personId);
        return personId;
    }

    /**
     * The family has moved to another municipality, which closes the case.
     *
     * @throws InputRefused for the fields {@code date}, {@code toMunicipality} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void movedAway(
            String caseNumber, @Nullable LocalDate date, @Nullable String toMunicipality, @Nullable String reason) {
        movedAway(caseNumber, date, toMunicipality, reason, List.of());
    }

    void movedAway(
            String caseNumber,
            @Nullable LocalDate date,
            @Nullable String toMunicipality,
            @Nullable String reason,
            List<FieldError> found) {
        CaseRow row = openCase(caseNumber, MOVED_AWAY);
        Problems problems = new Problems(found);
        LocalDate moved = check.happened(
                problems, "date", date, row.visitationDate(), "Indtast datoen, hvor familien flyttede, fx 15.05.2026.");
        if (date != null && row.arrivalDate() != null && date.isBefore(row.arrivalDate())) {
            problems.add(
                    "date",
                    "Familien kan ikke være flyttet før ankomsten den " + DanishDates.inText(row.arrivalDate())
                            + ". Kontrollér datoen.");
        }
        String municipality = problems.requiredText(
                "toMunicipality",
                toMunicipality,
                VisitationCheck.TITLE_LENGTH,
                "Skriv, hvilken kommune familien er flyttet til.");
        String why =
                reason(problems, reason, "Skriv, hvorfor familien er flyttet. Begrundelsen bliver en del af sagen.");
        problems.refuseIfAny();
        store.close(row, moved, "Familien er flyttet til " + municipality + ". " + why, LAST_PHASE, municipality);
        store.everybodyLeft(row.id(), moved);
        store.insertDateChange(row.id(), MOVED_AWAY, null, moved, why);
        plan.movedAway(caseNumber);
    }

    /**
     * The family's residence permit has lapsed, which closes the case.
     *
     * @throws InputRefused for the fields {@code date} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void permitLapsed(String caseNumber, @Nullable LocalDate date, @Nullable String reason) {
        permitLapsed(caseNumber, date, reason, List.of());
    }

    void permitLapsed(String caseNumber, @Nullable LocalDate date, @Nullable String reason, List<FieldError> found) {
        CaseRow row = openCase(caseNumber, PERMIT_LAPSED);
        Problems problems = new Problems(found);
        LocalDate lapsed = check.happened(
                problems,
                "date",
                date,
                row.visitationDate(),
                "Indtast datoen, hvor opholdstilladelsen bortfaldt, fx 15.05.2026.");
        String why = reason(
                problems,
                reason,
                "Skriv, hvorfor opholdstilladelsen er bortfaldet. Begrundelsen bliver en del af sagen.");
        problems.refuseIfAny();
        store.close(row, lapsed, "Opholdstilladelsen er bortfaldet. " + why, LAST_PHASE, null);
        store.everybodyLeft(row.id(), lapsed);
        store.insertDateChange(row.id(), PERMIT_LAPSED, null, lapsed, why);
        plan.permitLapsed(caseNumber);
    }

    /**
     * Moves the case on to a phase; a case that is there or further already stays where it is.
     *
     * @param phase code of {@link CodeList#PHASE}
     */
    public void setPhase(String caseNumber, String phase) {
        int index = PHASES.indexOf(phase);
        if (index < 0) {
            throw new IllegalArgumentException("Fasen " + phase + " findes ikke");
        }
        store.setPhase(store.row(caseNumber).id(), phase, PHASES.subList(0, index));
    }

    /** Closes the case; a case that is closed already keeps its date and reason. */
    public void close(String caseNumber, LocalDate date, String reason) {
        CaseRow row = store.row(caseNumber);
        if (row.open()) {
            store.close(row, date, reason, LAST_PHASE, null);
        }
    }

    /** Whether the family lives in a permanent dwelling. */
    public void setPermanentDwelling(String caseNumber, boolean permanent) {
        store.setPermanentDwelling(store.row(caseNumber).id(), permanent);
    }

    /**
     * Stores the interpreter language that was unknown at registration and has been clarified with the family, for
     * everybody in it without one.
     *
     * @param fallback the language to order an interpreter in when there is none for the first; null leaves it as it is
     * @throws InputRefused for the fields {@code language} and {@code fallback}
     */
    public void clarifyInterpreterLanguage(String caseNumber, @Nullable String language, @Nullable String fallback) {
        CaseRow row = openCase(caseNumber, INTERPRETER);
        Problems problems = new Problems();
        String spoken = problems.requiredText(
                "language", language, CaseStore.LANGUAGE_LENGTH, "Skriv, hvilket sprog familien skal have tolk på.");
        String instead = problems.optionalText("fallback", fallback, CaseStore.LANGUAGE_LENGTH);
        problems.refuseIfAny();
        store.setInterpreter(row.id(), spoken, instead);
    }

    /**
     * Waits until nobody else changes the case, for whoever is about to change what belongs to it.
     *
     * @throws CaseNotFound when there is no such case
     * @throws CaseClosed when the case is closed or about to be
     */
    public void refuseUnlessOpen(String caseNumber) {
        openCase(caseNumber, OTHER);
    }

    private CaseRow openCase(String caseNumber, String news) {
        plan.reserve(caseNumber);
        CaseRow row = store.row(caseNumber);
        if (!row.open()) {
            CaseClosed closed = closed(row);
            unused.note(caseNumber, news, closed.errors().get(0).message());
            throw closed;
        }
        return row;
    }

    /** Which news came first decides: what comes after it belongs to the work that it started. */
    private CaseClosed closed(CaseRow row) {
        if (plan.isEnding(row.caseNumber())) {
            for (DateChange change : store.dateChanges(row.id())) {
                if (change.which().equals(MOVED_AWAY)) {
                    return CaseClosed.whileHandedOver(row.caseNumber());
                }
                if (change.which().equals(PERMIT_LAPSED)) {
                    return CaseClosed.whileEffortsEnd(row.caseNumber());
                }
            }
            if (store.facts(row.caseNumber()).persons().stream().noneMatch(person -> person.leftOn() == null)) {
                return CaseClosed.afterDeath(row.caseNumber());
            }
        }
        return CaseClosed.atItsEnd(row.caseNumber());
    }

    /** By its reference, which is certain; without one by its members, which may be a coincidence. */
    private void refuseIfKnown(CheckedVisitation visitation, boolean anotherFamily) {
        String reference = visitation.externalReference();
        if (reference != null) {
            refuseIfRegistered(reference);
        } else if (!anotherFamily) {
            Set<LocalDate> born = visitation.members().stream()
                    .map(CheckedVisitation.Member::birthDate)
                    .collect(Collectors.toSet());
            for (CaseStore.KnownPerson known : store.presentBornOn(born)) {
                for (CheckedVisitation.Member member : visitation.members()) {
                    if (member.birthDate().equals(known.birthDate())
                            && simplified(member.givenName()).equals(simplified(known.givenName()))
                            && simplified(member.surname()).equals(simplified(known.surname()))) {
                        throw new SameFamily(
                                known.givenName() + " " + known.surname(), known.birthDate(), known.caseNumber());
                    }
                }
            }
        }
    }

    private static String simplified(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private void refuseIfRegistered(String reference) {
        store.caseNumberOf(reference).ifPresent(existing -> {
            unused.note(existing, VISITATION, "Visitationen var allerede registreret.");
            throw new AlreadyRegistered(reference, existing);
        });
    }

    private Interpreter.Choice interpreterOf(CheckedVisitation.Member member) {
        return interpreter.decide(member.nationality(), member.ethnicGroup(), member.language());
    }

    static String reason(Problems problems, @Nullable String reason, String whatToDo) {
        String why = problems.optionalNote("reason", reason, REASON_LENGTH);
        if (why == null) {
            problems.add("reason", whatToDo);
            return "";
        }
        return why;
    }
}
