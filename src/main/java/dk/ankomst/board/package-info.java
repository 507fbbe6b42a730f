/** The pages that people see: layout, login, the day, cases. It shows what other modules know and decides nothing. */
@NullMarked
package dk.ankomst.board;

import org.jspecify.annotations.NullMarked;
