package se.lotsen.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import se.lotsen.LotsenApplication;
import se.lotsen.answering.AnswerDesk;
import se.lotsen.privacy.MaskedText;

/** A rule that the compiled product keeps, and the planted classes on which it must be seen to bite. */
enum CodeRule {
    LUCENE_ONLY_IN_RETRIEVAL(noClasses().that().resideOutsideOfPackage("se.lotsen.retrieval..")
            .should().dependOnClassesThat(resideInAPackage("org.apache.lucene..")
                    .and(not(resideInAPackage("org.apache.lucene.analysis.."))))
            .because(
                    "the search may be swapped without a change in any other room; only how words are cut and"
                            + " stemmed may be borrowed"),
            "LuceneInAnswering"),

    LANGCHAIN4J_ONLY_AT_THE_MODELS(noClasses().that()
            .resideOutsideOfPackages("se.lotsen.modelhttp..", "se.lotsen.embedding..",
                    "se.lotsen.languagemodel..")
            .should().dependOnClassesThat(resideInAPackage("dev.langchain4j.."))
            .because(
                    "how a model is spoken to may change without a change in any room that uses what it says"),
            "LangChain4jInAnswering"),

    ONE_JACKSON(noClasses().should().dependOnClassesThat(resideInAPackage("com.fasterxml.jackson..")
            .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))))
            .because(
                    "Jackson 3 (tools.jackson) reads and writes; of Jackson 2 only the annotations are shared"),
            "OldJackson"),

    NO_BLOCKING(noClasses().that().doNotBelongToAnyOf(AnswerDesk.class)
            .should().accessTargetWhere(callTo(Set.of(Mono.class, Flux.class),
                    Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream")))
            .because(
                    "a blocked event loop stops every conversation; only AnswerDesk, for the terminal, waits"),
            "BlockingOnTheWay", "BlockingForTheFirst", "BlockingByStream"),

    STREAMS_ARE_JOINED_WITHOUT_LOSING_DEMAND(noClasses().should().accessTargetWhere(concatOfAnArray())
            .because("what is behind these loses a demand when two threads ask at once, and the stream stands"
                    + " still (ADR 0024): use Flux.concat(List.of(...))"),
            "JoinsStreamsByTurns", "JoinsStreamsAfterwards", "JoinsStreamsOfAnArray"),

    TIME_COMES_FROM_A_CLOCK(noClasses().that().doNotBelongToAnyOf(LotsenApplication.class)
            .should().accessTargetWhere(readingTheTime())
            .because(
                    "opening hours, validity and retention are tested at any moment: inject java.time.Clock"),
            "InstantWithoutClock", "DateWithoutClock", "NowByReference", "MillisWithoutClock", "OldDate",
            "ClockOfItsOwn"),

    NO_STANDARD_STREAMS(noClasses().that().resideOutsideOfPackage("se.lotsen.commandline..")
            .and().doNotBelongToAnyOf(LotsenApplication.class)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("results of commands go to standard output; everything else is logged"), "PrintsOut",
            "PrintsErr", "PrintsStackTrace"),

    ONLY_THE_RECORD_RESTORES_MASKED_TEXT(noClasses().that().resideOutsideOfPackage("se.lotsen.conversation..")
            .should().accessTargetWhere(callTo(Set.of(MaskedText.class), Set.of("restored")))
            .because("whoever restores raw text as masked text takes it past the mask"),
            "RestoresMaskedText"),

    NOUNS_OF_THE_FIELD(noClasses().should().haveSimpleNameEndingWith("Util")
            .orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Impl")
            .orShould().haveSimpleNameEndingWith("Dto")
            .orShould().haveSimpleNameEndingWith("DTO")
            .orShould().haveSimpleNameEndingWith("Manager")
            .because("a type is named after what it is in the field, not after its place in a pattern"),
            "TextUtil", "TextUtils", "TextHelper", "RetrieverImpl", "AnswerDto", "AnswerManager"),

    NESTED_PACKAGES_ARE_CLOSED(classes().that().resideInAPackage("se.lotsen.*.*..").and().areTopLevelClasses()
            .should().notBePublic()
            .because("a room's door is its own package; what lies deeper can be replaced without asking"),
            "PublicInANestedPackage"),

    CONSTRUCTOR_INJECTION(CompositeArchRule.of(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION)
            .and(noMethods().should().beAnnotatedWith(Autowired.class))
            .because("what a class needs is said by its constructor and can be given in a test"),
            "InjectedField", "InjectedValue", "InjectedSetter"),

    ONE_LOGGING(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
            .because("levels and pattern of the log are configured in one place, for SLF4J"),
            "PlatformLogging");

    private final ArchRule rule;
    private final Set<String> planted;

    CodeRule(ArchRule rule, String... planted) {
        this.rule = rule;
        this.planted = Set.of(planted);
    }

    ArchRule rule() {
        return rule;
    }

    /** Simple names of the classes in {@code se.lotsen.architecture.planted} that break this rule. */
    Set<String> planted() {
        return planted;
    }

    private static DescribedPredicate<JavaAccess<?>> callTo(Set<Class<?>> owners, Set<String> names) {
        return DescribedPredicate.describe("a call to " + names,
                access -> names.contains(access.getTarget().getName()) && owners.stream()
                        .anyMatch(owner -> access.getTargetOwner().isAssignableTo(owner)));
    }

    /** All ways to Reactor's FluxConcatArray. */
    private static DescribedPredicate<JavaAccess<?>> concatOfAnArray() {
        DescribedPredicate<JavaAccess<?>> others = callTo(Set.of(Flux.class, Mono.class),
                Set.of("concatWith", "concatWithValues", "concatDelayError", "startWith", "thenMany"));
        return DescribedPredicate.describe("a concat of an array of streams",
                access -> others.test(access) || access.getTargetOwner().isEquivalentTo(Flux.class)
                        && access.getTarget().getFullName()
                                .endsWith(".concat([Lorg.reactivestreams.Publisher;)"));
    }

    /** {@code now()} or {@code now(ZoneId)} of any type of java.time, the old ways, and clocks made on the spot. */
    private static DescribedPredicate<JavaAccess<?>> readingTheTime() {
        return DescribedPredicate.describe("the time without an injected clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            String target = access.getTarget().getFullName();
            return owner.getPackageName().startsWith("java.time") && name.equals("now")
                    && !target.contains(Clock.class.getName())
                    || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                    || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class) && target.endsWith("<init>()");
        });
    }
}
