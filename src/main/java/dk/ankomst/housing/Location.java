package dk.ankomst.housing;

/** What lies near a dwelling: what Skanderborg mapped before it placed families (report L863-865). */
public record Location(Nearness languageSchool, Nearness work, Nearness transport, Nearness civilSociety) {}
