package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Passage;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.search.Filters;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

class ApprovedAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path directory;

    private LuceneIndex index;
    private List<ApprovedAnswer> approved = List.of();
    private Answerer answerer;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(directory);
        index.apply(Samples.all(), List.of(), 1);
        answerer = new Answerer(index, Clock.fixed(NOW, ZoneOffset.UTC), () -> approved, List::of);
        approve("电梯维保单位转包业务罚多少", "电梯出了故障多长时间必须到场");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯维保单位转包业务罚多少",
                "请问电梯维保单位转包业务，罚多少？",
                "您好，我想问一下电梯的维保单位转包业务到底罚多少啊",
                "電梯維保單位轉包業務罰多少",
                "电梯出了故障多长时间必须到场呢"
            })
    void sameQuestion_getsIt(String question) {
        assertNotNull(asked(question), question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯维保单位分包业务罚多少",
                "电梯维保单位没有转包业务罚多少",
                "电梯使用单位转包业务罚多少",
                "电梯维保单位转包业务怎么罚",
                "电梯维保单位转包业务为什么罚",
                "电梯维保单位转包业务谁来罚",
                "电梯维保单位转包业务第二次罚多少",
                "电梯维保单位转包业务",
                "维保单位转包业务罚多少",
                "扶梯维保单位转包业务罚多少",
                "电梯维保单位转包业务罚多少，分包业务呢",
                "2018年电梯维保单位转包业务罚多少",
                "邻县电梯维保单位转包业务罚多少",
                "电梯维保单位罚转包业务多少人",
                "电梯没出故障多长时间必须到场",
                "电梯出了故障多长时间不必到场"
            })
    void nearMiss_getsNone(String question) {
        assertNull(asked(question), question);
    }

    @Test
    void wordsInAnotherOrder_getItOnlyIfItsClauseIsFoundFirst() {
        assertNotNull(asked("转包业务 电梯维保单位 罚多少"));
        assertNull(asked("多长时间必须到场 电梯出了故障"));
    }

    @Test
    void followUp_getsItOnlyIfItsClauseIsFound() {
        var far = new Question("电梯出了故障多长时间必须到场", List.of("老年食堂运营补贴标准是多少"), 1, Filters.NONE);
        assertNull(approved(far));
        var near = new Question("电梯维保单位转包业务罚多少", List.of("电梯维保单位的义务"), 5, Filters.NONE);
        assertNotNull(approved(near));
    }

    @Test
    void filters_thatLeaveItsNoticeOut_leaveItOutToo() {
        var elsewhere = new Filters("邻县", null, null, null, null, null, false, null);
        assertNull(approved(new Question("电梯维保单位转包业务罚多少", List.of(), 5, elsewhere)));
        var here = new Filters("示例市", null, null, null, null, null, false, null);
        assertNotNull(approved(new Question("电梯维保单位转包业务罚多少", List.of(), 5, here)));
        var then = new Filters(null, null, null, null, null, null, false, LocalDate.of(2022, 1, 1));
        assertNull(approved(new Question("电梯维保单位转包业务罚多少", List.of(), 5, then)));
    }

    @Test
    void whereNothingWasFound_itsClausesAreTheExcerpts() {
        approve("quantum mechanics elevator");
        var answered = assertInstanceOf(
                Answer.Answered.class,
                answerer.answer(new Question("quantum mechanics elevator", List.of(), 5, Filters.NONE)));
        assertEquals(
                List.of(1.0),
                answered.excerpts().stream().map(Excerpt::confidence).toList());
        assertEquals(clause().id(), answered.excerpts().getFirst().citation().passageId());
    }

    @Test
    void changedClause_stepsAsideAtOnce() {
        IndexedNotice lifts = Samples.lifts();
        index.apply(
                List.of(new Samples.Draft("示例市人民政府令第18号", "示例市电梯安全管理办法", "令", LocalDate.of(2019, 11, 5))
                        .effective(LocalDate.of(2020, 1, 1))
                        .opening("《示例市电梯安全管理办法》已经通过。")
                        .clause("第一章 总则", "第一章 第一条", "第一条 改过了。")
                        .indexed()),
                List.of(),
                2);
        assertNull(asked("电梯维保单位转包业务罚多少"));
        index.apply(List.of(lifts), List.of(), 3);
        assertNotNull(asked("电梯维保单位转包业务罚多少"));
    }

    @Test
    void repealedNotice_stepsAsideAtOnce() {
        IndexedNotice lifts = Samples.lifts();
        var repeal = new Standing.Act(Relation.Kind.REPEALS, "another", "《另一件》", LocalDate.of(2026, 11, 1));
        index.apply(
                List.of(new IndexedNotice(
                        lifts.notice(), new Standing(LocalDate.of(2020, 1, 1), null, List.of(repeal)))),
                List.of(),
                2);
        assertNull(asked("电梯维保单位转包业务罚多少"));
    }

    @Test
    void dayOfReview_isTheLast() {
        approved = List.of(answer("s1", TODAY, "电梯维保单位转包业务罚多少"));
        assertNotNull(asked("电梯维保单位转包业务罚多少"));
        approved = List.of(answer("s1", TODAY.minusDays(1), "电梯维保单位转包业务罚多少"));
        assertNull(asked("电梯维保单位转包业务罚多少"));
    }

    private void approve(String... wordings) {
        approved = List.of(answer("s1", TODAY.plusYears(1), wordings));
    }

    private static ApprovedAnswer answer(String id, LocalDate reviewOn, String... wordings) {
        Passage clause = clause();
        return new ApprovedAnswer(
                id,
                2,
                List.of(wordings),
                "转包的，罚五千元以上二万元以下。",
                List.of(new ApprovedAnswer.Clause(clause.id(), ApprovedAnswer.textOf(clause), 0)),
                TODAY.minusDays(3),
                reviewOn);
    }

    /** 第二十条. */
    private static Passage clause() {
        return Samples.lifts().notice().passages().getLast();
    }

    private @Nullable Approval asked(String question) {
        return approved(new Question(question, List.of(), 5, Filters.NONE));
    }

    private @Nullable Approval approved(Question question) {
        return answerer.answer(question) instanceof Answer.Answered answered ? answered.approved() : null;
    }
}
