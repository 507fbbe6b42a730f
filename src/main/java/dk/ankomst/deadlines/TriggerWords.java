package dk.ankomst.deadlines;

import org.springframework.stereotype.Component;

/** The events that deadlines are counted from, in words. */
@Component
public class TriggerWords {

    /** The event in Danish, in the definite form, e.g. {@code ankomsten}. */
    public String of(String trigger) {
        return Trigger.words(trigger);
    }
}
