package dk.ankomst.deadlines;

/** The unit that a period is counted in; the constants are the words of the decision tables. */
enum CountUnit {
    DAGE("dag", "dage"),
    HVERDAGE("hverdag", "hverdage"),
    UGER("uge", "uger"),
    MAANEDER("måned", "måneder"),
    AAR("år", "år"),
    /** The n-th whole calendar month after the trigger; the date is the day after its end. */
    HELE_MAANEDER("hel måned", "hele måneder");

    private final String one;
    private final String many;

    CountUnit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The amount with its unit in Danish, e.g. {@code 3 måneder}. */
    String words(int amount) {
        return amount + " " + (amount == 1 ? one : many);
    }
}
