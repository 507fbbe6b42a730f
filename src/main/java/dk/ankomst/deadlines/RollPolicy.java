package dk.ankomst.deadlines;

/** What happens to a date that falls on a Saturday, a Sunday or a public holiday. */
enum RollPolicy {
    /** It stands. The rule for duties of the municipality: no statute moves them. */
    INGEN,
    /** It moves to the next weekday that is no public holiday (integrationsloven § 4, stk. 2, from 1 July 2016). */
    NAESTE_HVERDAG
}
