package dk.ankomst.establishment;

/**
 * A part of a line's question that has to be answered before the line can be granted. The names are the codes of the
 * column {@code svar} in {@code etableringspakke}.
 */
public enum AnswerPart {
    /** How many. */
    ANTAL,
    /** New or used. */
    STAND,
    /** Something that only words can answer. */
    TEKST
}
