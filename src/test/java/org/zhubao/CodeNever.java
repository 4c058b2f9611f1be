package org.zhubao;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.zhubao.site.WorkFolder;

/**
 * What compiled code never does, and the planted classes that each rule must catch. Rules may find nothing to look at:
 * that they would, had they to, is what the breaches are for.
 */
enum CodeNever {
    RULES_DEPEND_ON_A_FRAMEWORK_OR_DO_IO(
            classes()
                    .that()
                    .resideInAPackage("..rules..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "..rules..", "java.lang..", "java.util..", "java.time..", "java.math..", "org.jspecify.."),
            "rules.RulesReadAFile"),
    RULES_ASK_A_CLOCK(
            noClasses().that().resideInAPackage("..rules..").should().dependOnClassesThat(assignableTo(Clock.class)),
            "rules.RulesAskTheClock"),
    NOW_WITHOUT_A_CLOCK(
            noClasses().should().callMethodWhere(asksTheMachineForTheTime()),
            "NowWithoutAClock",
            "MillisecondsWithoutAClock"),
    WEB_SEES_AN_ENTITY(
            noClasses().that().resideInAPackage("..web..").should().dependOnClassesThat(annotatedWith(Entity.class)),
            "web.WebSeesEntity"),
    PUBLIC_ENTITY_OR_REPOSITORY(
            noClasses()
                    .that(annotatedWith(Entity.class).<JavaClass>forSubtype().or(assignableTo(Repository.class)))
                    .should()
                    .bePublic(),
            "PublicEntity",
            "PublicRepository"),
    SETTER_ON_AN_ENTITY(
            noMethods()
                    .that()
                    .areDeclaredInClassesThat(annotatedWith(Entity.class))
                    .should()
                    .haveNameMatching("set[A-Z].*"),
            "EntityWithSetter"),
    CONTROLLER_OPEN_OR_OUTSIDE_WEB(
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .resideInAPackage("..web.."),
            "web.PublicController",
            "ControllerElsewhere"),
    FIELD_INJECTION(noFields().should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION), "FieldInjection"),
    STANDARD_STREAMS(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "StandardOutput"),
    TEMPORARY_FILE_OUTSIDE_THE_WORK_FOLDER(
            noClasses()
                    .that()
                    .areNotAssignableTo(WorkFolder.class)
                    .and()
                    .resideOutsideOfPackage("..demo..")
                    .should()
                    .callMethodWhere(makesATemporaryFile()),
            "TemporaryFileElsewhere"),
    SPREADSHEET_LIBRARY_OUTSIDE_EXCEL(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..excel..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.poi..", "org.dhatim.."),
            "WorkbookOutsideExcel",
            "FastWorkbookOutsideExcel"),
    PDF_LIBRARY_OUTSIDE_PDF(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..pdf..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox.."),
            "PaperOutsidePdf"),
    NAME_THAT_SAYS_NOTHING(
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|VO)"),
            "names.SubsidyUtils",
            "names.SubsidyHelper",
            "names.SubsidyManager",
            "names.SubsidyServiceImpl",
            "names.SubsidyDTO",
            "names.SubsidyVO");

    final ArchRule rule;
    final List<String> breaches;

    CodeNever(ArchRule rule, String... breaches) {
        this.rule = rule.allowEmptyShould(true);
        this.breaches = List.of(breaches);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return describe("asks the machine for the time", call -> {
            boolean now = call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isAssignableTo(Clock.class));
            return now || call.getTarget().getFullName().equals("java.lang.System.currentTimeMillis()");
        });
    }

    /** What lies in the folder for moments is deleted by the next server when this one is killed. */
    private static DescribedPredicate<JavaCall<?>> makesATemporaryFile() {
        return describe(
                "makes a temporary file of its own",
                call -> call.getTargetOwner().isAssignableTo(Files.class)
                        && call.getName().startsWith("createTemp"));
    }
}
