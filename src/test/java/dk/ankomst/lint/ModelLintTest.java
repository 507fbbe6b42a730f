package dk.ankomst.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is tripped by a bad model, and by nothing in the good ones. */
class ModelLintTest {

    private static final Path GOOD = Path.of("src/test/resources/lint/good");
    private static final String OFFER = "processes/bolig/boligtilbud.bpmn";
    private static final String VISIT = "processes/bolig/besoeg.bpmn";
    private static final String TABLE = "processes/frister/pligter.dmn";
    private static final String DUTIES = "processes/frister/lovpligter.dmn";
    private static final String EVENTS = "processes/frister/haendelsespligter.dmn";
    private static final String RULE_SETS = "processes/frister/regelsaet.dmn";
    private static final String TASKS = "processes/frister/opgavetid.dmn";
    private static final String FORM = "forms/bolig/bolig-tilbud.form";

    /** A good set of models with one fault in it. */
    record Bad(String rule, String fault, Map<String, String> files) {

        Bad with(String file, String content) {
            Map<String, String> more = new TreeMap<>(files);
            more.put(file, content);
            return new Bad(rule, fault, more);
        }

        Bad without(String... names) {
            Map<String, String> fewer = new TreeMap<>(files);
            List.of(names).forEach(fewer::remove);
            return new Bad(rule, fault, fewer);
        }

        @Override
        public String toString() {
            return rule + ": " + fault;
        }
    }

