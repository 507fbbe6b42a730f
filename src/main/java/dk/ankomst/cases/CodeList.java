package dk.ankomst.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The codes that a case is described by, each with the label that people see. What follows from a code is in the models. */
public enum CodeList {
    /**
     * On what ground a person is, or is not, allowed to stay; the first six may be the municipality's (report, the
     * chapter on target groups).
     */
    RESIDENCE_CATEGORY(
            code("konventionsflygtning", "Konventionsflygtning"),
            code("kvoteflygtning", "Kvoteflygtning"),
            code("humanitaer-opholdstilladelse", "Humanitær opholdstilladelse"),
            code("familiesammenfoert-aegtefaelle", "Familiesammenført ægtefælle"),
            code("familiesammenfoert-barn", "Familiesammenført barn"),
            code("fordrevet-ukraine", "Fordrevet fra Ukraine (særloven)"),
            code("asylansoeger", "Asylansøger uden opholdstilladelse"),
            code("spontan-asylansoeger", "Registreret spontan asylansøger uden opholdstilladelse"),
            code("afvist-asylansoeger", "Asylansøger med endeligt afslag"),
            code("udsendelseshindret", "Udsendelseshindret")),
    /** Where the family comes from; the four kinds of centre are the report's. */
    ORIGIN(
            code("modtagecenter", "Modtagecenter"),
            code("opholdscenter", "Opholdscenter"),
            code("udsendelsescenter", "Udsendelsescenter"),
            code("specialcenter", "Specialcenter"),
            code("uden-for-centeret", "Indkvartering uden for asylcenteret"),
            code("lufthavn", "Lufthavnen"),
            code("anden-kommune", "Anden kommune"),
            code("udlandet", "Udlandet")),
    /** A member's place in the family. */
    FAMILY_ROLE(
            code("ansoeger", "Ansøger"),
            code("aegtefaelle", "Ægtefælle"),
            code("barn", "Barn"),
            code("anden", "Anden")),
    SEX(code("kvinde", "Kvinde", "k"), code("mand", "Mand", "m"), code("uoplyst", "Uoplyst")),
    /** The groups that the report's language table names. */
    ETHNIC_GROUP(
            code("araber", "Araber"),
            code("kurder", "Kurder"),
            code("perser", "Perser"),
            code("pashtun", "Pashtun"),
            code("tajik", "Tajik"),
            code("hazara", "Hazara"),
            code("anden", "Anden"),
            code("ukendt", "Ukendt")),
    /** Kinds of need that decide which departments are called in; the words about them are kept beside the code. */
    NEED(
            code("handicap", "Handicap eller funktionsnedsættelse"),
            code("fysisk-sygdom", "Fysisk sygdom"),
            code("psykisk-sygdom", "Psykisk sygdom"),
            code("traume", "Muligt traume"),
            code("udsat-barn", "Udsat barn eller ung"),
            code("andet", "Andet")),
    /** Why one member belongs to the case no longer. */
    LEAVING(
            code("doed", "Personen er død"),
            code("fraflyttet", "Personen er flyttet for sig selv"),
            code("ophold-bortfaldet", "Personens ophold er bortfaldet"),
            code("kommer-ikke", "Personen kommer ikke")),
    /** By which route a family is received; decided by the table {@code modtagelsesspor}. */
    TRACK(
            code("asylcenter", "Fra asylcenter"),
            code("kvote", "Kvoteflygtning"),
            code("familiesammenfoert", "Familiesammenført"),
            code("uledsaget", "Uledsaget mindreårig"),
            code("tilflytter", "Tilflytter fra anden kommune"),
            code("saerlov", "Fordrevet fra Ukraine (særloven)")),
    /** The phases in the order in which a case passes through them. */
    PHASE(
            code("forberedelse", "Forberedelse"),
            code("overdragelse", "Overdragelse"),
            code("ankomst", "Ankomst"),
            code("modtagelsesperiode", "Modtagelsesperiode"),
            code("integrationsforloeb", "Integrationsforløb"),
            code("afsluttet", "Afsluttet")),
    /** Countries by their Danish names, and the stateless. */
    NATIONALITY(nationalities());

    /**
     * A code and what it means.
     *
     * @param code ASCII, as stored and as the models name it
     * @param label Danish, as shown
     * @param alias another way to write the code, e.g. a country's ISO code; empty when there is none
     */
    public record Code(String code, String label, String alias) {}

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<Code> codes;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Map<String, Code> byName;

    CodeList(Code... codes) {
        this.codes = List.of(codes);
        Map<String, Code> names = new LinkedHashMap<>();
        for (Code code : codes) {
            names.put(code.code(), code);
            names.putIfAbsent(simplified(code.label()), code);
            if (!code.alias().isEmpty()) {
                names.putIfAbsent(simplified(code.alias()), code);
            }
        }
        this.byName = Map.copyOf(names);
    }

    public List<Code> codes() {
        return codes;
    }

    /** The code that a text stands for, whether it is written as code, label or alias, in large or small letters. */
    public Optional<Code> find(String text) {
        return Optional.ofNullable(byName.get(simplified(text)));
    }

    /** The label of a code; the code itself when it is not on the list. */
    public String label(String code) {
        return find(code).map(Code::label).orElse(code);
    }

    /** The codes, for a sentence that names them all. */
    String enumerated() {
        return codes.stream().map(Code::code).collect(Collectors.joining(", "));
    }

    private static Code code(String code, String label) {
        return new Code(code, label, "");
    }

    private static Code code(String code, String label, String alias) {
        return new Code(code, label, alias);
    }

    private static String simplified(String text) {
        String ascii = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        return Normalizer.normalize(ascii, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static Code[] nationalities() {
        List<Code> found = new ArrayList<>();
        try (InputStream in = CodeList.class.getResourceAsStream("/cases/nationalities.csv")) {
            if (in == null) {
                throw new IllegalStateException("cases/nationalities.csv mangler");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .forEach(parts -> found.add(new Code(parts[0], parts[2], parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.toArray(Code[]::new);
    }
}
