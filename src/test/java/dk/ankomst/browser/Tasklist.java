package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The task list as staff meet it: filters to the left, cards in the middle, a task with its form to the right. */
final class Tasklist {

    static final String ADDRESS = "/camunda/app/tasklist/default/";

    final Page page;

    Tasklist(Page page) {
        this.page = page;
        page.navigate(ADDRESS);
        assertThat(filter("Mine opgaver")).isVisible();
    }

    Tasklist show(String filter) {
        filter(filter).click();
        // Only the filter that is shown has a count beside it.
        assertThat(page.locator(".task-filter.active")).containsText(Pattern.compile(filter + "\\s*\\d"));
        return this;
    }

    /** Opens the dialog for starting and chooses what to start. */
    Locator begin(String process) {
        page.locator(".start-process-action a").click();
        Locator dialog = page.locator(".modal-content");
        dialog.getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog.locator(".fjs-form")).isVisible();
        return dialog;
    }

    void submitStart() {
        startButton().click();
        assertThat(page.locator(".modal-content")).isHidden();
    }

    Locator startButton() {
        return page.locator(".modal-content")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Begynd"));
    }

    Locator card(String task) {
        return page.locator("ol.tasks-list > li").filter(new Locator.FilterOptions().setHasText(task));
    }

    /** Opens the first task of that name whose card says whose it is. */
    Tasklist open(String task, String whose) {
        Locator card =
                card(task).filter(new Locator.FilterOptions().setHasText(whose)).first();
        assertThat(card).isVisible();
        card.locator("h4 a").click();
        assertThat(page.locator("h2.task")).hasText(task);
        assertThat(form()).isVisible();
        return this;
    }

    Tasklist claim() {
        task().getByText("Overtag").click();
        assertThat(task().locator("[cam-tasklist-task-meta]")).containsText("(demo)");
        return this;
    }

    void complete() {
        String task = page.url().replaceAll(".*[?&]task=([^&]+).*", "$1");
        completeButton().click();
        assertThat(page.getByText("Vælg en opgave i listen.")).isVisible();
        // The list is read again a moment later; until then the card of what is done can be clicked in vain.
        assertThat(page.locator("ol.tasks-list a[href*='" + task + "']")).hasCount(0);
    }

    Locator completeButton() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afslut").setExact(true));
    }

    Locator task() {
        return page.locator("section.task-card");
    }

    Locator form() {
        return page.locator(".fjs-form").last();
    }

    Locator text(String label) {
        return form().getByLabel(label);
    }

    void choose(String label, String option) {
        Locator field = form().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void tick(String label) {
        form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    Locator date(String label) {
        return form().locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input.flatpickr-input");
    }

    /** Types a date as Danes write it and leaves the field. */
    void date(String label, String typed) {
        Locator field = date(label);
        field.click();
        field.fill(typed);
        field.press("Tab");
    }

    /** What Tasklist says about what was just tried. */
    Locator message() {
        return page.locator(".notifications .alert");
    }

    Tasklist tab(String name) {
        page.locator(".nav-tabs")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** All words that a person can see. */
    String words() {
        return page.locator("body").innerText();
    }

    private Locator filter(String name) {
        return page.locator(".task-filters").getByText(name);
    }
}
