package dk.ankomst.establishment;

import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Establishment support: proposed by the package of the municipality, answered and granted by people. */
@Service
@Transactional
public class EstablishmentSupport {

    private static final String PACKAGE_TABLE = "etableringspakke";
    private static final int AGE_OF_MAJORITY = 18;
    private static final int OLDEST = 120;
    private static final int LARGEST_HOUSEHOLD = 100;
    private static final int LONGEST_REASON = 1000;
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Decisions decisions;
    private final PackageRules packageRules;
    private final EstablishmentLines store;
    private final Clock clock;
    private final String ownPackage;

    EstablishmentSupport(
            Decisions decisions,
            PackageRules packageRules,
            EstablishmentLines store,
            Clock clock,
            @Value("${ankomst.municipality.package:silkeborg}") String ownPackage) {
        this.decisions = decisions;
        this.packageRules = packageRules;
        this.store = store;
        this.clock = clock;
        this.ownPackage = ownPackage;
    }

    /**
     * What the package gives this household; stores nothing.
     *
     * @throws InputRefused when the package or an item is unknown, an age cannot be right, or nobody is named
     */
    public Proposal preview(EstablishmentRequest request) {
        List<PackageRules.PackageRule> rules = packageRules.all();
        ItemCatalogue catalogue = ItemCatalogue.of(rules);
        EstablishmentRequest checked = check(request, catalogue);
        String packageId = checked.packageId();
        if (packageId == null) {
            throw new IllegalStateException("a checked request names its package");
        }
        List<String> relevant = new ArrayList<>(checked.conditions());
        checked.extraModules().forEach(extra -> relevant.add(extra.item()));
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("pakke", packageId);
        inputs.put("antalBoern", (int)
                checked.ages().stream().filter(age -> age < AGE_OF_MAJORITY).count());
        inputs.put("mangler", String.join(",", checked.missing()));
        inputs.put("aktuelt", String.join(",", relevant));
        List<PackageLine> applying = decisions.evaluate(PACKAGE_TABLE, inputs).stream()
                .map(PackageLine::of)
                .toList();
        List<PackageLine> whole = rules.stream()
                .filter(rule -> rule.belongsTo(packageId))
                .map(rule -> PackageLine.of(rule.row()))
                .toList();
        return ProposalDraft.of(packageId, applying, whole, checked, catalogue.names());
    }

    /**
     * Makes the proposal and stores it on the case. An earlier proposal is replaced; lines already granted stay, and are
     * not proposed again. Lines of which only one can be had, and extra modules without a reason, are stored as not
     * chosen.
     *
     * @param caseNumber the case, e.g. {@code 2026-00017}
     * @throws InputRefused as {@link #preview}
     */
    public Proposal propose(String caseNumber, EstablishmentRequest request) {
        Proposal proposal = preview(request);
        store.removeUndecided(caseNumber);
        Set<String> granted =
                store.ofCase(caseNumber).stream().map(StoredLine::ruleId).collect(Collectors.toSet());
        Instant now = clock.instant();
        for (Proposal.Line line : proposal.lines()) {
            if (!granted.contains(line.ruleId())) {
                boolean chosen = line.alternativeGroup() == null && !(isExtra(line) && line.reason() == null);
                store.add(caseNumber, proposal.packageId(), line, chosen, Actor.id(), now);
            }
        }
        for (Proposal.Omitted omitted : proposal.omitted()) {
            store.add(caseNumber, proposal.packageId(), omitted, Actor.id(), now);
        }
        return proposal;
    }

