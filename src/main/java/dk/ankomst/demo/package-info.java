/**
 * Invented families with a past, so that a new system shows something. Played through the same services, forms and rights
 * as real work; never in the profile {@code drift}.
 */
@NullMarked
package dk.ankomst.demo;

import org.jspecify.annotations.NullMarked;
