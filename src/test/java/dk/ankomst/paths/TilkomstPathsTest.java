package dk.ankomst.paths;

import org.junit.jupiter.api.Test;

/** The paths of the process {@code tilkomst}. */
class TilkomstPathsTest extends PathTest {

    TilkomstPathsTest() {
        super("tilkomst");
    }

    @Test
    void an_adult_gets_all_three_offers() {
        start(
                "personId",
                4L,
                "personNr",
                "4",
                "erVoksen",
                true,
                "retsdato",
                "2016-03-01",
                "fase",
                "modtagelsesperiode");
        ends("helbredsvurdering");
        ends("danskuddannelse");
        ends("integrationskontrakt");

        walked("""
                StartEvent_MedlemAnkommet 'Medlem ankommet'
                Gateway_HvilkeTilbud 'Hvilke tilbud skal gives?'
                --> Flow_HvilkeTilbud_Altid 'Altid'
                CallActivity_TilkomstHelbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                --> Flow_HvilkeTilbud_ErVoksen 'Er voksen'
                CallActivity_TilkomstDansk 'Begynd danskuddannelse'
                    calls danskuddannelse {fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                --> Flow_HvilkeTilbud_ErVoksen_TilkomstKontrakt 'Er voksen'
                CallActivity_TilkomstKontrakt 'Indgå integrationskontrakt'
                    calls integrationskontrakt {fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                Gateway_TilbudSamlet
                Gateway_TilbudSamlet
                Gateway_TilbudSamlet
                EndEvent_MedlemModtaget 'Medlem modtaget'
                """);
    }

    @Test
    void a_child_gets_the_health_assessment_only() {
        start(
                "personId",
                4L,
                "personNr",
                "4",
                "erVoksen",
                false,
                "retsdato",
                "2016-03-01",
                "fase",
                "modtagelsesperiode");
        ends("helbredsvurdering");

        walked("""
                StartEvent_MedlemAnkommet 'Medlem ankommet'
                Gateway_HvilkeTilbud 'Hvilke tilbud skal gives?'
                --> Flow_HvilkeTilbud_Altid 'Altid'
                CallActivity_TilkomstHelbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                Gateway_TilbudSamlet
                EndEvent_MedlemModtaget 'Medlem modtaget'
                """);
    }
}
