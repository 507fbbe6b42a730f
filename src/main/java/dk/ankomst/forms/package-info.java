/**
 * Forms as the server reads them: what a form asks, whether what was sent fits it, and the answers that belong to the
 * case. Knows nothing of the engine.
 */
@NullMarked
package dk.ankomst.forms;

import org.jspecify.annotations.NullMarked;
