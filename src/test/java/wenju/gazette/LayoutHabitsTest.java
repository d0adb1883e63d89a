package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Notice;
import wenju.notice.Passage;

/** Habits of layout that differ from city to city: what is a heading, a table or an attachment must be read as one. */
class LayoutHabitsTest {
    private static final String HEAD = """
            示例市人民政府
            关于加强路灯管理的通知
            示政〔2022〕7号
            各区人民政府，市人民政府各部门：
            现将有关事项通知如下，请结合本地区、本部门实际认真贯彻执行，执行中遇到的问题请及时向市城市管理部门反映。
            """;

    @Test
    void spacedOutHeadings_areCitedWithoutTheirSpaces() {
        Notice notice = read("""
                示 例 市 人 民 政 府 公 报
                目　　录
                示 例 市 人 民 政 府
                关 于 印 发 《 示 例 市 路 灯 收 费 办 法 》 的 通　知
                示政〔2022〕9号
                各区人民政府：
                现将办法印发给你们，请认真执行。
                2022年3月1日
                示 例 市 路 灯 收 费 办 法
                第 一 章　　总　　则
                第 一 条　　为规范收费，制定本办法。
                第 二 章　　收 费 管 理
                第 十 二 条　　每盏路灯每年收费60元。
                第 二 十 条　　本办法自2022年4月1日起施行。
                """).getFirst();

        assertEquals("示例市人民政府关于印发《示例市路灯收费办法》的通知", notice.title());
        assertEquals("示例市人民政府", notice.issuer());
        assertEquals(
                List.of("第一章 第一条 [第一章 总则]", "第二章 第十二条 [第二章 收费管理]", "第二章 第二十条 [第二章 收费管理]"),
                notice.passages().stream()
                        .skip(1)
                        .map(p -> p.locator() + " " + p.headings())
                        .toList());
        assertEquals(
                "示例市人民政府\n关于印发《示例市路灯收费办法》的通知\n示政〔2022〕9号\n各区人民政府：\n现将办法印发给你们，请认真执行。\n2022年3月1日\n示例市路灯收费办法",
                notice.passages().getFirst().text());
    }

    @Test
    void namesOfTheGazettesParts_belongToNoNotice() {
        List<Notice> notices = read("""
                【市政府文件】
                示例市人民政府
                关于路灯管理的意见
                示政〔2021〕4号
                各区人民政府：
                加强路灯管理。
                2021年3月22日
                【人 事 任 免】
                示例市人民政府
                关于王五同志任职的通知
                示政任〔2021〕4号
                各区人民政府：
                王五同志任示例市路灯管理处处长。
                2021年3月23日
                """);

        assertEquals("2021年3月22日", lastLine(notices.getFirst()));
    }

    @Test
    void dateOverTheNumber_isOfTheHead() {
        Notice notice = read("""
                示例市人民政府关于印发《示例市路灯管理规定》的通知
                （2021年5月6日）
                示府规〔2021〕20号
                各区人民政府：
                现将规定印发给你们。
                """).getFirst();

        assertEquals("示府规〔2021〕20号", notice.number().text());
        assertEquals("2021-05-06", String.valueOf(notice.issuedOn()));
    }

    @Test
    void contentsWithPageNumbersInBrackets_areNoNotices() {
        List<Notice> notices = read("""
                目录
                示例市财政局关于公布路灯经费的通告	（1）
                示例市民政局关于公布路灯名单的通告	（15）

                示例市财政局关于公布路灯经费的通告
                路灯经费已经列入本年度预算。
                2022年3月1日
                """);

        assertEquals(
                List.of("示例市财政局关于公布路灯经费的通告"),
                notices.stream().map(Notice::title).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 区域 | 灯型 | 每盏（元） |\n| --- | --- | --- |\n| 一类 | 高杆 | 50 |\n| 二类 | 庭院 | 30 |",
                "区域|灯型|每盏（元）\n一类|高杆|50\n二类|庭院|30",
                "┌──┬──┬────┐\n│区域│灯型│每盏（元）│\n├──┼──┼────┤\n│一类│高杆│50│\n│二类│庭院│30│\n└──┴──┴────┘",
                "区域    灯型    每盏（元）\n一类    高杆    50\n二类    庭院    30",
                "区　域　　灯　型　　每盏（元）\n一　类　　高　杆　　50\n二　类　　庭　院　　30",
                "区域 灯型 每盏（元）\n一类 高杆 50\n二类 庭院 30",
                "区域\t灯型\t每盏（元）\n一类\t高杆\t50\n二类\t庭院\t30",
            })
    void tables_areReadByRowHoweverTheirCellsAreParted(String table) {
        Notice notice = read(HEAD + "一、标准\n每盏路灯的电费按下表计算：\n" + table + "\n二、期限\n本通知自发布之日起执行。\n")
                .getFirst();

        assertEquals(
                List.of("一、 区域\t灯型\t每盏（元）\n一类\t高杆\t50", "一、 区域\t灯型\t每盏（元） 二类\t庭院\t30"),
                notice.passages().stream()
                        .filter(p -> p.form() == Passage.Form.ROW)
                        .map(p -> p.locator() + " " + (p.leadIn() + " ").stripLeading() + p.text())
                        .toList());
    }

