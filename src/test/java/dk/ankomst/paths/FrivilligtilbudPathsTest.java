package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code frivilligtilbud}. */
class FrivilligtilbudPathsTest extends PathTest {

    FrivilligtilbudPathsTest() {
        super("frivilligtilbud");
    }

    @BeforeEach
    void services() {
        service("meldFrivilligindsats", "kontaktfamilieSvar", "foreningSvar");
    }

    private void offered(String contactFamily, String association) {
        start("tilbudspligt", "modtagelsesperiode-slut", "tilbudsaftale", "frivilligindsats");
        complete("UserTask_TilbydKontaktfamilie", "kontaktfamilieSvar", contactFamily, "foreningSvar", association);
    }

    @Test
    void a_family_that_wants_something_gets_an_effort_beside_the_phases() {
        offered("ja", "nej");

        walked("""
                StartEvent_TilbudKanGives 'Tilbud kan gives'
                UserTask_TilbydKontaktfamilie 'Tilbyd en kontaktfamilie' [frivilligkoordinator, taskDate modtagelsesperiode-slut]
                RuleTask_BestemFrivilligindsats 'Bestem om indsats begynder'
                Gateway_SkalIndsatsBegynde 'Skal en indsats begynde?'
                --> Flow_SkalIndsatsBegynde_Ja 'Ja'
                EndEvent_FrivilligindsatsAftalt 'Frivilligindsats aftalt'
                    asks meldFrivilligindsats {foreningSvar=nej, kontaktfamilieSvar=ja}
                """);
    }

    @Test
    void a_family_that_says_no_to_both_has_been_offered_and_that_is_all() {
        offered("nej", "nej");

        walked("""
                StartEvent_TilbudKanGives 'Tilbud kan gives'
                UserTask_TilbydKontaktfamilie 'Tilbyd en kontaktfamilie' [frivilligkoordinator, taskDate modtagelsesperiode-slut]
                RuleTask_BestemFrivilligindsats 'Bestem om indsats begynder'
                Gateway_SkalIndsatsBegynde 'Skal en indsats begynde?'
                --> Flow_SkalIndsatsBegynde_Nej 'Nej'
                EndEvent_TilbudAfslaaet 'Tilbud afslået'
                """);
    }
}
