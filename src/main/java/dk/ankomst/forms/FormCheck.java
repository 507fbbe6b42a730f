package dk.ankomst.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ankomst.forms.CheckedForm.Answer;
import dk.ankomst.forms.FormField.Keep;
import dk.ankomst.forms.FormField.Kind;
import dk.ankomst.forms.FormField.Limits;
import dk.ankomst.platform.CprNumber;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what was sent against the form it was sent for. The browser's own checks count for nothing. */
@Component
public class FormCheck {

    /** The engine's column for a text variable holds no more. */
    private static final int ENGINE_TEXT = 4000;

    private static final int CASE_TEXT = 20_000;
    private static final int DEFAULT_TEXT = 500;
    private static final int DEFAULT_LONG_TEXT = 4000;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,20}");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final Clock clock;

    FormCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks what was sent.
     *
     * @param form the form it was sent for
     * @param submitted what was sent, by key: String, Boolean, Number, List, Map or null; anything else is refused
     * @param shown what the form showed before anything was typed, by name: stored answers, facts, variables
     * @param expressions evaluates the form's FEEL
     * @param visitation the visitation of the case; null when there is no case yet
     * @throws InputRefused with a sentence for every field that cannot be taken as it is
     * @throws FormUnusable when the form itself is at fault
     */
    public CheckedForm check(
            FormDefinition form,
            Map<String, ? extends @Nullable Object> submitted,
            Map<String, ? extends @Nullable Object> shown,
            Expressions expressions,
            @Nullable LocalDate visitation) {
        return new Check(form, submitted, shown, expressions, LocalDate.now(clock), visitation).run();
    }

    /** Thrown and caught inside a check: what is wrong with the field at hand. */
    private static final class Wrong extends RuntimeException {

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static final class Check {

        private final FormDefinition form;
        private final Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> known;
        private final Map<String, @Nullable Object> shown;
        private final Expressions expressions;
        private final LocalDate today;
        private final @Nullable LocalDate visitation;
        private final List<FieldError> errors = new ArrayList<>();

        Check(
                FormDefinition form,
                Map<String, ? extends @Nullable Object> submitted,
                Map<String, ? extends @Nullable Object> shown,
                Expressions expressions,
                LocalDate today,
                @Nullable LocalDate visitation) {
            this.form = form;
            this.shown = new HashMap<>(shown);
            this.known = new HashMap<>(shown);
            this.known.putAll(submitted);
            // FEEL takes a name that is missing for null as well, but complains of it in the log.
            form.mentions().forEach(name -> this.known.putIfAbsent(name, null));
            this.expressions = expressions;
            this.today = today;
            this.visitation = visitation;
            Set<String> keys = form.fields().stream().map(FormField::key).collect(Collectors.toSet());
            flatten("", submitted, keys);
        }

        private void flatten(String prefix, Map<String, ? extends @Nullable Object> values, Set<String> keys) {
            values.forEach((name, value) -> {
                String key = prefix + name;
                if (value instanceof Map<?, ?> inner && keys.stream().anyMatch(k -> k.startsWith(key + "."))) {
                    Map<String, @Nullable Object> byName = new LinkedHashMap<>();
                    inner.forEach((innerName, innerValue) -> byName.put(String.valueOf(innerName), innerValue));
                    flatten(key + ".", byName, keys);
                } else {
                    sent.put(key, value);
                }
            });
        }

        CheckedForm run() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            List<Answer> answers = new ArrayList<>();
            List<Answer> notes = new ArrayList<>();
            for (FormField field : form.fields()) {
                Object raw = sent.remove(field.key());
                if (isShownOnly(field, raw)) {
                    continue;
                }
                Object value = null;
                try {
                    value = valueOf(field, raw);
                } catch (Wrong wrong) {
                    errors.add(new FieldError(field.key(), Objects.requireNonNull(wrong.getMessage())));
                }
                values.put(field.key(), value);
                switch (field.keep()) {
                    case ENGINE -> variables.put(field.variable(), value instanceof List ? asText(value) : value);
                    case CASE -> answers.add(new Answer(field.key(), field.label(), asText(value)));
                    case NOTE -> {
                        if (value != null) {
                            notes.add(new Answer(field.key(), field.label(), asText(value)));
                        }
                    }
                }
            }
            sent.keySet().forEach(key -> errors.add(new FieldError(key, undeclared(key))));
            if (!errors.isEmpty()) {
                throw new InputRefused(errors);
            }
            return new CheckedForm(form.key(), values, variables, answers, notes);
        }

        private static String undeclared(String key) {
            String safe = key.replaceAll("[^\\p{L}\\p{N}_.-]", "");
            return "Formularen har intet felt, der hedder »" + (safe.length() > 40 ? safe.substring(0, 40) : safe)
                    + "«. Send kun formularens egne felter.";
        }

        /** A field that is shown only is never written; one that the browser cannot have sent is refused. */
        private boolean isShownOnly(FormField field, @Nullable Object raw) {
            if (field.disabled()) {
                Object expected = shown.get(field.key()) == null ? field.preset() : shown.get(field.key());
                if (!isBlank(raw) && !Objects.equals(asText(raw), expected == null ? null : asText(expected))) {
                    errors.add(new FieldError(field.key(), "»" + field.label() + "« kan ikke ændres her."));
                }
                return true;
            }
            return isTrue(field.readOnly());
        }

        private @Nullable Object valueOf(FormField field, @Nullable Object raw) {
            boolean hidden = field.hiddenWhen().stream().anyMatch(this::isTrueExpression);
            if (hidden) {
                if (!isBlank(raw) && !Boolean.FALSE.equals(raw)) {
                    throw new Wrong("»" + field.label() + "« hører ikke til de øvrige svar. Lad feltet stå tomt.");
                }
                return field.kind() == Kind.CHECKBOX ? Boolean.FALSE : null;
            }
            Object value =
                    switch (field.kind()) {
                        case TEXT, LONG_TEXT -> text(field, raw);
                        case NUMBER -> number(field, raw);
                        case CHECKBOX -> checkbox(field, raw);
                        case CHOICE -> choice(field, raw);
                        case CHOICES -> choices(field, raw);
                        case DATE -> date(field, raw);
                        case TIME -> time(field, raw);
                        case DATE_TIME -> dateTime(field, raw);
                    };
            if (isTrue(field.limits().required()) && (value == null || Boolean.FALSE.equals(value))) {
                throw new Wrong(missing(field));
            }
            return value;
        }

        private static String missing(FormField field) {
            String name = "»" + field.label() + "«";
            return switch (field.kind()) {
                case TEXT, LONG_TEXT -> "Skriv noget i " + name + ".";
                case NUMBER -> "Skriv et tal i " + name + ".";
                case CHECKBOX -> "Sæt kryds i " + name + ", før du går videre.";
                case CHOICE -> "Vælg en af mulighederne i " + name + ".";
                case CHOICES -> "Vælg mindst én mulighed i " + name + ".";
                case DATE -> "Vælg en dato i " + name + ".";
                case TIME -> "Skriv et klokkeslæt i " + name + ".";
                case DATE_TIME -> "Vælg en dato og et klokkeslæt i " + name + ".";
            };
        }

        private @Nullable Object text(FormField field, @Nullable Object raw) {
            if (isBlank(raw)) {
                return null;
            }
            if (!(raw instanceof String sentText)) {
                throw new Wrong("Skriv »" + field.label() + "« som tekst.");
            }
            String text = sentText.strip();
            Limits limits = field.limits();
            if (FreeText.hasUnreadable(text)) {
                throw new Wrong("»" + field.label() + "« indeholder tegn, som ikke kan gemmes. Skriv teksten igen.");
            }
            int hardLimit = field.keep() == Keep.ENGINE ? ENGINE_TEXT : CASE_TEXT;
            Integer stated = wholeNumber(limits.maxLength());
            int longest = Math.min(
                    hardLimit, stated != null ? stated : field.kind() == Kind.TEXT ? DEFAULT_TEXT : DEFAULT_LONG_TEXT);
            if (text.length() > longest) {
                throw new Wrong("Forkort »" + field.label() + "« til højst " + longest + " tegn. Der står "
                        + text.length() + ".");
            }
            Integer shortest = wholeNumber(limits.minLength());
            if (shortest != null && text.length() < shortest) {
                throw new Wrong("Skriv mindst " + shortest + " tegn i »" + field.label() + "«.");
            }
            if (limits.email() && !EMAIL.matcher(text).matches()) {
                throw new Wrong("Skriv »" + field.label() + "« som navn@eksempel.dk.");
            }
            if (limits.phone() && !PHONE.matcher(text).matches()) {
                throw new Wrong("Skriv »" + field.label() + "« som et telefonnummer, f.eks. +45 12 34 56 78.");
            }
            if (limits.pattern() != null
                    && !patternOf(limits.pattern()).matcher(text).find()) {
                throw new Wrong(
                        field.help().isBlank()
                                ? "Skriv »" + field.label() + "« på en anden måde; det passer ikke til feltet."
                                : "Skriv »" + field.label() + "« sådan: " + field.help());
            }
            refuseCpr(field, text);
            return text;
        }

        private Pattern patternOf(String pattern) {
            try {
                return Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new FormUnusable(
                        "Formularen " + form.key() + " har et mønster, som ikke kan læses. Sig det til procesejeren.",
                        e);
            }
        }

        /** Neither the engine's history nor a note on the case can forget a CPR number. */
        private static void refuseCpr(FormField field, String text) {
            if (CprNumber.isIn(text)) {
                throw new Wrong("CPR-nummer hører ikke til i »" + field.label() + "«. Slet det.");
            }
        }

        private @Nullable Object number(FormField field, @Nullable Object raw) {
            if (raw == null || isBlank(raw)) {
                return null;
            }
            String name = "»" + field.label() + "«";
            Limits limits = field.limits();
            BigDecimal number = decimal(raw, limits.numberAsText());
            if (number == null) {
                throw new Wrong("Skriv et tal i " + name + ", f.eks. 3.");
            }
            if (number.abs().compareTo(GREATEST) > 0) {
                throw new Wrong("Skriv et mindre tal i " + name + ".");
            }
            number = number.stripTrailingZeros();
            Integer decimals = limits.decimals();
            if (decimals != null && number.scale() > decimals) {
                throw new Wrong(
                        decimals == 0
                                ? "Skriv et helt tal i " + name + "."
                                : "Skriv et tal med højst " + decimals + " decimaler i " + name + ".");
            }
            BigDecimal least = limit(limits.min());
            if (least != null && number.compareTo(least) < 0) {
                throw new Wrong("Skriv et tal på mindst " + danish(least) + " i " + name + ".");
            }
            BigDecimal greatest = limit(limits.max());
            if (greatest != null && number.compareTo(greatest) > 0) {
                throw new Wrong("Skriv et tal på højst " + danish(greatest) + " i " + name + ".");
            }
            if (number.scale() <= 0 && number.signum() > 0) {
                String digits = number.toPlainString();
                refuseCpr(field, digits.length() == 9 ? "0" + digits : digits);
            }
            if (limits.numberAsText()) {
                return number.toPlainString();
            }
            boolean whole = decimals == null ? number.scale() <= 0 : decimals == 0;
            return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
        }

        private static @Nullable BigDecimal decimal(Object raw, boolean alsoText) {
            if (raw instanceof Double || raw instanceof Float) {
                double value = ((Number) raw).doubleValue();
                return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
            }
            if (raw instanceof BigDecimal number) {
                return number;
            }
            if (raw instanceof Long || raw instanceof Integer || raw instanceof Short || raw instanceof BigInteger) {
                return new BigDecimal(raw.toString());
            }
            if (alsoText && raw instanceof String text && text.length() <= 30) {
                try {
                    return new BigDecimal(text.strip());
                } catch (NumberFormatException e) {
                    return null;
                }
            }
            return null;
        }

        private @Nullable BigDecimal limit(@Nullable Object limit) {
            Object value = limit instanceof String text && text.startsWith("=") ? evaluate(text.substring(1)) : limit;
            return value instanceof Number || value instanceof String ? decimal(value, true) : null;
        }

        private @Nullable Integer wholeNumber(@Nullable Object limit) {
            BigDecimal value = limit(limit);
            return value == null ? null : value.intValue();
        }

        private static String danish(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString().replace('.', ',');
        }

        private static Object checkbox(FormField field, @Nullable Object raw) {
            if (raw == null) {
                return false;
            }
            if (raw instanceof Boolean ticked) {
                return ticked;
            }
            throw new Wrong("Sæt eller fjern krydset i »" + field.label() + "«.");
        }

        private @Nullable Object choice(FormField field, @Nullable Object raw) {
            if (raw == null || isBlank(raw)) {
                return null;
            }
            Object chosen = raw;
            return options(field).stream()
                    .filter(option -> isSame(option, chosen))
                    .findFirst()
                    .orElseThrow(() -> new Wrong("Vælg en af mulighederne i »" + field.label() + "«."));
        }

        private @Nullable Object choices(FormField field, @Nullable Object raw) {
            if (raw == null || isBlank(raw)) {
                return null;
            }
            if (!(listOf(raw) instanceof Collection<?> chosen)) {
                throw new Wrong("Vælg blandt mulighederne i »" + field.label() + "«.");
            }
            List<Object> options = options(field);
            Set<String> values = new LinkedHashSet<>();
            for (Object one : chosen) {
                Object option = options.stream()
                        .filter(candidate -> one != null && isSame(candidate, one))
                        .findFirst()
                        .orElseThrow(() -> new Wrong("Vælg kun blandt mulighederne i »" + field.label() + "«."));
                values.add(option.toString());
            }
            return values.isEmpty() ? null : List.copyOf(values);
        }

        /** The browser sends a list either as such or, when the answer was known before, as the JSON text of one. */
        private static @Nullable Object listOf(Object raw) {
            if (raw instanceof String text && text.startsWith("[")) {
                try {
                    return JSON.readValue(text, List.class);
                } catch (JsonProcessingException e) {
                    return null;
                }
            }
            return raw;
        }

        private static boolean isSame(Object option, Object sent) {
            if (option instanceof Number && sent instanceof Number) {
                return new BigDecimal(option.toString()).compareTo(new BigDecimal(sent.toString())) == 0;
            }
            return option.equals(sent);
        }

        private List<Object> options(FormField field) {
            if (field.options().fromKey() != null) {
                return optionValues(known(field.options().fromKey()));
            }
            if (field.options().fromExpression() != null) {
                return optionValues(evaluate(field.options().fromExpression()));
            }
            return field.options().listed();
        }

        /** Only what was shown counts: a list of options that was sent along is somebody's own invention. */
        private @Nullable Object known(String key) {
            return shown.get(key);
        }

        private static List<Object> optionValues(@Nullable Object list) {
            List<Object> values = new ArrayList<>();
            if (list instanceof Collection<?> options) {
                for (Object option : options) {
                    Object value = option instanceof Map<?, ?> labelled ? labelled.get("value") : option;
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
            return values;
        }

        private @Nullable Object date(FormField field, @Nullable Object raw) {
            if (isBlank(raw)) {
                return null;
            }
            LocalDate date = raw instanceof String text ? parseDate(text.strip()) : null;
            if (date == null) {
                throw new Wrong(
                        "Datoen i »" + field.label() + "« findes ikke. Skriv den som dag.måned.år, f.eks. 24.12.2026.");
            }
            refuseOddDate(field, date);
            return date.toString();
        }

        private void refuseOddDate(FormField field, LocalDate date) {
            if (date.getYear() < 1900) {
                throw new Wrong("Ret årstallet i »" + field.label() + "«.");
            }
            Limits limits = field.limits();
            if (limits.notAfterToday() && date.isAfter(today)) {
                throw new Wrong("Datoen i »" + field.label() + "« ligger efter i dag, den " + DanishDates.inText(today)
                        + ". Vent med at registrere, til det er sket.");
            }
            if (date.isAfter(today.plusYears(limits.mostYearsAhead()))) {
                throw new Wrong("Datoen i »" + field.label() + "« ligger mere end " + limits.mostYearsAhead()
                        + " år frem. Ret årstallet.");
            }
            if (limits.notBeforeVisitation() && visitation != null && date.isBefore(visitation)) {
                throw new Wrong("Datoen i »" + field.label() + "« kan ikke ligge før visitationen den "
                        + DanishDates.inText(visitation) + ". Kontrollér datoen.");
            }
            if (limits.notBeforeToday() && date.isBefore(today)) {
                throw new Wrong("Vælg en dato i »" + field.label() + "«, som ikke er gået.");
            }
        }

        private static @Nullable LocalDate parseDate(String text) {
            for (DateTimeFormatter format : DATES) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeException e) {
                    // The next format may fit.
                }
            }
            return null;
        }

        private @Nullable Object time(FormField field, @Nullable Object raw) {
            if (isBlank(raw)) {
                return null;
            }
            if (raw instanceof String text) {
                try {
                    return LocalTime.parse(text).toString();
                } catch (DateTimeException notLocal) {
                    try {
                        return OffsetTime.parse(text).toString();
                    } catch (DateTimeException notATime) {
                        throw wrongTime(field);
                    }
                }
            }
            throw wrongTime(field);
        }

        private static Wrong wrongTime(FormField field) {
            return new Wrong("Klokkeslættet i »" + field.label() + "« findes ikke. Skriv det som 14:30.");
        }

        private @Nullable Object dateTime(FormField field, @Nullable Object raw) {
            if (isBlank(raw)) {
                return null;
            }
            if (raw instanceof String text) {
                try {
                    LocalDateTime local = LocalDateTime.parse(text);
                    refuseOddDate(field, local.toLocalDate());
                    return local.toString();
                } catch (DateTimeException notLocal) {
                    try {
                        OffsetDateTime moment = OffsetDateTime.parse(text);
                        refuseOddDate(field, moment.toLocalDate());
                        return moment.toString();
                    } catch (DateTimeException notAMoment) {
                        throw wrongTime(field);
                    }
                }
            }
            throw wrongTime(field);
        }

        private static boolean isBlank(@Nullable Object raw) {
            return raw == null
                    || (raw instanceof String text && text.isBlank())
                    || (raw instanceof Collection<?> list && list.isEmpty());
        }

        private boolean isTrue(@Nullable Object stated) {
            return (stated instanceof String text && text.startsWith("="))
                    ? isTrueExpression(text.substring(1))
                    : Boolean.TRUE.equals(stated);
        }

        private boolean isTrueExpression(String expression) {
            return Boolean.TRUE.equals(evaluate(expression));
        }

        private @Nullable Object evaluate(String expression) {
            try {
                return expressions.evaluate(expression, known);
            } catch (RuntimeException e) {
                throw new FormUnusable(
                        "Formularen " + form.key()
                                + " har en betingelse, som ikke kan læses. Sig det til procesejeren.",
                        e);
            }
        }

        private static @Nullable String asText(@Nullable Object value) {
            if (value instanceof Collection<?> list) {
                return list.stream().map(String::valueOf).collect(Collectors.joining(","));
            }
            if (value instanceof Double number) {
                return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            }
            return value == null ? null : value.toString();
        }
    }
}
