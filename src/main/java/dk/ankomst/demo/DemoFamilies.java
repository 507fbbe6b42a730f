package dk.ankomst.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The twelve families. Names, places and what happens are invented; together they show every track and phase. */
final class DemoFamilies {

    private static final String CONVENTION = "konventionsflygtning";
    private static final String CENTRE = "opholdscenter";

    private DemoFamilies() {}

    /** The oldest case first, so that the case numbers follow the calendar. */
    static List<DemoFamily> all() {
        return List.of(
                        selfSupporting(),
                        movedAway(),
                        largeWithLateContract(),
                        withIntegrationPlan(),
                        quota(),
                        minor(),
                        withOpenBreach(),
                        reunified(),
                        justArrived(),
                        expectedOnAnotherDay(),
                        beingHandedOver(),
                        newlyVisited())
                .stream()
                .sorted(Comparator.comparing((DemoFamily family) -> family.visitedOn(LocalDate.EPOCH)))
                .toList();
    }

    private static DemoFamily selfSupporting() {
        return new DemoFamily("Okbazan", CONVENTION, CENTRE, "Center Nordskov", "eritrea", "anden", 430)
                .man("Natnel", 29)
                .arrivesAtTakeover()
                .answer("boligErPermanent", "ja")
                .answer("forloebUdfald", "Familien er selvforsørgende")
                .answer("forloebBegrundelse", "Natnel har fået fast arbejde på et lager og forsørger sig selv.")
                .lies("UserTask_FoelgModSelvforsoergelse", 190);
    }

    private static DemoFamily movedAway() {
        return new DemoFamily("Haldami", CONVENTION, "modtagecenter", "Center Egelund", "syrien", "kurder", 300)
                .woman("Rojin", 38)
                .boy("Azad", 15)
                .girl("Berfin", 11)
                .arrivesAtTakeover()
                .movedAwayDaysAgo(50, "Moderen er begyndt på en uddannelse i den anden kommune.")
                .answer("modtagerkommune", "Nabokommunen")
                .lies("UserTask_FoelgModSelvforsoergelse", 400);
    }

    private static DemoFamily largeWithLateContract() {
        return new DemoFamily("Mirzavan", CONVENTION, CENTRE, "Center Nordskov", "afghanistan", "hazara", 265)
                .man("Yusef", 44)
                .woman("Shirin", 41)
                .boy("Ramin", 16)
                .girl("Leyla", 14)
                .boy("Omid", 12)
                .girl("Parisa", 9)
                .boy("Farid", 7)
                .girl("Nilo", 4)
                .boy("Sami", 2)
                .arrivesAtTakeover()
                .answer("boligErPermanent", "ja")
                .answer(
                        "fristbrudAarsag",
                        "Kontraktsamtalen blev aflyst to gange, fordi tolken meldte afbud, og den nye tid lå efter fristen.")
                .answer("fristbrudHandling", "Jobcentret har bestilt en ny tolk og holder samtalen i næste uge.")
                .lies("UserTask_HoldKontraktsamtale#2", 30)
                .lies("UserTask_FoelgModSelvforsoergelse", 600);
    }

    private static DemoFamily withIntegrationPlan() {
        return new DemoFamily("Tavoran", CONVENTION, CENTRE, "Center Egelund", "syrien", "araber", 170)
                .woman("Solmira", 43)
                .man("Darem", 46)
                .girl("Lira", 14)
                .boy("Noro", 10)
                .girl("Ami", 3)
                .arrivesAtTakeover()
                .answer("boligErPermanent", "nej")
                .answer("sammensatteBehov", "ja")
                .answer("antalAktoererMedIndsats", "3")
                .answer("indsatsSkole", "ja")
                .answer("indsatsJobcenter", "ja")
                .answer("indsatsBoernFamilie", "ja")
                .lies("UserTask_FindPermanentBolig", 400)
                .lies("UserTask_FoelgModSelvforsoergelse", 600);
    }

