package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;

class GazetteReaderTest {

    @Test
    void printedLines_becomeParagraphsAgain() {
        Notice notice = only("""
                示例市人民政府

                关于印发示例市路灯管理规定的通知

                示政 〔2020〕 7 号　 　 2020 年 3 月 5 日

                各县 (市、 区) 人民政府, 市人民政府各部门:

                现将 《示例市路灯管理规定》 印发给你们, 请

                认真贯彻执行。

                示例市路灯管理规定

                第一条　 为加强路灯管理, 根据有关规定, 制

                定本规定。

                第二条　 任何单位不得有下列行为:

                (一) 在灯杆上张贴广告;

                (二) 擅自接用路灯电源, 造成停电超过 0. 5
                 小时。

                —21—

                示例市人民政府公报(2020. 3)　 　 　 文件汇编



                第三条　 本规定自印发之日起施行, 有效期三

                年。 《示例市路灯管理办法》 (示政 〔2012〕 9

                号) 同时废止。
                """);

        assertEquals("示政〔2020〕7号", notice.number().text());
        assertEquals("示例市人民政府关于印发示例市路灯管理规定的通知", notice.title());
        assertEquals("示例市人民政府", notice.issuer());
        assertEquals("示例市", notice.jurisdiction());
        assertEquals(LocalDate.of(2020, 3, 5), notice.issuedOn());
        assertEquals(LocalDate.of(2020, 3, 5), notice.effectiveOn());
        assertEquals(LocalDate.of(2023, 3, 5), notice.expiresOn());
        assertEquals(
                "第二条 任何单位不得有下列行为：\n（一）在灯杆上张贴广告；\n（二）擅自接用路灯电源，造成停电超过0.5小时。",
                passage(notice, "第二条").text());
        Relation repeal = notice.relations().stream()
                .filter(r -> r.kind() == Relation.Kind.REPEALS)
                .findFirst()
                .orElseThrow();
        assertEquals("示政〔2012〕9号", repeal.target());
        assertEquals("示例市路灯管理办法", repeal.targetTitle());
        assertTrue(notice.passages().stream().noneMatch(p -> p.text().contains("公报")));
    }

    @Test
    void cutInMidWord_isJoinedInCleanText() {
        Notice notice = only("""
                示例市人民政府办公厅关于加强资金管理的通知

                示政办〔2021〕3号 2021年4月1日

                各区人民政府：

                一、资金拨付

                1. 各级主管部门合理确定补贴资

                金兑付的时限要求，加快补贴资金结算，补贴资金当月到账。补贴资金由财政部门监管。

                2. 补贴资金不得挪用。
                """);

        assertEquals(
                "一、资金拨付\n1.各级主管部门合理确定补贴资金兑付的时限要求，加快补贴资金结算，补贴资金当月到账。补贴资金由财政部门监管。\n2.补贴资金不得挪用。",
                passage(notice, "一、").text());
    }

    @Test
    void decree_isNamedByWhatItDecrees() {
        Notice notice = only("""
                示例市人民政府令

                第 12 号

                《示例市渡口管理办法》已经市人民政府常务会议通过，现予公布，自2022年1月1日起施行。

                市长 张 三

                2021年11月2日

                示例市渡口管理办法

                第一章 总 则

                第一条 为了加强渡口管理，制定本办法。

                第二章 附 则

                第二条 本办法自2022年1月1日起施行。2001年5月1日示例市人民政府令第3号公布的《示例市渡船管理办法》同时废止。
                """);

        assertEquals("示例市人民政府令第12号", notice.number().text());
        assertEquals("示例市渡口管理办法", notice.title());
        assertEquals(LocalDate.of(2021, 11, 2), notice.issuedOn());
        assertEquals(LocalDate.of(2022, 1, 1), notice.effectiveOn());
        assertEquals("第一章 第一条", passage(notice, "第一章 第一条").locator().text());
        assertEquals(List.of("第二章 附则"), passage(notice, "第二章 第二条").headings());
        assertTrue(notice.relations().stream()
                .anyMatch(r -> r.kind() == Relation.Kind.REPEALS && r.target().equals("示例市人民政府令第3号")));
    }

    @Test
    void tableTakenApart_getsItsRowsBack() {
        Notice notice = only("""
                示例市人民政府

                关于表彰优秀调研成果的通报

                示政文 〔2019〕 5 号　 　 2019 年 2 月 1 日

                各有关单位:

                经研究, 对下列成果予以通报表彰, 望再接再厉, 取得

                更好的成绩。
                 附　 件

                优秀调研成果名单

                序号 成果名称 申报单位 完成人

                1
                关于我市运用社会资本合作的

                调查研究

                市政府

                研究室
                张　 弛　 李　 明

                2
                关于加快推进通用机场建设的

                建议
                市交通局 王　 平
                """);

        Passage second = passage(notice, "附件 序号 2");
        assertEquals(Passage.Form.ROW, second.form());
        assertEquals("序号\t成果名称\t申报单位\t完成人", second.leadIn());
        assertEquals("2\t关于加快推进通用机场建设的建议\t市交通局 王平", second.text());
        assertTrue(passage(notice, "附件 序号 1").text().contains("关于我市运用社会资本合作的调查研究\t市政府研究室\t张弛 李明"));
    }

