package dk.ankomst.board;

import dk.ankomst.board.DwellingWords.Fact;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.housing.Allotment;
import dk.ankomst.housing.Candidate;
import dk.ankomst.housing.Candidate.Verdict;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingKind;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.Finding;
import dk.ankomst.housing.Finding.Effect;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.Match;
import dk.ankomst.housing.OwnPayment;
import dk.ankomst.housing.Tenure;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** What the pages say about a family's dwelling. */
@Component
class CaseDwellingViews {

    /** A reason for or against. */
    record Reason(String mark, String badge, String matter, String text, String rule) {}

    /**
     * A dwelling held against the family.
     *
     * @param rooms how many rooms can be chosen at most; 0 where it is let as a whole
     * @param asksGround whether the rules leave something open
     * @param reservable whether the page offers to reserve it
     */
    record Offer(
            long id,
            String address,
            List<Fact> facts,
            List<Reason> reasons,
            int rooms,
            boolean asksGround,
            boolean reservable,
            String ground,
            String roomsTyped,
            @Nullable String groundError,
            @Nullable String roomsError) {}

    /** What the family had. */
    record Past(String address, String words) {}

    /** A message for the top of the page. */
    record Message(@Nullable String target, String text) {}

    /**
     * The page of a case.
     *
     * @param reserved the reserved dwelling in words; null when there is none
     * @param asksLeaving whether the reserved dwelling is a through-flow one
     * @param benefit what was noted; empty when nothing was
     */
    record Page(
            String number,
            String family,
            List<String> standing,
            boolean mayHouse,
            @Nullable String reserved,
            boolean asksLeaving,
            boolean mayMoveIn,
            String benefit,
            List<Offer> fitting,
            List<Offer> open,
            List<Offer> rejected,
            List<Past> past,
            Map<String, String> typed,
            Map<String, String> fieldErrors,
            List<Message> messages) {}

    private final Housing housing;
    private final DwellingRegister register;
    private final Wording wording;

    CaseDwellingViews(Housing housing, DwellingRegister register, Wording wording) {
        this.housing = housing;
        this.register = register;
        this.wording = wording;
    }

    /** Where the family lives and what is reserved, in sentences. */
    List<String> standing(CaseFacts facts) {
        List<String> sentences = new ArrayList<>();
        String number = facts.caseNumber();
        Optional<Dwelling> livedIn = housing.livedIn(number);
        livedIn.ifPresent(dwelling -> sentences.add("Familien bor "
                + (dwelling.tenure() == Tenure.PERMANENT ? "permanent" : "midlertidigt") + " i " + dwelling.address()
                + DwellingWords.rooms(
                        dwelling,
                        dwelling.of(number).stream()
                                .filter(Allotment::isLivedIn)
                                .toList())
                + "."));
        LocalDate leaves = housing.leavesOn(number);
        if (leaves != null) {
            sentences.add("Den skal være flyttet videre senest " + wording.date(leaves) + ".");
        }
        housing.reserved(number)
                .ifPresent(dwelling -> sentences.add(dwelling.address()
                        + DwellingWords.rooms(
                                dwelling,
                                dwelling.of(number).stream()
                                        .filter(Allotment::isReserved)
                                        .toList())
                        + " er reserveret til familien ("
                        + DwellingWords.lower(dwelling.tenure().danishName()) + ")."));
        if (sentences.isEmpty()) {
            sentences.add("Ingen bolig i boligregistret er reserveret til familien.");
        }
        if (facts.permanentDwelling()) {
            sentences.add("Det er noteret på sagen, at familien har en permanent bolig.");
        } else if (facts.open()) {
            sentences.add("Pligten til at finde en permanent bolig er åben (integrationsloven § 12).");
        }
        return sentences;
    }

    Page of(CaseFacts facts, boolean mayHouse, @Nullable Typed typed, @Nullable Long tried, List<FieldError> errors) {
        String number = facts.caseNumber();
        boolean may = mayHouse && facts.open();
        Match match = housing.match(number);
        Dwelling reserved = housing.reserved(number).orElse(null);
        Map<String, String> instruments = register.instruments();
        List<Offer> fitting = new ArrayList<>();
        List<Offer> open = new ArrayList<>();
        List<Offer> rejected = new ArrayList<>();
        for (Candidate candidate : match.candidates()) {
            Offer offer = offer(
                    candidate,
                    number,
                    instruments,
                    may && reserved == null,
                    tried != null && tried == candidate.dwelling().id() ? typed : null,
                    errors);
            (candidate.verdict() == Verdict.PASSER ? fitting : candidate.verdict() == Verdict.AFVIST ? rejected : open)
                    .add(offer);
        }
        List<String> standing = new ArrayList<>(standing(facts));
        standing.add(match.persons() == 1 ? "Familien er 1 person." : "Familien er " + match.persons() + " personer.");
        Integer benefit = match.monthlyBenefit();
        standing.add(
                benefit == null
                        ? "Familiens ydelse er ikke noteret."
                        : "Familiens ydelse er " + DwellingWords.monthly(benefit) + ".");
        Typed shown = tried == null && typed != null ? typed : new Typed(new LinkedMultiValueMap<>());
        String benefitTyped = shown.shown("benefit");
        return new Page(
                number,
                facts.family(),
                standing,
                may,
                reserved == null ? null : reserved.address(),
                reserved != null && reserved.kind() == DwellingKind.THROUGH_FLOW,
                reserved != null && reserved.approval().allowsMovingIn(),
                benefitTyped.isEmpty() && benefit != null ? benefit.toString() : benefitTyped,
                fitting,
                open,
                rejected,
                housing.allotments(number).stream()
                        .filter(past -> !past.isCurrent())
                        .map(this::past)
                        .toList(),
                Map.of(
                        "reason", shown.shown("reason"),
                        "movedInOn", shown.shown("movedInOn"),
                        "leavesOn", shown.shown("leavesOn")),
                fieldErrors(tried == null ? errors : List.of()),
                errors.stream().map(error -> message(error, tried)).toList());
    }

