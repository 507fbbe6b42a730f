/** The rules that every process, decision and form obeys, told in Danish; run as tests and as a report. */
@NullMarked
package dk.ankomst.lint;

import org.jspecify.annotations.NullMarked;
