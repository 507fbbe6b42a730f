package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.ui.ExtendedModelMap;

class PublicPagesTest extends PageTest {

    @Test
    void login_asks_for_name_and_password_and_shows_the_demo_users() throws Exception {
        String html = page("/login");

        assertThat(html)
                .contains("name=\"username\"")
                .contains("name=\"password\"")
                .contains("name=\"_csrf\"")
                .contains("autocomplete=\"current-password\"");
        assertThat(words(html)).contains("ankomst-demo").contains("sundhed").contains("Revisor");
        assertThat(html).as("nobody is logged in yet").doesNotContain("Log af").doesNotContain("Hovedmenu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fejl | Brugernavn og adgangskode passer ikke sammen",
                "spaerret | Der er skrevet en forkert adgangskode for mange gange",
                "udlogget | Du er logget af",
                "udloebet | Du blev logget af, fordi du ikke har brugt systemet"
            })
    void login_says_why_it_is_shown_again(String reason, String sentence) throws Exception {
        assertThat(words(page("/login"))).doesNotContain(sentence);
        assertThat(words(page("/login?" + reason))).contains(sentence);
    }

    @Test
    void in_operation_no_demo_user_is_shown_even_when_the_setting_was_forgotten() {
        MockEnvironment operation = new MockEnvironment();
        operation.setActiveProfiles("drift");
        ExtendedModelMap model = new ExtendedModelMap();

        new PublicPages(true, operation).login(model);

        assertThat(model).isEmpty();
        new PublicPages(false, new MockEnvironment()).login(model);
        assertThat(model).isEmpty();
        new PublicPages(true, new MockEnvironment()).login(model);
        assertThat(model).containsKey("demoUsers");
    }

    @Test
    void the_accessibility_statement_names_what_does_not_conform() throws Exception {
        assertThat(words(page("/was", "bolig"))).contains("Camunda Tasklist").contains("opfylder ikke alle krav");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Du har ikke adgang til siden | Skriv til din koordinator eller leder",
                "404 | Siden findes ikke | søg på sagsnummer",
                "500 | Siden kunne ikke vises | prøv igen om lidt",
                "400 | Det kunne ikke lade sig gøre | Intet er gemt"
            })
    void an_error_says_in_Danish_what_to_do(int status, String heading, String advice) throws Exception {
        String html =
                answer(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status), status, "koordinator");

        assertThat(words(html)).contains(heading).contains(advice);
        assertThat(html).contains("<title>" + heading + "</title>").contains("Log af");
    }
}
