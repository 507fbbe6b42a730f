package dk.ankomst.establishment;

/** Whether an item is bought new. The names are the codes of the column {@code stand} in {@code etableringspakke}. */
public enum ItemState {
    NY,
    BRUGT,
    /** The source does not say; the caseworker is asked. */
    IKKE_ANGIVET
}
