/**
 * Tells staff what is due: a daily message by e-mail, invitations to meetings, a personal calendar. Nothing of it names a
 * family or a person in a case.
 */
@NullMarked
package dk.ankomst.notices;

import org.jspecify.annotations.NullMarked;
