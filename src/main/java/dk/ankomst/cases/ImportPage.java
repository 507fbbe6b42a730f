package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a file of visitations is read in, and which says what became of every family in it. */
@Controller
@RequestMapping("/sager/import")
@PreAuthorize(CaseAccess.CHANGE)
class ImportPage {

    private static final String VIEW = "cases/import";

    /** A column of the file, as the page explains it. */
    public record ColumnHelp(String heading, boolean required, String help) {}

    private static final List<ColumnHelp> COLUMNS = Arrays.stream(CaseFileImport.Column.values())
            .map(column -> new ColumnHelp(column.heading(), column.required(), column.help()))
            .toList();

    private final CaseFileImport fileImport;

    ImportPage(CaseFileImport fileImport) {
        this.fileImport = fileImport;
    }

    @GetMapping
    ModelAndView empty() {
        return page(null, null);
    }

    @PostMapping
    ModelAndView sent(@RequestParam(name = "file", required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(
                    file == null || String.valueOf(file.getOriginalFilename()).isEmpty()
                            ? "Vælg den CSV-fil, der skal læses ind."
                            : "Filen er tom. Vælg en fil med overskrifter og mindst én linje.");
        }
        try (InputStream content = file.getInputStream()) {
            return page(fileImport.read(content.readNBytes(CaseFileImport.MOST_BYTES + 1)), null);
        } catch (InputRefused e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/skabelon.csv")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("visitationer.csv")
                                .build()
                                .toString())
                .body(CaseFileImport.template().getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ModelAndView tooLarge(MultipartException e) {
        return refused("Filen er for stor eller blev afbrudt undervejs. Send højst 1 MB ad gangen.");
    }

    private static ModelAndView refused(String error) {
        ModelAndView page = page(null, error);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static ModelAndView page(@Nullable ImportResult result, @Nullable String error) {
        ModelAndView page = new ModelAndView(VIEW);
        page.addObject("result", result);
        page.addObject("error", error);
        page.addObject("columns", COLUMNS);
        return page;
    }
}
