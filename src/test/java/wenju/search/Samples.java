package wenju.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Standing;

/** Notices of an invented city, written for tests. */
public final class Samples {
    private Samples() {}

    /** 示例市人民政府令第18号: a decree on lifts with chapters and articles, in force from 2020. */
    public static IndexedNotice lifts() {
        return new Draft("示例市人民政府令第18号", "示例市电梯安全管理办法", "令", LocalDate.of(2019, 11, 5))
                .effective(LocalDate.of(2020, 1, 1))
                .opening("《示例市电梯安全管理办法》已经市人民政府常务会议通过，现予公布，自2020年1月1日起施行。")
                .clause("第一章 总则", "第一章 第一条", "第一条 为了加强电梯安全管理，保障人身和财产安全，制定本办法。")
                .clause("第一章 总则", "第一章 第二条", "第二条 本办法所称电梯使用单位，是指对电梯负有管理责任的单位和个人。")
                .clause("第二章 维护保养", "第二章 第八条", """
                        第八条 电梯维护保养单位应当履行下列义务：
                        （一）按照安全技术规范制定维护保养计划；
                        （二）设立二十四小时值班电话；
                        （三）接到困人报告后三十分钟内到达现场；
                        （四）维护保养记录至少保存四年。""")
                .clause("第二章 维护保养", "第二章 第九条", "第九条 电梯维护保养单位不得转包、分包维护保养业务。")
                .clause("第三章 法律责任", "第三章 第二十条", "第二十条 电梯维护保养单位违反本办法第九条规定，转包、分包维护保养业务的，处五千元以上二万元以下罚款。")
                .indexed();
    }

    /** 示政办〔2021〕7号: opinions on elderly meals, with numbered items; its term ends with 2023. */
    public static IndexedNotice meals() {
        return new Draft("示政办〔2021〕7号", "示例市人民政府办公厅关于发展老年助餐服务的意见", "意见", LocalDate.of(2021, 3, 2))
                .issuer("示例市人民政府办公厅")
                .expires(LocalDate.of(2023, 12, 31))
                .opening("各区人民政府，市人民政府各部门：\n为发展老年助餐服务，提出以下意见。")
                .clause("一、工作目标", "一、", "一、工作目标\n到2022年底，每个街道至少建成一处老年食堂。")
                .clause("二、补贴标准", "二、 （一）", "（一）建设补贴。新建老年食堂按每处十万元给予一次性补贴。")
                .clause("二、补贴标准", "二、 （二）", "（二）运营补贴。七十周岁以上老年人每餐补贴3元，由区财政承担。")
                .indexed();
    }

    /** 示政〔2018〕30号: parking rules without a word on their validity, of another issuer's jurisdiction. */
    public static IndexedNotice parking() {
        return new Draft("邻政〔2018〕30号", "邻县人民政府关于停车收费的通知", "通知", LocalDate.of(2018, 6, 1))
                .issuer("邻县人民政府")
                .jurisdiction("邻县")
                .opening("各乡镇人民政府：")
                .clause("", "一、", "一、道路停车泊位首小时收费不超过50元，电梯旁的泊位除外。")
                .clause("", "二、", "二、残疾人机动轮椅车免收停车费。")
                .indexed();
    }

    public static List<IndexedNotice> all() {
        return List.of(lifts(), meals(), parking());
    }

    /** Writes a notice down passage by passage. */
    public static final class Draft {
        private final DocumentNumber number;
        private final String title;
        private final String kind;
        private final LocalDate issuedOn;
        private final List<Passage> passages = new ArrayList<>();
        private String issuer = "示例市人民政府";
        private String jurisdiction = "示例市";
        private @Nullable LocalDate effectiveOn;
        private @Nullable LocalDate expiresOn;
        private List<Standing.Act> acts = List.of();

        public Draft(String number, String title, String kind, LocalDate issuedOn) {
            this.number = DocumentNumber.parse(number).orElseThrow();
            this.title = title;
            this.kind = kind;
            this.issuedOn = issuedOn;
        }

        public Draft issuer(String name) {
            issuer = name;
            return this;
        }

        public Draft jurisdiction(String name) {
            jurisdiction = name;
            return this;
        }

        public Draft effective(LocalDate day) {
            effectiveOn = day;
            return this;
        }

        public Draft expires(LocalDate day) {
            expiresOn = day;
            return this;
        }

        public Draft acts(Standing.Act... done) {
            acts = List.of(done);
            return this;
        }

        public Draft opening(String text) {
            return passage(Passage.Form.OPENING, List.of(), "", "", text);
        }

        /** The locator's parts are parted by spaces; an empty heading is none. */
        public Draft clause(String heading, String locator, String text) {
            return passage(Passage.Form.CLAUSE, heading.isEmpty() ? List.of() : List.of(heading), locator, "", text);
        }

        public Draft item(String heading, String locator, String leadIn, String text) {
            return passage(
                    Passage.Form.CLAUSE, heading.isEmpty() ? List.of() : List.of(heading), locator, leadIn, text);
        }

        private Draft passage(Passage.Form form, List<String> headings, String locator, String leadIn, String text) {
            int position = passages.size();
            var parts = locator.isEmpty() ? List.<String>of() : List.of(locator.split(" "));
            passages.add(new Passage(
                    id() + "-" + position,
                    position,
                    form,
                    new Locator(parts),
                    headings,
                    leadIn,
                    text,
                    new Lines(position + 1, position + 1)));
            return this;
        }

        private String id() {
            return Notice.id(number, issuer, title, issuedOn);
        }

        public IndexedNotice indexed() {
            var notice = new Notice(
                    id(),
                    number,
                    title,
                    issuer,
                    jurisdiction,
                    kind,
                    issuedOn,
                    effectiveOn,
                    expiresOn,
                    "示例市公报.txt",
                    new Lines(1, passages.size()),
                    List.of(),
                    passages);
            return new IndexedNotice(notice, new Standing(effectiveOn, expiresOn, acts));
        }
    }
}
