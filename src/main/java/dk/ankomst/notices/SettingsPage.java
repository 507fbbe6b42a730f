package dk.ankomst.notices;

import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.platform.DanishDates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mine indstillinger: the daily message and the calendar address of whoever is logged in. */
@Controller
class SettingsPage {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final String HERE = "redirect:/mig";
    private static final String DONE = "done";
    private static final String ADDRESS = "address";

    private final Colleagues colleagues;
    private final DigestStore digests;
    private final CalendarFeeds feeds;
    private final Post post;
    private final NoticeProperties properties;

    SettingsPage(
            Colleagues colleagues, DigestStore digests, CalendarFeeds feeds, Post post, NoticeProperties properties) {
        this.colleagues = colleagues;
        this.digests = digests;
        this.feeds = feeds;
        this.post = post;
        this.properties = properties;
    }

    @GetMapping("/mig")
    String settings(Authentication user, Model model) {
        Optional<Colleague> me = colleagues.find(user.getName());
        model.addAttribute("email", me.map(Colleague::email).orElse(null));
        model.addAttribute(
                "hasTasks",
                me.map(colleague -> Digests.isFor(colleague.groups())).orElse(false));
        model.addAttribute("mailIsOn", post.isOn());
        model.addAttribute("digestAt", properties.digestAt().toString().replace(':', '.'));
        model.addAttribute("digest", digests.isWanted(user.getName()));
        model.addAttribute(
                "feedSince",
                feeds.since(user.getName())
                        .map(since -> DanishDates.inText(LocalDate.ofInstant(since, DENMARK)))
                        .orElse(null));
        return "mig";
    }

    @PostMapping("/mig/besked")
    String digest(Authentication user, @RequestParam(defaultValue = "false") boolean digest, RedirectAttributes next) {
        digests.want(user.getName(), digest);
        next.addFlashAttribute(DONE, digest ? "Du får den daglige besked." : "Du får ikke længere den daglige besked.");
        return HERE;
    }

    /** The address is shown this once: only its hash is kept. */
    @PostMapping("/mig/kalender")
    String createFeed(Authentication user, RedirectAttributes next) {
        next.addFlashAttribute(ADDRESS, properties.link("/kalender/" + feeds.create(user.getName()) + ".ics"));
        return HERE;
    }

    @PostMapping("/mig/kalender/tilbagekald")
    String revokeFeed(Authentication user, RedirectAttributes next) {
        feeds.revoke(user.getName());
        next.addFlashAttribute(DONE, "Kalenderadressen virker ikke længere.");
        return HERE;
    }
}
