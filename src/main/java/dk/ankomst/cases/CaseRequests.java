package dk.ankomst.cases;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /api/cases} takes in JSON. Every value is a text until it has been judged, so that all that is wrong can be
 * said at once; a field that does not exist is an error and not passed over, since it would be a fact lost.
 */
final class CaseRequests {

    private static final String DATE = "Dato, ÅÅÅÅ-MM-DD";

    private CaseRequests() {}

    @Schema(name = "NewCase", description = "En visitation: en familie, der er anvist til kommunen")
    record NewCase(
            @Schema(
                    description = "Afsenderens egen reference; den samme reference giver aldrig to sager",
                    example = "UDL-2015-0042")
            @Nullable
            String externalReference,

            @Schema(
                    description = "Navnet, som familien kendes på; uden navn bruges ansøgerens efternavn",
                    example = "Tavoran")
            @Nullable
            String familyName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Opholdskategori",
                    example = "konventionsflygtning",
                    allowableValues = {
                        "konventionsflygtning",
                        "kvoteflygtning",
                        "humanitaer-opholdstilladelse",
                        "familiesammenfoert-aegtefaelle",
                        "familiesammenfoert-barn",
                        "fordrevet-ukraine",
                        "asylansoeger",
                        "spontan-asylansoeger",
                        "afvist-asylansoeger",
                        "udsendelseshindret"
                    })
            @Nullable
            String residenceCategory,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Hvor familien kommer fra",
                    example = "opholdscenter",
                    allowableValues = {
                        "modtagecenter",
                        "opholdscenter",
                        "udsendelsescenter",
                        "specialcenter",
                        "uden-for-centeret",
                        "lufthavn",
                        "anden-kommune",
                        "udlandet"
                    })
            @Nullable
            String origin,

            @Schema(description = "Centrets, lufthavnens eller kommunens navn") @Nullable
            String originName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = DATE,
                    format = "date",
                    example = "2015-05-15")
            @Nullable
            String visitationDate,

            @Schema(description = "Tidligere overtagelse efter aftale med flygtningen. " + DATE, format = "date")
            @Nullable
            String takeoverAgreedDate,

            @Schema(description = "Dagen, hvor familien ventes. " + DATE, format = "date", example = "2015-07-03")
            @Nullable
            String plannedArrivalDate,

            @Schema(description = "Om sagen er om en uledsaget mindreårig") @Nullable
            Boolean unaccompaniedMinor,

            @Schema(
                    description =
                            "Send true, når svaret 409 nævnte en sag med samme medlem, og det er en anden familie")
            @Nullable
            Boolean anotherFamily,

            @Schema(description = "Hvad der er kendt om familiens behov") @Nullable
            String knownNeeds,

            @Schema(description = "Husstandens adresse") @Nullable
            String address,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Familiens medlemmer, mindst ét")
            @Nullable
            List<@Nullable Member> members,

            @Schema(description = "Hvor sagens dokumenter ligger") @Nullable
            List<@Nullable Document> documents,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {

        Visitation read(Reading reading) {
            refuseUnknown(reading, "", unknown);
            List<NewMember> read = new ArrayList<>();
            List<@Nullable Member> given = Objects.requireNonNullElse(members, List.of());
            for (int i = 0; i < given.size(); i++) {
                Member member = given.get(i);
                if (member == null) {
                    reading.error("members[" + i + "]", "Udfyld familiemedlemmet, eller fjern det.");
                } else {
                    read.add(member.read(reading, "members[" + i + "]."));
                }
            }
            List<DocumentReference> references = new ArrayList<>();
            List<@Nullable Document> papers = Objects.requireNonNullElse(documents, List.of());
            for (int i = 0; i < papers.size(); i++) {
                Document document = papers.get(i);
                if (document == null) {
                    reading.error("documents[" + i + "]", "Udfyld dokumentet, eller fjern det.");
                } else {
                    references.add(document.read(reading, "documents[" + i + "]."));
                }
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
                    Boolean.TRUE.equals(unaccompaniedMinor),
                    knownNeeds,
                    address,
                    read,
                    references);
        }
    }

    @Schema(name = "NewMember", description = "Et familiemedlem")
    record Member(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Fornavn", example = "Solmira") @Nullable
            String givenName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Efternavn", example = "Tavoran")
            @Nullable
            String surname,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Fødselsdato, ÅÅÅÅ-MM-DD; aldrig et CPR-nummer",
                    format = "date",
                    example = "1983-04-12")
            @Nullable
            String birthDate,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Køn",
                    allowableValues = {"kvinde", "mand", "uoplyst"})
            @Nullable
            String sex,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Rolle i familien",
                    allowableValues = {"ansoeger", "aegtefaelle", "barn", "anden"})
            @Nullable
            String familyRole,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Landets danske navn, dets ISO-kode, statsloes eller ukendt",
                    example = "syrien")
            @Nullable
            String nationality,

            @Schema(
                    description = "Etnisk gruppe, når den er oplyst",
                    allowableValues = {"araber", "kurder", "perser", "pashtun", "tajik", "hazara", "anden", "ukendt"})
            @Nullable
            String ethnicGroup,

            @Schema(description = "Sprog, når det er oplyst", example = "arabisk") @Nullable
            String language,

            @Schema(description = "Kendte behov: handicap, fysisk-sygdom, psykisk-sygdom, traume, udsat-barn, andet")
            @Nullable
            List<@Nullable String> needs,

            @Schema(description = "Hvad der er kendt om behovene, i ord") @Nullable
            String needsNote,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {

        NewMember read(Reading reading, String prefix) {
            refuseUnknown(reading, prefix, unknown);
            return new NewMember(
                    givenName,
                    surname,
                    reading.date(prefix + "birthDate", birthDate),
                    sex,
                    familyRole,
                    nationality,
                    ethnicGroup,
                    language,
                    listed(reading, prefix + "needs", needs),
                    needsNote);
        }
    }

    @Schema(name = "NewDocument", description = "Hvor et dokument ligger")
    record Document(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Orienteringsbrev") @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Nummer eller navn i dokumentsystemet")
            @Nullable
            String reference,

            @Schema(description = DATE + "; uden dato bruges i dag", format = "date") @Nullable
            String receivedOn,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {

        DocumentReference read(Reading reading, String prefix) {
            refuseUnknown(reading, prefix, unknown);
            return new DocumentReference(title, reference, reading.date(prefix + "receivedOn", receivedOn));
        }
    }

    @Schema(name = "NewArrivalDate", description = "En ny dato, hvor familien ventes")
    record ArrivalDate(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = DATE, format = "date") @Nullable
            String plannedArrival,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvorfor datoen ændres") @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "Arrival", description = "Familien er ankommet")
    record Arrival(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = DATE, format = "date") @Nullable
            String date,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "ArrivalCorrection", description = "Familien er ankommet en anden dag end den registrerede")
    record ArrivalCorrection(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Den rigtige ankomst. " + DATE,
                    format = "date",
                    example = "2015-07-03")
            @Nullable
            String date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvorfor datoen rettes") @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "AgreedTakeover", description = "En tidligere overtagelse, som flygtningen har givet samtykke til")
    record AgreedTakeover(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Den aftalte overtagelse. " + DATE,
                    format = "date",
                    example = "2015-06-15")
            @Nullable
            String takeover,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvordan og hvornår samtykket er givet")
            @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "BirthDateCorrection", description = "Et familiemedlem er født en anden dag end den registrerede")
    record BirthDateCorrection(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Den rigtige fødselsdato. " + DATE,
                    format = "date",
                    example = "2001-03-09")
            @Nullable
            String birthDate,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvorfor datoen rettes") @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "AddedMember", description = "Et familiemedlem, der kommer til")
    record AddedMember(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Member member,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Hvornår personen kom til. " + DATE,
                    format = "date")
            @Nullable
            String joinedOn,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "MemberLeft", description = "Et familiemedlem er død eller er ikke længere i sagen")
    record MemberLeft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = DATE, format = "date") @Nullable
            String date,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "doed, fraflyttet, ophold-bortfaldet eller kommer-ikke")
            @Nullable
            String cause,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "MemberComesLater", description = "Et familiemedlem kommer en anden dag end familien")
    record MemberComesLater(
            @Schema(description = "Den dag, personen ventes; udelades, når den ikke er kendt. " + DATE, format = "date")
            @Nullable
            String expected,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "MovedAway", description = "Familien er flyttet til en anden kommune; sagen afsluttes")
    record MovedAway(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = DATE, format = "date") @Nullable
            String date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kommunen, som familien er flyttet til")
            @Nullable
            String toMunicipality,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "PermitLapsed", description = "Opholdstilladelsen er bortfaldet; sagen afsluttes")
    record PermitLapsed(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = DATE, format = "date") @Nullable
            String date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    static void refuseUnknown(Reading reading, String prefix, @Nullable Map<String, Object> unknown) {
        Set<String> names = unknown == null ? Set.of() : unknown.keySet();
        names.forEach(name -> reading.error(
                prefix + name, "Feltet findes ikke. Fjern det, eller ret navnet efter beskrivelsen i /v3/api-docs."));
    }

    private static List<String> listed(Reading reading, String field, @Nullable List<@Nullable String> values) {
        List<String> listed = new ArrayList<>();
        for (String value : Objects.requireNonNullElse(values, List.<@Nullable String>of())) {
            if (value == null || value.isBlank()) {
                reading.error(field, "Listen har en tom værdi. Fjern den, eller skriv en kode fra beskrivelsen.");
            } else {
                listed.add(value);
            }
        }
        return listed;
    }
}