    @Test
    void the_good_models_obey_every_rule() throws IOException {
        assertThat(ModelLint.check(Models.of(good()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badModels")
    void a_bad_model_trips_its_rule_and_no_other(Bad bad) {
        List<Finding> findings = ModelLint.check(Models.of(bad.files()));

        assertThat(findings)
                .as(bad + "\n" + ModelLint.report(findings))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(bad.rule());
                    assertThat(finding.message()).endsWith(".").hasSizeGreaterThan(15);
                });
    }

    @Test
    void every_rule_has_a_bad_model() throws IOException {
        assertThat(badModels().map(Bad::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ModelLint.rules().stream().map(Rule::id).toList());
    }

    @Test
    void a_report_names_file_element_and_rule() throws IOException {
        Bad bad = replace("opgavenavn", "noun", OFFER, "name=\"Tilbyd bolig\"", "name=\"Boligtildeling til familien\"");

        assertThat(ModelLint.report(ModelLint.check(Models.of(bad.files())))).isEqualTo("""
                        processes/bolig/boligtilbud.bpmn
                          fejl [opgavenavn] UserTask_TilbydBolig: Skriv "Boligtildeling til familien" som udsagnsord i bydeform \
                        og genstand, fx "Tilbyd helbredsvurdering".
                        """);
    }

    static Stream<Bad> badModels() throws IOException {
        return Stream.of(
                replace(
                        "kan-laeses",
                        "broken XML",
                        VISIT,
                        "</bpmn:process>",
                        "",
                        "calledElement=\"besoeg\"",
                        "calledElement=\"boligtilbud\""),
                replace(
                                "kan-laeses",
                                "broken JSON",
                                FORM,
                                "\"type\": \"default\",",
                                "\"type\" \"default\",",
                                "camunda:formRef=\"bolig-tilbud\"",
                                "camunda:formRef=\"anden\"")
                        .with("forms/bolig/anden.form", good(FORM).replace("bolig-tilbud", "anden")),
                renamed("filnavn", "capital letter", VISIT, "processes/bolig/Besoeg.bpmn", "besoeg", "Besoeg"),
                renamed("filnavn", "unknown folder", VISIT, "processes/andet/besoeg.bpmn", "x", "x"),
                good("filnavn", "the same name twice").with("forms/dansk/bolig-tilbud.form", good(FORM)),
                renamed("id-er-filnavn", "another id", VISIT, "processes/bolig/besoeget.bpmn", "x", "x"),
                replace(
                        "id-er-filnavn",
                        "form with another id",
                        FORM,
                        "\"id\": \"bolig-tilbud\"",
                        "\"id\": \"tilbud\"",
                        "camunda:formRef=\"bolig-tilbud\"",
                        "camunda:formRef=\"tilbud\""),
                replace("versionstag", "process without", VISIT, " camunda:versionTag=\"1.0.0\"", ""),
                replace(
                        "versionstag",
                        "decision with a word",
                        TABLE,
                        "camunda:versionTag=\"1.0.0\"",
                        "camunda:versionTag=\"ny\""),
                replace("versionstag", "form without", FORM, "\"versionTag\": \"1.0.0\",", ""),
                replace("historik", "process without", VISIT, " camunda:historyTimeToLive=\"P1825D\"", ""),
                replace(
                        "historik",
                        "days in words",
                        TABLE,
                        "historyTimeToLive=\"P1825D\"",
                        "historyTimeToLive=\"180 dage\""),
                replace("id-laesbart", "generated flow id", VISIT, "Flow_BoligKlar", "Flow_0k3v9xq"),
                replace("id-laesbart", "wrong type", VISIT, "EndEvent_BesoegAftalt", "Activity_BesoegAftalt"),
                replace("id-laesbart", "Danish letter", VISIT, "EndEvent_BesoegAftalt", "EndEvent_BesøgAftalt"),
                replace("opgavenavn", "no name", OFFER, "name=\"Tilbyd bolig\"", "name=\"\""),
                replace("opgavenavn", "one word", OFFER, "name=\"Tilbyd bolig\"", "name=\"Tilbyd\""),
                replace("opgavenavn", "an expression", OFFER, "name=\"Tilbyd bolig\"", "name=\"Tilbyd ${bolig}\""),
                replace(
                        "opgavenavn",
                        "six words",
                        OFFER,
                        "name=\"Tilbyd bolig\"",
                        "name=\"Tilbyd en bolig til hele familien\""),
                replace("navn-paa-forloeb", "call without a name", OFFER, "name=\"Besøg i boligen\"", "name=\"\""),
                replace("haendelse-navngivet", "end without a name", VISIT, "name=\"Besøg aftalt\"", ""),
                replace("kan-koeres", "not executable", VISIT, "isExecutable=\"true\"", "isExecutable=\"false\""),
                replace("gateway-spoergsmaal", "no question", OFFER, "Er der bolig?", "Bolig"),
                replace("udgang-navngivet", "no answer", OFFER, "name=\"Nej\"", ""),
                replace("udgang-betingelse", "no default", OFFER, " default=\"Flow_ErDerBolig_Nej\"", ""),
                replace("betingelse-enkel", "two comparisons", OFFER, "${harBolig}", "${harBolig and antalBoern == 1}"),
                replace("betingelse-enkel", "always true", OFFER, "${harBolig}", "${true}"),
                replace("betingelse-enkel", "a call", OFFER, "${harBolig}", "${boliger.findes(sagsnummer)}"),
                deadEnd(),
                grown("stoerrelse", 26),
                grown("stoerrelse-skaerm", 16),
                replace("transaktionsgraense", "message start", OFFER, " camunda:asyncAfter=\"true\"", ""),
                replace(
                        "transaktionsgraense",
                        "user task",
                        OFFER,
                        "camunda:candidateGroups",
                        "camunda:asyncBefore=\"true\" camunda:candidateGroups"),
                replace(
                        "opgave-hjaelp",
                        "too short",
                        OFFER,
                        "Tilbyd familien en bolig, så den har et hjem ved ankomsten. Kilde: prøvelov § 1.",
                        "Tilbyd bolig."),
                replace(
                        "opgave-gruppe",
                        "unknown group",
                        OFFER,
                        "candidateGroups=\"bolig\"",
                        "candidateGroups=\"boligkontoret\""),
                replace(
                        "opgave-gruppe",
                        "two groups",
                        OFFER,
                        "candidateGroups=\"bolig\"",
                        "candidateGroups=\"bolig,leder\""),
                replace(
                        "opgave-gruppe",
                        "a person",
                        OFFER,
                        "candidateGroups=\"bolig\"",
                        "candidateGroups=\"bolig\" camunda:assignee=\"bo\""),
                replace(
                        "opgave-frist",
                        "a length",
                        OFFER,
                        "camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-tilbudt')}\"",
                        "camunda:dueDate=\"P14D\""),
                replace(
                        "opgave-formular",
                        "unknown form",
                        OFFER,
                        " camunda:formRef=\"bolig-tilbud\" camunda:formRefBinding=\"latest\"",
                        " camunda:formRef=\"ukendt\" camunda:formRefBinding=\"latest\"",
                        "<camunda:property name=\"opfyldtDato\" value=\"tilbudDato\" />",
                        "",
                        "id=\"StartEvent_FamilieMeldt\"",
                        "id=\"StartEvent_FamilieMeldt\" camunda:formRef=\"bolig-tilbud\" camunda:formRefBinding=\"latest\""),
                replace(
                        "opgave-formular",
                        "fixed version",
                        OFFER,
                        "formRefBinding=\"latest\"",
                        "formRefBinding=\"deployment\""),
                replace(
                        "startformular",
                        "unknown form",
                        OFFER,
                        "id=\"StartEvent_FamilieMeldt\"",
                        "id=\"StartEvent_FamilieMeldt\" camunda:formRef=\"ukendt\" camunda:formRefBinding=\"latest\""),
                forVolunteers("statutory and bound by a deadline", "", ""),
                forVolunteers(
                        "a duty alone", " camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-tilbudt')}\"", ""),
                good("frivillig-vaern", "a table that gives statutory tasks away")
                        .with(
                                "processes/civilsamfund/frivilligopgave.dmn",
                                volunteerTable()
                                        .replace(
                                                "out_opgave_lovpligtig_maaGives\"><text>false",
                                                "out_opgave_lovpligtig_maaGives\"><text>true")),
                replace("lovfrist-timer", "interrupting timer", OFFER, " cancelActivity=\"false\"", ""),
                replace(
                        "lovfrist-timer",
                        "another duty's timer",
                        OFFER,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.dueDate(execution, 'bolig-tilbudt')}",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.dueDate(execution, 'besoeg-holdt')}"),
                replace(
                        "pligt-kendt",
                        "due date",
                        OFFER,
                        "camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-tilbudt')}\"",
                        "camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-glemt')}\""),
                replace(
                        "tjekliste-kendt",
                        "a list that no table has",
                        OFFER,
                        "<camunda:property name=\"opfylder\" value=\"bolig-tilbudt\" />",
                        "<camunda:property name=\"opfylder\" value=\"bolig-tilbudt\" /><camunda:property name=\"tjekliste\" value=\"bolig-glemt\" />"),
                replace(
                        "pligt-kendt",
                        "fulfilled",
                        OFFER,
                        "name=\"opfylder\" value=\"bolig-tilbudt\"",
                        "name=\"opfylder\" value=\"bolig-glemt\""),
                replace(
                        "pligt-kendt",
                        "a task's date",
                        OFFER,
                        "camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-tilbudt')}\"",
                        "camunda:dueDate=\"${deadlines.taskDate(execution, 'bolig-glemt')}\""),
                replace(
                        "pligt-kendt",
                        "an agreed date",
                        OFFER,
                        "camunda:dueDate=\"${deadlines.dueDate(execution, 'bolig-tilbudt')}\"",
                        "camunda:dueDate=\"${deadlines.agreedDate(execution, 'bolig-glemt')}\""),
                replace(
                        "pligt-kendt",
                        "told to a service",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"pligter\">besoeg-holdt,bolig-glemt</camunda:inputParameter></camunda:inputOutput><camunda:properties>"),
                replace(
                        "beslutning-felt",
                        "a decision in no field",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property name=\"beslutning\" value=\"boligart,andenArt\" />"),
                replace(
                        "beslutning-felt",
                        "a reason in no field",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property name=\"beslutning\" value=\"boligart\" /><camunda:property name=\"begrundelse\" value=\"hvorfor\" />"),
                replace(
                        "beslutning-felt",
                        "a reason without a decision",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property name=\"begrundelse\" value=\"bemaerkning\" />"),
                replace(
                        "beslutning-felt",
                        "another word for sensitive",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property name=\"beslutning\" value=\"boligart\" /><camunda:property name=\"foelsom\" value=\"true\" />"),
                replace("opfyldt-dato", "no such field", OFFER, "value=\"tilbudDato\"", "value=\"andenDato\""),
                replace(
                        "timer-dato",
                        "a length",
                        OFFER,
                        "<camunda:property name=\"opfylder\" value=\"bolig-tilbudt\" />",
                        "",
                        "<camunda:property name=\"opfyldtDato\" value=\"tilbudDato\" />",
                        "",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadlines.dueDate(execution, 'bolig-tilbudt')}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1M</bpmn:timeDuration>"),
                replace("besked-navn", "capital letters", OFFER, "name=\"familie-meldt\"", "name=\"FamilieMeldt\""),
                replace(
                        "besked-navn",
                        "unused",
                        OFFER,
                        "<bpmn:error id",
                        "<bpmn:message id=\"Message_Ubrugt\" name=\"ubrugt\" /><bpmn:error id"),
                replace(
                        "besked-start-unik",
                        "two processes",
                        VISIT,
                        "<bpmn:process id",
                        "<bpmn:message id=\"Message_FamilieMeldt\" name=\"familie-meldt\" /><bpmn:process id",
                        "name=\"Bolig klar\">",
                        "name=\"Bolig klar\" camunda:asyncAfter=\"true\">",
                        "<bpmn:outgoing>Flow_BoligKlar</bpmn:outgoing>",
                        "<bpmn:outgoing>Flow_BoligKlar</bpmn:outgoing><bpmn:messageEventDefinition id=\"MessageEventDefinition_X\" messageRef=\"Message_FamilieMeldt\" />"),
                replace(
                        "fejl-kode",
                        "with hyphen",
                        OFFER,
                        "errorCode=\"boligIkkeFundet\"",
                        "errorCode=\"bolig-ikke-fundet\""),
                replace(
                        "kastet-grebet",
                        "an escalation nobody catches",
                        VISIT,
                        "<bpmn:incoming>Flow_BoligKlar</bpmn:incoming>",
                        "<bpmn:incoming>Flow_BoligKlar</bpmn:incoming><bpmn:escalationEventDefinition id=\"EscalationEventDefinition_X\" />"),
                replace(
                        "kastet-grebet",
                        "an escalation nobody throws",
                        OFFER,
                        "<bpmn:errorEventDefinition id=\"ErrorEventDefinition_IngenBolig\" errorRef=\"Error_BoligIkkeFundet\" />",
                        "<bpmn:escalationEventDefinition id=\"EscalationEventDefinition_X\" />"),
                replace(
                        "ingen-script",
                        "script task",
                        OFFER,
                        "<bpmn:serviceTask id=\"ServiceTask_NoterFamilie\" name=\"Notér familien\" camunda:delegateExpression=\"${noterFamilie}\">",
                        "<bpmn:scriptTask id=\"ScriptTask_NoterFamilie\" name=\"Notér familien\" scriptFormat=\"javascript\">",
                        "</bpmn:serviceTask>",
                        "<bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "\"ServiceTask_NoterFamilie\"",
                        "\"ScriptTask_NoterFamilie\""),
                replace(
                        "ingen-script",
                        "script listener",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:taskListener><camunda:properties>"),
                replace(
                        "delegate-navn",
                        "a class",
                        OFFER,
                        "camunda:delegateExpression=\"${noterFamilie}\"",
                        "camunda:class=\"dk.ankomst.Noter\""),
                replace(
                        "delegate-navn",
                        "a call",
                        OFFER,
                        "camunda:delegateExpression=\"${noterFamilie}\"",
                        "camunda:expression=\"${noter.familie(execution)}\""),
                replace("delegate-navn", "logic", OFFER, "${noterFamilie}", "${harBolig ? a : b}"),
                replace(
                        "delegate-navn",
                        "listener with an expression",
                        OFFER,
                        "<camunda:properties>",
                        "<camunda:taskListener event=\"create\" expression=\"${task.setName('x')}\" /><camunda:properties>"),
                replace("regelopgave", "unknown decision", OFFER, "decisionRef=\"pligter\"", "decisionRef=\"ukendt\""),
                replace(
                        "regelopgave",
                        "a map as result",
                        OFFER,
                        "mapDecisionResult=\"singleEntry\"",
                        "mapDecisionResult=\"singleResult\""),
                replace(
                        "regelopgave",
                        "fixed version",
                        OFFER,
                        "decisionRefBinding=\"latest\"",
                        "decisionRefBinding=\"deployment\""),
                replace(
                        "kaldt-proces",
                        "unknown process",
                        OFFER,
                        "calledElement=\"besoeg\"",
                        "calledElement=\"ukendt\""),
                replace(
                        "kaldt-proces",
                        "case number not passed",
                        OFFER,
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        ""),
                replace("variabel-navn", "with underscore", OFFER, "target=\"antalBoern\"", "target=\"antal_boern\""),
                replace("variabel-navn", "a personal datum", OFFER, "target=\"antalBoern\"", "target=\"partnerNavn\""),
                withoutRules(),
                replace("regel-id", "generated", TABLE, "rule_bolig", "DecisionRule_0k3v9xq"),
                replace(
                        "regel-begrundelse",
                        "no reason",
                        TABLE,
                        "<description>Prøveregel om bolig; kilde: ingen.</description>",
                        ""),
                replace(
                        "tilladte-vaerdier",
                        "unknown unit",
                        TABLE,
                        cell("besoeg_enhed", "\"DAGE\""),
                        cell("besoeg_enhed", "\"DAG\"")),
                replace(
                        "tilladte-vaerdier",
                        "no quotation marks",
                        TABLE,
                        cell("besoeg_enhed", "\"DAGE\""),
                        cell("besoeg_enhed", "DAGE")),
                replace(
                        "tilladte-vaerdier",
                        "unknown track",
                        TABLE,
                        "<text>\"kvote\"</text>",
                        "<text>not(\"kvoten\")</text>"),
                replace("heltal", "half", TABLE, cell("besoeg_antal", "14"), cell("besoeg_antal", "1.5")),
                replace("heltal", "a text", TABLE, cell("besoeg_antal", "14"), cell("besoeg_antal", "\"14\"")),
                replace("heltal", "a word", TABLE, cell("besoeg_antal", "14"), cell("besoeg_antal", "fjorten")),
                replace("frist-kolonner", "renamed", TABLE, "name=\"rul\"", "name=\"rykkes\""),
                replace(
                        "frist-kolonner",
                        "no kind",
                        TABLE,
                        cell("besoeg_udloeser", "\"visitation\""),
                        cell("besoeg_udloeser", "")),
                replace(
                        "frist-ordliste",
                        "no list",
                        TABLE,
                        "<outputValues id=\"OutputValues_rul\"><text>\"INGEN\",\"NAESTE_HVERDAG\"</text></outputValues>",
                        ""),
                replace(
                        "frist-ordliste",
                        "a word of its own",
                        TABLE,
                        "\"DAGE\",\"HVERDAGE\"",
                        "\"DAGE\",\"KVARTALER\""),
                replace("frist-laengde", "negative", TABLE, cell("bolig_antal", "3"), cell("bolig_antal", "-3")),
                replace(
                        "frist-laengde",
                        "whole months back in time",
                        TABLE,
                        cell("besoeg_antal", "14"),
                        cell("besoeg_antal", "-1"),
                        cell("besoeg_enhed", "\"DAGE\""),
                        cell("besoeg_enhed", "\"HELE_MAANEDER\"")),
                replace(
                        "frist-kolonner",
                        "no ground",
                        DUTIES,
                        cell("plan_a_hjemmel", "\"integrationsloven § 0\""),
                        cell("plan_a_hjemmel", "")),
                replace(
                        "frist-kolonner",
                        "no source",
                        DUTIES,
                        cell("plan_a_kilde", "\"ingen\""),
                        cell("plan_a_kilde", "")),
                replace(
                        "frist-kolonner",
                        "no confirmation",
                        DUTIES,
                        cell("plan_a_status", "\"BEKRAEFTET\""),
                        cell("plan_a_status", "")),
                replace(
                        "frist-kolonner",
                        "an event without words",
                        EVENTS,
                        cell("klage_b_haendelse", "\"modtagelsen af klagen\""),
                        cell("klage_b_haendelse", "")),
                replace(
                        "frist-ansvarlig",
                        "nobody answers for an event",
                        EVENTS,
                        cell("klage_b_ansvarlig", "\"koordinator\""),
                        cell("klage_b_ansvarlig", "")),
                replace(
                        "frist-ansvarlig",
                        "the auditor answers for an event",
                        EVENTS,
                        cell("klage_b_ansvarlig", "\"koordinator\""),
                        cell("klage_b_ansvarlig", "\"revisor\"")),
                replace(
                        "frist-ordliste",
                        "an event that nothing tells of",
                        DUTIES,
                        "<text>\"overtagelse\"</text></outputValues>",
                        "<text>\"overtagelse\",\"overdragelse\"</text></outputValues>"),
                replace("frist-datoer", "no such day", DUTIES, "2016-07-01", "2016-06-31"),
                replace("frist-datoer", "a Danish date", DUTIES, "2016-07-01", "01.07.2016"),
                replace("frist-datoer", "another comparison", DUTIES, "&gt;= \"2016-07-01\"", "&gt; \"2016-06-30\""),
                replace(
                        "frist-uopnaaelig",
                        "ends before it begins",
                        DUTIES,
                        in("plan_a_til", "&lt;= \"2016-06-30\""),
                        in("plan_a_til", "&lt;= \"2013-06-30\"")),
                replace(
                        "frist-uopnaaelig",
                        "behind a rule for all",
                        TASKS,
                        in("tid_besoeg_opgave", "\"besoeg\""),
                        in("tid_besoeg_opgave", ""),
                        in("tid_andet_opgave", ""),
                        in("tid_andet_opgave", "\"besoeg\"")),
                replace("frist-hul", "a day without a rule", DUTIES, "2016-07-01", "2016-07-02"),
                replace(
                        "frist-hul",
                        "ended too early",
                        DUTIES,
                        in("kontrakt_a_til", "&lt;= \"2016-06-30\""),
                        in("kontrakt_a_til", "&lt;= \"2015-06-30\"")),
                replace(
                        "frist-hul",
                        "a track left out for a time",
                        DUTIES,
                        in("kontrakt_a_til", "&lt;= \"2016-06-30\""),
                        in("kontrakt_a_til", "&lt;= \"2015-12-31\""),
                        "</decisionTable>",
                        onlyQuotaMeanwhile() + "</decisionTable>"),
                replace(
                        "frist-dublet",
                        "two for a day",
                        DUTIES,
                        in("kontrakt_b_fra", "&gt;= \"2016-07-01\""),
                        in("kontrakt_b_fra", "&gt;= \"2016-06-30\""),
                        cell("kontrakt_b_regelsaet", "\"RS-B\""),
                        cell("kontrakt_b_regelsaet", ""),
                        cell("kontrakt_b_hjemmel", "\"integrationsloven § 0\""),
                        cell("kontrakt_b_hjemmel", "\"prøvelov § 1\"")),
                replace(
                        "frist-regelsaet",
                        "longer than its rule set",
                        DUTIES,
                        in("plan_a_til", "&lt;= \"2016-06-30\""),
                        in("plan_a_til", "")),
                replace(
                        "frist-regelsaet",
                        "before its rule set",
                        DUTIES,
                        in("plan_a_fra", "&gt;= \"2013-07-01\""),
                        in("plan_a_fra", "&gt;= \"2013-06-30\"")),
                replace(
                        "frist-regelsaet",
                        "no rule set",
                        DUTIES,
                        cell("plan_a_regelsaet", "\"RS-A\""),
                        cell("plan_a_regelsaet", "")),
                replace(
                                "regelsaet-foelge",
                                "a day without law",
                                RULE_SETS,
                                cell("saet_a_gaelderTil", "\"2016-06-30\""),
                                cell("saet_a_gaelderTil", "\"2016-06-29\""))
                        .without(DUTIES, EVENTS),
                replace(
                        "regelsaet-foelge",
                        "two laws at a time",
                        RULE_SETS,
                        cell("saet_a_gaelderTil", "\"2016-06-30\""),
                        cell("saet_a_gaelderTil", "")),
                replace(
                        "regelsaet-foelge",
                        "no date",
                        RULE_SETS,
                        cell("saet_b_gaelderFra", "\"2016-07-01\""),
                        cell("saet_b_gaelderFra", "\"juli 2016\"")),
                replace(
                        "frist-laengde",
                        "no unit",
                        TABLE,
                        cell("bolig_enhed", "\"MAANEDER\""),
                        cell("bolig_enhed", "")),
                replace("frist-laengde", "no amount", TABLE, cell("bolig_antal", "3"), cell("bolig_antal", "")),
                replace(
                        "frist-laengde",
                        "a goal without length",
                        TABLE,
                        cell("besoeg_antal", "14"),
                        cell("besoeg_antal", ""),
                        cell("besoeg_enhed", "\"DAGE\""),
                        cell("besoeg_enhed", "")),
                replace(
                        "frist-laengde",
                        "a law's length deleted",
                        TABLE,
                        cell("bolig_antal", "3"),
                        cell("bolig_antal", ""),
                        cell("bolig_enhed", "\"MAANEDER\""),
                        cell("bolig_enhed", "")),
                copied("a copy", ""),
                copied("one track of all", "\"kvote\""),
                replace("hitpolicy", "left out", TABLE, " hitPolicy=\"COLLECT\"", ""),
                replace(
                        "kolonne-typer",
                        "input without type",
                        TABLE,
                        "id=\"InputExpression_spor\" typeRef=\"string\"",
                        "id=\"InputExpression_spor\""),
                replace("kolonne-typer", "input without label", TABLE, "label=\"Spor\"", ""),
                replace("feel", "half a string", TABLE, "<text>\"kvote\"</text>", "<text>\"kvote</text>"),
                manyRules(),
                replace("beslutning-tegnet", "no shape", TABLE, "dmnElementRef=\"pligter\"", "dmnElementRef=\"andet\""),
                replace(
                        "form-platform",
                        "another engine",
                        FORM,
                        "\"executionPlatform\": \"Camunda Platform\"",
                        "\"executionPlatform\": \"Camunda Cloud\""),
                replace(
                        "form-platform",
                        "an object",
                        FORM,
                        "\"executionPlatform\": \"Camunda Platform\"",
                        "\"executionPlatform\": {\"name\": \"Camunda Platform\"}"),
                replace("form-platform", "newer schema", FORM, "\"schemaVersion\": 16", "\"schemaVersion\": 19"),
                replace(
                        "form-felttype",
                        "file field",
                        FORM,
                        "\"type\": \"text\", \"text\": \"Udfyld, når tilbuddet er givet.\"",
                        "\"type\": \"filepicker\", \"key\": \"bilag\", \"label\": \"Bilag\""),
                replace("form-felttype", "date with time", FORM, "\"subtype\": \"date\"", "\"subtype\": \"datetime\""),
                replace("form-noegle", "the same twice", FORM, "\"key\": \"bemaerkning\"", "\"key\": \"adresse\""),
                replace("form-noegle", "no key", FORM, "\"key\": \"boligart\", ", ""),
                replace("form-ledetekst", "no label", FORM, "\"label\": \"Adresse\"", "\"label\": \"\""),
                replace(
                        "form-ledetekst",
                        "the editor's own",
                        FORM,
                        "\"label\": \"Adresse\"",
                        "\"label\": \"Text field\""),
                replace("form-valgmuligheder", "the same twice", FORM, "\"value\": \"privat\"", "\"value\": \"almen\""),
                replace(
                        "tjekliste-vaerdi",
                        "blanks and capitals",
                        FORM,
                        "\"type\": \"radio\"",
                        "\"type\": \"checklist\"",
                        "\"value\": \"privat\"",
                        "\"value\": \"Privat, lejet\""),
                replace("personfelt", "an address in the engine", FORM, "\"properties\": { \"gem\": \"sag\" }, ", ""),
                replace("personfelt", "free text in the engine", FORM, ", \"properties\": { \"gem\": \"note\" }", ""),
                replace("personfelt", "unknown store", FORM, "\"gem\": \"sag\"", "\"gem\": \"motor\""),
                replace("dato-senest", "not said", FORM, "\"senest\": \"i-dag\", ", ""),
                replace("dato-senest", "not known", FORM, "\"senest\": \"i-dag\"", "\"senest\": \"i-morgen\""),
                replace("dato-senest", "from when", FORM, "\"visitation\"", "\"ankomst\""),
                replace("opfyldt-dato", "a plan", FORM, "\"senest\": \"i-dag\"", "\"senest\": \"om-10-aar\""),
                replace("tal-stoerst", "no end", FORM, ", \"max\": 20", ""),
                replace("form-feel", "half a condition", FORM, "=boligart = \\\"almen\\\"", "=boligart = "),
                good("form-bruges", "used by nobody")
                        .with("forms/bolig/ubrugt.form", good(FORM).replace("bolig-tilbud", "ubrugt")),
                replace(
                        "diagram-hel",
                        "a shape is missing",
                        VISIT,
                        "<bpmndi:BPMNShape id=\"EndEvent_BesoegAftalt_di\" bpmnElement=\"EndEvent_BesoegAftalt\"><dc:Bounds x=\"252\" y=\"102\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>",
                        ""),
                replace(
                        "diagram-hel",
                        "a flow hangs in the air",
                        VISIT,
                        "<di:waypoint x=\"252\" y=\"120\" />",
                        "<di:waypoint x=\"230\" y=\"120\" />"),
                replace(
                        "diagram-overlap",
                        "two ends in one place",
                        OFFER,
                        "<dc:Bounds x=\"552\" y=\"232\"",
                        "<dc:Bounds x=\"552\" y=\"222\"",
                        "<di:waypoint x=\"570\" y=\"232\" />",
                        "<di:waypoint x=\"570\" y=\"222\" />",
                        "<dc:Bounds x=\"422\" y=\"232\" width=\"36\" height=\"36\" />",
                        "<dc:Bounds x=\"530\" y=\"232\" width=\"36\" height=\"36\" />",
                        "<di:waypoint x=\"440\" y=\"232\" />",
                        "<di:waypoint x=\"440\" y=\"250\" /><di:waypoint x=\"530\" y=\"250\" />"),
                replace(
                        "diagram-gennem",
                        "through a task",
                        OFFER,
                        "<di:waypoint x=\"340\" y=\"120\" /><di:waypoint x=\"390\" y=\"120\" />",
                        "<di:waypoint x=\"340\" y=\"120\" /><di:waypoint x=\"360\" y=\"120\" /><di:waypoint x=\"360\" y=\"250\" /><di:waypoint x=\"430\" y=\"250\" /><di:waypoint x=\"430\" y=\"200\" /><di:waypoint x=\"380\" y=\"200\" /><di:waypoint x=\"380\" y=\"120\" /><di:waypoint x=\"390\" y=\"120\" />"),
                replace(
                        "diagram-vinkelret",
                        "oblique",
                        VISIT,
                        "<di:waypoint x=\"188\" y=\"120\" />",
                        "<di:waypoint x=\"188\" y=\"110\" />"),
                replace(
                        "diagram-kryds",
                        "two flows",
                        OFFER,
                        "<di:waypoint x=\"490\" y=\"120\" /><di:waypoint x=\"545\" y=\"120\" />",
                        "<di:waypoint x=\"490\" y=\"120\" /><di:waypoint x=\"510\" y=\"120\" /><di:waypoint x=\"510\" y=\"190\" /><di:waypoint x=\"620\" y=\"190\" /><di:waypoint x=\"620\" y=\"50\" /><di:waypoint x=\"530\" y=\"50\" /><di:waypoint x=\"530\" y=\"120\" /><di:waypoint x=\"545\" y=\"120\" />"),
                replace(
                        "diagram-etiket",
                        "text on a flow",
                        OFFER,
                        "<dc:Bounds x=\"540\" y=\"65\" width=\"60\" height=\"14\" />",
                        "<dc:Bounds x=\"540\" y=\"170\" width=\"60\" height=\"14\" />"));
    }

    private static String volunteerTable() throws IOException {
        return Files.readString(Path.of("processes/civilsamfund/frivilligopgave.dmn"));
    }

    private static Bad forVolunteers(String fault, String from, String to) throws IOException {
        return replace(
                "frivillig-opgave",
                fault,
                OFFER,
                "candidateGroups=\"bolig\"",
                "candidateGroups=\"frivillig\"",
                from,
                to);
    }

    private static Map<String, String> good() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(GOOD)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(GOOD.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static String good(String file) throws IOException {
        return Files.readString(GOOD.resolve(file));
    }

    private static Bad good(String rule, String fault) throws IOException {
        return new Bad(rule, fault, good());
    }

    /** Replaces texts in one file, or, for those that it does not hold, in the process that uses it. */
    private static Bad replace(String rule, String fault, String file, String... pairs) throws IOException {
        Map<String, String> files = good();
        for (int i = 0; i < pairs.length; i += 2) {
            String from = pairs[i];
            String to = pairs[i + 1];
            String where = files.getOrDefault(file, "").contains(from) ? file : OFFER;
            assertThat(files.get(where)).as("%s, %s", rule, fault).contains(from);
            files.computeIfPresent(where, (path, text) -> text.replace(from, to));
        }
        return new Bad(rule, fault, files);
    }

    private static Bad renamed(String rule, String fault, String file, String newName, String id, String newId)
            throws IOException {
        Map<String, String> files = good();
        String content = files.remove(file);
        files.put(
                newName,
                content.replace("process id=\"" + id, "process id=\"" + newId)
                        .replace("bpmnElement=\"" + id, "bpmnElement=\"" + newId));
        files.computeIfPresent(
                OFFER, (path, text) -> text.replace("calledElement=\"" + id, "calledElement=\"" + newId));
        return new Bad(rule, fault, files);
    }

    private static Bad deadEnd() throws IOException {
        return replace(
                "vej-hel",
                "a task that leads nowhere",
                OFFER,
                "<bpmn:sequenceFlow id=\"Flow_BesoegHoldt\" sourceRef=\"CallActivity_Besoeg\" targetRef=\"EndEvent_BoligFundet\" />",
                "",
                "<bpmn:outgoing>Flow_BesoegHoldt</bpmn:outgoing>",
                "",
                "<bpmn:incoming>Flow_BesoegHoldt</bpmn:incoming>",
                "",
                "<bpmndi:BPMNEdge id=\"Flow_BesoegHoldt_di\" bpmnElement=\"Flow_BesoegHoldt\"><di:waypoint x=\"900\" y=\"120\" /><di:waypoint x=\"952\" y=\"120\" /></bpmndi:BPMNEdge>",
                "");
    }

    /** A process with a given number of elements: a chain of throwing events. */
    private static Bad grown(String rule, int nodes) throws IOException {
        int extra = nodes - 2;
        String events = IntStream.rangeClosed(1, extra)
                .mapToObj(i -> "<bpmn:intermediateThrowEvent id=\"Event_Trin" + i + "\" name=\"Trin " + i
                        + " nået\"><bpmn:incoming>Flow_Trin" + (i - 1) + "</bpmn:incoming><bpmn:outgoing>Flow_Trin" + i
                        + "</bpmn:outgoing></bpmn:intermediateThrowEvent>"
                        + (i < extra
                                ? "<bpmn:sequenceFlow id=\"Flow_Trin" + i + "\" sourceRef=\"Event_Trin" + i
                                        + "\" targetRef=\"Event_Trin" + (i + 1) + "\" />"
                                : "<bpmn:sequenceFlow id=\"Flow_Trin" + i + "\" sourceRef=\"Event_Trin" + i
                                        + "\" targetRef=\"EndEvent_BesoegAftalt\" />"))
                .collect(Collectors.joining());
        String shapes = IntStream.rangeClosed(1, extra)
                .mapToObj(i -> "<bpmndi:BPMNShape id=\"Event_Trin" + i + "_di\" bpmnElement=\"Event_Trin" + i
                        + "\"><dc:Bounds x=\"" + (152 + 100 * i)
                        + "\" y=\"102\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
                        + "<bpmndi:BPMNEdge id=\"Flow_Trin" + i + "_di\" bpmnElement=\"Flow_Trin" + i
                        + "\"><di:waypoint x=\""
                        + (188 + 100 * i) + "\" y=\"120\" /><di:waypoint x=\"" + (252 + 100 * i)
                        + "\" y=\"120\" /></bpmndi:BPMNEdge>")
                .collect(Collectors.joining());
        return replace(
                rule,
                nodes + " elements",
                VISIT,
                "Flow_BoligKlar",
                "Flow_Trin0",
                "targetRef=\"EndEvent_BesoegAftalt\" />",
                "targetRef=\"Event_Trin1\" />" + events,
                "<bpmn:incoming>Flow_Trin0</bpmn:incoming></bpmn:endEvent>",
                "<bpmn:incoming>Flow_Trin" + extra + "</bpmn:incoming></bpmn:endEvent>",
                "<dc:Bounds x=\"252\" y=\"102\" width=\"36\" height=\"36\" />",
                "<dc:Bounds x=\"" + (252 + 100 * extra) + "\" y=\"102\" width=\"36\" height=\"36\" />",
                "</bpmndi:BPMNPlane>",
                shapes + "</bpmndi:BPMNPlane>");
    }

    private static Bad withoutRules() throws IOException {
        Map<String, String> files = good();
        files.put(
                "processes/bolig/boligtype.dmn",
                good(TABLE).replace("pligter", "boligtype").replaceAll("(?s)<rule .*</rule>", ""));
        return new Bad("beslutning-tabel", "no rules", files);
    }

    private static Bad manyRules() throws IOException {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rules.add(visitRule()
                    .replace("besoeg-holdt", "besoeg-" + i)
                    .replace("rule_besoeg", "rule_ny_" + i)
                    .replace("_besoeg", "_ny_" + i));
        }
        return replace(
                "tabel-stoerrelse", "32 rules", TABLE, "</decisionTable>", String.join("", rules) + "</decisionTable>");
    }

    /** The good table's second rule. */
    private static String visitRule() throws IOException {
        String table = good(TABLE);
        return table.substring(
                table.indexOf("<rule id=\"rule_besoeg\""), table.lastIndexOf("</rule>") + "</rule>".length());
    }

    /** The second rule once more, under another name and for a track of its choice. */
    private static Bad copied(String fault, String track) throws IOException {
        return replace(
                "frist-dublet",
                fault,
                TABLE,
                "</decisionTable>",
                visitRule()
                                .replace("rule_besoeg", "rule_kopi")
                                .replace("_besoeg", "_kopi")
                                .replaceFirst("<text></text>", "<text>" + track + "</text>")
                        + "</decisionTable>");
    }

    /** The contract's first rule once more, for one track and the days on which it no longer counts for all. */
    private static String onlyQuotaMeanwhile() throws IOException {
        String table = good(DUTIES);
        return table.substring(
                        table.indexOf("<rule id=\"rule_kontrakt_a\""), table.indexOf("<rule id=\"rule_kontrakt_b\""))
                .replace("kontrakt_a", "kontrakt_kvote")
                .replace(in("kontrakt_kvote_spor", ""), in("kontrakt_kvote_spor", "\"kvote\""))
                .replace("2013-07-01", "2016-01-01");
    }

    private static String in(String place, String value) {
        return "<inputEntry id=\"In_" + place + "\"><text>" + value + "</text>";
    }

    private static String cell(String place, String value) {
        return "<outputEntry id=\"Out_" + place + "\"><text>" + value + "</text>";
    }

    @Test
    void a_copied_rule_is_reported_with_both_ids() throws IOException {
        assertThat(ModelLint.check(Models.of(copied("a copy", "").files())))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("rule_besoeg", "rule_kopi"));
    }

    @Test
    void a_hole_and_an_overlap_name_duty_track_rules_and_days() throws IOException {
        assertThat(messages("frist-hul", "a track left out for a time"))
                .containsExactly(
                        "Luk hullet: pligten kontrakt-underskrevet har ingen regel fra 2016-01-01 til 2016-06-30 på"
                                + " sporet asylcenter. Lad rule_kontrakt_a gælde længere (Gælder til), eller lad rule_kontrakt_b"
                                + " begynde tidligere (Gælder fra).");
        assertThat(messages("frist-dublet", "two for a day"))
                .singleElement()
                .asString()
                .contains("rule_kontrakt_a", "rule_kontrakt_b", "på sporet asylcenter, kvote (den 2016-06-30)");
    }

    private static List<String> messages(String rule, String fault) throws IOException {
        Bad bad = badModels()
                .filter(model -> model.rule().equals(rule) && model.fault().equals(fault))
                .findFirst()
                .orElseThrow();
        return ModelLint.check(Models.of(bad.files())).stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void a_duty_may_begin_late_and_end_early_but_only_once() throws IOException {
        Map<String, String> files = good();
        files.computeIfPresent(
                DUTIES,
                (path, text) -> text.replace(
                        in("plan_a_fra", "&gt;= \"2013-07-01\""), in("plan_a_fra", "&gt;= \"2014-05-01\"")));

        assertThat(ModelLint.check(Models.of(files))).isEmpty();
    }

    @Test
    void rules_that_follow_each_other_in_time_or_stand_for_different_tracks_are_no_copies() throws IOException {
        String dated = good(TABLE)
                .replace(
                        "<output id=\"Output_pligt\"",
                        "<input id=\"Input_fra\" label=\"Fra\"><inputExpression id=\"InputExpression_fra\" typeRef=\"string\"><text>retsdato</text></inputExpression></input>"
                                + "<input id=\"Input_til\" label=\"Til\"><inputExpression id=\"InputExpression_til\" typeRef=\"string\"><text>retsdato</text></inputExpression></input>"
                                + "<output id=\"Output_pligt\"")
                .replaceAll(
                        "(<inputEntry id=\"In_)(\\w+)(\".*</inputEntry>)",
                        "$1$2$3$1$2_fra\"><text>>= \"2013-07-01\"</text></inputEntry>$1$2_til\"><text>&lt;= \"2016-06-30\"</text></inputEntry>")
                .replace("<text>>=", "<text>&gt;=");
        String next = dated.substring(dated.indexOf("<rule id=\"rule_besoeg\""), dated.lastIndexOf("</rule>") + 7)
                .replace("_besoeg", "_senere")
                .replace("2016-06-30", "2019-02-28");
        Map<String, String> files = good();
        files.put(
                TABLE,
                dated.replace("</decisionTable>", next.replace("2013-07-01", "2016-07-01") + "</decisionTable>"));
        assertThat(ModelLint.check(Models.of(files))).isEmpty();

        files.put(
                TABLE,
                dated.replace("</decisionTable>", next.replace("2013-07-01", "2016-06-30") + "</decisionTable>"));
        assertThat(ModelLint.check(Models.of(files))).extracting(Finding::rule).containsExactly("frist-dublet");
    }

    @Test
    void a_file_that_cannot_be_read_is_said_in_danish_with_line_and_column() throws IOException {
        Models models = Models.of(Map.of(
                "forms/bolig/a.form", "{\n  \"id\" \"a\"\n}",
                "processes/bolig/b.bpmn", "<a>\n<b></a>",
                "processes/bolig/c.bpmn",
                        good(VISIT).replace("<bpmn:endEvent", "<bpmn:slutning id=\"x\" /><bpmn:endEvent")));

        assertThat(ModelLint.unreadable(models))
                .extracting(Finding::message)
                .satisfiesExactly(
                        json -> assertThat(json)
                                .isEqualTo(
                                        "Filen kan ikke læses (den er ikke gyldig JSON; se linje 2, kolonne 8). Åbn den i Camunda Modeler og ret den."),
                        xml -> assertThat(xml).contains("(den er ikke gyldig XML; se linje 2, kolonne "),
                        schema -> assertThat(schema)
                                .contains("(den følger ikke reglerne for BPMN og DMN; ", "fejlen er ved slutning)"));
    }

    /** The lint knows no other module, so that it can check models without the program. */
    @Test
    void the_words_of_the_deadline_tables_are_those_of_the_program() throws ClassNotFoundException {
        Map<String, String> enums = Map.of(
                "art", "DeadlineKind",
                "enhed", "CountUnit",
                "rul", "RollPolicy",
                "omfang", "DeadlineScope",
                "status", "RuleStatus");
        for (Map.Entry<String, String> column : enums.entrySet()) {
            Object[] constants =
                    Class.forName("dk.ankomst.deadlines." + column.getValue()).getEnumConstants();
            assertThat(DeadlineTableRules.WORDS.get(column.getKey()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(constants).map(Object::toString).toList());
        }
    }

    @Test
    void names_of_things_are_not_taken_for_personal_data() {
        assertThat(Stream.of(
                        "antalBoern", "helbredDato", "harAdresse", "boligart", "erSyg", "spor", "familie", "personId"))
                .noneMatch(PersonalNames::suspects);
        assertThat(Stream.of(
                        "navn", "partnerNavn", "cprNummer", "adresse", "helbred", "telefonnummer", "fri_tekst_note"))
                .allMatch(PersonalNames::suspects);
    }

    @Test
    void rule_ids_are_unique() {
        List<String> ids = ModelLint.rules().stream().map(Rule::id).toList();
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
    }
}
