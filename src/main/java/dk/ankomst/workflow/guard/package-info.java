/**
 * The border that every form, task and process start of a person crosses, through Tasklist, REST and own pages alike:
 * nothing reaches the engine that the deployed form does not ask for, and what belongs to the case never reaches it.
 */
@NullMarked
package dk.ankomst.workflow.guard;

import org.jspecify.annotations.NullMarked;
