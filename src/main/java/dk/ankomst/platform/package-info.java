/** What every module needs: the clock, decisions by name, refused input, the acting user. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dk.ankomst.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
