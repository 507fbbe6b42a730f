/** The edge to the engine: configuration, delegates, listeners, plug-ins and the typed process classes. */
@NullMarked
package dk.ankomst.workflow;

import org.jspecify.annotations.NullMarked;
