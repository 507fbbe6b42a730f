/** Civil society: volunteers and associations, who fits which family and why, and what a volunteer may be asked to do. */
@NullMarked
package dk.ankomst.volunteers;

import org.jspecify.annotations.NullMarked;
