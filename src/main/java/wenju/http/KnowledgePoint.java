package wenju.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Validity;

/**
 * One entry for the knowledge base of a 12345 hotline (知识点), made of what is there and nothing else.
 *
 * @param category 类目: where it stands, {@code 示例市电梯安全管理办法/第三章 维护保养}; {@value #ANSWERS} for what editors wrote
 * @param title 标题: the notice and the place in it, or the question; at most {@value #MAX_TITLE} characters once it is told apart
 *     from others
 * @param content 内容: the words of the clause, and after them where they come from and whether they hold
 * @param issuer 发文单位
 * @param nature 材料性质: the kind of the notice by its own name, {@code 通知}; {@value #QUESTIONS} for what editors wrote
 * @param keywords 关键字: the number of the notice, and the words that tell most; none longer than {@value #MAX_KEYWORD}
 */
record KnowledgePoint(
        String category, String title, String content, String issuer, String nature, List<String> keywords) {
    static final String ANSWERS = "标准答复";
    static final String QUESTIONS = "热点问答";

    /** What hotlines take. */
    static final int MAX_TITLE = 128;

    static final int MAX_KEYWORD = 20;

    private static final int WORDS = 5;

    KnowledgePoint {
        keywords = List.copyOf(keywords);
    }

    /** A clause of a notice. */
    static KnowledgePoint of(Notice notice, Passage passage, Validity validity, Telling telling) {
        var category = new ArrayList<>(List.of(notice.title()));
        category.addAll(passage.headings());
        String text = ApprovedAnswer.textOf(passage);
        return new KnowledgePoint(
                category.stream().map(part -> part.replace('/', '／')).collect(Collectors.joining("/")),
                title(notice.title(), passage.locator().text()),
                text + "\n（出处：" + source(notice, passage) + "；" + told(validity) + "）",
                notice.issuer(),
                notice.kind(),
                keywords(notice, telling.words(text, WORDS)));
    }

    /**
     * What an editor wrote.
     *
     * @param sources the clauses that carry it, with their notices
     */
    static KnowledgePoint of(ApprovedAnswer answer, List<Source> sources, Telling telling) {
        String question = answer.wordings().getFirst();
        var issuers = new LinkedHashSet<String>();
        sources.forEach(source -> issuers.add(source.notice().issuer()));
        return new KnowledgePoint(
                ANSWERS,
                cut(question, MAX_TITLE),
                answer.text() + "\n（依据："
                        + sources.stream()
                                .map(source -> source(source.notice(), source.passage()))
                                .collect(Collectors.joining("；"))
                        + "）",
                String.join("、", issuers),
                QUESTIONS,
                keywords(null, telling.words(String.join("\n", answer.wordings()) + "\n" + answer.text(), WORDS)));
    }

    /** A clause and the notice it stands in. */
    record Source(Notice notice, Passage passage) {}

    private static List<String> keywords(@Nullable Notice notice, List<String> words) {
        var keywords = new LinkedHashSet<String>();
        if (notice != null && notice.number() != null) {
            keywords.add(notice.number().text());
        }
        keywords.addAll(words);
        return keywords.stream().filter(word -> word.length() <= MAX_KEYWORD).toList();
    }

    /** A long title of a notice gives way, never the place. */
    private static String title(String notice, String locator) {
        int room = MAX_TITLE - locator.length() - 2;
        return room < 2 ? cut(locator, MAX_TITLE) : "《" + cut(notice, room) + "》" + locator;
    }

    /** At most so many characters, the last of them an ellipsis when something is left out. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String source(Notice notice, Passage passage) {
        return notice.name()
                + passage.locator().text()
                + (notice.issuedOn() == null ? "" : "，" + notice.issuedOn() + " 成文");
    }

    private static String told(Validity validity) {
        return validity.status().label() + (validity.reason() == null ? "" : "：" + validity.reason());
    }
}