    @Test
    void tableOfFigures_keepsItsRowsWhole() {
        Notice notice = only("""
                示例市人民政府

                关于下达渡口安全指标的通知

                示政 〔2020〕 9 号　 　 2020 年 3 月 5 日

                各区人民政府, 市人民政府各部门:

                现将指标下达给你们, 请认真组织实施。

                附　 件

                渡口安全指标

                指　 标 2019 年基数 2020 年目标 属性

                一、 巡查

                1. 巡查次数(次) 63. 5 65 预期性

                2. 隐患整改率(%) ≦ 4 1. 61 约束性

                二、 培训

                3. 参加培训人数(人)

                120 150 预期性

                 指　 标 2019 年基数 2020 年目标 属性

                合

                计 200 216 预期性
                """);

        List<Passage> rows = notice.passages().stream()
                .filter(p -> p.form() == Passage.Form.ROW)
                .toList();
        assertEquals(
                List.of(
                        "附件 渡口安全指标 指标2019年基数2020年目标 属性 一、巡查 1.巡查次数（次）|63.5|65|预期性",
                        "2.隐患整改率（%）|≦4|1.61|约束性",
                        "二、培训 3.参加培训人数（人）|120|150|预期性",
                        "指标2019年基数2020年目标 属性 合计|200|216|预期性"),
                rows.stream()
                        .map(p ->
                                p.text().replace("\t\n", " ").replace('\n', ' ').replace('\t', '|'))
                        .toList());
        assertEquals("附件 序号 2", rows.get(1).locator().text());
        assertEquals("附件 渡口安全指标 指标2019年基数2020年目标 属性", rows.get(1).leadIn());
    }

    @Test
    void namesInTwoColumns_stayWithTheirPosts() {
        Notice notice = only("""
                示例市人民政府办公厅关于成立渡口安全领导小组的通知

                示政办〔2021〕3号 2021年4月1日

                各区人民政府：现将领导小组成员名单印发给你们。

                王建国\t市应急局局长\t赵晓梅\t东区副区长
                李 强\t市交通局局长\t领导小组下设办公室，办公室设在市交通局，李强兼任办公室主任，负责日常工作。
                张海生\t市水利局局长\t孙立\t西区副区长
                """);

        assertEquals(
                List.of(
                        "王建国 市应急局局长\n赵晓梅 东区副区长\n李强 市交通局局长",
                        "领导小组下设办公室，办公室设在市交通局，李强兼任办公室主任，负责日常工作。",
                        "张海生 市水利局局长\n孙立 西区副区长"),
                notice.passages().stream().skip(1).map(Passage::text).toList());
    }

    @Test
    void numberApartFromItsComma_isAMark() {
        Notice notice = only("""
                示例市人民政府

                关于加强渡口管理的意见

                示政 〔2020〕 9 号　 　 2020 年 3 月 5 日

                各有关单位:

                一、 加强巡查。 每月巡查渡口一次, 发现隐患及时整改。

                二

                、 配备器材。 每个渡口配备救生衣和救生圈。
                """);

        assertEquals("二、配备器材。每个渡口配备救生衣和救生圈。", passage(notice, "二、").text());
    }

    @Test
    void longArticle_isCutByItemsThatCarryTheirLeadIn() {
        String item = "应当对所管理的设施开展日常检查，建立检查台账，对发现的问题逐项登记、逐项整改、逐项销号，".repeat(6);
        Notice notice = only("""
                示例市人民政府关于设施管理的通知

                示政〔2022〕8号 2022年6月1日

                各有关单位：

                第一条 管理单位应当履行下列义务：

                （一）%s并于每月末报告；

                （二）%s并于每季度末公布。
                """.formatted(item, item));

        assertEquals("第一条 管理单位应当履行下列义务：", passage(notice, "第一条").text());
        Passage second = passage(notice, "第一条（二）");
        assertTrue(second.leadIn().endsWith("管理单位应当履行下列义务："), second.leadIn());
        assertTrue(second.text().startsWith("（二）应当"));
    }

    @Test
    void wrappedDecimal_isNoItem() {
        Notice notice = only("""
                示例市人民政府

                关于大气污染防治的意见

                示政 〔2020〕 9 号　 　 2020 年 3 月 5 日

                各有关单位:

                1. 优化能源结构, 确保全年的细颗粒物 PM


                2. 5 平均浓度和优良天数比例完成目标。

                2. 推进清洁取暖, 改造燃煤锅炉一百台以上。
                """);

        assertTrue(
                notice.passages().stream().anyMatch(p -> p.text().contains("PM2.5平均浓度")),
                () -> notice.passages().toString());
    }

    @Test
    void textWithoutNotices_isReportedAndLosesNothingSilently() {
        Gazette gazette = GazetteReader.read("x.txt", "这不是公报。\n只是两行字。\n");

        assertTrue(gazette.notices().isEmpty());
        assertEquals(1, gazette.warnings().getFirst().line());
    }

    @Test
    void emptyText_isAnEmptyGazette() {
        Gazette gazette = GazetteReader.read("x.txt", "");

        assertTrue(gazette.notices().isEmpty());
        assertTrue(gazette.warnings().isEmpty());
    }

    private static Notice only(String text) {
        Gazette gazette = GazetteReader.read("示例.txt", text);
        assertEquals(1, gazette.notices().size(), () -> gazette.notices().toString());
        return gazette.notices().getFirst();
    }

    private static Passage passage(Notice notice, String locator) {
        return notice.passages().stream()
                .filter(p -> p.locator().text().equals(locator))
                .findFirst()
                .orElseThrow(() -> new AssertionError(locator + " not in " + notice.passages()));
    }
}
