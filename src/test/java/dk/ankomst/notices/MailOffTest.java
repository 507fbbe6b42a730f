package dk.ankomst.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSender;

@ExtendWith(OutputCaptureExtension.class)
class MailOffTest {

    @Test
    @DisplayName("without a mail server the log says so in one sentence and nothing is sent")
    void isOff(CapturedOutput log) {
        Post post = new Post(
                new DefaultListableBeanFactory().getBeanProvider(JavaMailSender.class),
                new NoticeProperties(true, LocalTime.of(7, 30), "fra@kommunen.example", "http://localhost"));

        post.sayWhetherItIsOn();

        assertThat(post.isOn()).isFalse();
        assertThat(log).contains("E-mail er slået fra: ingen mailserver er angivet (spring.mail.host).");
    }
}
