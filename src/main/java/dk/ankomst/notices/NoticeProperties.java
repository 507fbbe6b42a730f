package dk.ankomst.notices;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is told to staff. The mail server itself is {@code spring.mail.host} and its neighbours.
 *
 * @param enabled whether the program looks by itself, every {@code ankomst.notices.every}, for what is to be told
 * @param digestAt from which time of a working day on the daily message is sent, in Denmark
 * @param from the address that the messages come from
 * @param publicAddress where staff find the program, e.g. {@code https://ankomst.kommune.example}; links begin with it
 */
@ConfigurationProperties("ankomst.notices")
record NoticeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("07:30") LocalTime digestAt,
        @DefaultValue("ankomst@localhost") String from,
        @DefaultValue("http://localhost:8080") String publicAddress) {

    /** The address of a page, e.g. {@code /frister}. */
    String link(String path) {
        return publicAddress.replaceAll("/+$", "") + path;
    }
}
