/** Establishment support: what a family is proposed, granted, ordered and delivered, by the municipality's package. */
@NullMarked
package dk.ankomst.establishment;

import org.jspecify.annotations.NullMarked;
