package wenju.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.store.StoredNotice;

/** Notices of an invented city, built by hand: a decree in chapters, a plan with a table, a rule that was repealed. */
final class SampleNotices {
    private static final String CITY = "示例市";
    private static final String ISSUER = "示例市人民政府";
    private static final DocumentNumber OLD_NUMBER = new DocumentNumber("示政〔2011〕5号");
    private static final String OLD_ID = Notice.id(OLD_NUMBER, ISSUER, "示例市电梯管理暂行规定", null);

    /** In force; its article 12 lists what a maintenance company owes. */
    static final StoredNotice LIFTS = lifts();

    /** Has a table; says nothing of its own validity. */
    static final StoredNotice PLAN = plan();

    /** Repealed by {@link #LIFTS}. */
    static final StoredNotice OLD_LIFTS = oldLifts();

    static final List<StoredNotice> ALL = List.of(LIFTS, PLAN, OLD_LIFTS);

    private SampleNotices() {}

    /** The passage that answers 电梯维保单位义务是什么. */
    static Passage article12() {
        return LIFTS.notice().passages().get(2);
    }

    private static StoredNotice lifts() {
        var number = new DocumentNumber("示例市人民政府令第12号");
        String title = "示例市电梯安全管理办法";
        LocalDate issued = LocalDate.of(2020, 3, 1);
        LocalDate effective = LocalDate.of(2020, 5, 1);
        String id = Notice.id(number, ISSUER, title, issued);
        var text = new Text(id);
        text.add(Passage.Form.OPENING, Locator.of(), List.of(), "", title + "\n（2020年3月1日公布）");
        text.add(Passage.Form.CLAUSE, Locator.of("第一章", "第一条"), List.of("第一章 总则"), "", "第一条 为了加强电梯安全管理，制定本办法。");
        text.add(Passage.Form.CLAUSE, Locator.of("第三章", "第十二条"), List.of("第三章 维护保养"), "", """
                第十二条 电梯维护保养单位应当履行下列义务：
                （一）每十五日至少维护保养一次；
                （二）接到困人报告后三十分钟内到达现场；
                （三）建立维护保养档案，保存期不少于四年。""");
        text.add(
                Passage.Form.CLAUSE,
                Locator.of("第四章", "第二十条"),
                List.of("第四章 附则"),
                "",
                "第二十条 本办法自2020年5月1日起施行。《示例市电梯管理暂行规定》（示政〔2011〕5号）同时废止。");
        Notice notice = notice(
                id,
                number,
                title,
                "令",
                issued,
                effective,
                List.of(
                        new Relation(Relation.Kind.REPEALS, "示政〔2011〕5号", "示例市电梯管理暂行规定", effective, 3),
                        new Relation(Relation.Kind.CITES, "示例省特种设备条例", "示例省特种设备条例", null, 1)),
                text.passages);
        return new StoredNotice(
                notice,
                new Standing(effective, null, List.of()),
                List.of(new StoredNotice.Link(Relation.Kind.REPEALS, OLD_ID, "《示例市电梯管理暂行规定》（示政〔2011〕5号）")));
    }

    private static StoredNotice plan() {
        var number = new DocumentNumber("示政办〔2021〕7号");
        String title = "示例市人民政府办公室关于印发老旧小区加装电梯工作方案的通知";
        LocalDate issued = LocalDate.of(2021, 4, 2);
        String id = Notice.id(number, ISSUER, title, issued);
        var text = new Text(id);
        text.add(Passage.Form.OPENING, Locator.of(), List.of(), "", title + "\n各区人民政府：");
        text.add(
                Passage.Form.CLAUSE,
                Locator.of("二、", "（一）"),
                List.of("二、主要任务", "（一）摸清底数"),
                "",
                "（一）摸清底数\n各区于6月底前完成摸底，a<b & \"c\"。");
        text.add(Passage.Form.ROW, Locator.of("附件", "序号 1"), List.of("附件 任务分解表"), "序号\t任务\t责任单位", "1\t摸底调查\t各区人民政府");
        text.add(Passage.Form.ROW, Locator.of("附件", "序号 2"), List.of("附件 任务分解表"), "序号\t任务\t责任单位", "2\t资金补助\t市财政局");
        text.add(Passage.Form.LIST, Locator.of("附件", "名单"), List.of("附件 任务分解表"), "", "甲小区、乙小区");
        return new StoredNotice(
                notice(id, number, title, "通知", issued, null, List.of(), text.passages),
                new Standing(null, null, List.of()),
                List.of());
    }

    private static StoredNotice oldLifts() {
        String title = "示例市电梯管理暂行规定";
        LocalDate issued = LocalDate.of(2011, 6, 30);
        var text = new Text(OLD_ID);
        text.add(Passage.Form.CLAUSE, Locator.of("第一条"), List.of(), "", "第一条 电梯应当定期检验。");
        text.add(
                Passage.Form.CLAUSE,
                Locator.of("第八条"),
                List.of(),
                "",
                "第八条 电梯维护保养单位应当履行下列义务：\n（一）每三十日至少维护保养一次；\n（二）接到困人报告后六十分钟内到达现场。");
        return new StoredNotice(
                notice(OLD_ID, OLD_NUMBER, title, "规定", issued, LocalDate.of(2011, 8, 1), List.of(), text.passages),
                new Standing(
                        LocalDate.of(2011, 8, 1),
                        null,
                        List.of(new Standing.Act(
                                Relation.Kind.REPEALS,
                                LIFTS.notice().id(),
                                LIFTS.notice().name(),
                                LocalDate.of(2020, 5, 1)))),
                List.of());
    }

    private static Notice notice(
            String id,
            DocumentNumber number,
            String title,
            String kind,
            LocalDate issued,
            @Nullable LocalDate effective,
            List<Relation> relations,
            List<Passage> passages) {
        return new Notice(
                id,
                number,
                title,
                ISSUER,
                CITY,
                kind,
                issued,
                effective,
                null,
                "示例市公报.txt",
                new Lines(1, 90),
                relations,
                passages);
    }

    /** Numbers passages as they are added. */
    private static final class Text {
        private final String noticeId;
        private final List<Passage> passages = new ArrayList<>();

        Text(String noticeId) {
            this.noticeId = noticeId;
        }

        void add(Passage.Form form, Locator locator, List<String> headings, String leadIn, String text) {
            int position = passages.size();
            passages.add(new Passage(
                    noticeId + "-" + position,
                    position,
                    form,
                    locator,
                    headings,
                    leadIn,
                    text,
                    new Lines(position * 10 + 1, position * 10 + 9)));
        }
    }
}
