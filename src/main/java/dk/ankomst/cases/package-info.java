/** The case store and intake: who a case is about, its dates, and the ways in by which a visitation is registered. */
@NullMarked
package dk.ankomst.cases;

import org.jspecify.annotations.NullMarked;
