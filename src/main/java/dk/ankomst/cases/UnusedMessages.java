package dk.ankomst.cases;

import dk.ankomst.platform.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps on record what came twice, late or after the end of a case, although the transaction it came in is taken back. */
@Component
public class UnusedMessages {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    UnusedMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In a transaction of its own, since whoever sent the message is refused in the one that runs. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(String caseNumber, String what, String sentence) {
        jdbc.sql("insert into unused_message (case_number, what, sentence, received_at, received_from)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        what,
                        sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence,
                        OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC),
                        Actor.id())
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<UnusedMessage> ofCase(String caseNumber) {
        return jdbc.sql("select what, sentence, received_at, received_from from unused_message"
                        + " where case_number = ? order by id")
                .param(caseNumber)
                .query((row, index) -> new UnusedMessage(
                        row.getString("what"),
                        row.getString("sentence"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("received_from")))
                .list();
    }
}
