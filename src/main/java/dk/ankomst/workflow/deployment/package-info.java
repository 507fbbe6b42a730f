/** Brings the packaged models into the engine at start, without ever overwriting what a process owner deployed. */
@NullMarked
package dk.ankomst.workflow.deployment;

import org.jspecify.annotations.NullMarked;
