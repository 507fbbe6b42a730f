package dk.ankomst.establishment;

/** What a package's amount counts. The names are the codes of the column {@code basis} in {@code etableringspakke}. */
public enum Basis {
    /** The amount is for each person. */
    PERSON,
    /** The amount is for as many persons as the line's reference says, and follows the number of persons. */
    ANTAL_PERSONER,
    /** The amount is for the household or the dwelling. */
    HUSSTAND,
    /** The source does not say; the caseworker is asked. */
    IKKE_ANGIVET
}
