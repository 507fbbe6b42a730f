/** Walks every process of {@code processes/} along its path without deviation and along each deviation, services doubled. */
@NullMarked
package dk.ankomst.paths;

import org.jspecify.annotations.NullMarked;
