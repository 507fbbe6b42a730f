/** The open tasks and the decisions taken, kept so that pages can find them quickly. */
@NullMarked
package dk.ankomst.worklist;

import org.jspecify.annotations.NullMarked;
