package dk.ankomst.notices;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A person's daily message. It names tasks, cases by their numbers, dates and colleagues; never a family or a person in a
 * case.
 *
 * @param heading what it is and of which day
 * @param counts how much there is, in sentences
 * @param footer where to see more and how to say no
 */
record Digest(String subject, String heading, List<String> counts, List<Section> sections, List<Link> footer) {

    /** Tasks that belong together, the most urgent first. */
    record Section(String heading, List<Row> rows, int left) {}

    /**
     * One task, or several that read the same.
     *
     * @param task its name
     * @param when the date and how near it is
     * @param who department and owner
     */
    record Row(String task, String caseNumber, String caseLink, String when, String who, int times) {

        String words() {
            return task + ", sag " + caseNumber + (times == 1 ? "" : " (" + times + " opgaver)") + ": " + when + ". "
                    + who;
        }
    }

    record Link(String words, String address) {}

    String text() {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        counts.forEach(count -> text.append(count).append('\n'));
        for (Section section : sections) {
            text.append('\n').append(section.heading()).append('\n');
            section.rows().forEach(row -> text.append("- ")
                    .append(row.words())
                    .append("\n  ")
                    .append(row.caseLink())
                    .append('\n'));
            if (section.left() > 0) {
                text.append(more(section.left())).append('\n');
            }
        }
        text.append('\n');
        footer.forEach(link ->
                text.append(link.words()).append(": ").append(link.address()).append('\n'));
        return text.toString();
    }

    String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(subject))
                .append("</title></head><body><h1>")
                .append(escaped(heading))
                .append("</h1>");
        counts.forEach(count -> html.append("<p>").append(escaped(count)).append("</p>"));
        for (Section section : sections) {
            html.append("<h2>").append(escaped(section.heading())).append("</h2><ul>");
            section.rows().forEach(row -> html.append("<li><strong>")
                    .append(escaped(row.task()))
                    .append("</strong>, sag <a href=\"")
                    .append(escaped(row.caseLink()))
                    .append("\">")
                    .append(escaped(row.caseNumber()))
                    .append("</a>")
                    .append(row.times() == 1 ? "" : " (" + row.times() + " opgaver)")
                    .append(": ")
                    .append(escaped(row.when()))
                    .append(". ")
                    .append(escaped(row.who()))
                    .append("</li>"));
            html.append("</ul>");
            if (section.left() > 0) {
                html.append("<p>").append(more(section.left())).append("</p>");
            }
        }
        footer.forEach(link -> html.append("<p><a href=\"")
                .append(escaped(link.address()))
                .append("\">")
                .append(escaped(link.words()))
                .append("</a></p>"));
        return html.append("</body></html>").toString();
    }

    private static String more(int left) {
        return left == 1 ? "Og 1 opgave mere." : "Og " + left + " opgaver mere.";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