    @Test
    void tableWithoutFigures_isKnownByItsHead() {
        Notice notice = read(HEAD + """
                附件
                抢修电话
                单位　　　值班电话
                甲区路灯所　66550011
                乙区路灯所　66550022
                丙区路灯所　66550033
                附件2
                响应级别
                级别　启动条件　　　　指挥
                Ⅰ级　大面积停电　　　市长
                Ⅱ级　一条道路停电　　副市长
                """).getFirst();

        assertEquals(
                List.of(
                        "附件 抢修电话\n单位\t值班电话\n甲区路灯所\t66550011",
                        "附件 乙区路灯所\t66550022",
                        "附件 丙区路灯所\t66550033",
                        "附件2 响应级别\n级别\t启动条件\t指挥\nⅠ级\t大面积停电\t市长",
                        "附件2 Ⅱ级\t一条道路停电\t副市长"),
                notice.passages().stream()
                        .skip(1)
                        .map(p -> p.locator() + " " + p.text().replaceFirst("^附件2?\n", ""))
                        .toList());
    }

    @Test
    void namesAndPosts_areNoTable() {
        Notice notice = read(HEAD + """
                附件
                先进个人名单
                李大山　甲区路灯所工人
                赵小河　乙区路灯所电工
                孙　敏　市路灯管理处工程师
                """).getFirst();

        assertEquals(
                "附件\n先进个人名单\n李大山 甲区路灯所工人\n赵小河 乙区路灯所电工\n孙敏 市路灯管理处工程师",
                notice.passages().getLast().text());
    }

    @Test
    void figuresInTables_areNoRowNumbers() {
        Notice notice = read(HEAD + """
                附件
                任务表
                区县	路灯（盏）
                甲区	300
                乙区	5
                附件2
                事项表
                序号	事项
                1	换灯
                2	刷漆
                """).getFirst();

        assertEquals(
                List.of("附件", "附件", "附件2 序号 1", "附件2 序号 2"),
                notice.passages().stream()
                        .filter(p -> p.form() == Passage.Form.ROW)
                        .map(p -> p.locator().text())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"附件1：报修须知", "附件1 报修须知", "附1：报修须知", "附件一：报修须知", "附 件 1：报修须知", "附件1报修须知"})
    void attachmentWithItsTitleOnOneLine_isAPartOfItsOwn(String heading) {
        Notice notice = read(HEAD + "附件：1.报修须知\n2.抢修电话\n示例市人民政府\n2022年3月1日\n" + heading
                        + "\n一、报修人应当说明地点。\n二、接报后2小时内到场。\n附件2：抢修电话\n全市统一拨打12345。\n")
                .getFirst();

        assertEquals(
                "附件：1.报修须知\n2.抢修电话\n示例市人民政府\n2022年3月1日",
                notice.passages().get(1).text());
        assertEquals(
                List.of("附件1", "附件2"),
                notice.passages().stream().skip(2).map(p -> p.locator().text()).toList());
        assertEquals(
                heading.replace("附 件 ", "附件").replace("1报", "1 报"),
                notice.passages().get(2).text().lines().findFirst().orElseThrow());
    }

    @Test
    void attachmentThatIsOnlyAnnounced_isNoPart() {
        Notice notice = read(HEAD + """
                一、明确分工。分工详见：
                附件1 任务分工
                附件2 联系电话
                二、落实经费。
                附件：任务分工表
                （略）
                示例市人民政府
                2022年3月1日
                """).getFirst();

        assertEquals(
                List.of("正文", "一、", "二、", "正文"),
                notice.passages().stream().map(p -> p.locator().text()).toList());
    }

    @Test
    void listsThatBeginAgain_standUnderTheirHeadings() {
        Notice notice = read(HEAD + "附件：获奖名单\n2022年3月1日\n附件：获奖名单\n一等奖（12名）\n" + winners("甲") + "二等奖（12名）\n"
                        + winners("乙") + "三等奖（12名）\n" + winners("丙"))
                .getFirst();
        List<Passage> lists = notice.passages().stream()
                .filter(p -> p.text().contains("路灯管理所"))
                .toList();

        assertEquals(
                List.of("附件：获奖名单", "一等奖（12名）"),
                List.of(lists.getFirst().text().split("\n")).subList(0, 2));
        assertEquals(
                List.of("附件", "附件", "附件"),
                lists.stream().map(p -> p.locator().text()).toList());
        assertEquals("二等奖（12名）", lists.get(1).text().lines().findFirst().orElseThrow());
        assertEquals("三等奖（12名）", lists.get(2).text().lines().findFirst().orElseThrow());
    }

    @Test
    void planWithItsOwnNumbering_standsUnderItsTitle() {
        Notice notice = read(HEAD + """
                一、加强领导。
                二、落实责任。
                示例市人民政府
                2022年3月1日
                示例市路灯改造计划
                （2022—2025年）
                一、改造道路50条。
                二、改造小区30个。
                """).getFirst();

        assertEquals(
                "示例市路灯改造计划\n（2022—2025年）\n一、改造道路50条。\n二、改造小区30个。",
                notice.passages().getLast().text());
    }

    @Test
    void closingWordsAfterAList_endIt() {
        Notice notice = read(HEAD + """
                一、优秀单位
                1.甲区路灯所
                2.乙区路灯所
                特此通知。
                """).getFirst();

        assertEquals("特此通知。", notice.passages().getLast().text());
    }

    @Test
    void signature_endsTheLineAboveThoughItIsFull() {
        Notice notice = read(HEAD.replace("\n", "\n\n") + """
                附件: 示例市路灯管理先进集体和先进个人的名单

                示例市人民政府

                2022 年 3 月 1 日
                """).getFirst();

        assertTrue(notice.passages().getLast().text().endsWith("\n附件：示例市路灯管理先进集体和先进个人的名单\n示例市人民政府\n2022年3月1日"));
    }

    private static String winners(String place) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(i -> i + "．" + place + "区第" + ChineseNumerals.of(i) + "路灯管理所集体\n")
                .reduce("", String::concat);
    }

    private static String lastLine(Notice notice) {
        return notice.passages().getLast().text().lines().toList().getLast();
    }

    private static List<Notice> read(String text) {
        return GazetteReader.read("gazette.txt", text).notices();
    }
}
