package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Forty invented families of all variants, of which the first comes in May 2015 and the last a year and a half later. */
final class FortyFamilies {

    static final String SELF_SUPPORTING = "Familien er selvforsørgende";
    static final String ORDINARY = "Familien følges i den almindelige indsats";
    static final String PERIOD_OVER = "Programperioden er udløbet";
    static final String DEAD = "Den sidste i familien er død";
    static final String MOVED = "Familien er flyttet";
    static final String LAPSED = "Opholdstilladelsen er bortfaldet";

    private static final String FOLLOWED = "UserTask_FoelgModSelvforsoergelse";

    private FortyFamilies() {}

    static List<Story> all() {
        List<Story> all = new ArrayList<>();
        all.addAll(fromCentres());
        all.addAll(byAirport());
        all.addAll(reunified());
        all.addAll(unaccompanied());
        all.addAll(movedIn());
        all.addAll(leaving());
        all.addAll(refusing());
        all.addAll(late());
        all.addAll(membersApart());
        return all;
    }

    private static List<Story> fromCentres() {
        return List.of(
                Story.of(
                                "a single man who never finds work in the three years",
                                "asylcenter",
                                aFamily().withAdults(1).visitedOn("2015-05-04"))
                        .neverDoing(FOLLOWED)
                        .endsWith(PERIOD_OVER),
                Story.of(
                                "a family of five",
                                "asylcenter",
                                aFamily().withChildren(3).visitedOn("2015-05-15"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a family of twelve",
                                "asylcenter",
                                aFamily().withAdults(4).withChildren(8).visitedOn("2015-06-01"))
                        .doing(FOLLOWED, 900)
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a couple with special needs",
                                "asylcenter",
                                aFamily().needing("traume", "handicap").visitedOn("2015-06-10"))
                        .answering("forloebUdfald", ORDINARY)
                        .doing(FOLLOWED, 700)
                        .endsWith(ORDINARY),
                Story.of(
                                "a mother whose language nobody knows",
                                "asylcenter",
                                aFamily()
                                        .withAdults(1)
                                        .withChildren(2)
                                        .ofNationality("ukendt", null)
                                        .visitedOn("2015-08-03"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a couple who come earlier than agreed",
                                "asylcenter",
                                aFamily().visitedOn("2015-08-20"))
                        .arrivingAfterTakeover(-6)
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a family from a special centre on humanitarian grounds",
                                "asylcenter",
                                aFamily()
                                        .of("humanitaer-opholdstilladelse")
                                        .from("specialcenter")
                                        .withChildren(1)
                                        .visitedOn("2015-11-02"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a family under the law of 2016",
                                "asylcenter",
                                aFamily().withChildren(2).visitedOn("2016-08-15"))
                        .doing(FOLLOWED, 200)
                        .endsWith(SELF_SUPPORTING));
    }

    private static List<Story> byAirport() {
        return List.of(
                quota("a quota family", 2, "2015-06-08", "2015-07-06").endsWith(SELF_SUPPORTING),
                quota("a quota family whose flight is moved twice", 1, "2015-07-01", "2015-08-03")
                        .after(10, (number, town) -> expected(number, town, "2015-08-17"))
                        .after(40, (number, town) -> expected(number, town, "2015-08-24"))
                        .arrivingAfterTakeover(21)
                        .endsWith(SELF_SUPPORTING),
                quota("a quota family with a baby born after the arrival", 2, "2015-09-01", "2015-10-05")
                        .afterArrival(120, FortyFamilies::childIsBorn)
                        .endsWith(SELF_SUPPORTING),
                quota("a single quota refugee", 0, "2015-05-06", "2015-06-01")
                        .neverDoing(FOLLOWED)
                        .endsWith(PERIOD_OVER));
    }

    private static Story quota(String words, int children, String visited, String expected) {
        return Story.of(
                words,
                "kvote",
                aFamily()
                        .of("kvoteflygtning")
                        .from("lufthavn")
                        .withAdults(children == 0 ? 1 : 2)
                        .withChildren(children)
                        .visitedOn(visited)
                        .expectedOn(expected));
    }

    private static List<Story> reunified() {
        return List.of(
                reunified("a reunified mother with two children", 1, 2, "2015-07-20")
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "reunified children who come to their father",
                                "familiesammenfoert",
                                aFamily()
                                        .of("familiesammenfoert-barn")
                                        .from("udlandet")
                                        .withAdults(0)
                                        .withChildren(3)
                                        .visitedOn("2016-01-11"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a man whose wife and child come half a year later",
                                "asylcenter",
                                aFamily().withAdults(1).visitedOn("2015-05-20"))
                        .afterArrival(180, (number, town) -> joins(number, town, true))
                        .afterArrival(195, (number, town) -> joins(number, town, false))
                        .doing(FOLLOWED, 800)
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a woman whose child comes while the case is being prepared",
                                "asylcenter",
                                aFamily().withAdults(1).visitedOn("2015-09-14"))
                        .after(15, (number, town) -> joins(number, town, false))
                        .endsWith(SELF_SUPPORTING));
    }

