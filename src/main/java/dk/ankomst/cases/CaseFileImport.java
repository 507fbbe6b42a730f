package dk.ankomst.cases;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dk.ankomst.cases.ImportResult.Created;
import dk.ankomst.cases.ImportResult.Existing;
import dk.ankomst.cases.ImportResult.LineError;
import dk.ankomst.cases.ImportResult.Rejected;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers the families of a CSV file, one line per member; lines with the same reference are one family. A family with a
 * bad line is not registered at all, the others are; a reference that is a case already is left as it is.
 */
@Component
class CaseFileImport {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_LINES = 5000;
    private static final char SEPARATOR = ';';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String WHOLE_FAMILY = "";
    private static final Pattern MEMBER_FIELD = Pattern.compile("members\\[(\\d+)]\\.?(.*)");

    private static final Logger LOG = LoggerFactory.getLogger(CaseFileImport.class);

    /** The columns of the file, by the fields of a visitation that they fill in. */
    enum Column {
        SAGSREFERENCE(
                "externalReference", true, false, "Afsenderens reference; linjer med samme reference er én familie"),
        VISITATIONSDATO("visitationDate", true, false, "2026-05-15 eller 15.05.2026"),
        OPHOLDSKATEGORI("residenceCategory", true, false, CodeList.RESIDENCE_CATEGORY.enumerated()),
        OPRINDELSE("origin", true, false, CodeList.ORIGIN.enumerated()),
        OPRINDELSESSTED("originName", false, false, "Centrets, lufthavnens eller kommunens navn"),
        FAMILIENAVN(
                "familyName", false, false, "Navnet, som familien kendes på; uden navn bruges ansøgerens efternavn"),
        PLANLAGT_ANKOMST("plannedArrivalDate", false, false, "2026-07-03 eller 03.07.2026"),
        AFTALT_OVERTAGELSE("takeoverAgreedDate", false, false, "Kun når en tidligere dato er aftalt med flygtningen"),
        ULEDSAGET("unaccompaniedMinor", false, false, "ja eller nej: uledsaget mindreårig"),
        KENDTE_BEHOV("knownNeeds", false, false, "Hvad der er kendt om familiens behov"),
        ADRESSE("address", false, false, "Boligens adresse, når den er fundet"),
        FORNAVN("givenName", true, true, "Personens fornavn"),
        EFTERNAVN("surname", true, true, "Personens efternavn"),
        FOEDSELSDATO("birthDate", true, true, "1983-04-12 eller 12.04.1983; aldrig et CPR-nummer"),
        KOEN("sex", true, true, CodeList.SEX.enumerated()),
        ROLLE("familyRole", true, true, CodeList.FAMILY_ROLE.enumerated()),
        NATIONALITET("nationality", true, true, "Landets danske navn, dets ISO-kode, statsloes eller ukendt"),
        ETNISK_GRUPPE("ethnicGroup", false, true, CodeList.ETHNIC_GROUP.enumerated()),
        SPROG("language", false, true, "Sproget, når det er oplyst"),
        BEHOV("needs", false, true, CodeList.NEED.enumerated() + "; flere adskilles af komma"),
        BEHOV_NOTE("needsNote", false, true, "Hvad der er kendt om personens behov, i ord");

        private final String field;
        private final boolean required;
        private final boolean ofMember;
        private final String help;

        Column(String field, boolean required, boolean ofMember, String help) {
            this.field = field;
            this.required = required;
            this.ofMember = ofMember;
            this.help = help;
        }

        String heading() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean required() {
            return required;
        }

        String help() {
            return help;
        }

        private static Optional<Column> ofField(String field, boolean ofMember) {
            return Arrays.stream(values())
                    .filter(column -> column.field.equals(field) && column.ofMember == ofMember)
                    .findFirst();
        }
    }

    /**
     * A line of the file.
     *
     * @param problem why the line cannot be read, Danish; the fields are then a guess; null when it can
     */
    private record Row(
            long number, List<String> fields, @Nullable String problem) {}

    private record Line(long number, Map<Column, String> values) {

