package dk.ankomst.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dk.ankomst.AnkomstApplication;
import java.util.Date;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** What the packages may know of each other, and of the clock. */
@AnalyzeClasses(packagesOf = AnkomstApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ENGINE_EDGE = {
        "dk.ankomst.workflow..", "dk.ankomst.security..", "dk.ankomst.lint..", "dk.ankomst.demo.."
    };

    private static final Set<String> CLOCKS = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Instant",
            "java.time.Year",
            "java.time.YearMonth");

    /** The day of another engine is then a change of these packages only. */
    @ArchTest
    static final ArchRule the_engine_is_known_at_its_edge_only = noClasses()
            .that(are(not(resideInAnyPackage(ENGINE_EDGE))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule nobody_asks_the_computer_what_day_it_is =
            noClasses().should().callMethodWhere(asksTheComputersClock()).because("only a Clock can be shifted");

    @ArchTest
    static final ArchRule no_date_is_made_of_the_computers_clock =
            noClasses().should().callConstructor(Date.class).because("only a Clock can be shifted");

    @ArchTest
    static final ArchRule dates_are_java_time_away_from_the_engine = noClasses()
            .that(are(not(resideInAnyPackage(ENGINE_EDGE))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("a LocalDate has no hour that another time zone turns into another day");

    @ArchTest
    static final ArchRule what_a_class_needs_stands_in_its_constructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule modules_are_free_of_cycles =
            slices().matching("dk.ankomst.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_class_lives_in_a_module =
            classes().that(are(not(resideInAPackage("dk.ankomst")))).should().resideInAnyPackage("dk.ankomst.*..");

    private static DescribedPredicate<JavaCall<?>> asksTheComputersClock() {
        return new DescribedPredicate<>("now() without a clock, or System.currentTimeMillis()") {
            @Override
            public boolean test(JavaCall<?> call) {
                AccessTarget target = call.getTarget();
                String owner = target.getOwner().getFullName();
                boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
                return (CLOCKS.contains(owner) && target.getName().equals("now") && withoutClock)
                        || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
            }
        };
    }
}
