package dk.ankomst.cases;

/** Lines of a file with the columns that must be there. */
final class CsvFile {

    static final String HEADER =
            "sagsreference;visitationsdato;opholdskategori;oprindelse;fornavn;efternavn;foedselsdato;"
                    + "koen;rolle;nationalitet\n";

    private CsvFile() {}

    /** Headings and a family of two in the lines 2 and 3. */
    static String family(String reference) {
        return HEADER + lines(reference);
    }

    static String lines(String reference) {
        return reference
                + ";2015-05-15;konventionsflygtning;opholdscenter;Solmira;Tavoran;12.04.1983;K;ansoeger;syrien\n"
                + reference + ";;;;Jaldem;Tavoran;1980-11-02;Mand;Ægtefælle;SY\n";
    }
}