        private String value(Column column) {
            return values.getOrDefault(column, "").strip();
        }
    }

    /** The lines of one reference, and what is wrong with them as lines. */
    private record Family(String reference, List<Line> lines, List<Long> numbers, List<LineError> errors) {}

    private final Cases cases;

    CaseFileImport(Cases cases) {
        this.cases = cases;
    }

    /** The headings of the file, as a template to fill in. */
    static String template() {
        return BYTE_ORDER_MARK
                + Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(";"))
                + "\r\n";
    }

    /**
     * @throws InputRefused for the field {@code file} when the file as a whole cannot be read; then nothing is registered
     */
    ImportResult read(byte[] content) {
        List<Created> created = new ArrayList<>();
        List<Existing> existing = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Family family : families(text(content))) {
            register(family, created, existing, rejected);
        }
        return new ImportResult(created, existing, rejected);
    }

    private void register(Family family, List<Created> created, List<Existing> existing, List<Rejected> rejected) {
        String reference = family.reference();
        Optional<String> caseNumber = reference.isEmpty() ? Optional.empty() : cases.caseNumberOf(reference);
        if (caseNumber.isPresent()) {
            existing.add(existing(family, caseNumber.get()));
            return;
        }
        List<LineError> errors = new ArrayList<>(family.errors());
        if (family.lines().isEmpty()) {
            rejected.add(new Rejected(reference, family.numbers(), errors));
            return;
        }
        Reading reading = new Reading();
        Visitation visitation = visitation(family, reading, errors);
        if (!errors.isEmpty()) {
            // The lines contradict each other: the family is judged all the same, so that all its errors come at once.
            reading.error(WHOLE_FAMILY, "");
        }
        try {
            String number = cases.register(visitation, null, reading.errors());
            created.add(new Created(
                    reference,
                    number,
                    cases.facts(number).family(),
                    family.lines().size(),
                    family.numbers()));
        } catch (AlreadyRegistered e) {
            existing.add(existing(family, e.caseNumber()));
        } catch (InputRefused e) {
            e.errors().stream()
                    .filter(error -> !error.field().equals(WHOLE_FAMILY))
                    .map(error -> lineError(family, error))
                    .forEach(errors::add);
            rejected.add(new Rejected(reference, family.numbers(), sorted(errors)));
        } catch (RuntimeException e) {
            // One family that the program fails on must not hide what became of the others.
            // The reference and the exception's own words may hold what stands in the rows.
            LOG.error(
                    "Familien fra linje {} i den indlæste fil kunne ikke registreres: {}",
                    family.numbers().get(0),
                    e.getClass().getName());
            errors.add(new LineError(
                    family.numbers().get(0),
                    null,
                    "Sagen kunne ikke oprettes på grund af en fejl i systemet. Læs filen ind igen om lidt; de sager, der"
                            + " er oprettet, oprettes ikke igen."));
            rejected.add(new Rejected(reference, family.numbers(), errors));
        }
    }

    private static Existing existing(Family family, String caseNumber) {
        return new Existing(
                family.reference(),
                caseNumber,
                family.numbers(),
                "Sagen findes allerede som " + caseNumber + " og er ikke ændret.");
    }

    private static String text(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new InputRefused("file", "Filen fylder mere end 1 MB. Del den i flere mindre filer.");
        }
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            throw new InputRefused(
                    "file", "Filen er et regneark. Gem den fra Excel som \"CSV UTF-8 (semikolonsepareret)\".");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputRefused(
                    "file",
                    "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses. Gem den fra Excel som \"CSV UTF-8"
                            + " (semikolonsepareret)\".");
        }
        if (text.indexOf('\0') >= 0) {
            throw new InputRefused("file", "Filen er ikke en tekstfil. Gem den som CSV i UTF-8.");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new InputRefused("file", "Filen er tom. Vælg en fil med overskrifter og mindst én linje.");
        }
        return text;
    }

    private static List<Family> families(String text) {
        Map<String, Family> families = new LinkedHashMap<>();
        List<@Nullable Column> header = List.of();
        int lines = 0;
        List<String> physical = text.lines().toList();
        for (int i = 0; i < physical.size(); i++) {
            if (physical.get(i).chars().allMatch(c -> c == SEPARATOR || Character.isWhitespace(c))) {
                continue;
            }
            Row row = row(i + 1, physical.get(i));
            if (header.isEmpty()) {
                if (row.problem() != null) {
                    throw new InputRefused("file", row.problem());
                }
                header = header(row.fields());
                continue;
            }
            lines++;
            if (lines > MOST_LINES) {
                throw new InputRefused(
                        "file", "Filen har mere end " + MOST_LINES + " linjer. Del den i flere mindre filer.");
            }
            add(families, header, row);
        }
        if (lines == 0) {
            throw new InputRefused("file", "Filen har kun overskrifter. Skriv én linje for hvert familiemedlem.");
        }
        return List.copyOf(families.values());
    }

    /**
     * Reads one line by itself, so that a quotation mark that is not closed ends with its line and not with the file.
     *
     * @param number of the line in the file, from 1
     */
    private static Row row(long number, String line) {
        // The line after it shows whether the parser takes this one to be at its end.
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(SEPARATOR)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(line + "\n.")) {
            List<String> fields = records.iterator().next().getFields();
            int last = fields.size() - 1;
            String tail = fields.get(last);
            if (!tail.endsWith("\n.")) {
                return new Row(number, fields, null);
            }
            List<String> split = new ArrayList<>(fields.subList(0, last));
            split.addAll(Arrays.asList(tail.substring(0, tail.length() - 2).split(";", -1)));
            return new Row(
                    number,
                    split,
                    "Et anførselstegn på linje " + number
                            + " er ikke lukket. Sæt det afsluttende anførselstegn på samme linje; et felt må ikke fortsætte"
                            + " på den næste.");
        } catch (CsvParseException e) {
            return new Row(
                    number,
                    Arrays.asList(line.replace("\"", "").split(";", -1)),
                    "Linje " + number
                            + " kan ikke læses. Kontrollér anførselstegnene: et felt, der begynder med et, skal også slutte"
                            + " med et.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<@Nullable Column> header(List<String> headings) {
        List<@Nullable Column> columns = new ArrayList<>();
        for (String heading : headings) {
            String name = heading.strip()
                    .toLowerCase(Locale.ROOT)
                    .replace("æ", "ae")
                    .replace("ø", "oe")
                    .replace("å", "aa")
                    .replace(' ', '_')
                    .replace('-', '_');
            Optional<Column> column = Arrays.stream(Column.values())
                    .filter(known -> known.heading().equals(name))
                    .findFirst();
            if (column.isEmpty() && headings.size() == 1) {
                throw new InputRefused(
                        "file",
                        "Filens første linje skal være overskrifterne, adskilt af semikolon. Hent skabelonen, og udfyld"
                                + " den.");
            }
            if (column.isEmpty() && !name.isEmpty()) {
                throw new InputRefused(
                        "file",
                        "Kolonnen \"" + heading.strip()
                                + "\" kendes ikke. Ret overskriften efter skabelonen, eller fjern" + " kolonnen.");
            }
            if (column.isPresent() && columns.contains(column.get())) {
                throw new InputRefused("file", "Kolonnen " + name + " står to gange. Fjern den ene.");
            }
            columns.add(column.orElse(null));
        }
        String missing = Arrays.stream(Column.values())
                .filter(column -> column.required() && !columns.contains(column))
                .map(Column::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new InputRefused(
                    "file", "Filen mangler kolonnerne: " + missing + ". Hent skabelonen, og udfyld den.");
        }
        return columns;
    }

    private static void add(Map<String, Family> families, List<@Nullable Column> header, Row row) {
        long number = row.number();
        List<String> fields = row.fields();
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
            Column column = header.get(i);
            if (column != null) {
                values.put(column, fields.get(i));
            }
        }
        Line line = new Line(number, values);
        String reference = line.value(Column.SAGSREFERENCE);
        String key = reference.isEmpty() ? "\n" + number : reference;
        Family family = families.computeIfAbsent(
                key, first -> new Family(reference, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        family.numbers().add(number);
        if (row.problem() != null) {
            family.errors().add(new LineError(number, null, row.problem()));
            return;
        }
        boolean surplus = fields.size() > header.size()
                && !fields.subList(header.size(), fields.size()).stream().allMatch(String::isBlank);
        if (surplus || fields.size() < header.size()) {
            family.errors()
                    .add(new LineError(
                            number,
                            null,
                            "Linjen har " + fields.size() + " felter, men overskriften har " + header.size()
                                    + ". Kontrollér semikolonerne."));
            return;
        }
        if (reference.isEmpty()) {
            family.errors()
                    .add(new LineError(
                            number,
                            Column.SAGSREFERENCE.heading(),
                            "Skriv en sagsreference. Linjer med samme reference er én familie, og referencen hindrer, at"
                                    + " sagen oprettes to gange."));
        }
        family.lines().add(line);
    }

    private static Visitation visitation(Family family, Reading reading, List<LineError> errors) {
        Map<Column, String> shared = new EnumMap<>(Column.class);
        for (Line line : family.lines()) {
            for (Column column : Column.values()) {
                String value = line.value(column);
                if (column.ofMember || column == Column.SAGSREFERENCE || value.isEmpty()) {
                    continue;
                }
                String first = shared.putIfAbsent(column, value);
                if (first != null && !first.equals(value)) {
                    errors.add(new LineError(
                            line.number(),
                            column.heading(),
                            "Værdien er en anden end på familiens første linje. Skriv det samme på alle familiens"
                                    + " linjer, eller lad feltet være tomt."));
                }
            }
        }
        List<NewMember> members = new ArrayList<>();
        for (int i = 0; i < family.lines().size(); i++) {
            Line line = family.lines().get(i);
            members.add(new NewMember(
                    line.value(Column.FORNAVN),
                    line.value(Column.EFTERNAVN),
                    reading.date("members[" + i + "].birthDate", line.value(Column.FOEDSELSDATO)),
                    line.value(Column.KOEN),
                    line.value(Column.ROLLE),
                    line.value(Column.NATIONALITET),
                    line.value(Column.ETNISK_GRUPPE),
                    line.value(Column.SPROG),
                    Arrays.stream(line.value(Column.BEHOV).split(","))
                            .filter(need -> !need.isBlank())
                            .toList(),
                    line.value(Column.BEHOV_NOTE)));
        }
        return new Visitation(
                family.reference(),
                shared.get(Column.FAMILIENAVN),
                shared.get(Column.OPHOLDSKATEGORI),
                shared.get(Column.OPRINDELSE),
                shared.get(Column.OPRINDELSESSTED),
                reading.date("visitationDate", shared.get(Column.VISITATIONSDATO)),
                reading.date("takeoverAgreedDate", shared.get(Column.AFTALT_OVERTAGELSE)),
                reading.date("plannedArrivalDate", shared.get(Column.PLANLAGT_ANKOMST)),
                reading.yes("unaccompaniedMinor", shared.get(Column.ULEDSAGET)),
                shared.get(Column.KENDTE_BEHOV),
                shared.get(Column.ADRESSE),
                members,
                List.of());
    }

    /** Where in the file the field of a visitation stands. */
    private static LineError lineError(Family family, FieldError error) {
        Matcher member = MEMBER_FIELD.matcher(error.field());
        if (member.matches()) {
            int index = Integer.parseInt(member.group(1));
            return new LineError(
                    family.lines().get(index).number(),
                    Column.ofField(member.group(2), true).map(Column::heading).orElse(null),
                    error.message());
        }
        Optional<Column> column = Column.ofField(error.field(), false);
        long number = family.lines().stream()
                .filter(line -> column.isPresent() && !line.value(column.get()).isEmpty())
                .findFirst()
                .orElse(family.lines().get(0))
                .number();
        return new LineError(number, column.map(Column::heading).orElse(null), error.message());
    }

    private static List<LineError> sorted(List<LineError> errors) {
        return errors.stream()
                .sorted(java.util.Comparator.comparingLong(LineError::line))
                .toList();
    }
}