    /**
     * The items that a package grants in rare cases only, and with a reason; by their codes.
     *
     * @param packageId the package; null for the municipality's own
     */
    @Transactional(readOnly = true)
    public Set<String> extraItems(@Nullable String packageId) {
        List<PackageRules.PackageRule> rules = packageRules.all();
        String known = ItemCatalogue.of(rules).packageId(packageId == null ? ownPackage : packageId);
        return rules.stream()
                .filter(rule -> known != null && rule.belongsTo(known))
                .map(rule -> PackageLine.of(rule.row()))
                .filter(line -> line.module().equals(PackageLine.EXTRA))
                .map(PackageLine::item)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What people call the packages and their modules. */
    @Transactional(readOnly = true)
    public PackageNames names() {
        return PackageNames.of(packageRules.packageNames(), packageRules.all());
    }

    /** The proposal of a case and how far it has been answered. */
    @Transactional(readOnly = true)
    public CaseProposal proposal(String caseNumber) {
        return new CaseProposal(store.ofCase(caseNumber));
    }

    /** Every answer ever given to a line of the case, the newest first. */
    @Transactional(readOnly = true)
    public List<GivenAnswer> answers(String caseNumber) {
        return store.answers(caseNumber);
    }

    /**
     * Stores a caseworker's answers, all of them or none. An answer that says what the caseworker saw is none, so that it
     * leaves alone what somebody else answered meanwhile. Choosing one of several alternatives drops the others.
     *
     * @return the number of lines that say something else now
     * @throws InputRefused when a line is not on the case or cannot be answered any more, or a value cannot be taken; the
     *     fields are {@code <rule id>.quantity}, {@code .state}, {@code .text} and {@code .chosen}
     * @throws AnsweredMeanwhile when somebody else answered a line, or an alternative to it, since the caseworker saw it
     */
    public int answer(String caseNumber, List<LineAnswer> answers) {
        CaseProposal proposal = new CaseProposal(store.locked(caseNumber));
        Answering answering = new Answering(proposal, answers, store::valuesAt);
        Map<StoredLine, AnswerValues> changes = answering.changes();
        Instant now = clock.instant();
        changes.forEach((line, values) -> store.answer(line, values, Actor.id(), now));
        return changes.size();
    }

    /**
     * Grants the chosen lines in the acting user's name.
     *
     * @return the number of lines granted now
     * @throws InputRefused while something has to be answered first
     */
    public int markGranted(String caseNumber) {
        // Whoever is saving answers right now comes first, and is granted what the answers say.
        new CaseProposal(store.locked(caseNumber)).requireAnswered(caseNumber);
        return store.grant(caseNumber, Actor.id(), clock.instant());
    }

    /**
     * Closes the proposal, because the support is not granted: nobody answers its lines any more. A new proposal is open
     * again.
     *
     * @return the number of lines closed now
     */
    public int markRefused(String caseNumber) {
        // Whoever is saving answers right now comes first.
        store.lock(caseNumber);
        return store.refuse(caseNumber, clock.instant());
    }

    /**
     * Marks the granted lines as ordered today.
     *
     * @return the number of lines ordered now
     */
    public int markOrdered(String caseNumber) {
        return store.order(caseNumber, today());
    }

    /**
     * Marks the ordered lines as delivered today.
     *
     * @return the number of lines delivered now
     */
    public int markDelivered(String caseNumber) {
        return store.deliver(caseNumber, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COPENHAGEN);
    }

    private static boolean isExtra(Proposal.Line line) {
        return line.module().equals(PackageLine.EXTRA);
    }

    private EstablishmentRequest check(EstablishmentRequest request, ItemCatalogue catalogue) {
        List<FieldError> errors = new ArrayList<>();
        String wanted = request.packageId() == null ? ownPackage : request.packageId();
        String packageId = catalogue.packageId(wanted);
        if (packageId == null) {
            errors.add(new FieldError(
                    "package",
                    "Pakken »" + shown(wanted) + "« findes ikke. Vælg en af disse: " + catalogue.listOfPackages()
                            + "."));
        }
        checkAges(request.ages(), errors);
        List<String> missing = codes("missing", request.missing(), catalogue, errors);
        List<String> belongings = codes("belongings", request.belongings(), catalogue, errors);
        List<String> conditions = codes("conditions", request.conditions(), catalogue, errors);
        List<ExtraModule> extras = extras(request.extraModules(), catalogue, errors);
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        return new EstablishmentRequest(packageId, request.ages(), missing, belongings, conditions, extras);
    }

    private static void checkAges(List<Integer> ages, List<FieldError> errors) {
        if (ages.isEmpty()) {
            errors.add(new FieldError("persons", "Angiv mindst én person med alder."));
        } else if (ages.size() > LARGEST_HOUSEHOLD) {
            errors.add(new FieldError(
                    "persons",
                    "Der er " + ages.size() + " personer. Angiv højst " + LARGEST_HOUSEHOLD + " i samme husstand."));
        }
        for (int i = 0; i < ages.size(); i++) {
            int age = ages.get(i);
            if (age < 0 || age > OLDEST) {
                errors.add(new FieldError(
                        "persons[" + i + "].age",
                        "Alderen " + age + " kan ikke passe. Skriv alderen i hele år, fra 0 til " + OLDEST + "."));
            }
        }
    }

    private static List<String> codes(
            String field, List<String> words, ItemCatalogue catalogue, List<FieldError> errors) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String code = catalogue.code(words.get(i));
            if (code == null) {
                errors.add(new FieldError(field + "[" + i + "]", unknownItem(words.get(i), catalogue)));
            } else {
                codes.add(code);
            }
        }
        return codes;
    }

    private static List<ExtraModule> extras(
            List<ExtraModule> extras, ItemCatalogue catalogue, List<FieldError> errors) {
        List<ExtraModule> checked = new ArrayList<>();
        for (int i = 0; i < extras.size(); i++) {
            ExtraModule extra = extras.get(i);
            String field = "extraModules[" + i + "]";
            String code = catalogue.code(extra.item());
            if (code == null) {
                errors.add(new FieldError(field + ".item", unknownItem(extra.item(), catalogue)));
            }
            String reason = extra.reason().strip();
            String objection = FreeText.objection(reason, LONGEST_REASON);
            if (reason.isEmpty()) {
                errors.add(new FieldError(
                        field + ".reason", "Skriv begrundelsen: et ekstra modul bevilges kun i sjældne tilfælde."));
            } else if (objection != null) {
                errors.add(new FieldError(field + ".reason", objection));
            } else if (code != null) {
                checked.add(new ExtraModule(code, reason));
            }
        }
        return checked;
    }

    private static String unknownItem(String word, ItemCatalogue catalogue) {
        return "Varen »" + shown(word) + "« kendes ikke. Brug en af disse: "
                + String.join(", ", catalogue.names().keySet()) + ".";
    }

    /** Long or odd input is not thrown back at its reader in full. */
    private static String shown(String word) {
        String clean = word.strip().replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }
}
