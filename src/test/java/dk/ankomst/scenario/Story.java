package dk.ankomst.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One family of the three years: who it is, what happens to it when, what it answers, and which tasks lie longer than
 * they should. What is not said goes as it usually does.
 */
final class Story {

    /** Something that happens to a family, on a day counted from its visitation or its arrival. */
    record Happening(From from, int days, What what) {}

    /** The day that a happening is counted from. */
    enum From {
        VISITATION,
        ARRIVAL
    }

    /** What somebody at the municipality then registers. */
    @FunctionalInterface
    interface What {

        void happensTo(String caseNumber, Municipality town);
    }

    final String words;
    final String track;
    final Family family;
    final Map<String, Object> answers = new HashMap<>();
    final Map<String, Integer> lags = new HashMap<>();
    final List<Happening> happenings = new ArrayList<>();
    String ending = "";
    int arrivesAfterTakeover;
    boolean arrives = true;

    private Story(String words, String track, Family family) {
        this.words = words;
        this.track = track;
        this.family = family;
    }

    static Story of(String words, String track, Family family) {
        return new Story(words, track, family);
    }

    /** What the case is closed with. */
    Story endsWith(String reason) {
        ending = reason;
        return this;
    }

    Story answering(String key, Object value) {
        answers.put(key, value);
        return this;
    }

    /** A kind of task is done so many days after it arose, whatever its due date. */
    Story doing(String task, int daysAfter) {
        lags.put(task, daysAfter);
        return this;
    }

    /** Nobody ever does this kind of task. */
    Story neverDoing(String task) {
        lags.put(task, Integer.MAX_VALUE);
        return this;
    }

    /** The family comes so many days after the municipality took over; negative before. */
    Story arrivingAfterTakeover(int days) {
        arrivesAfterTakeover = days;
        return this;
    }

    Story neverArriving() {
        arrives = false;
        return this;
    }

    Story after(int daysFromVisitation, What what) {
        happenings.add(new Happening(From.VISITATION, daysFromVisitation, what));
        return this;
    }

    Story afterArrival(int days, What what) {
        happenings.add(new Happening(From.ARRIVAL, days, what));
        return this;
    }
}
