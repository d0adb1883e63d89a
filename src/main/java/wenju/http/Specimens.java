package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import wenju.answer.Answer;
import wenju.answer.Approval;
import wenju.answer.Correction;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.http.GuidePage.Specimen;
import wenju.notice.Citation;
import wenju.notice.Ground;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.search.Filters;
import wenju.store.Door;

/** The states that {@link GuidePage} shows, with notices of an invented city. */
final class Specimens {
    private static final String QUESTION = "电梯维保单位义务是什么";
    private static final String CLAUSE = """
            第十三条 电梯维护保养单位应当履行下列义务：
            （一）至少每15日进行一次维护保养；
            （二）在电梯显著位置公示24小时值班电话；
            （三）接到困人报告后30分钟内赶到现场。""";
    private static final String BEFORE = "第十二条 电梯使用单位应当与维护保养单位签订书面合同，合同期限不少于一年。\n";
    private static final String ROWS = """
            序号\t安置点\t地址\t容纳人数
            2\t西岭区第二中学\t西岭区松林街7号\t800""";
    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

    private final Words words;

    Specimens(Words words) {
        this.words = words;
    }

    List<Specimen> asking() {
        return List.of(
                new Specimen("empty", ask("ask-empty", "", "")),
                new Specimen("filled", ask("ask-filled", QUESTION, "")),
                new Specimen("busy", ask("ask-busy", QUESTION, "busy")),
                new Specimen("completions", ask("ask-completions", "电梯维", "completions")),
                new Specimen("personal", ask("ask-personal", "我的电话13900000000，电梯坏了找谁", "personal")));
    }

    List<Specimen> answers() {
        return List.of(
                new Specimen("clause", answer(QUESTION, clauses())),
                new Specimen("row", answer("西岭区的安置点在哪里", List.of(row()))),
                new Specimen("lengthy", answer("应急预案怎么编", List.of(lengthy()))),
                new Specimen("longNames", answer("农村危房改造补助标准", List.of(longNames()))),
                new Specimen("corrected", corrected()),
                new Specimen("approved", approved()),
                new Specimen("unanswered", answer("今天下雨吗", List.of())),
                new Specimen("markup", answer("<b>电梯</b> & \"维保\"", List.of(row()))));
    }

    List<Specimen> validities() {
        var specimens = new ArrayList<Specimen>();
        for (Validity.Status status : Validity.Status.values()) {
            specimens.add(new Specimen(
                    status.code(),
                    all(
                            ValidityMark.of(words, validity(status)),
                            el(
                                            "p",
                                            el("strong", ValidityMark.word(words, validity(status))),
                                            text("　"),
                                            ValidityMark.reason(words, validity(status)))
                                    .with("class", "banner")
                                    .with("data-status", status.code()))));
        }
        return specimens;
    }

    private static Validity validity(Validity.Status status) {
        String other = "《示例市电梯安全管理办法》（示例市人民政府令第12号）";
        Ground ground = switch (status) {
            case NOT_YET_EFFECTIVE -> new Ground(Ground.Kind.BEGINS, "", DAY);
            case EXPIRED -> new Ground(Ground.Kind.TERM, "", DAY);
            case REPEALED -> new Ground(Ground.Kind.REPEALED, other, null);
            case PARTLY_AMENDED -> new Ground(Ground.Kind.AMENDED, other, null);
            case IN_FORCE, UNKNOWN -> null;
        };
        return new Validity(status, status == Validity.Status.UNKNOWN ? null : DAY, ground);
    }

    List<Specimen> feedback() {
        return List.of(
                new Specimen("asking", el("wenju-feedback")),
                new Specimen("reasons", el("wenju-feedback").with("data-show", "reasons")),
                new Specimen("whole", el("wenju-feedback").with("about", "answer")),
                new Specimen("thanks", el("wenju-feedback").with("data-show", "thanks")),
                new Specimen("feedbackFailed", el("wenju-feedback").with("data-show", "feedbackFailed")));
    }

    List<Specimen> troubles() {
        return List.of(
                new Specimen(
                        "waiting",
                        el("wenju-answer", el("p", words.get("waiting")).with("class", "waiting"))),
                new Specimen("offline", el("wenju-trouble").with("kind", "offline")),
                new Specimen(
                        "tooMany", el("wenju-trouble").with("kind", "tooMany").with("seconds", "12")),
                new Specimen(
                        "unavailable",
                        el("wenju-trouble").with("kind", "unavailable").with("seconds", "5")),
                new Specimen(
                        "notReady", el("wenju-trouble").with("kind", "notReady").with("seconds", "5")),
                new Specimen(
                        "tooSlow", el("wenju-trouble").with("kind", "tooSlow").with("seconds", "5")),
                new Specimen("invalid", el("wenju-trouble").with("kind", "invalid")),
                new Specimen("failed", el("wenju-trouble").with("kind", "failed")));
    }

