package dk.ankomst;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Ankomst: the reception of newly arrived refugees as executable models. */
@SpringBootApplication
public class AnkomstApplication {

    public static void main(String[] args) {
        SpringApplication.run(AnkomstApplication.class, args);
    }
}