    private static Map<String, String> fieldErrors(List<FieldError> errors) {
        Map<String, String> byField = new HashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        return byField;
    }

    private static Message message(FieldError error, @Nullable Long tried) {
        if (error.field().isEmpty()) {
            return new Message(tried == null ? null : "bolig-" + tried, error.message());
        }
        return new Message(tried == null ? error.field() : error.field() + "-" + tried, error.message());
    }

    private static @Nullable String error(String field, @Nullable Typed typed, List<FieldError> errors) {
        return typed == null
                ? null
                : errors.stream()
                        .filter(error -> error.field().equals(field))
                        .map(FieldError::message)
                        .findFirst()
                        .orElse(null);
    }

    private Offer offer(
            Candidate candidate,
            String number,
            Map<String, String> instruments,
            boolean mayReserve,
            @Nullable Typed typed,
            List<FieldError> errors) {
        Dwelling dwelling = candidate.dwelling();
        List<Reason> reasons = new ArrayList<>();
        String takenBy = candidate.takenBy();
        if (takenBy != null) {
            reasons.add(new Reason(
                    "Afvist",
                    "badge-error",
                    "Optaget",
                    "Boligen er " + DwellingWords.lower(dwelling.status().danishName()) + " til sag " + takenBy
                            + ". To familier får aldrig samme bolig.",
                    "boligregistret"));
        }
        for (Effect effect : Effect.values()) {
            candidate.of(effect).forEach(finding -> reasons.add(reason(finding)));
        }
        OwnPayment payment = candidate.payment();
        if (payment != null) {
            reasons.add(payment(payment));
        }
        boolean isFree = takenBy == null && !dwelling.freeUnits().isEmpty();
        return new Offer(
                dwelling.id(),
                dwelling.address(),
                DwellingWords.facts(dwelling, instruments),
                reasons,
                dwelling.hasRooms() ? dwelling.freeUnits().size() : 0,
                candidate.verdict() == Verdict.SPOERGSMAAL,
                mayReserve
                        && isFree
                        && candidate.verdict() != Verdict.AFVIST
                        && dwelling.of(number).isEmpty(),
                typed == null ? "" : typed.shown("ground"),
                typed == null ? "" : typed.shown("rooms"),
                error("ground", typed, errors),
                error("rooms", typed, errors));
    }

    private static Reason reason(Finding finding) {
        String mark =
                switch (finding.effect()) {
                    case AFVIST -> "Afvist";
                    case SPOERGSMAAL -> "Tag stilling";
                    case ULEMPE -> "Imod";
                    case UOPLYST -> "Ikke oplyst";
                    case PASSER -> "For";
                };
        String badge =
                switch (finding.effect()) {
                    case AFVIST -> "badge-error";
                    case SPOERGSMAAL -> "badge-warning";
                    case ULEMPE, UOPLYST -> "ankomst-quiet";
                    case PASSER -> "badge-success";
                };
        return new Reason(
                mark, badge, finding.matter(), finding.text(), finding.ruleId() + ". Kilde: " + finding.source());
    }

    private static Reason payment(OwnPayment payment) {
        Integer family = payment.family();
        Integer municipality = payment.municipality();
        String source = payment.ruleId() + ". Kilde: " + payment.source();
        if (family == null || municipality == null) {
            return new Reason("Mangler", "ankomst-quiet", "Egenbetaling", payment.text(), source);
        }
        return new Reason(
                "Oplysning",
                "ankomst-quiet",
                "Egenbetaling",
                payment.text() + " Familien betaler højst " + DwellingWords.monthly(family) + ", kommunen "
                        + DwellingWords.monthly(municipality) + ".",
                source);
    }

    private Past past(Allotment past) {
        Dwelling dwelling = register.dwelling(past.dwellingId());
        LocalDate from = past.movedInOn();
        LocalDate to = past.endedOn();
        return new Past(
                dwelling.address(),
                (from == null ? "reserveret " + wording.time(past.reservedAt()) : "boede der fra " + wording.date(from))
                        + (to == null ? "" : " til " + wording.date(to)) + ". " + String.valueOf(past.endedReason()));
    }
}
