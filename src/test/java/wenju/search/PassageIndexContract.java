package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wenju.notice.Passage;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.notice.Validity;

/** What every {@link PassageIndex} does; an engine's test adds how to open one and how to clear it away. */
abstract class PassageIndexContract {
    protected PassageIndex index;

    /** Opens the index as it was left, or an empty one. */
    protected abstract PassageIndex open();

    /** Takes away whatever the index left behind. */
    protected abstract void clear();

    @BeforeEach
    void fill() {
        index = open();
        index.apply(Samples.all(), List.of(), 7);
    }

    @AfterEach
    void close() {
        index.close();
        clear();
    }

    @Test
    void index_nothingApplied_isEmpty() {
        index.close();
        clear();
        index = open();
        assertEquals(0, index.revision());
        assertEquals(0, index.size());
        assertEquals(List.of(), find("电梯"));
    }

    @Test
    void index_openedAgain_holdsWhatWasApplied() {
        index.close();
        index = open();
        assertEquals(7, index.revision());
        assertEquals(passages(Samples.lifts()), index.passages(id(Samples.lifts())));
        assertEquals(Samples.lifts().head(), index.head(id(Samples.lifts())).orElseThrow());
    }

    @Test
    void size_severalNotices_countsPassagesOnly() {
        assertEquals(
                Samples.all().stream()
                        .mapToInt(one -> one.notice().passages().size())
                        .sum(),
                index.size());
    }

    @Test
    void apply_noticeAgain_replacesAllOfIt() {
        IndexedNotice shorter = new Samples.Draft("示例市人民政府令第18号", "示例市电梯安全管理办法", "令", LocalDate.of(2019, 11, 5))
                .clause("", "第一条", "第一条 电梯由使用单位负责。")
                .indexed();
        index.apply(List.of(shorter), List.of(), 8);
        assertEquals(8, index.revision());
        assertEquals(passages(shorter), index.passages(id(shorter)));
        assertTrue(find("转包分包维护保养业务").stream()
                .noneMatch(found -> found.passage().text().contains("转包")));
    }

    @Test
    void apply_removedNotice_isGone() {
        index.apply(List.of(), List.of(id(Samples.lifts())), 8);
        assertEquals(List.of(), index.passages(id(Samples.lifts())));
        assertTrue(index.head(id(Samples.lifts())).isEmpty());
        assertTrue(find("电梯").stream()
                .noneMatch(found -> found.head().equals(Samples.lifts().head())));
    }

    @Test
    void apply_sameNoticesByAnotherWay_scoresTheSame() {
        List<Candidate> atOnce = find("维护保养单位的义务");
        index.apply(List.of(Samples.meals()), List.of(id(Samples.lifts())), 8);
        index.apply(List.of(Samples.lifts()), List.of(), 9);
        assertEquals(atOnce, find("维护保养单位的义务"));
    }

    @Test
    void search_wordsOfAClause_findsItFirst() {
        assertEquals("第二章 第八条", first("哪个单位要设立值班电话"));
    }

    @Test
    void search_titleAndHeading_countAsText() {
        assertEquals("二、（二）", first("老年助餐 补贴标准 七十岁"));
    }

    @Test
    void search_limit_isKept() {
        var two = new PassageQuery(List.of(new PassageQuery.Part("电梯", 1)), Filters.NONE, 2);
        assertEquals(2, index.search(two).size());
    }

    @Test
    void search_scores_fall() {
        List<Candidate> found = find("电梯维护保养");
        for (int i = 1; i < found.size(); i++) {
            assertTrue(found.get(i - 1).score() >= found.get(i).score());
        }
        assertTrue(found.size() > 1);
    }

    @Test
    void meaning_isNearestToWhatMeansTheSame() {
        Meaning asked = index.meaning("上了岁数的人吃饭有优惠吗").orElseThrow();
        List<Candidate> found = find("电梯停车老年助餐人民政府");
        Candidate nearest = found.stream()
                .max(Comparator.comparingDouble(candidate -> candidate.likeness(asked)))
                .orElseThrow();
        assertEquals(id(Samples.meals()), nearest.head().id());
    }

    @Test
    void nearest_areThoseMostAlikeAndNotThoseOfMostWords() {
        Meaning asked = index.meaning("上了岁数的人吃饭有优惠吗").orElseThrow();
        var query = new PassageQuery(List.of(new PassageQuery.Part("电梯停车老年助餐人民政府", 1)), Filters.NONE, 3);
        List<Candidate> nearest = index.nearest(query, asked);
        assertEquals(3, nearest.size());
        assertEquals(id(Samples.meals()), nearest.getFirst().head().id());
        assertTrue(nearest.getFirst().likeness(asked) >= nearest.get(1).likeness(asked));
        assertTrue(nearest.get(1).likeness(asked) >= nearest.get(2).likeness(asked));
        // Their scores are those of a search.
        List<Candidate> all = index.search(query.atMost(1_000));
        nearest.forEach(one -> assertTrue(all.contains(one)));
        assertEquals(
                all.stream().mapToDouble(one -> one.likeness(asked)).max().orElse(0),
                nearest.getFirst().likeness(asked));
    }

