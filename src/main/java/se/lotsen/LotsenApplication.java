package se.lotsen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Lotsen. */
@SpringBootApplication
public class LotsenApplication {

    /** Runs the service. */
    public static void main(String[] args) {
        SpringApplication.run(LotsenApplication.class, args);
    }
}
