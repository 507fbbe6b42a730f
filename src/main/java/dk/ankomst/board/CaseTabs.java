package dk.ankomst.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The pages of one case that the user may open; {@code sag-faner.html} asks for them. */
@Component("caseTabs")
class CaseTabs {

    /**
     * A page of the case.
     *
     * @param current it is the one shown
     */
    record Tab(String text, String href, boolean current) {}

    private final Departments departments;

    CaseTabs(Departments departments) {
        this.departments = departments;
    }

    /** @param shown what the address of the page shown has after the case number; empty for the overview */
    public List<Tab> of(String caseNumber, String shown) {
        Set<String> groups = departments.of(SecurityContextHolder.getContext().getAuthentication());
        List<Tab> tabs = new ArrayList<>();
        add(tabs, caseNumber, shown, "Overblik", "");
        add(tabs, caseNumber, shown, "Tidslinje", "tidslinje");
        add(tabs, caseNumber, shown, "Møder og plan", "moeder");
        add(tabs, caseNumber, shown, "Noter", "noter");
        add(tabs, caseNumber, shown, "Tjeklister", "tjeklister");
        if (!Collections.disjoint(groups, Access.HOUSING_READERS)) {
            add(tabs, caseNumber, shown, "Bolig", "bolig");
        }
        if (!Collections.disjoint(groups, Access.ESTABLISHMENT_READERS)) {
            add(tabs, caseNumber, shown, "Etablering", "etablering");
        }
        if (!Collections.disjoint(groups, Access.MATCH_READERS)) {
            add(tabs, caseNumber, shown, "Frivillige", "frivillige");
        }
        if (!Collections.disjoint(groups, Access.LOOK_READERS)) {
            add(tabs, caseNumber, shown, "Opslag", "opslag");
        }
        return tabs;
    }

    private static void add(List<Tab> tabs, String caseNumber, String shown, String text, String page) {
        tabs.add(new Tab(text, "/sager/" + caseNumber + (page.isEmpty() ? "" : "/" + page), page.equals(shown)));
    }
}
