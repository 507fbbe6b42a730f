package dk.ankomst.volunteers;

/**
 * A role of a volunteer.
 *
 * @param code e.g. {@code kontaktfamilie}
 * @param followsFamily whether a volunteer in this role is proposed to families
 */
public record Role(String code, String name, boolean followsFamily) {}
