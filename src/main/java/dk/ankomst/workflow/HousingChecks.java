package dk.ankomst.workflow;

import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.SubmitCheck;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.Tenure;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms about dwellings must agree on with the case and the register. */
@Configuration(proxyBeanMethods = false)
class HousingChecks {

    private static final String YES = "ja";
    private static final String MOVED_IN_ON = "indflytningsdato";

    /** The names of the form's fields by those of the register. */
    private static final Map<String, String> MOVE_FIELDS =
            Map.of("movedInOn", MOVED_IN_ON, "leavesOn", "udflytningsdato");

    /** Checks a form against a case that is known. */
    private interface OfCase {
        void check(CheckedForm form, String caseNumber, List<FieldError> errors);
    }

    private record Check(String formKey, OfCase rule) implements SubmitCheck {

        @Override
        public void check(CheckedForm form, @Nullable String caseNumber, @Nullable Long personId) {
            if (caseNumber == null) {
                return;
            }
            List<FieldError> errors = new ArrayList<>();
            rule.check(form, caseNumber, errors);
            if (!errors.isEmpty()) {
                throw new InputRefused(errors);
            }
        }
    }

    @Bean
    SubmitCheck firstDwellingIsAsReserved(Housing housing, DwellingRegister register) {
        return new Check("find-bolig", (form, caseNumber, errors) -> {
            Tenure tenure = YES.equals(form.text("boligErPermanent")) ? Tenure.PERMANENT : Tenure.MIDLERTIDIG;
            housing.reserved(caseNumber)
                    .filter(dwelling -> dwelling.tenure() != tenure)
                    .ifPresent(dwelling -> errors.add(new FieldError(
                            "boligErPermanent",
                            "Den reserverede bolig, " + dwelling.address() + ", er "
                                    + (dwelling.tenure() == Tenure.PERMANENT ? "permanent" : "midlertidig")
                                    + ". Svar det, eller frigiv den på sagens side Bolig.")));
            agrees(form, "boligType", "adresse", tenure, caseNumber, housing, register, errors);
        });
    }

    @Bean
    SubmitCheck permanentDwellingIsNoTemporaryOne(Housing housing) {
        return new Check("find-permanent-bolig", (form, caseNumber, errors) -> {
            if (YES.equals(form.text("boligFundet"))) {
                housing.reserved(caseNumber)
                        .filter(dwelling -> dwelling.tenure() == Tenure.MIDLERTIDIG)
                        .ifPresent(dwelling -> errors.add(new FieldError(
                                "boligFundet",
                                "Den reserverede bolig, " + dwelling.address()
                                        + ", er midlertidig. Frigiv den på sagens side Bolig, eller svar, at familien skal"
                                        + " flytte til en anden midlertidig bolig.")));
            }
        });
    }

    @Bean
    SubmitCheck offeredDwellingIsAsReserved(Housing housing, DwellingRegister register) {
        return new Check("anvis-bolig", (form, caseNumber, errors) -> {
            if (YES.equals(form.text("boligAccepteret"))) {
                agrees(
                        form,
                        "permanentBoligtype",
                        "nyAdresse",
                        Tenure.PERMANENT,
                        caseNumber,
                        housing,
                        register,
                        errors);
            }
        });
    }

    /** The kind and the address are those of the reserved dwelling; without one, the kind suits and nobody else has it. */
    private static void agrees(
            CheckedForm form,
            String kindField,
            String addressField,
            Tenure tenure,
            String caseNumber,
            Housing housing,
            DwellingRegister register,
            List<FieldError> errors) {
        String kind = form.text(kindField);
        String address = Objects.requireNonNullElse(form.text(addressField), "");
        Dwelling reserved = housing.reserved(caseNumber).orElse(null);
        if (reserved == null) {
            housing.objections(caseNumber, kind, tenure)
                    .forEach(sentence -> errors.add(new FieldError(kindField, sentence)));
            register.at(address)
                    .ifPresent(known -> errors.add(new FieldError(
                            addressField,
                            "Boligen står i boligregistret. Reservér den først på sagens side Bolig, så ingen anden familie"
                                    + " får den.")));
            return;
        }
        if (!reserved.kind().code().equals(kind)) {
            errors.add(new FieldError(
                    kindField,
                    "Den reserverede bolig er i registret: " + reserved.kind().danishName() + ". Vælg det."));
        }
        if (!DwellingRegister.isSameAddress(reserved.address(), address)) {
            errors.add(new FieldError(
                    addressField,
                    "Den reserverede bolig har adressen " + reserved.address()
                            + ". Skriv den, eller frigiv boligen på sagens side Bolig."));
        }
    }

    @Bean
    SubmitCheck temporaryDwellingIsReserved(Housing housing) {
        return new Check("find-midlertidig-bolig", (form, caseNumber, errors) -> {
            if (!YES.equals(form.text("midlertidigBoligFundet"))) {
                return;
            }
            Dwelling reserved = housing.reserved(caseNumber).orElse(null);
            if (reserved == null) {
                errors.add(new FieldError(
                        "midlertidigBoligFundet", "Reservér boligen på sagens side Bolig, før du svarer ja."));
            } else if (reserved.tenure() == Tenure.PERMANENT) {
                errors.add(new FieldError(
                        "midlertidigBoligFundet",
                        "Den reserverede bolig, " + reserved.address()
                                + ", er permanent. Svar nej her, og svar i opgaven »Find permanent bolig«, at den er"
                                + " fundet."));
            }
        });
    }

    @Bean
    SubmitCheck familyCanMoveIn(Housing housing) {
        return new Check(
                "flyt-familien-ind",
                (form, caseNumber, errors) ->
                        canMoveIn(housing, caseNumber, form.date(MOVED_IN_ON), form.date("udflytningsdato"), errors));
    }

    @Bean
    SubmitCheck familyCanMoveInForGood(Housing housing) {
        return new Check("registrer-indflytning", (form, caseNumber, errors) -> {
            // What was found outside the register is not known to it.
            if (housing.reserved(caseNumber).isPresent()) {
                canMoveIn(housing, caseNumber, form.date(MOVED_IN_ON), null, errors);
            }
        });
    }

    private static void canMoveIn(
            Housing housing,
            String caseNumber,
            @Nullable LocalDate on,
            @Nullable LocalDate leavesOn,
            List<FieldError> errors) {
        try {
            housing.checkMoveIn(caseNumber, on, leavesOn);
        } catch (InputRefused refused) {
            refused.errors()
                    .forEach(error -> errors.add(
                            new FieldError(MOVE_FIELDS.getOrDefault(error.field(), MOVED_IN_ON), error.message())));
        }
    }

    @Bean
    SubmitCheck hearingIsLongEnough(DwellingRegister register) {
        return new Check("send-i-hoering", (form, caseNumber, errors) -> {
            LocalDate begins = Objects.requireNonNull(form.date("hoeringStartDato"));
            LocalDate ends = Objects.requireNonNull(form.date("hoeringSlutDato"));
            LocalDate earliest = register.earliestEndOfHearing(begins);
            if (ends.isBefore(earliest)) {
                errors.add(new FieldError(
                        "hoeringSlutDato",
                        "En høring, der begynder den " + DanishDates.inText(begins) + ", kan tidligst slutte den "
                                + DanishDates.inText(earliest) + "."));
            }
        });
    }
}
