/**
 * Deadlines: which duty is due when, why, and what became of it. Lengths and legal grounds are in the decision tables of
 * {@code processes/frister}; this module counts dates, words the count and keeps the register.
 */
@NullMarked
package dk.ankomst.deadlines;

import org.jspecify.annotations.NullMarked;
