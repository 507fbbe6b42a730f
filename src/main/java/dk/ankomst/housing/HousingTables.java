package dk.ankomst.housing;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables about housing, each asked for what it decides. */
@Component
class HousingTables {

    /** Begins the ids of the rules of {@code boligbeliggenhed}. */
    static final String LOCATION_RULE = "rule_beliggenhed_";

    static final String EVERY = "anvisning-hver";
    static final String RENT_SHARE = "husleje-andel";
    static final String PER_ROOM = "personer-pr-vaerelse";
    static final String PAYMENT_CEILING = "egenbetaling-loft";
    static final String SHORTEST_STAY = "gennemgang-mindst";
    static final String LONGEST_STAY = "gennemgang-hoejst";
    static final String SHORTEST_HEARING = "hoering-mindst";
    static final String IN_RESERVE = "gennemgang-beredskab";

    /** What holds for a kind of dwelling, whoever lives there. */
    record KindRule(boolean permanent, boolean temporary, boolean byRoom, boolean needsApproval, String ruleId) {

        boolean allows(Tenure tenure) {
            return tenure == Tenure.PERMANENT ? permanent : temporary;
        }
    }

    private final Decisions decisions;

    HousingTables(Decisions decisions) {
        this.decisions = decisions;
    }

    KindRule kind(DwellingKind kind) {
        RuleHit hit = only("boligart", Map.of("boligart", kind.code()));
        String tenure = hit.requiredText("varighed");
        return new KindRule(
                !tenure.equals(Tenure.MIDLERTIDIG.name()),
                !tenure.equals(Tenure.PERMANENT.name()),
                hit.requiredText("udlejning").equals("VAERELSER"),
                !hit.requiredText("godkendelse").equals("INGEN"),
                hit.ruleId());
    }

    Parameter parameter(String code) {
        RuleHit hit = only("boligparameter", Map.of("parameter", code));
        return new Parameter(
                code,
                hit.requiredText("betegnelse"),
                hit.number("vaerdi"),
                hit.requiredText("enhed"),
                hit.requiredText("status"),
                hit.requiredText("kilde"));
    }

    /** The ways in which the municipality can come by a dwelling of a kind: their names by their codes. */
    Map<String, String> instruments(DwellingKind kind, boolean everyFourthIsDue) {
        Map<String, String> ways = new LinkedHashMap<>();
        decisions
                .evaluate("anvisningsmaade", Map.of("boligart", kind.code(), "retTilFjerde", everyFourthIsDue))
                .forEach(hit -> ways.put(hit.requiredText("maade"), hit.requiredText("betegnelse")));
        return ways;
    }

    /**
     * The reasons for and against a dwelling.
     *
     * @param room for how many persons there is room; null when nobody knows
     * @param permanentLeft whether the register has a permanent dwelling that the rules do not reject
     */
    List<Finding> findings(
            Dwelling dwelling,
            @Nullable Integer room,
            int persons,
            boolean unaccompanied,
            @Nullable Integer benefit,
            boolean permanentLeft) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("boligart", dwelling.kind().code());
        asked.put("varighed", dwelling.tenure().name());
        asked.put("antalPersoner", persons);
        asked.put("erUledsaget", unaccompanied);
        asked.put("pladser", room);
        asked.put("godkendelse", dwelling.approval().name());
        asked.put("permanentPasser", permanentLeft);
        List<Finding> findings = new ArrayList<>(findings("boliganvisning", asked));
        Map<String, @Nullable Object> money = new HashMap<>();
        money.put("varighed", dwelling.tenure().name());
        money.put("husleje", dwelling.rent());
        money.put("ydelse", benefit);
        money.put("andel", parameter(RENT_SHARE).value());
        findings.addAll(findings("boligbetaling", money));
        Location location = dwelling.location();
        findings.addAll(findings(
                "boligbeliggenhed",
                Map.of(
                        "sprogskole", location.languageSchool().name(),
                        "arbejdspladser", location.work().name(),
                        "transport", location.transport().name(),
                        "civilsamfund", location.civilSociety().name())));
        return findings;
    }

    /** What speaks against a kind of dwelling for a household, of whatever size the dwelling is. */
    List<String> objections(DwellingKind kind, Tenure tenure, int persons, boolean unaccompanied) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("boligart", kind.code());
        asked.put("varighed", tenure.name());
        asked.put("antalPersoner", persons);
        asked.put("erUledsaget", unaccompanied);
        asked.put("pladser", null);
        asked.put("godkendelse", Approval.IKKE_KRAEVET.name());
        asked.put("permanentPasser", false);
        return findings("boliganvisning", asked).stream()
                .filter(finding -> finding.effect() == Finding.Effect.AFVIST)
                .map(Finding::text)
                .toList();
    }

    OwnPayment ownPayment(@Nullable Integer cost) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("udgift", cost);
        asked.put("loft", parameter(PAYMENT_CEILING).value());
        RuleHit hit = only("egenbetaling", asked);
        return new OwnPayment(
                hit.number("egenbetaling"),
                hit.number("kommunensUdgift"),
                hit.requiredText("tekst"),
                hit.ruleId(),
                hit.requiredText("kilde"));
    }

    private List<Finding> findings(String table, Map<String, @Nullable Object> asked) {
        return decisions.evaluate(table, asked).stream().map(Finding::of).toList();
    }

    private RuleHit only(String table, Map<String, @Nullable Object> asked) {
        List<RuleHit> hits = decisions.evaluate(table, asked);
        if (hits.size() != 1) {
            throw new IllegalStateException("Tabellen " + table + " skal have én regel for " + asked);
        }
        return hits.get(0);
    }
}
