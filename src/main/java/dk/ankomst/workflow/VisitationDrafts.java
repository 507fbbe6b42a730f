package dk.ankomst.workflow;

import dk.ankomst.cases.DocumentReference;
import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.Visitation;
import dk.ankomst.forms.FormAnswers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bean {@code visitationen}: a visitation that is being typed in by way of the task list, before there is a case. */
@Component("visitationen")
public class VisitationDrafts {

    static final String CASE_FORM = "visitation";
    private static final String MEMBER_FORM = "familiemedlem";

    private final FormAnswers answers;
    private final Clock clock;

    VisitationDrafts(FormAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The keys under which the members' answers are kept until there are persons: below zero, so never a person's id.
     */
    public List<Long> medlemmer(VariableScope given) {
        return LongStream.rangeClosed(1, CaseVariables.PERSONS.requiredIn(given))
                .mapToObj(number -> -number)
                .toList();
    }

    /** The name that the family goes by until there is a case; null when none was given. */
    @Nullable
    String familyName(@Nullable String caseNumber) {
        return caseNumber == null
                ? null
                : answers.latest(caseNumber, null, CASE_FORM).get("familienavn");
    }

    /** What was typed in so far, as every other way in would send it. */
    Visitation of(String caseNumber, VariableScope given) {
        Map<String, String> typed = answers.latest(caseNumber, null, CASE_FORM);
        List<NewMember> members = new ArrayList<>();
        for (Long draft : medlemmer(given)) {
            members.add(member(answers.latest(caseNumber, draft, MEMBER_FORM)));
        }
        String reference = typed.get("dokumentreference");
        return new Visitation(
                typed.get("eksternReference"),
                typed.get("familienavn"),
                text(given, "opholdskategori"),
                text(given, "oprindelse"),
                typed.get("oprindelsesnavn"),
                date(text(given, "visitationsdato")),
                date(text(given, "aftaltOvertagelsesdato")),
                date(text(given, "forventetAnkomstdato")),
                "ja".equals(text(given, "erUledsaget")),
                typed.get("kendteBehov"),
                null,
                members,
                reference == null
                        ? List.of()
                        : List.of(new DocumentReference("Visitation", reference, LocalDate.now(clock))));
    }

    private static NewMember member(Map<String, String> typed) {
        String needs = typed.get("behov");
        return new NewMember(
                typed.get("fornavn"),
                typed.get("efternavn"),
                date(typed.get("foedselsdato")),
                typed.get("koen"),
                typed.get("rolle"),
                typed.get("nationalitet"),
                typed.get("etniskGruppe"),
                typed.get("sprog"),
                needs == null || needs.isBlank() ? List.of() : Arrays.asList(needs.split(",", -1)),
                typed.get("kendteBehov"));
    }

    private static @Nullable String text(VariableScope given, String name) {
        Object value = given.getVariable(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
    }
}
