package wenju;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;

/** Keeps the rooms and the arrows between them true. */
@AnalyzeClasses(packagesOf = Wenju.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> ROOMS = Set.of(
            "wenju", "wenju.notice", "wenju.gazette", "wenju.store", "wenju.search", "wenju.answer", "wenju.http");

    @ArchTest
    static final ArchRule rooms_useOnlyTheRoomsTheyMay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("notice")
            .definedBy("wenju.notice..")
            .layer("gazette")
            .definedBy("wenju.gazette..")
            .layer("store")
            .definedBy("wenju.store..")
            .layer("search")
            .definedBy("wenju.search..")
            .layer("answer")
            .definedBy("wenju.answer..")
            .layer("http")
            .definedBy("wenju.http..")
            .layer("root")
            .definedBy("wenju")
            .whereLayer("notice")
            .mayNotAccessAnyLayer()
            .whereLayer("gazette")
            .mayOnlyAccessLayers("notice")
            .whereLayer("store")
            .mayOnlyAccessLayers("notice")
            .whereLayer("search")
            .mayOnlyAccessLayers("notice")
            .whereLayer("answer")
            .mayOnlyAccessLayers("notice", "search")
            .whereLayer("http")
            .mayOnlyAccessLayers("notice", "gazette", "store", "search", "answer")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packages_formNoCycle =
            slices().matching("(**)").should().beFreeOfCycles().because("data flows one way");

    @ArchTest
    static final ArchRule logging_goesThroughSlf4j = noClasses()
            .that()
            .resideOutsideOfPackage("wenju")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule console_belongsToTheRoot = noClasses()
            .that()
            .resideOutsideOfPackage("wenju")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule names_sayWhatMakesATypeDifferent = noClasses()
            .should()
            .haveNameMatching(".*\\.(Abstract|Default)[A-Z][A-Za-z]*")
            .orShould()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
            .because("Impl, Default and Helper say nothing");

    @ArchTest
    static final ArchRule domain_isRecordsAndEnumsWithoutInputOrOutput = classes()
            .that()
            .resideInAPackage("wenju.notice..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(beRecordsOrEnums())
            .andShould()
            .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.net..", "io.vertx..", "org.apache.lucene..")));

    @ArchTest
    static void packages_areTheRoomsAndWhatLivesInThem(JavaClasses classes) {
        Set<String> unknown = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> ROOMS.stream().noneMatch(room -> inRoom(name, room)))
                .collect(Collectors.toCollection(TreeSet::new));
        Assertions.assertEquals(Set.of(), unknown, "packages that are no room of the house");
    }

    @ArchTest
    static void packages_areNullMarked(JavaClasses classes) {
        Set<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .filter(any -> !any.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Assertions.assertEquals(Set.of(), unmarked, "packages without @NullMarked in their package-info.java");
    }

    /** Back ends stand below their seam ({@code wenju.search.lucene}); below the root nothing stands but the rooms. */
    private static boolean inRoom(String name, String room) {
        return name.equals(room)
                || !room.equals("wenju") && name.matches(room + "\\.(?!util|common|helper|internal|model|impl)\\w+");
    }

    private static ArchCondition<JavaClass> beRecordsOrEnums() {
        return new ArchCondition<>("be records or enums") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean holds = type.isRecord() || type.isEnum();
                events.add(new SimpleConditionEvent(type, holds, type.getName() + " is neither record nor enum"));
            }
        };
    }
}
