/** Housing: the register of dwellings, which of them fit a family and why, and which family has which. */
@NullMarked
package dk.ankomst.housing;

import org.jspecify.annotations.NullMarked;
