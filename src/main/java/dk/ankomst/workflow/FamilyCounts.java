package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.PersonFacts;
import java.util.List;
import java.util.Map;

/** How many there are in the family today, for the models' conditions. */
record FamilyCounts(int persons, int adults, int children) {

    static FamilyCounts of(CaseFacts facts) {
        List<PersonFacts> present = facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .toList();
        int adults = (int) present.stream().filter(PersonFacts::adult).count();
        return new FamilyCounts(present.size(), adults, present.size() - adults);
    }

    Map<String, Object> variables() {
        return Map.of(
                CaseVariables.PERSONS.name(), persons,
                CaseVariables.ADULTS.name(), adults,
                CaseVariables.CHILDREN.name(), children);
    }
}
