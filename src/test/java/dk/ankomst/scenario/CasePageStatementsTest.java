package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.security.LoggedIn;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** How often a page of a case asks the database: as often for a large family as for a small one. */
@Import(CasePageStatementsTest.Counted.class)
class CasePageStatementsTest extends ScenarioTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Counted {

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource ? new CountedDataSource(dataSource) : bean;
                }
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 60", "/tidslinje, 30", "/moeder, 30", "/noter, 25", "/opslag, 25"})
    void a_family_of_twelve_costs_no_more_statements_than_one_of_two(String page, long most) throws Exception {
        clock.on("2015-05-20");
        String small = town.register(aFamily().withAdults(2));
        String large = town.register(aFamily().withAdults(2).withChildren(10));
        ask(small, page);

        long ofSmall = ask(small, page);
        long ofLarge = ask(large, page);

        assertThat(ofLarge).isLessThanOrEqualTo(most).isLessThanOrEqualTo(ofSmall + 2);
        assertThat(ofSmall).as("statements are counted at all").isGreaterThan(3);
    }

    @Test
    void many_notes_and_looks_cost_no_more_than_few() throws Exception {
        clock.on("2015-05-20");
        String number = town.register(aFamily().withAdults(2));
        ask(number, "/noter");
        long few = ask(number, "/noter");
        for (int note = 0; note < 40; note++) {
            jdbc.sql("insert into case_note (case_number, field_label, text, readers, written_at, written_by)"
                            + " values (?, 'Note', 'Noget', 'alle', current_timestamp, 'bolig')")
                    .param(number)
                    .update();
            ask(number, "/opslag");
        }

        assertThat(ask(number, "/noter")).isLessThanOrEqualTo(few + 2);
    }

    private long ask(String caseNumber, String page) throws Exception {
        long before = CountedDataSource.calls();
        int status = mvc.perform(get("/sager/" + caseNumber + page)
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                new LoggedIn("leder", "Leder", List.of("leder")),
                                null,
                                List.of(new SimpleGrantedAuthority("GROUP_leder"))))))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(200);
        return CountedDataSource.calls() - before;
    }
}
