package dk.ankomst.housing;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.CprNumber;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipality's dwellings, and what the departments of the housing organisations have reported vacant. */
@Service
@Transactional
public class DwellingRegister {

    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** The instrument that uses up a turn of the department (lov om almene boliger § 59). */
    private static final String EVERY_FOURTH = "25-procent-reglen";

    private static final int MOST_ROOMS = 200;
    private static final int MOST_PERSONS = 50;
    private static final int MOST_KRONER = 1_000_000;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 1000;

    private final DwellingStore store;
    private final HousingTables tables;
    private final Clock clock;

    DwellingRegister(DwellingStore store, HousingTables tables, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.clock = clock;
    }

    /** All dwellings, those that are not used any more too, in the order they were registered. */
    @Transactional(readOnly = true)
    public List<Dwelling> all() {
        return store.all();
    }

    /** @throws DwellingNotFound when there is none with that number */
    @Transactional(readOnly = true)
    public Dwelling dwelling(long id) {
        return store.find(id).orElseThrow(() -> new DwellingNotFound(id));
    }

    /** The dwelling in use at an address, however it is spaced and written with capitals. */
    @Transactional(readOnly = true)
    public Optional<Dwelling> at(String address) {
        return store.at(address);
    }

    /** Whether two addresses are the same, however they are spaced and written with capitals. */
    public static boolean isSameAddress(String one, String other) {
        return DwellingStore.key(one).equals(DwellingStore.key(other));
    }

    /** Everybody who ever had something of a dwelling, the newest first. */
    @Transactional(readOnly = true)
    public List<Allotment> allotments(long id) {
        return store.ofDwelling(id);
    }

    /** What the register's numbers are, for whoever works with them. */
    @Transactional(readOnly = true)
    public List<Parameter> parameters() {
        return Stream.of(
                        HousingTables.EVERY,
                        HousingTables.RENT_SHARE,
                        HousingTables.PER_ROOM,
                        HousingTables.PAYMENT_CEILING,
                        HousingTables.SHORTEST_STAY,
                        HousingTables.LONGEST_STAY,
                        HousingTables.IN_RESERVE,
                        HousingTables.SHORTEST_HEARING)
                .map(tables::parameter)
                .toList();
    }

    /** The first day on which a hearing that begins on a day can end. */
    @Transactional(readOnly = true)
    public LocalDate earliestEndOfHearing(LocalDate begins) {
        Integer weeks = tables.parameter(HousingTables.SHORTEST_HEARING).value();
        return weeks == null ? begins : begins.plusWeeks(weeks);
    }

    /** Every way in which the municipality can come by some dwelling: the names by their codes. */
    @Transactional(readOnly = true)
    public Map<String, String> instruments() {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(DwellingKind.values())
                .forEach(kind -> tables.instruments(kind, true).forEach(all::putIfAbsent));
        return all;
    }

    /** How many through-flow dwellings are free, and how many the municipality wants ready. */
    @Transactional(readOnly = true)
    public InReserve inReserve() {
        int free = (int) store.inUse().stream()
                .filter(dwelling ->
                        dwelling.kind() == DwellingKind.THROUGH_FLOW && dwelling.status() == Dwelling.Status.LEDIG)
                .count();
        return new InReserve(free, tables.parameter(HousingTables.IN_RESERVE).value());
    }

    /** How far the right to every fourth vacancy is used, by department. */
    @Transactional(readOnly = true)
    public List<DepartmentCount> departments() {
        return store.departments(tables.parameter(HousingTables.EVERY).value());
    }