    List<Specimen> reading() {
        var first = new Passage(
                "s-1",
                0,
                Passage.Form.ROW,
                Locator.of("附件", "序号 1"),
                List.of(),
                "",
                "避险转移安置点名单\n序号\t安置点\t地址\t容纳人数\n1\t东湖区体育中心\t东湖区湖滨路18号\t1500",
                new Lines(1, 1));
        var second = new Passage(
                "s-2",
                1,
                Passage.Form.ROW,
                Locator.of("附件", "序号 2"),
                List.of(),
                "序号\t安置点\t地址\t容纳人数",
                "2\t西岭区第二中学\t西岭区松林街7号\t800",
                new Lines(1, 1));
        var clause =
                new Passage("s-3", 2, Passage.Form.CLAUSE, Locator.of("第十三条"), List.of(), "", CLAUSE, new Lines(1, 1));
        return List.of(
                new Specimen(
                        "passage",
                        el("div", PassageBlocks.of(words, List.of(clause))).with("class", "text")),
                new Specimen(
                        "table",
                        el("div", PassageBlocks.of(words, List.of(first, second)))
                                .with("class", "text")),
                new Specimen(
                        "relations",
                        el(
                                        "ul",
                                        el(
                                                "li",
                                                el("span", words.get("repeals")).with("class", "relation"),
                                                quoted("a", "《示例市电梯管理暂行规定》").with("href", "/")))
                                .with("class", "relations")));
    }

    List<Specimen> empty() {
        return List.of(new Specimen(
                "nothing",
                el("pre", el("code", words.get("emptyCommand")))
                        .with("class", "command")
                        .with("tabindex", "0")));
    }

    private Html ask(String id, String question, String state) {
        return el("div", Layout.askForm(words, question, id)).with("data-show", state);
    }

    private Html answer(String question, List<Excerpt> excerpts) {
        return answer(
                question,
                excerpts.isEmpty()
                        ? new Answer.Unanswered(question, List.of(QUESTION))
                        : new Answer.Answered(question, excerpts, List.of("电梯多久维护保养一次")));
    }

    private Html approved() {
        Excerpt clause = clauses().getFirst();
        var approval = new Approval(
                "s1a2b3c4d5e6f",
                2,
                "电梯维护保养单位每十五日至少上门一次。\n被困请拨打 96333。",
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2027, 6, 30),
                List.of(clause.citation()));
        return answer(QUESTION, new Answer.Answered(QUESTION, List.of(), approval, List.of(clause), List.of(), null));
    }

    private Html corrected() {
        var corrections = List.of(new Correction("维维保", "维保"));
        return answer("电梯维维保单位义务是什么", new Answer.Answered(QUESTION, corrections, List.of(row()), List.of()));
    }

    private Html answer(String question, Answer answer) {
        var reply = new Reply(
                "00000000-0000-0000-0000-000000000000",
                Door.PAGE,
                null,
                new Question(question, List.of(), 5, Filters.NONE),
                answer,
                3);
        return all(
                quoted("p", question).with("class", "question"),
                AskPage.answer(words, question, answer)
                        .with("data-answer", Json.write(AnswerJson.of(reply)).toString()));
    }

    private static List<Excerpt> clauses() {
        String text = BEFORE + CLAUSE;
        return List.of(
                excerpt(1, text, BEFORE.length(), true, "维护保养单位", "第三章 第十三条"),
                excerpt(2, BEFORE.strip(), 0, true, "维护保养单位", "第三章 第十二条"));
    }

    private static Excerpt row() {
        return excerpt(1, ROWS, ROWS.indexOf('\n') + 1, true, "西岭区松林街7号", "附件 序号 2");
    }

    private static Excerpt lengthy() {
        String sentence = "有关单位应当结合实际编制应急预案，明确组织指挥、监测预警、处置程序和保障措施，并定期组织演练。";
        String text = "第九条 " + sentence.repeat(Excerpt.MAX_LENGTH / sentence.length() - 1);
        return excerpt(1, text, 0, false, "编制应急预案", "第二章 第九条");
    }

    private static Excerpt longNames() {
        String title =
                "示例市人民政府办公室关于转发市住房和城乡建设局市财政局市民政局市残疾人联合会市扶贫开发领导小组办公室" + "示例市农村低收入群体等重点对象危房改造和农房抗震改造补助资金管理暂行办法（修订）的通知";
        String text = "补助标准按照危房等级分别确定，具体标准由市住房和城乡建设局会同市财政局另行公布。";
        return new Excerpt(
                1,
                0.9,
                text,
                true,
                new Excerpt.Highlight(0, text.length()),
                List.of(new Excerpt.Highlight(0, 4)),
                new Citation(
                        "s",
                        "示住建发〔2021〕118号、示财建〔2021〕96号、示民发〔2021〕57号、示残联〔2021〕33号",
                        title,
                        "示例市住房和城乡建设局、示例市财政局、示例市民政局、示例市残疾人联合会",
                        LocalDate.of(2021, 12, 8),
                        DAY,
                        validity(Validity.Status.REPEALED),
                        "附件 第二部分 三、资金管理（四）",
                        "s-1"));
    }

    private static Excerpt excerpt(int rank, String text, int clause, boolean complete, String marked, String locator) {
        int start = text.indexOf(marked, clause);
        return new Excerpt(
                rank,
                0.9 / rank,
                text,
                complete,
                new Excerpt.Highlight(clause, text.length()),
                List.of(new Excerpt.Highlight(start, start + marked.length())),
                new Citation(
                        "s",
                        "示例市人民政府令第102号",
                        "示例市电梯安全管理办法",
                        "示例市人民政府",
                        LocalDate.of(2024, 5, 8),
                        DAY,
                        new Validity(Validity.Status.IN_FORCE, DAY, null),
                        locator,
                        "s-" + rank));
    }
}