    @Test
    void nearest_passTheFiltersAndHaveAnythingOfTheQuery() {
        Meaning asked = index.meaning("上了岁数的人吃饭有优惠吗").orElseThrow();
        List<PassageQuery.Part> parts = List.of(new PassageQuery.Part("电梯停车老年助餐人民政府", 1));
        var lifts = new Filters(null, null, null, null, null, "示例市人民政府令第18号", false, null);
        List<Candidate> ofOne = index.nearest(new PassageQuery(parts, lifts, 50), asked);
        assertFalse(ofOne.isEmpty());
        ofOne.forEach(one -> assertEquals(id(Samples.lifts()), one.head().id()));
        var nothing = List.of(new PassageQuery.Part("龘", 1));
        assertEquals(List.of(), index.nearest(new PassageQuery(nothing, Filters.NONE, 50), asked));
    }

    @Test
    void closest_isTheStatementAskedFor() {
        Meaning asked = index.meaning("记录要留几年").orElseThrow();
        Candidate clause = find("维护保养记录至少保存").getFirst();
        assertTrue(clause.closest(asked) > clause.likeness(asked));
    }

    @Test
    void search_equalScores_areOrderedByPassageId() {
        var twins = new Samples.Draft("示政〔2022〕1号", "示例市人民政府关于桥梁的通知", "通知", LocalDate.of(2022, 1, 1));
        for (String item : List.of("一、", "二、", "三、")) {
            twins.clause("", item, "桥梁由所在区养护。");
        }
        index.apply(List.of(twins.indexed()), List.of(), 8);
        List<String> ids = find("桥梁养护").stream()
                .limit(3)
                .map(found -> found.passage().id())
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void search_weakerPart_countsLess() {
        var question = List.of(new PassageQuery.Part("老年食堂", 1), new PassageQuery.Part("停车收费", 0.1f));
        assertEquals(
                Samples.meals().head(),
                index.search(new PassageQuery(question, Filters.NONE, 1))
                        .getFirst()
                        .head());
    }

    @Test
    void search_decreeAndArticle_bringsThatArticleFirst() {
        assertEquals("第二章 第九条", first("18号令第九条"));
        assertEquals("第二章 第九条", first("示例市人民政府令第十八号第9条"));
    }

    @Test
    void search_documentNumberInRunningText_bringsThatNoticeFirst() {
        List<Candidate> found = find("请问示政办[2021]7号是讲什么的");
        assertEquals(Samples.meals().head(), found.getFirst().head());
    }

    @Test
    void search_documentThenArticleInTheNextQuestion_belongTogether() {
        var parts = List.of(new PassageQuery.Part("第二十条呢", 1), new PassageQuery.Part("18号令第九条", 0.75f));
        assertEquals(
                "第三章 第二十条",
                index.search(new PassageQuery(parts, Filters.NONE, 1))
                        .getFirst()
                        .passage()
                        .locator()
                        .text());
    }

    @Test
    void search_numeralsOfEitherScript_findEachOther() {
        assertEquals("一、", first("不超过五十元"));
        assertEquals("第三章 第二十条", first("5000元以上20000元以下"));
    }

    @Test
    void search_questionOf500Characters_isAnswered() {
        var text = new StringBuilder("电梯维护保养单位义务");
        for (int i = 0; text.length() < 500; i++) {
            text.appendCodePoint('一' + i * 7);
        }
        var parts = List.of(
                new PassageQuery.Part(text.toString(), 1),
                new PassageQuery.Part(text.reverse().toString(), 0.75f));
        assertFalse(index.search(new PassageQuery(parts, Filters.NONE, 5)).isEmpty());
    }

    @Test
    void search_nothingInCommon_findsNothing() {
        assertEquals(List.of(), find("quantum"));
    }

    @Test
    void search_filters_leaveOnlyWhatFits() {
        assertEquals(Set.of("邻县"), found(filter("邻县", null, null, null, null)));
        assertEquals(Set.of("示例市"), found(filter(null, "示例市人民政府", null, null, null)));
        assertEquals(Set.of("邻县"), found(filter(null, null, "通知", null, null)));
        assertEquals(Set.of("示例市"), found(filter(null, null, null, LocalDate.of(2019, 1, 1), null)));
        assertEquals(Set.of("邻县"), found(filter(null, null, null, null, LocalDate.of(2018, 6, 1))));
    }

    @Test
    void search_documentNumberFilterInAnySpelling_leavesThatNotice() {
        var byNumber = new Filters(null, null, null, null, null, "邻政 [2018] 第30号", false, null);
        assertEquals(Set.of("邻县"), found(byNumber));
    }

    @Test
    void search_inForceOnly_leavesOutExpiredAndNotYetEffective() {
        assertEquals(Set.of("lifts", "meals", "parking"), inForce(LocalDate.of(2023, 12, 31)));
        assertEquals(Set.of("lifts", "parking"), inForce(LocalDate.of(2024, 1, 1)));
        assertEquals(Set.of("meals", "parking"), inForce(LocalDate.of(2019, 12, 31)));
    }

    @Test
    void search_inForceOnly_leavesOutRepealedFromItsDay() {
        var repealed = new IndexedNotice(
                Samples.parking().notice(),
                new Standing(
                        null,
                        null,
                        List.of(new Standing.Act(Relation.Kind.REPEALS, "other", "《新通知》", LocalDate.of(2022, 5, 1)))));
        index.apply(List.of(repealed), List.of(), 8);
        assertTrue(inForce(LocalDate.of(2022, 4, 30)).contains("parking"));
        assertFalse(inForce(LocalDate.of(2022, 5, 1)).contains("parking"));
    }

    @Test
    void search_status_leavesThoseInThatStateOnTheDay() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertEquals(Set.of(id(Samples.lifts())), in(Validity.Status.IN_FORCE, day));
        assertEquals(Set.of(id(Samples.meals())), in(Validity.Status.EXPIRED, day));
        assertEquals(Set.of(id(Samples.parking())), in(Validity.Status.UNKNOWN, day));
        assertEquals(Set.of(id(Samples.lifts())), in(Validity.Status.NOT_YET_EFFECTIVE, LocalDate.of(2019, 12, 31)));
        assertEquals(Set.of(), in(Validity.Status.REPEALED, day));
    }

