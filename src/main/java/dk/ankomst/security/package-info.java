/** Who may log in and what each group may see and do: login, access rights, Tasklist filters, demo users. */
@NullMarked
package dk.ankomst.security;

import org.jspecify.annotations.NullMarked;
