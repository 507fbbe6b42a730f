/** The coordination meeting: who takes part, and whether the family is offered an integration plan. */
@NullMarked
package dk.ankomst.coordination;

import org.jspecify.annotations.NullMarked;
