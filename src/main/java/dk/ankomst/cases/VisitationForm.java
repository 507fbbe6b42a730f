package dk.ankomst.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed on the page for a new case, kept as it was typed until it is right. */
public class VisitationForm {

    private @Nullable String externalReference;
    private @Nullable String familyName;
    private @Nullable String residenceCategory;
    private @Nullable String origin;
    private @Nullable String originName;
    private @Nullable String visitationDate;
    private @Nullable String takeoverAgreedDate;
    private @Nullable String plannedArrivalDate;
    private boolean unaccompaniedMinor;
    private @Nullable String knownNeeds;
    private @Nullable String address;
    private boolean anotherFamily;
    private List<Member> members = new ArrayList<>();

    /** A family member as typed. */
    public static class Member {

        private @Nullable String givenName;
        private @Nullable String surname;
        private @Nullable String birthDate;
        private @Nullable String sex;
        private @Nullable String familyRole;
        private @Nullable String nationality;
        private @Nullable String ethnicGroup;
        private @Nullable String language;
        private List<String> needs = new ArrayList<>();
        private @Nullable String needsNote;

        NewMember read(Reading reading, String prefix) {
            return new NewMember(
                    givenName,
                    surname,
                    reading.date(prefix + "birthDate", birthDate),
                    sex,
                    familyRole,
                    nationality,
                    ethnicGroup,
                    language,
                    needs,
                    needsNote);
        }

        public @Nullable String getGivenName() {
            return givenName;
        }

        public void setGivenName(@Nullable String givenName) {
            this.givenName = givenName;
        }

        public @Nullable String getSurname() {
            return surname;
        }

        public void setSurname(@Nullable String surname) {
            this.surname = surname;
        }

        public @Nullable String getBirthDate() {
            return birthDate;
        }

        public void setBirthDate(@Nullable String birthDate) {
            this.birthDate = birthDate;
        }

        public @Nullable String getSex() {
            return sex;
        }

        public void setSex(@Nullable String sex) {
            this.sex = sex;
        }

        public @Nullable String getFamilyRole() {
            return familyRole;
        }

        public void setFamilyRole(@Nullable String familyRole) {
            this.familyRole = familyRole;
        }

        public @Nullable String getNationality() {
            return nationality;
        }

        public void setNationality(@Nullable String nationality) {
            this.nationality = nationality;
        }

        public @Nullable String getEthnicGroup() {
            return ethnicGroup;
        }

        public void setEthnicGroup(@Nullable String ethnicGroup) {
            this.ethnicGroup = ethnicGroup;
        }

        public @Nullable String getLanguage() {
            return language;
        }

        public void setLanguage(@Nullable String language) {
            this.language = language;
        }

        public List<String> getNeeds() {
            return needs;
        }

        public void setNeeds(List<String> needs) {
            this.needs = needs;
        }

        public @Nullable String getNeedsNote() {
            return needsNote;
        }

        public void setNeedsNote(@Nullable String needsNote) {
            this.needsNote = needsNote;
        }
    }

    Visitation read(Reading reading) {
        List<NewMember> read = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            read.add(members.get(i).read(reading, "members[" + i + "]."));
        }
        return new Visitation(
                externalReference,
                familyName,
                residenceCategory,
                origin,
                originName,
                reading.date("visitationDate", visitationDate),
                reading.date("takeoverAgreedDate", takeoverAgreedDate),
                reading.date("plannedArrivalDate", plannedArrivalDate),
                unaccompaniedMinor,
                knownNeeds,
                address,
                read,
                List.of());
    }

    public @Nullable String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(@Nullable String externalReference) {
        this.externalReference = externalReference;
    }

    public @Nullable String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(@Nullable String familyName) {
        this.familyName = familyName;
    }

    public @Nullable String getResidenceCategory() {
        return residenceCategory;
    }

    public void setResidenceCategory(@Nullable String residenceCategory) {
        this.residenceCategory = residenceCategory;
    }

    public @Nullable String getOrigin() {
        return origin;
    }

    public void setOrigin(@Nullable String origin) {
        this.origin = origin;
    }

    public @Nullable String getOriginName() {
        return originName;
    }

    public void setOriginName(@Nullable String originName) {
        this.originName = originName;
    }

    public @Nullable String getVisitationDate() {
        return visitationDate;
    }

    public void setVisitationDate(@Nullable String visitationDate) {
        this.visitationDate = visitationDate;
    }

    public @Nullable String getTakeoverAgreedDate() {
        return takeoverAgreedDate;
    }

    public void setTakeoverAgreedDate(@Nullable String takeoverAgreedDate) {
        this.takeoverAgreedDate = takeoverAgreedDate;
    }

    public @Nullable String getPlannedArrivalDate() {
        return plannedArrivalDate;
    }

    public void setPlannedArrivalDate(@Nullable String plannedArrivalDate) {
        this.plannedArrivalDate = plannedArrivalDate;
    }

    public boolean isUnaccompaniedMinor() {
        return unaccompaniedMinor;
    }

    public void setUnaccompaniedMinor(boolean unaccompaniedMinor) {
        this.unaccompaniedMinor = unaccompaniedMinor;
    }

    public @Nullable String getKnownNeeds() {
        return knownNeeds;
    }

    public void setKnownNeeds(@Nullable String knownNeeds) {
        this.knownNeeds = knownNeeds;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public boolean isAnotherFamily() {
        return anotherFamily;
    }

    public void setAnotherFamily(boolean anotherFamily) {
        this.anotherFamily = anotherFamily;
    }

    public List<Member> getMembers() {
        return members;
    }

    public void setMembers(List<Member> members) {
        this.members = members;
    }
}
