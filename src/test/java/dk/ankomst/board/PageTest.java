package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A running application, pages asked for as members of groups, and the rules that hold for every page. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
abstract class PageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    static RequestPostProcessor member(String... groups) {
        return user(groups[0])
                .authorities(Arrays.stream(groups)
                        .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                        .toList());
    }

    /** The page at a path, as a member of a group sees it. */
    String page(String path, String... groups) throws Exception {
        return page(get(path), 200, groups);
    }

    String page(MockHttpServletRequestBuilder request, int status, String... groups) throws Exception {
        MvcResult result = mvc.perform(groups.length == 0 ? request : request.with(member(groups)))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        holdsForEveryPage(html);
        return html;
    }

    static MockHttpServletRequestBuilder send(String path) {
        return post(path).with(csrf());
    }
}
