package dk.ankomst.paths;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code frist-overskredet}. */
class FristOverskredetPathsTest extends PathTest {

    FristOverskredetPathsTest() {
        super("frist-overskredet");
    }

    @Test
    void the_leader_assesses_the_broken_deadline() {
        bean("noterFristvurdering", (TaskListener) task -> write("asks noterFristvurdering"));
        start("pligt", "cpr-registrering", "frist", "2016-03-01");
        complete("UserTask_VurderFristbrud");

        walked("""
                StartEvent_FristOverskredet 'Frist overskredet'
                UserTask_VurderFristbrud 'Vurdér fristbrud' [leder, taskDate fristbrud-opfoelgning]
                    asks noterFristvurdering
                EndEvent_FristbrudVurderet 'Fristbrud vurderet'
                """);
    }
}
