package dk.ankomst.housing;

import dk.ankomst.platform.InputRefused;

/** Somebody else took the dwelling first; nothing was written. */
public class DwellingTaken extends InputRefused {

    DwellingTaken() {
        super("", "Boligen er netop givet til en anden familie. Vælg en anden bolig på listen.");
    }
}
