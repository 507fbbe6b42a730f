package dk.ankomst.board;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that answer without a login: the login itself and the accessibility statement. */
@Controller
class PublicPages {

    /** A user that the demo brings along. */
    record DemoUser(String name, String label) {}

    private static final List<DemoUser> DEMO_USERS = List.of(
            new DemoUser("koordinator", "Koordinator: tager imod familien og holder sagen samlet"),
            new DemoUser("jobcenter", "Jobcenter: kontrakt, program og job"),
            new DemoUser("ydelse", "Ydelse: hjælp til forsørgelse og etablering"),
            new DemoUser("bolig", "Bolig: midlertidig og permanent bolig"),
            new DemoUser("sundhed", "Sundhed: helbredsvurdering og læge"),
            new DemoUser("sprogcenter", "Sprogcenter: danskuddannelse"),
            new DemoUser("skole", "Skole og PPR: børnenes skolegang"),
            new DemoUser("boern-familie", "Børn og familie: støtte til børn og forældre"),
            new DemoUser("social-handicap", "Social og handicap: voksne med særlige behov"),
            new DemoUser("frivilligkoordinator", "Frivilligkoordinator: kontaktfamilier og foreninger"),
            new DemoUser("borgerservice", "Borgerservice: registrering og valg af læge"),
            new DemoUser("leder", "Leder: ser alle sager og alle frister"),
            new DemoUser("procesejer", "Procesejer: retter modellerne"),
            new DemoUser("revisor", "Revisor: ser alt og ændrer intet"),
            new DemoUser("drift", "Drift: brugere og teknik"));

    private final boolean demoUsers;

    PublicPages(@Value("${ankomst.demo-users:true}") boolean demoUsers, Environment environment) {
        this.demoUsers = demoUsers && !environment.acceptsProfiles(Profiles.of("drift"));
    }

    @GetMapping("/login")
    String login(Model model) {
        if (demoUsers) {
            model.addAttribute("demoUsers", DEMO_USERS);
            model.addAttribute("demoPassword", "ankomst-demo");
        }
        return "login";
    }

    @GetMapping("/was")
    String accessibility() {
        return "was";
    }
}
