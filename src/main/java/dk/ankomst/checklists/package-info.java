/**
 * Checklists: what staff go through on a day, in a conversation or in their department, and what they answered. Lists and
 * points are rows of the decision tables of {@code processes/kommune}.
 */
@NullMarked
package dk.ankomst.checklists;

import org.jspecify.annotations.NullMarked;
