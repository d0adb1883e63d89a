package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.Citation;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.search.Filters;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

class AnswererTest {
    @TempDir
    Path directory;

    private LuceneIndex index;
    private Answerer answerer;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(directory);
        index.apply(Samples.all(), List.of(), 1);
        answerer = new Answerer(index, Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void answer_dutyAskedInEverydayWords_isTheWholeArticle() {
        Excerpt first = ask("电梯维保单位义务是什么").excerpts().getFirst();
        assertEquals("第二章 第八条", first.citation().locator());
        assertEquals("示例市人民政府令第18号", first.citation().documentNumber());
        assertEquals(Validity.Status.IN_FORCE, first.citation().validity().status());
        assertTrue(first.complete());
        assertTrue(marked(first).contains("（四）维护保养记录至少保存四年。"));
    }

    @Test
    void answer_meaningIsAskedOnlyWhereWordsLeaveDoubt() {
        assertFalse(reasons("电梯维护保养单位应当履行哪些义务").contains(Feature.MEANING.called()));
        assertTrue(reasons("电梯坏了找谁来修").contains(Feature.MEANING.called()));
    }

    private Set<String> reasons(String text) {
        return answerer.find(question(text), List.of()).clauses().getFirst().reasons().stream()
                .map(Excerpt.Reason::what)
                .collect(Collectors.toSet());
    }

    @Test
    void answer_newTopic_isNotReadIntoTheOldOne() {
        String meals = "七十岁以上老人在社区老年食堂吃午饭政府给补贴吗";
        Answer answer = answerer.answer(new Question(meals, List.of("电梯维保单位义务是什么"), 5, Filters.NONE));
        assertEquals(meals, answer.understoodAs());
        assertEquals(ask(meals), answer);
    }

    @Test
    void answer_followUp_staysWithItsTopic() {
        Answer answer = answerer.answer(new Question("不履行的罚多少", List.of("电梯维保单位义务是什么"), 5, Filters.NONE));
        assertEquals("电梯维保单位义务 不履行的罚多少", answer.understoodAs());
    }

    @Test
    void answer_excerpts_areWordForWord() {
        for (Excerpt excerpt : ask("电梯维护保养单位的义务和罚款").excerpts()) {
            String notice = index.passages(excerpt.citation().noticeId()).stream()
                    .map(Passage::text)
                    .collect(Collectors.joining("\n"));
            assertTrue(notice.contains(excerpt.text()));
            assertTrue(excerpt.text().length() <= Excerpt.MAX_LENGTH);
        }
    }

    @Test
    void answer_clause_isToldApartInItsExcerpt() {
        Excerpt first = ask("电梯维保单位义务是什么").excerpts().getFirst();
        String clause =
                first.text().substring(first.clause().start(), first.clause().end());
        assertTrue(clause.startsWith("第八条"));
        assertTrue(first.text().length() > clause.length());
    }

    @Test
    void answer_severalExcerpts_showNoPassageTwice() {
        List<Excerpt> excerpts = ask("电梯维护保养单位").excerpts();
        for (Excerpt one : excerpts) {
            for (Excerpt other : excerpts) {
                String clause =
                        one.text().substring(one.clause().start(), one.clause().end());
                assertTrue(one == other || !other.text().contains(clause));
            }
        }
    }

    @Test
    void answer_amountAsked_marksTheAmount() {
        Excerpt first = ask("七十周岁以上老年人每餐补贴多少钱").excerpts().getFirst();
        assertTrue(marked(first).contains("3元"));
    }

    @Test
    void answer_followUp_keepsTheTopic() {
        var question = new Question("那处多少罚款？", List.of("电梯维护保养单位可以分包吗"), 5, Filters.NONE);
        var answered = assertInstanceOf(Answer.Answered.class, answerer.answer(question));
        assertEquals("第三章 第二十条", answered.excerpts().getFirst().citation().locator());
        assertEquals("电梯维护保养单位可以分包 那处多少罚款?", answered.understoodAs());
    }

    @Test
    void answer_dayNamed_tellsValidityOfThatDay() {
        var then = new Filters(null, null, null, null, null, null, false, LocalDate.of(2022, 6, 1));
        assertEquals(Validity.Status.UNKNOWN, validityOfMeals(then));
        assertEquals(Validity.Status.EXPIRED, validityOfMeals(Filters.NONE));
    }

    @Test
    void answer_sameQuestionTwice_isTheSame() {
        assertEquals(ask("电梯维护保养单位的义务"), ask("电梯维护保养单位的义务"));
    }

    @Test
    void answer_clauseOfAnotherNoticeWithAnotherAmount_isShownBesideIt() {
        String clause =
                "养老机构应当按照床位数量申请建设补贴和运营补贴，提交申请表、登记证书、验收合格证明和服务人员名册，经所在地民政部门审核公示后发放，" + "申请人应当对所提交材料的真实性负责，建设补贴每张床位%s元。";
        IndexedNotice earlier = new Samples.Draft("示政〔2019〕3号", "示例市人民政府关于养老服务的意见", "意见", LocalDate.of(2019, 2, 2))
                .clause("", "一、", clause.formatted("3000"))
                .indexed();
        IndexedNotice later = new Samples.Draft("示政〔2023〕5号", "示例市人民政府关于养老服务的通知", "通知", LocalDate.of(2023, 2, 2))
                .clause("", "一、", clause.formatted("5000"))
                .indexed();
        index.apply(List.of(earlier, later), List.of(), 2);
        Set<LocalDate> issued = ask("养老机构建设补贴每张床位多少元").excerpts().stream()
                .filter(excerpt -> excerpt.text().contains("每张床位"))
                .map(excerpt -> excerpt.citation().issuedOn())
                .collect(Collectors.toSet());
        assertEquals(Set.of(LocalDate.of(2019, 2, 2), LocalDate.of(2023, 2, 2)), issued);
    }

    @Test
    void answer_sameClauseInTwoNotices_isShownOnce() {
        IndexedNotice copy = new Samples.Draft("示政〔2022〕9号", "示例市人民政府关于重申电梯安全管理的通知", "通知", LocalDate.of(2022, 2, 2))
                .clause("", "一、", "第二十条 电梯维护保养单位违反本办法第九条规定，转包、分包维护保养业务的，处五千元以上二万元以下罚款。")
                .indexed();
        index.apply(List.of(copy), List.of(), 2);
        long fines = ask("电梯维护保养单位转包、分包维护保养业务的罚款").excerpts().stream()
                .filter(excerpt -> excerpt.text().contains("五千元以上二万元以下罚款"))
                .count();
        assertEquals(1, fines);
    }

    @Test
    void answer_greeting_isUnansweredWithSuggestions() {
        var unanswered = assertInstanceOf(Answer.Unanswered.class, answerer.answer(question("你好，谢谢")));
        assertEquals(Suggestions.HOTLINE, unanswered.suggestions().getLast());
        assertTrue(unanswered.suggestions().contains("《示例市电梯安全管理办法》规定电梯维护保养单位应当履行哪些义务？"));
    }

    @Test
    void answer_nothingInCommon_isUnanswered() {
        var unanswered = assertInstanceOf(Answer.Unanswered.class, answerer.answer(question("quantum mechanics")));
        assertFalse(unanswered.suggestions().isEmpty());
    }

    @Test
    void answer_keywordsAlone_isAnsweredAsTheWholeQuestion() {
        Citation citation = ask("电梯 维保 义务").excerpts().getFirst().citation();
        assertEquals("第二章 第八条", citation.locator());
    }

    @Test
    void answer_detailThatNoClauseTells_isLessSure() {
        Excerpt told = ask("老年食堂补贴多少钱").excerpts().getFirst();
        double untold =
                answerer.trace(question("老年食堂的电话号码是多少")).excerpts().getFirst().confidence();
        assertTrue(untold < told.confidence() - 0.3, untold + " against " + told.confidence());
    }

    @Test
    void answer_validityAsked_isTheClauseThatTellsIt() {
        Excerpt first = ask("电梯办法现在还有效吗").excerpts().getFirst();
        assertTrue(first.text().contains("自2020年1月1日起施行"), first.text());
        assertEquals(Validity.Status.IN_FORCE, first.citation().validity().status());
    }

    @Test
    void answer_documentNotHeld_isUnanswered() {
        assertInstanceOf(Answer.Unanswered.class, answerer.answer(question("示例市人民政府令第243号规定了什么电梯义务")));
    }

    @Test
    void answer_suggestion_isAnsweredItself() {
        for (String suggestion : answerer.answer(question("你好")).suggestions()) {
            if (!suggestion.equals(Suggestions.HOTLINE)) {
                assertInstanceOf(Answer.Answered.class, answerer.answer(question(suggestion)), suggestion);
            }
        }
    }

    @Test
    void answer_emptyIndex_isUnanswered() {
        index.apply(
                List.of(), Samples.all().stream().map(one -> one.notice().id()).toList(), 2);
        assertInstanceOf(Answer.Unanswered.class, answerer.answer(question("电梯维护保养单位的义务")));
    }

    private Validity.Status validityOfMeals(Filters filters) {
        var question = new Question("老年食堂运营补贴标准", List.of(), 1, filters);
        var answered = assertInstanceOf(Answer.Answered.class, answerer.answer(question));
        return answered.excerpts().getFirst().citation().validity().status();
    }

    private Answer.Answered ask(String text) {
        return assertInstanceOf(Answer.Answered.class, answerer.answer(question(text)));
    }

    private static Question question(String text) {
        return new Question(text, List.of(), 5, Filters.NONE);
    }

    private static List<String> marked(Excerpt excerpt) {
        return excerpt.highlights().stream()
                .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
