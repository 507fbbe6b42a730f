package dk.ankomst.establishment;

/** What kind of thing a line is. The names are the codes of the column {@code slags} in {@code etableringspakke}. */
public enum LineKind {
    /** A thing that is bought. */
    VARE,
    /** A module whose contents the source does not give. */
    MODUL,
    /** A service: assembly, insurance, a welcome package. */
    YDELSE
}
