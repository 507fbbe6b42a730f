package dk.ankomst.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends e-mail when a mail server is set up. */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable JavaMailSender sender;
    private final NoticeProperties properties;

    /** There is a sender only when {@code spring.mail.host} is set. */
    Post(ObjectProvider<JavaMailSender> sender, NoticeProperties properties) {
        this.sender = sender.getIfAvailable();
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhetherItIsOn() {
        if (isOn()) {
            LOG.warn("E-mail er slået til: daglig besked fra kl. {} og mødeindkaldelser.", properties.digestAt());
        } else {
            LOG.warn("E-mail er slået fra: ingen mailserver er angivet (spring.mail.host). "
                    + "Der sendes hverken daglig besked eller mødeindkaldelser.");
        }
    }

    boolean isOn() {
        return sender != null;
    }

    /**
     * Sends a message as plain text with the same as simple HTML beside it.
     *
     * @throws MailException when the mail server does not take it
     */
    void send(String to, String subject, String text, String html) {
        send(to, subject, text, part(html, "text/html; charset=UTF-8"), null);
    }

    /**
     * Sends an invitation: a text, and the calendar entry that mail programs act on.
     *
     * @param id what the message is; sent again it has the same Message-ID
     * @param method REQUEST or CANCEL, as in the calendar
     * @throws MailException when the mail server does not take it
     */
    void invite(String id, String to, String subject, String text, String calendar, String method) {
        send(to, subject, text, part(calendar, "text/calendar; charset=UTF-8; method=" + method), id);
    }

    private void send(String to, String subject, String text, MimeBodyPart other, @Nullable String id) {
        if (sender == null) {
            throw new IllegalStateException("no mail server");
        }
        MimeMessage message = sender.createMimeMessage();
        try {
            message.setFrom(properties.from());
            message.setRecipients(MimeMessage.RecipientType.TO, to);
            message.setSubject(subject, UTF_8);
            // Nobody's automatic reply is wanted.
            message.setHeader("Auto-Submitted", "auto-generated");
            if (id != null) {
                message.setHeader("Message-ID", "<" + id + ">");
            }
            message.setContent(new MimeMultipart("alternative", part(text, "text/plain; charset=UTF-8"), other));
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
    }

    private static MimeBodyPart part(String content, String type) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(content, type);
            part.setHeader("Content-Type", type);
            return part;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }
}