    /**
     * Notes that a department has a vacant dwelling; the department is made by its first.
     *
     * @throws InputRefused when the name or the date cannot be taken
     */
    public DepartmentCount vacancyReported(@Nullable String department, @Nullable LocalDate on) {
        List<FieldError> errors = new ArrayList<>();
        String name = text("department", department, LONGEST_NAME, "Skriv afdelingens navn.", errors);
        if (on == null) {
            errors.add(new FieldError("reportedOn", "Skriv den dag, afdelingen meldte boligen ledig."));
        } else if (on.isAfter(today())) {
            errors.add(new FieldError(
                    "reportedOn", "Datoen ligger i fremtiden. Skriv den dag, boligen blev meldt ledig."));
        }
        if (name == null || on == null || !errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        Instant now = clock.instant();
        long id = store.department(name).orElseGet(() -> store.addDepartment(name, Actor.id(), now));
        store.addVacancy(id, on, Actor.id(), now);
        return count(name);
    }

    private DepartmentCount count(String department) {
        return departments().stream()
                .filter(count -> DwellingStore.key(count.department()).equals(DwellingStore.key(department)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Puts a dwelling in the register.
     *
     * @return its number
     * @throws InputRefused when something is missing or contradicts the rules of its kind, its address is registered
     *     already, or the department owes the municipality no dwelling
     */
    public long register(NewDwelling wanted) {
        List<FieldError> errors = new ArrayList<>();
        text("address", wanted.address(), LONGEST_ADDRESS, "Skriv adressen.", errors);
        within("rooms", "Antal værelser", wanted.rooms(), 1, MOST_ROOMS, errors);
        within("roomFor", "Antal personer", wanted.roomFor(), 1, MOST_PERSONS, errors);
        within("rent", "Huslejen", wanted.rent(), 0, MOST_KRONER, errors);
        within("cost", "Kommunens udgift", wanted.cost(), 0, MOST_KRONER, errors);
        optional("eligibility", wanted.eligibility(), LONGEST_TEXT / 2, errors);
        optional("sharedFacilities", wanted.sharedFacilities(), LONGEST_TEXT, errors);
        optional("activities", wanted.activities(), LONGEST_TEXT, errors);
        DwellingKind kind = DwellingKind.of(wanted.kind()).orElse(null);
        Tenure tenure = Arrays.stream(Tenure.values())
                .filter(one -> one.name().equals(wanted.tenure()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            errors.add(new FieldError("kind", "Vælg, hvilken slags bolig det er."));
        }
        if (tenure == null) {
            errors.add(new FieldError("tenure", "Vælg, om boligen er permanent eller midlertidig."));
        }
        if (kind == null || tenure == null) {
            throw new InputRefused(errors);
        }
        HousingTables.KindRule rule = tables.kind(kind);
        if (!rule.allows(tenure)) {
            errors.add(new FieldError(
                    "tenure",
                    kind.danishName() + " er kun " + (rule.permanent() ? "permanent" : "midlertidig")
                            + " efter tabellen boligart (" + rule.ruleId() + "). Vælg det."));
        }
        if (rule.byRoom() && wanted.rooms() == null) {
            errors.add(new FieldError("rooms", "Skriv, hvor mange værelser der lejes ud hver for sig."));
        }
        Long department = null;
        Integer turn = null;
        String instrument = wanted.instrument();
        if (instrument == null) {
            errors.add(new FieldError("instrument", "Vælg, hvordan kommunen råder over boligen."));
        } else {
            DepartmentCount count = null;
            String name = wanted.department();
            if (instrument.equals(EVERY_FOURTH)) {
                if (name == null) {
                    errors.add(new FieldError("department", "Skriv, hvilken boligafdeling der skylder boligen."));
                } else {
                    // Whoever takes a turn of the same department right now comes first.
                    department = store.department(name).orElse(null);
                    count = department == null ? new DepartmentCount(name, 0, null, 0) : count(name);
                }
            }
            boolean isDue = count == null || count.left() > 0;
            if (!tables.instruments(kind, isDue).containsKey(instrument)) {
                errors.add(
                        isDue || count == null
                                ? new FieldError(
                                        "instrument",
                                        "Den måde kan ikke bruges til " + kind.danishName()
                                                + ". Vælg en af disse: "
                                                + String.join(
                                                        ", ",
                                                        tables.instruments(kind, true)
                                                                .values()) + ".")
                                : new FieldError("department", owesNothing(count)));
            }
            if (count != null && errors.isEmpty()) {
                turn = count.used() + 1;
            }
        }
        if (errors.isEmpty() && store.at(String.valueOf(wanted.address())).isPresent()) {
            errors.add(new FieldError("address", "Adressen står allerede i registret. Brug den bolig, der er der."));
        }
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        try {
            return store.insert(
                    wanted,
                    kind,
                    tenure,
                    rule.needsApproval() ? Approval.MANGLER : Approval.IKKE_KRAEVET,
                    department,
                    turn,
                    rule.byRoom() && wanted.rooms() != null ? wanted.rooms() : 1,
                    Actor.id(),
                    clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw new InputRefused(
                    "address", "En anden registrerede den samme bolig samtidig. Se i registret, før du prøver igen.");
        }
    }

    private static String owesNothing(DepartmentCount count) {
        Integer more = count.untilNext();
        return "Afdelingen har meldt " + count.vacancies() + " ledige boliger, og kommunen har fået " + count.used()
                + " af dem efter 25 %-reglen. "
                + (more == null
                        ? "Registrér først, at afdelingen har meldt ledige boliger."
                        : "Næste gang er, når der er meldt " + more + " mere. Vælg en anden måde til den tid.");
    }

    /**
     * Takes a dwelling out of use.
     *
     * @param version as it was seen
     * @throws InputRefused while a family has it, without a reason, or when it was changed meanwhile
     */
    public void retire(long id, int version, @Nullable String reason) {
        store.lock(id);
        Dwelling dwelling = dwelling(id);
        List<FieldError> errors = new ArrayList<>();
        String why = text("reason", reason, LONGEST_TEXT, "Skriv, hvorfor boligen ikke bruges mere.", errors);
        if (!dwelling.allotments().isEmpty()) {
            errors.add(new FieldError(
                    "", "Boligen er givet til en familie. Frigiv den på familiens sag, før den tages ud af brug."));
        }
        if (why == null || !errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        if (!store.retire(id, version, today(), why)) {
            throw new InputRefused("", "Boligen er ændret imens. Se den igen, og tag den så ud af brug.");
        }
    }

    /**
     * Notes the answer to the consent or dispensation that a dwelling waits for.
     *
     * @throws InputRefused when it needs none
     */
    public void approved(long id, boolean granted, String ground) {
        store.lock(id);
        if (dwelling(id).approval() == Approval.IKKE_KRAEVET) {
            throw new InputRefused("", "Boligen kræver ingen godkendelse.");
        }
        store.approval(id, granted ? Approval.GODKENDT : Approval.AFSLAAET, ground);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COPENHAGEN);
    }

    private static @Nullable String text(
            String field, @Nullable String value, int longest, String missing, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(new FieldError(field, missing));
            return null;
        }
        return optional(field, value, longest, errors);
    }

    static @Nullable String optional(String field, @Nullable String value, int longest, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > longest) {
            errors.add(new FieldError(field, "Teksten er for lang: skriv højst " + longest + " tegn."));
        } else if (CprNumber.isIn(text)) {
            errors.add(new FieldError(field, "Teksten må ikke indeholde et CPR-nummer. Slet nummeret."));
        }
        return text;
    }

    private static void within(
            String field, String what, @Nullable Integer value, int least, int most, List<FieldError> errors) {
        if (value != null && (value < least || value > most)) {
            errors.add(new FieldError(field, what + " skal være et helt tal fra " + least + " til " + most + "."));
        }
    }
}
