package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.search.Filters;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

class SpellingTest {
    private static final Thesaurus THESAURUS = Thesaurus.read("维保, 维护保养\n劳动监察, 劳动保障监察", "test");

    @TempDir
    Path directory;

    private LuceneIndex index;
    private Spelling spelling;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(directory);
        index.apply(List.of(Samples.lifts(), Samples.meals(), work()), List.of(), 1);
        spelling = new Spelling(index, Translations.shipped());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static IndexedNotice work() {
        return new Samples.Draft("示政〔2022〕3号", "示例市人民政府关于保障农民工权益的通知", "通知", LocalDate.of(2022, 3, 1))
                .clause("", "一、", "一、拖欠农民工工资的，由劳动监察机构责令限期支付。")
                .clause("", "二、", "二、用人单位凭营业执照和发票，按最低工资标准申领补贴；不得拖欠农民工工资。")
                .clause("", "三、", "三、劳动监察机构检查营业执照、发票和最低工资标准的执行。")
                .clause("", "四、", "四、住房公积金由职工提取，电动自行车补贴由区财政承担。")
                .clause("", "五、", "五、住房公积金缴存比例不得低于百分之五，电动自行车停放有序。")
                .indexed();
    }

    @ParameterizedTest
    @CsvSource({
        "老年人用餐有补帖吗, 老年人用餐有补贴吗, 补帖, 补贴",
        "老板欠农名工的钱, 老板欠农民工的钱, 农名工, 农民工",
        "不给发飘怎么办, 不给发票怎么办, 发飘, 发票",
        "找劳动监查投诉, 找劳动监察投诉, 劳动监查, 劳动监察",
        "公积经提取, 公积金提取, 公积经, 公积金",
    })
    void correct_homophone_isTheKnownWord(String typed, String meant, String from, String to) {
        assertCorrected(typed, meant, from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "电梯维维保单位的义务, 电梯维保单位的义务, 维维保, 维保",
        "住房公积积金提取, 住房公积金提取, 公积积金, 公积金",
        "营执照和发票, 营业执照和发票, 营执照, 营业执照",
    })
    void correct_doubledOrMissingCharacter_isMended(String typed, String meant, String from, String to) {
        assertCorrected(typed, meant, from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "gongjijin 提取, 公积金 提取, gongjijin, 公积金",
        "Gong Ji Jin 提取, 公积金 提取, Gong Ji Jin, 公积金",
        "dianti weibao 义务, 电梯维保 义务, dianti weibao, 电梯维保",
        "diantiweibao义务, 电梯维保义务, diantiweibao, 电梯维保",
    })
    void correct_pinyin_isRead(String typed, String meant, String from, String to) {
        assertCorrected(typed, meant, from, to);
    }

    @Test
    void correct_pinyinBesideOtherLetters_readsWhatItCan() {
        assertEquals(
                List.of(new Correction("dianti", "电梯")), correct("app dianti").corrections());
    }

    /** Right, or unknown, or right as well as the word it sounds like. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯维保单位义务是什么",
                "偷放黑水罚多少",
                "公交车车厢里抽烟",
                "帮我查查账",
                "发发票",
                "我想问问题",
                "动产质权什么时候设立",
                "公积提取",
                "VPN app ETC 5G HIV",
                "2021年第3号令",
                "吃了吗",
                "喝水的地方能钓鱼不",
                "",
            })
    void correct_nothingWrong_leavesItAsItIs(String typed) {
        assertEquals(new Spelling.Corrected(typed, List.of()), correct(typed));
    }

    @Test
    void correct_indexChanged_followsIt() {
        assertTrue(correct("无障碍设失").corrections().isEmpty());
        index.apply(
                List.of(new Samples.Draft("示政〔2023〕9号", "示例市人民政府关于设施的通知", "通知", LocalDate.of(2023, 1, 1))
                        .clause("", "一、", "一、无障碍设施由产权人养护。")
                        .clause("", "二、", "二、损坏无障碍设施的，应当修复。")
                        .indexed()),
                List.of(),
                2);
        assertEquals("无障碍设施", correct("无障碍设失").text());
    }

    @Test
    void answer_question_isCorrectedAndSaysSo() {
        var answerer = new Answerer(index);
        Answer answer = answerer.answer(new Question("电梯维维保单位义务", List.of(), 5, Filters.NONE));
        assertEquals("电梯维保单位义务", answer.understoodAs());
        assertEquals(List.of(new Correction("维维保", "维保")), answer.corrections());
    }

    @Test
    void answer_verbatim_leavesQuestionAndHistoryAsTheyAre() {
        var answerer = new Answerer(index);
        var question = new Question("老年人有补帖吗", List.of("农名工 工资"), 5, Filters.NONE, false, true);
        Answer answer = answerer.answer(question);
        assertEquals("农名工 工资 老年人有补帖吗", answer.understoodAs());
        assertEquals(List.of(), answer.corrections());
    }

    @Test
    void answer_history_isCorrectedSilently() {
        var answerer = new Answerer(index);
        Answer answer = answerer.answer(new Question("谁来发", List.of("老年人用餐补帖"), 5, Filters.NONE));
        assertEquals("老年人用餐补贴 谁来发", answer.understoodAs());
        assertEquals(List.of(), answer.corrections());
    }

    private Spelling.Corrected correct(String typed) {
        return spelling.correct(typed, THESAURUS);
    }

    private void assertCorrected(String typed, String meant, String from, String to) {
        assertEquals(new Spelling.Corrected(meant, List.of(new Correction(from, to))), correct(typed));
    }
}