    @Test
    void search_gazette_leavesWhatWasReadFromIt() {
        String gazette = Samples.lifts().notice().gazette();
        Set<String> from = ids(new Filters(null, null, null, null, null, null, false, null, gazette, null));
        assertTrue(from.contains(id(Samples.lifts())));
        assertEquals(Set.of(), ids(new Filters(null, null, null, null, null, null, false, null, "none.txt", null)));
    }

    private Set<String> in(Validity.Status status, LocalDate day) {
        return ids(new Filters(null, null, null, null, null, null, false, day, null, status));
    }

    private Set<String> ids(Filters filters) {
        var anything = new PassageQuery(List.of(new PassageQuery.Part("电梯停车老年助餐人民政府", 1)), filters, 50);
        return index.search(anything).stream().map(found -> found.head().id()).collect(Collectors.toSet());
    }

    @Test
    void frequencies_terms_countPassages() {
        Map<String, Integer> frequencies = index.frequencies(List.of("残", "残疾", "邻", "鲸"));
        assertEquals(Map.of("残", 1, "残疾", 1, "邻", 3, "鲸", 0), frequencies);
    }

    @Test
    void vocabulary_words_countPassages() {
        Map<String, Integer> words = index.vocabulary().words();
        assertEquals(1, words.get("残疾人"));
        assertEquals(index.frequencies(List.of("电梯")).get("电梯"), words.get("电梯"));
        assertTrue(
                words.keySet().stream().allMatch(word -> word.length() > 1 && Analysis.isHan(word)), words::toString);
    }

    @Test
    void vocabulary_isTheSameUntilTheIndexChanges() {
        Vocabulary before = index.vocabulary();
        assertSame(before, index.vocabulary());
        index.apply(List.of(), List.of(id(Samples.parking())), 8);
        assertFalse(index.vocabulary().words().containsKey("残疾人"));
    }

    private List<Candidate> find(String text) {
        return index.search(new PassageQuery(List.of(new PassageQuery.Part(text, 1)), Filters.NONE, 50));
    }

    private String first(String text) {
        return find(text).getFirst().passage().locator().text();
    }

    private Set<String> found(Filters filters) {
        var anything = new PassageQuery(List.of(new PassageQuery.Part("电梯停车老年助餐人民政府", 1)), filters, 50);
        return index.search(anything).stream()
                .map(found -> found.head().jurisdiction())
                .collect(Collectors.toSet());
    }

    private Set<String> inForce(LocalDate day) {
        var filters = new Filters(null, null, null, null, null, null, true, day);
        var anything = new PassageQuery(List.of(new PassageQuery.Part("电梯停车老年助餐人民政府", 1)), filters, 50);
        Map<String, String> names =
                Map.of(id(Samples.lifts()), "lifts", id(Samples.meals()), "meals", id(Samples.parking()), "parking");
        return index.search(anything).stream()
                .map(found -> names.get(found.head().id()))
                .collect(Collectors.toSet());
    }

    private static Filters filter(String jurisdiction, String issuer, String kind, LocalDate from, LocalDate to) {
        return new Filters(jurisdiction, from, to, issuer, kind, null, false, null);
    }

    private static String id(IndexedNotice one) {
        return one.notice().id();
    }

    private static List<Passage> passages(IndexedNotice one) {
        return one.notice().passages();
    }
}