    private static DemoFamily quota() {
        return new DemoFamily(
                        "Ruwenda",
                        "kvoteflygtning",
                        "lufthavn",
                        "Lufthavnen",
                        "congo-den-demokratiske-republik",
                        "anden",
                        110)
                .woman("Esperie", 34)
                .man("Jonas", 37)
                .boy("Patrik", 13)
                .girl("Gloria", 8)
                .expectedIn(-48)
                .arrivedDaysAgo(48)
                .lies("UserTask_FindPermanentBolig", 400)
                .lies("UserTask_RegistrerVurderingen#3", 90);
    }

    private static DemoFamily minor() {
        return new DemoFamily(
                        "Esfandar", CONVENTION, "specialcenter", "Børnecenter Birkely", "afghanistan", "tajik", 98)
                .unaccompanied()
                .boy("Navid", 16)
                .arrivesAtTakeover()
                .answer("boligErPermanent", "nej")
                .lies("UserTask_FindPermanentBolig", 400)
                .lies("UserTask_StartBoernISkole", 90);
    }

    private static DemoFamily withOpenBreach() {
        return new DemoFamily("Belkasim", CONVENTION, CENTRE, "Center Nordskov", "syrien", "araber", 95)
                .man("Khaled", 33)
                .woman("Rima", 31)
                .boy("Ziad", 6)
                .arrivesAtTakeover()
                .answer("boligErPermanent", "nej")
                .lies("UserTask_FindPermanentBolig", 400)
                .neglects("UserTask_HenvisTilDanskuddannelse#2")
                .neglects("UserTask_VurderFristbrud");
    }

    private static DemoFamily reunified() {
        return new DemoFamily("Dorvani", "familiesammenfoert-aegtefaelle", "udlandet", null, "iran", "perser", 62)
                .woman("Mahsa", 28)
                .girl("Tara", 5)
                .expectedIn(-27)
                .arrivedDaysAgo(27)
                .answer("boligErPermanent", "ja")
                .lies("UserTask_TilbydHelbredsvurdering", 60)
                .lies("UserTask_StartUndervisning", 40)
                .lies("UserTask_TilbydKontaktfamilie", 60);
    }

    private static DemoFamily justArrived() {
        return new DemoFamily("Zamaruk", "kvoteflygtning", "lufthavn", "Lufthavnen", "sydsudan", "anden", 58)
                .woman("Achol", 26)
                .boy("Deng", 1)
                .expectedIn(-1)
                .arrivedDaysAgo(1)
                .lies("UserTask_RegistrerICpr", 3);
    }

    private static DemoFamily expectedOnAnotherDay() {
        return new DemoFamily("Selwani", CONVENTION, CENTRE, "Center Egelund", "irak", "kurder", 21)
                .woman("Hevin", 36)
                .man("Karwan", 39)
                .girl("Rona", 12)
                .expectedIn(16)
                .expectedAtTakeover(5, "Centeret har brug for nogle dage mere til at gøre familien klar til at rejse.");
    }

    private static DemoFamily beingHandedOver() {
        return new DemoFamily(
                        "Nadivar", "humanitaer-opholdstilladelse", "uden-for-centeret", null, "syrien", "araber", 18)
                .man("Elias", 52)
                .woman("Samira", 49)
                .neglects("UserTask_AftalModtagelse")
                .neglects("UserTask_ModtagOverdragelsesskema");
    }

    private static DemoFamily newlyVisited() {
        return new DemoFamily("Yorekan", CONVENTION, "modtagecenter", "Center Egelund", "statsloes", null, 4)
                .woman("Imani", 32)
                .girl("Sahra", 9)
                .boy("Idris", 6)
                .lies("UserTask_AfklarTolkesprog", 6)
                .lies("UserTask_IndhentHelbredsoplysninger", 12)
                .lies("UserTask_ForberedUdbetaling", 12)
                .lies("UserTask_ReserverSkoleplads", 12);
    }
}
