package dk.ankomst.deadlines;

import dk.ankomst.platform.DanishDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a count into Danish words: rule, ground, trigger and date, the count, the roll or why not, and the status. */
final class Explanation {

    private final DanishCalendar calendar;

    Explanation(DanishCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param start the day counted from: the trigger date, or a later one when the clock has stood still
     * @param planned whether the trigger date is still a plan
     * @param notes sentences that belong to this case: reservations, a chosen rule set, the date without an agreement
     */
    String of(
            DeadlineRule rule,
            @Nullable LocalDate triggerDate,
            @Nullable LocalDate start,
            DeadlineCounter.@Nullable Counted counted,
            boolean planned,
            List<String> notes) {
        List<String> sentences = new ArrayList<>();
        if (counted != null && triggerDate != null && start != null) {
            count(rule, triggerDate, start, counted, planned, sentences);
        } else if (rule.amount() == null) {
            // The remark of such a rule says it in its own words.
            if (rule.remark() == null) {
                sentences.add(
                        rule.status().isConfirmed()
                                ? "Loven giver ingen fast frist."
                                : "Længden er ikke kendt, så der er ingen dato.");
            }
        } else {
            waiting(rule, sentences);
        }
        if (rule.remark() != null) {
            sentences.add(rule.remark());
        }
        ground(rule, sentences);
        sentences.addAll(notes);
        return String.join(" ", sentences);
    }

    private void count(
            DeadlineRule rule,
            LocalDate triggerDate,
            LocalDate start,
            DeadlineCounter.Counted counted,
            boolean planned,
            List<String> sentences) {
        if (rule.kind() == DeadlineKind.AFTALT) {
            sentences.add("Datoen er aftalt: " + DanishDates.withDay(counted.raw()) + ".");
        } else {
            sentences.add(
                    start.equals(triggerDate)
                            ? countedWords(rule, triggerDate, counted.raw(), planned)
                            : countedFromLater(rule, triggerDate, start, counted.raw(), planned));
            if (isCutToMonthEnd(rule, start, counted.raw())) {
                sentences.add(
                        "Måneden har ingen " + start.getDayOfMonth() + ". dag, så fristen er månedens sidste dag.");
            }
        }
        roll(rule, counted, sentences);
    }

    private static String countedWords(DeadlineRule rule, LocalDate triggerDate, LocalDate raw, boolean planned) {
        int amount = amountOf(rule);
        String trigger = rule.triggerInWords();
        String from = trigger + " den " + DanishDates.inText(triggerDate) + (planned ? " (planlagt)" : "");
        if (rule.unit() == CountUnit.HELE_MAANEDER) {
            return subject(rule) + " er dagen efter udgangen af "
                    + (amount == 1 ? "den første hele måned" : CountUnit.HELE_MAANEDER.words(amount)) + " efter " + from
                    + ": " + DanishDates.withDay(raw) + ".";
        }
        if (amount == 0) {
            return subject(rule) + " er samme dag som " + trigger + (planned ? " (planlagt)" : "") + ": "
                    + DanishDates.withDay(raw) + ".";
        }
        return subject(rule) + " er " + distance(rule, amount) + from + (amount < 0 ? ": " : " og udløber ")
                + DanishDates.withDay(raw) + ".";
    }

    private static String countedFromLater(
            DeadlineRule rule, LocalDate triggerDate, LocalDate start, LocalDate raw, boolean planned) {
        return subject(rule) + " er " + unitOf(rule).words(amountOf(rule)) + " efter " + rule.triggerInWords()
                + " den " + DanishDates.inText(triggerDate) + (planned ? " (planlagt)" : "")
                + ", men står i bero imens, så den regnes fra den " + DanishDates.inText(start) + " og udløber "
                + DanishDates.withDay(raw) + ".";
    }

    /**
     * What makes the clock stand still, or why it does not.
     *
     * @param dueWithout when the deadline would be due without the pause
     */
    List<String> of(Suspension suspension, @Nullable Pause pause, LocalDate dueWithout) {
        List<String> sentences = new ArrayList<>();
        if (pause != null) {
            sentences.add("Udsættelse: efter " + suspension.ground() + " står fristen i bero i "
                    + CountUnit.MAANEDER.words(suspension.months()) + " fra " + Trigger.words(suspension.trigger())
                    + ", fra den " + DanishDates.inText(pause.from()) + " til den "
                    + DanishDates.inText(pause.until()) + ". Uden udsættelsen var den "
                    + DanishDates.withDay(dueWithout) + ".");
            if (suspension.remark() != null) {
                sentences.add(suspension.remark());
            }
            if (suspension.unconfirmed()) {
                sentences.add("Datoen er derfor ikke bekræftet.");
            }
        }
        if (suspension.chosen() != null) {
            sentences.add("Kommunens valg om udsættelse efter " + suspension.ground() + ": " + suspension.chosen());
        }
        return sentences;
    }

    private void roll(DeadlineRule rule, DeadlineCounter.Counted counted, List<String> sentences) {
        if (!counted.due().equals(counted.raw())) {
            sentences.add("Da dagen er " + whyNoWorkingDay(counted.raw()) + ", rykkes den til næste hverdag, "
                    + DanishDates.withDay(counted.due()) + ".");
        } else if (calendar.isWorkingDay(counted.due())) {
            sentences.add("Dagen er en hverdag, så den rykkes ikke.");
        } else {
            String holiday = calendar.holidayName(counted.due());
            if (holiday != null) {
                sentences.add("Dagen er " + holiday + ".");
            }
            sentences.add(
                    switch (rule.kind()) {
                        case LOV -> "Den rykkes ikke, fordi pligten ligger hos kommunen.";
                        case LOKAL -> "Den rykkes ikke, fordi det er kommunens eget mål.";
                        case AFTALT -> "Den rykkes ikke, fordi den er aftalt.";
                        case BORGER -> "Den rykkes ikke, fordi ingen kilde siger, at den gør.";
                    });
            sentences.add("Handl senest " + DanishDates.withDay(counted.actBy()) + ".");
        }
    }

    private String whyNoWorkingDay(LocalDate date) {
        String holiday = calendar.holidayName(date);
        return holiday == null ? "en " + DanishDates.weekday(date) : holiday;
    }

    private static void waiting(DeadlineRule rule, List<String> sentences) {
        String trigger = rule.triggerInWords();
        int amount = amountOf(rule);
        if (rule.unit() == CountUnit.HELE_MAANEDER) {
            sentences.add(subject(rule) + " er dagen efter udgangen af "
                    + (amount == 1 ? "den første hele måned" : CountUnit.HELE_MAANEDER.words(amount)) + " efter "
                    + trigger + ".");
        } else if (amount == 0) {
            sentences.add(subject(rule) + " er samme dag som " + trigger + ".");
        } else {
            sentences.add(subject(rule) + " er " + distance(rule, amount) + trigger + ".");
        }
        sentences.add("Den venter på " + trigger + " og regnes, når datoen er kendt.");
    }

    private static void ground(DeadlineRule rule, List<String> sentences) {
        String set = rule.ruleSet() == null ? "" : rule.ruleSet() + ", ";
        switch (rule.kind()) {
            case LOV, AFTALT, BORGER ->
                sentences.add("Hjemmel: " + rule.legalGround() + " (" + set + rule.place() + "). Kilde: "
                        + rule.source() + ".");
            case LOKAL ->
                sentences.add("Det er et lokalt mål, ikke en lovfrist (" + set + rule.place() + "). Kilde: "
                        + rule.source() + ".");
        }
        sentences.add(rule.status().sentence());
    }

    private static boolean isCutToMonthEnd(DeadlineRule rule, LocalDate triggerDate, LocalDate raw) {
        return (rule.unit() == CountUnit.MAANEDER || rule.unit() == CountUnit.AAR)
                && raw.getDayOfMonth() != triggerDate.getDayOfMonth();
    }

    /** How far the date is from its event, e.g. {@code 2 uger før }. */
    private static String distance(DeadlineRule rule, int amount) {
        return unitOf(rule).words(Math.abs(amount)) + (amount < 0 ? " før " : " efter ");
    }

    private static String subject(DeadlineRule rule) {
        return rule.kind() == DeadlineKind.LOKAL ? "Målet" : "Fristen";
    }

    private static int amountOf(DeadlineRule rule) {
        return rule.amount() == null ? 0 : rule.amount();
    }

    private static CountUnit unitOf(DeadlineRule rule) {
        return rule.unit() == null ? CountUnit.DAGE : rule.unit();
    }
}
