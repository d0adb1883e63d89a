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

    @Test
    void linesRightUnderEachOther_areJoinedByIndentAndWidth() {
        Notice notice = read("""
                示例县人民政府
                关于印发示例县农村路灯管理办法的
                通    知
                示政发〔2021〕15号
                各乡镇人民政府，县政府各部门：
                    现将《示例县农村路灯管理办法》印发给你们，请认真贯
                彻执行。
                                              示例县人民政府
                                              2021年4月6日

                              示例县农村路灯管理办法

                    第一条  为加强农村路灯管理，保障道路照明，根据有关
                《示例省公路条例》等法规的规定，结合本县实际，制定本办法。
                    第二条  县交通局主管全县农村路灯管理工作，其主要职责
                是：
                    （一）编制路灯计划；
                    （二）检查路灯质量，每季度组织一次考核并且公布考核结
                果；
                    （三）管理路灯资金。
                    第三条  乡镇人民政府负责本辖区乡道和村道的路灯维护
                工作，配备专职电工，每5公里不少于1人。电工的报酬每月不低
                于800元，由县财政和乡镇财政各承担一半。
                - 12 -
                示例县人民政府公报                      2021年第4期
                    第四条  县财政按照县道每公里每年1万元、乡道每公里每年
                5000元的标准安排路灯资金。
                """).getFirst();

        assertEquals("""
                示例县人民政府
                关于印发示例县农村路灯管理办法的通知
                示政发〔2021〕15号
                各乡镇人民政府，县政府各部门：
                现将《示例县农村路灯管理办法》印发给你们，请认真贯彻执行。
                示例县人民政府
                2021年4月6日
                示例县农村路灯管理办法
                第一条 为加强农村路灯管理，保障道路照明，根据有关《示例省公路条例》等法规的规定，结合本县实际，制定本办法。
                第二条 县交通局主管全县农村路灯管理工作，其主要职责是：
                （一）编制路灯计划；
                （二）检查路灯质量，每季度组织一次考核并且公布考核结果；
                （三）管理路灯资金。
                第三条 乡镇人民政府负责本辖区乡道和村道的路灯维护工作，配备专职电工，每5公里不少于1人。电工的报酬每月不低于800元，由县财政和乡镇财政各承担一半。
                第四条 县财政按照县道每公里每年1万元、乡道每公里每年5000元的标准安排路灯资金。
                """, text(notice));
    }

    @Test
    void shortParagraphsRightUnderEachOther_stayParagraphs() {
        Notice notice = read("""
                示例县人民政府办公室
                关于调整示例县路灯委员会组成人员的通知
                示政办字〔2023〕18号
                各乡镇人民政府，县政府有关部门：
                因工作需要，县政府决定调整县路灯委员会组成人员，现通知如下：
                主    任：赵国强    县委常委、副县长
                副 主 任：孙立新    县政府办公室副主任
                          吴  敏    县应急管理局局长
                委    员：郑  涛    县财政局副局长
                一、工作步骤
                （一）面积核实（4月30日前）
                各乡镇组织村组核实路灯数量，并张榜公示7天。
                2023年4月20日
                """).getFirst();

        assertEquals("""
                示例县人民政府办公室
                关于调整示例县路灯委员会组成人员的通知
                示政办字〔2023〕18号
                各乡镇人民政府，县政府有关部门：
                因工作需要，县政府决定调整县路灯委员会组成人员，现通知如下：
                主任：赵国强 县委常委、副县长
                副主任：孙立新 县政府办公室副主任
                吴敏 县应急管理局局长
                委员：郑涛 县财政局副局长
                一、工作步骤
                （一）面积核实（4月30日前）
                各乡镇组织村组核实路灯数量，并张榜公示7天。
                2023年4月20日
                """, text(notice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "经费由市财政和区财政按照|五比五的比例分担。",
                "对已经装好并经过检查的|路灯发给标牌。",
                "区人民政府负责本辖区的组织领导|工作，街道办事处负责具体实施。",
                "任何单位不得擅自拆除或者迁移城市|道路照明设施。",
            })
    void sentenceCutWhereNoMarkStands_isJoined(String sentence) {
        String[] halves = sentence.split("\\|");
        Notice notice = read(HEAD + "一、管理\n路灯由市城市管理部门管理。\n" + halves[0] + "\n" + halves[1] + "\n二、其他\n另行通知。\n")
                .getFirst();

        assertTrue(text(notice).contains("\n" + halves[0] + halves[1] + "\n"), text(notice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"编制目的", "公众参与", "推广普及", "路灯管理", "四级响应", "示例市路灯改造计划"})
    void titleOverASentence_staysALineOfItsOwn(String title) {
        Notice notice =
                read(HEAD + "路灯由市城市管理部门管理。\n" + title + "\n近年来，路灯坏得很多，应当修理。\n").getFirst();

        assertTrue(text(notice).contains("\n" + title + "\n近年来"), text(notice));
    }

    @Test
    void contentsOfAPlan_doNotHideThePlan() {
        Notice notice = read(HEAD.replace("\n", "\n\n") + """
                示例市路灯停电应急预案

                目　　录

                1 总则

                1.1 编制目的

                2 应急响应

                2.1 四级响应

                附件1 通讯录

                1 总则

                1.1 编制目的

                保障路灯正常照明。

                2 应急响应

                2.1 四级响应

                一条道路停电时，启动四级响应。

                附件1

                通讯录

                市应急局电话66550011。
                """).getFirst();

        assertEquals(
                List.of("1", "2", "附件1"),
                notice.passages().stream()
                        .map(p -> p.locator().text())
                        .skip(notice.passages().size() - 3)
                        .toList());
        assertEquals(
                "2 应急响应\n2.1 四级响应\n一条道路停电时，启动四级响应。",
                notice.passages().get(notice.passages().size() - 2).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "目　　录\n1 总则\n1.1 编制目的\n2 应急响应\n2.1 四级响应\n3 附则\n",
                "目录\n1总则…………………………………6\n1.1编制目的……………..…6\n2应急响应…………………7\n2.1四级响应……………7\n3附则（9）\n",
                "1.总则\n1.1编制目的\n2.应急响应\n2.1四级响应\n3.附则\n"
            })
    void contentsOfAPlan_areNoPassages(String contents) {
        boolean dotted = contents.startsWith("1.");
        String text = """
                1总则
                1.1编制目的
                保障路灯正常照明。
                2应急响应
                2.1四级响应
                一条道路停电时，启动四级响应。
                3附则
                本预案自印发之日起施行。
                """;
        Notice notice = read(HEAD + "示例市路灯停电应急预案\n" + contents
                        + (dotted ? text.replaceAll("(?m)^(\\d)(?!\\.)", "$1.") : text))
                .getFirst();

        assertEquals(
                List.of("正文", "1", "2", "3"),
                notice.passages().stream().map(p -> p.locator().text()).toList());
        assertEquals(
                "一条道路停电时，启动四级响应。",
                notice.passages().get(2).text().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void chaptersOfARegulation_areNotListedBeforeIt() {
        Notice notice = read(HEAD + """
                示例市路灯管理办法
                目录
                第一章　总则
                第二章　罚则
                第三章　附则
                第一章　总则
                第一条　路灯由市城市管理部门管理。
                第二章　罚则
                第二条　损坏路灯的，处200元罚款。
                第三章　附则
                第三条　本办法自发布之日起施行。
                """).getFirst();

        assertEquals(
                List.of("第一章 第一条", "第二章 第二条", "第三章 第三条"),
                notice.passages().stream()
                        .skip(notice.passages().size() - 3)
                        .map(p -> p.locator().text())
                        .toList());
        assertTrue(!text(notice).contains("目录"), text(notice));
    }

    @Test
    void listThatIsNotPrintedAgain_isNoContents() {
        Notice notice = read(HEAD + """
                一、更换灯泡
                二、粉刷灯杆
                三、清洗灯罩
                一、更换灯泡
                每盏灯泡不超过60瓦。
                """).getFirst();

        assertTrue(text(notice).contains("二、粉刷灯杆"), text(notice));
    }

    @Test
    void numbersWithAWideSpace_beginEntriesOfAList() {
        Notice notice = read((HEAD + """
                一、教育先进单位
                1　 县教育局
                3　 县一中
                二、名单
                县教育局　 县一中
                5　 示例镇中心校
                共有 18 个单位
                """).replace("\n", "\n\n")).getFirst();

        assertTrue(text(notice).contains("一、教育先进单位\n1 县教育局\n3 县一中\n二、名单\n县教育局 县一中\n5 示例镇中心校\n"), text(notice));
    }

    @Test
    void firstChapterWithoutSections_isAChapterWhereTheSecondHasSome() {
        Notice notice = read(HEAD + """
                1 指导思想
                坚持灯亮路明。
                2 主要任务
                2.1 更换灯泡
                2016年底完成。
                3 保障措施
                成立领导小组。
                """).getFirst();

        assertEquals(
                List.of("正文", "1", "2", "3"),
                notice.passages().stream().map(p -> p.locator().text()).toList());
    }

    @Test
    void daysOfTheMonth_standApartFromWhatHappened() {
        List<Notice> notices = read(HEAD + "2023年4月1日\n大  事  记\n（2023年4月）\n3日  县长到黄土乡检查路灯。\n");

        assertEquals("大事记\n（2023年4月）\n3日 县长到黄土乡检查路灯。\n", text(notices.getLast()));
    }

    @Test
    void rowsNumberedAnewInEveryGroup_areToldApart() {
        Notice notice = read(HEAD + "附件\n获奖名单\n一等奖\n" + units("甲", 20) + "二等奖\n" + units("乙", 25) + "三等奖\n"
                        + units("丙", 2))
                .getFirst();
        List<Passage> rows = notice.passages().stream()
                .filter(p -> p.form() == Passage.Form.ROW)
                .toList();

        assertEquals(47, rows.size());
        assertEquals("附件 序号 20", rows.get(19).locator().text());
        assertEquals("20 甲区第二十路灯管理所集体", rows.get(19).text());
        assertEquals("二等奖\n1 乙区第一路灯管理所集体", rows.get(20).text());
        assertEquals("附件 序号 25", rows.get(44).locator().text());
        assertEquals("附件\t获奖名单 一等奖", rows.get(19).leadIn());
        assertEquals("附件\t获奖名单 二等奖", rows.get(44).leadIn());
        assertEquals("三等奖\n1 丙区第一路灯管理所集体", rows.get(45).text());
    }

    @Test
    void tableNumberedAnewInEveryGroup_keepsTheGroupsApart() {
        Notice notice = read((HEAD + """
                附件
                科技奖励
                一等奖（2项）
                序号 项目名称 完成单位
                1 节能路灯 甲区路灯所
                和乙区路灯所
                2 太阳能路灯 丙区路灯所
                二等奖（1项）
                1 智能开关 丁区路灯所
                """).replace("\n", "\n\n")).getFirst();

        assertEquals(
                List.of("2\t太阳能路灯 丙区路灯所", "二等奖（1项）\t\n1\t智能开关 丁区路灯所"),
                notice.passages().stream()
                        .filter(p -> p.form() == Passage.Form.ROW)
                        .skip(1)
                        .map(Passage::text)
                        .toList());
    }

    private static String text(Notice notice) {
        return notice.passages().stream().map(p -> p.text() + "\n").reduce("", String::concat);
    }

    private static String units(String place, int count) {
        return winners(place, count).replace("．", "　");
    }

    private static String winners(String place) {
        return winners(place, 12);
    }

    private static String winners(String place, int count) {
        return IntStream.rangeClosed(1, count)
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
