package dk.ankomst.board;

import dk.ankomst.security.LoggedIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What stands around every page; {@code layout.html} asks for it, error pages and login included. */
@Component("pageFrame")
class PageFrame {

    /**
     * The frame of one page.
     *
     * @param user the logged-in user's name, null before login
     * @param roles the user's departments in words, null when there are none to mention
     * @param supportPhone whom to call, null when the municipality gave none
     */
    record Frame(
            String municipality,
            @Nullable String user,
            @Nullable String roles,
            List<MenuItem> menu,
            String version,
            @Nullable String supportPhone) {

        /** Whether the user's menu has the page, so that nobody is led to what is closed. */
        public boolean leadsTo(String href) {
            return menu.stream().anyMatch(item -> item.href().equals(href));
        }
    }

    /**
     * An entry of the menu.
     *
     * @param active the page shown lies under this entry
     * @param current the page shown is this entry
     */
    record MenuItem(String text, String href, boolean active, boolean current) {}

    private static final String TASKLIST = "/camunda/app/tasklist";
    private static final String COCKPIT = "/camunda/app/cockpit";
    private static final String ADMIN = "/camunda/app/admin";

    private final Departments departments;
    private final String municipality;
    private final @Nullable String supportPhone;
    private final String version;

    PageFrame(
            Departments departments,
            @Value("${ankomst.municipality.name:Kommunen}") String municipality,
            @Value("${ankomst.municipality.support-phone:}") String supportPhone,
            ObjectProvider<BuildProperties> build) {
        this.departments = departments;
        this.municipality = municipality;
        this.supportPhone = supportPhone.isBlank() ? null : supportPhone;
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? "under udvikling" : properties.getVersion();
    }

    /** The frame for the page that the current request asks for. */
    public Frame current() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !user.isAuthenticated() || user instanceof AnonymousAuthenticationToken) {
            return new Frame(municipality, null, null, List.of(), version, supportPhone);
        }
        Set<String> groups = departments.of(user);
        String name = user.getPrincipal() instanceof LoggedIn person ? person.displayName() : user.getName();
        String roles = departments.roles(groups);
        // A user named after the department needs no second mention of it.
        String shownRoles = roles == null || name.startsWith(roles) ? null : roles;
        return new Frame(municipality, name, shownRoles, menu(groups), version, supportPhone);
    }

    private static List<MenuItem> menu(Set<String> groups) {
        String path = path();
        List<MenuItem> menu = new ArrayList<>();
        menu.add(item("Min dag", "/", path));
        if (!Collections.disjoint(groups, Access.READERS)) {
            menu.add(item("Frister", "/frister", path));
            menu.add(item("Sager", "/sager", path));
        }
        if (!Collections.disjoint(groups, Access.HOUSING_READERS)) {
            menu.add(item("Boliger", "/boliger", path));
        }
        if (!Collections.disjoint(groups, Access.INTAKE)) {
            menu.add(item("Ny sag", "/sager/ny", path));
            menu.add(item("Importér", "/sager/import", path));
        }
        if (!Collections.disjoint(groups, Access.VOLUNTEER_READERS)) {
            menu.add(item("Frivillige", "/frivillige", path));
            menu.add(item("Foreninger", "/foreninger", path));
        }
        if (!Collections.disjoint(groups, Access.TASK_WORKERS)) {
            menu.add(item("Opgaver", TASKLIST, path));
        }
        menu.add(item("Fristberegner", "/fristberegner", path));
        if (!Collections.disjoint(groups, Access.COCKPIT_READERS)) {
            menu.add(item("Cockpit", COCKPIT, path));
        }
        if (groups.contains("drift")) {
            menu.add(item("Admin", ADMIN, path));
        }
        MenuItem deepest = null;
        for (MenuItem item : menu) {
            if (item.active()
                    && (deepest == null || item.href().length() > deepest.href().length())) {
                deepest = item;
            }
        }
        MenuItem shown = deepest;
        return menu.stream()
                .map(item -> item.equals(shown) ? item : new MenuItem(item.text(), item.href(), false, false))
                .toList();
    }

    private static MenuItem item(String text, String href, String path) {
        boolean current = path.equals(href);
        return new MenuItem(text, href, current || (!"/".equals(href) && path.startsWith(href + "/")), current);
    }

    private static String path() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        if (!(attributes instanceof ServletRequestAttributes servlet)) {
            return "";
        }
        String context = servlet.getRequest().getContextPath();
        return servlet.getRequest().getRequestURI().substring(context.length());
    }
}