    private static Story reunified(String words, int adults, int children, String visited) {
        return Story.of(
                words,
                "familiesammenfoert",
                aFamily()
                        .of("familiesammenfoert-aegtefaelle")
                        .from("udlandet")
                        .withAdults(adults)
                        .withChildren(children)
                        .visitedOn(visited));
    }

    private static List<Story> unaccompanied() {
        return List.of(
                Story.of(
                                "an unaccompanied girl",
                                "uledsaget",
                                aFamily().asUnaccompaniedMinor().visitedOn("2015-06-22"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "an unaccompanied boy who joins the ordinary effort",
                                "uledsaget",
                                aFamily().asUnaccompaniedMinor().visitedOn("2015-08-10"))
                        .answering("forloebUdfald", ORDINARY)
                        .endsWith(ORDINARY),
                Story.of(
                                "an unaccompanied boy who moves to his uncle",
                                "uledsaget",
                                aFamily().asUnaccompaniedMinor().visitedOn("2015-10-01"))
                        .neverDoing(FOLLOWED)
                        .afterArrival(150, FortyFamilies::movesAway)
                        .endsWith(MOVED));
    }

    private static List<Story> movedIn() {
        return List.of(
                movedIn("a family that moved in with a year left", 1, "2015-07-13")
                        .answering("erRestperiodenOplyst", "ja")
                        .answering("programSlutDato", "2016-09-30")
                        .neverDoing(FOLLOWED)
                        .endsWith(PERIOD_OVER),
                movedIn("a family that moved in and moves on", 2, "2016-03-01")
                        .afterArrival(200, FortyFamilies::movesAway)
                        .endsWith(MOVED));
    }

    private static Story movedIn(String words, int children, String visited) {
        return Story.of(
                words,
                "tilflytter",
                aFamily().from("anden-kommune").withChildren(children).visitedOn(visited));
    }

    private static List<Story> leaving() {
        return List.of(
                ordinary("a family that moves away before it comes", "2015-06-15")
                        .after(20, FortyFamilies::movesAway)
                        .neverArriving()
                        .endsWith(MOVED),
                ordinary("a family that moves away in the first month", "2015-07-06")
                        .afterArrival(20, FortyFamilies::movesAway)
                        .endsWith(MOVED),
                ordinary("a family that moves away after a year", "2015-09-21")
                        .afterArrival(380, FortyFamilies::movesAway)
                        .endsWith(MOVED),
                ordinary("a family whose permit lapses before it comes", "2015-08-24")
                        .after(30, FortyFamilies::permitLapses)
                        .neverArriving()
                        .endsWith(LAPSED),
                ordinary("a family whose permit lapses after two years", "2016-04-04")
                        .afterArrival(700, FortyFamilies::permitLapses)
                        .neverDoing(FOLLOWED)
                        .endsWith(LAPSED));
    }

    private static List<Story> refusing() {
        return List.of(ordinary("a family that says no to everything", "2015-06-29")
                .answering("oenskerHelbredsvurdering", "nej")
                .answering("vilIndgaaKontrakt", "nej")
                .answering("oenskerIntegrationsplan", "nej")
                .answering("kontaktfamilieSvar", "nej")
                .answering("foreningSvar", "nej")
                .answering("erBevilget", "nej")
                .endsWith(SELF_SUPPORTING));
    }

    private static List<Story> late() {
        return List.of(
                ordinary("a family whose contract comes late", "2015-05-26")
                        .doing("UserTask_HoldKontraktsamtale", 60)
                        .endsWith(SELF_SUPPORTING),
                ordinary("a family that is registered in CPR late", "2015-07-27")
                        .doing("UserTask_RegistrerICpr", 12)
                        .endsWith(SELF_SUPPORTING),
                ordinary("a family whose health assessment is never offered", "2015-08-31")
                        .neverDoing("UserTask_TilbydHelbredsvurdering")
                        .afterArrival(500, FortyFamilies::movesAway)
                        .endsWith(MOVED),
                ordinary("a family for which everything is late", "2016-02-15")
                        .doing("UserTask_HoldKontraktsamtale", 70)
                        .doing("UserTask_TilbydHelbredsvurdering", 250)
                        .doing("UserTask_TilbydIntegrationsprogram", 90)
                        .doing("UserTask_FindBolig", 60)
                        .doing("UserTask_ModtagFamilien", 5)
                        .doing("UserTask_RegistrerICpr", 30)
                        .doing("UserTask_HoldOpfoelgningssamtale", 300)
                        .endsWith(SELF_SUPPORTING),
                ordinary("a family that is followed to the end of the period", "2015-05-11")
                        .neverDoing(FOLLOWED)
                        .endsWith(PERIOD_OVER),
                ordinary("a family that arrives two weeks after the takeover", "2016-01-04")
                        .arrivingAfterTakeover(14)
                        .endsWith(SELF_SUPPORTING));
    }

    private static List<Story> membersApart() {
        return List.of(
                Story.of(
                                "a family whose father dies in the first year",
                                "asylcenter",
                                aFamily().withChildren(2).visitedOn("2015-07-08"))
                        .afterArrival(40, (number, town) -> leaves(number, town, 2, "doed"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "children whose only parent dies",
                                "asylcenter",
                                aFamily().withAdults(1).withChildren(2).visitedOn("2015-09-30"))
                        .afterArrival(70, (number, town) -> leaves(number, town, 1, "doed"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a single man who dies",
                                "asylcenter",
                                aFamily().withAdults(1).visitedOn("2016-02-22"))
                        .afterArrival(100, (number, town) -> leaves(number, town, 1, "doed"))
                        .endsWith(DEAD),
                Story.of(
                                "a woman who dies before she comes",
                                "asylcenter",
                                aFamily().withAdults(1).visitedOn("2016-03-14"))
                        .after(25, (number, town) -> leaves(number, town, 1, "doed"))
                        .neverArriving()
                        .endsWith(DEAD),
                Story.of(
                                "a couple of whom one moves away alone",
                                "asylcenter",
                                aFamily().withChildren(1).visitedOn("2015-11-23"))
                        .afterArrival(20, (number, town) -> leaves(number, town, 2, "fraflyttet"))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a quota family whose members come on three different days",
                                "kvote",
                                aFamily()
                                        .of("kvoteflygtning")
                                        .from("lufthavn")
                                        .withChildren(3)
                                        .visitedOn("2015-10-05")
                                        .expectedOn("2015-11-02"))
                        .after(5, (number, town) -> comesLater(number, town, 2, 60))
                        .after(6, (number, town) -> comesLater(number, town, 5, 45))
                        .afterArrival(10, (number, town) -> comes(number, town, 5))
                        .afterArrival(60, (number, town) -> comes(number, town, 2))
                        .endsWith(SELF_SUPPORTING),
                Story.of(
                                "a family whose grandmother is awaited and never comes",
                                "asylcenter",
                                aFamily().withAdults(3).withChildren(1).visitedOn("2016-01-18"))
                        .after(10, (number, town) -> comesLater(number, town, 3, 90))
                        .afterArrival(200, (number, town) -> leaves(number, town, 3, "kommer-ikke"))
                        .endsWith(SELF_SUPPORTING));
    }

    private static Story ordinary(String words, String visited) {
        return Story.of(
                words, "asylcenter", aFamily().withAdults(1).withChildren(1).visitedOn(visited));
    }

    // ---- what happens

    private static void expected(String number, Municipality town, String day) {
        town.cases.changePlannedArrival(number, LocalDate.parse(day), "Flyet er aflyst");
    }

    private static void joins(String number, Municipality town, boolean adult) {
        LocalDate today = town.clock.today();
        town.cases.addMember(number, adult ? Family.anAdult(today) : Family.aChild(today), today);
    }

    private static void childIsBorn(String number, Municipality town) {
        LocalDate today = town.clock.today();
        town.cases.addMember(number, Family.aNewborn(today), today);
    }

    private static void movesAway(String number, Municipality town) {
        town.cases.movedAway(number, town.clock.today(), "Eksempelby", "Arbejde");
    }

    private static void permitLapses(String number, Municipality town) {
        town.cases.permitLapsed(number, town.clock.today(), "Udrejst");
    }

    private static void leaves(String number, Municipality town, int person, String cause) {
        town.members.left(number, id(number, town, person), town.clock.today(), cause, "Oplyst af familien");
    }

    private static void comesLater(String number, Municipality town, int person, int days) {
        town.members.comesLater(
                number, id(number, town, person), town.clock.today().plusDays(days), "Rejsepapirer mangler");
    }

    private static void comes(String number, Municipality town, int person) {
        town.members.arrived(number, id(number, town, person), town.clock.today());
    }

    private static long id(String number, Municipality town, int person) {
        return town.facts(number).persons().stream()
                .filter(member -> member.number() == person)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
