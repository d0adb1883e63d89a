package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;

/** Habits of print that differ from city to city: none of them may hide a notice or give it to another. */
class PrintingHabitsTest {

    @Test
    void fullWidthDigits_areReadLikeAnyOthers() {
        Notice notice = read("""
                示例市人民政府

                关于印发示例市路灯管理规定的通知

                示政〔２０２０〕７号　　２０２０年３月５日

                各县（市、区）人民政府：

                现将《示例市路灯管理规定》印发给你们。

                示例市路灯管理规定

                第一条　损坏路灯的，处５００元罚款。

                第二条　本规定自２０２０年４月１日起施行。

                示例市人民政府公报　　２０２０年第３期

                ·１２·
                """).getFirst();

        assertEquals("示政〔2020〕7号", notice.number().text());
        assertEquals(LocalDate.of(2020, 3, 5), notice.issuedOn());
        assertEquals(LocalDate.of(2020, 4, 1), notice.effectiveOn());
        assertEquals(
                List.of("第一条 损坏路灯的，处500元罚款。", "第二条 本规定自2020年4月1日起施行。"),
                notice.passages().subList(1, 3).stream().map(Passage::text).toList());
        assertEquals(3, notice.passages().size());
    }

    @Test
    void decreeNumberedInWords_isFoundAndSigned() {
        Notice notice = read("""
                示例市人民政府令

                第三十五号

                《示例市路灯管理办法》已经市政府常务会议审议通过，现予公布。

                市　长　张三

                二○二○年四月十五日

                示例市路灯管理办法

                第一条　为加强路灯管理，制定本办法。

                第二条　本办法自２０２０年６月１日起施行。
                """).getFirst();

        assertEquals("示例市人民政府令第35号", notice.number().text());
        assertEquals("示例市路灯管理办法", notice.title());
        assertEquals(LocalDate.of(2020, 4, 15), notice.issuedOn());
        assertTrue(notice.passages().getFirst().text().contains("现予公布。\n市长 张三\n二○二○年四月十五日\n"));
    }

    @Test
    void decreeNamedUnderItsTitle_isFound() {
        Notice notice = read("""
                示例市人民政府
                关于修改《示例市路灯管理办法》的决定
                （2022年1月10日示例市人民政府令第41号公布　自2022年3月1日起施行）
                示例市人民政府决定对《示例市路灯管理办法》作如下修改：
                一、将第五条第二款修改为：“路灯应当按时开启。”
                二、删去第九条。
                本决定自2022年3月1日起施行。
                """).getFirst();

        assertEquals("示例市人民政府令第41号", notice.number().text());
        assertEquals("示例市人民政府关于修改《示例市路灯管理办法》的决定", notice.title());
        assertEquals(LocalDate.of(2022, 1, 10), notice.issuedOn());
        assertEquals(LocalDate.of(2022, 3, 1), notice.effectiveOn());
        assertEquals(Relation.Kind.AMENDS, notice.relations().getFirst().kind());
    }

    @Test
    void numberInBracketsUnderItsTitle_beginsANotice() {
        List<Notice> notices = read("""
                示例市人民政府办公室
                关于开展路灯普查的通知
                （示政办〔2022〕6号）

                各县（区）人民政府：
                按照《示例市人民政府关于加强路灯管理的意见》
                （示政〔2021〕9号）要求，开展路灯普查。
                2022年1月28日

                示例市人民政府办公室
                关于公布路灯普查结果的通知
                （示政办〔2022〕7号）

                各县（区）人民政府：
                全市有路灯12万盏。
                2022年3月2日
                """);

        assertEquals(
                List.of("示政办〔2022〕6号", "示政办〔2022〕7号"),
                notices.stream().map(n -> n.number().text()).toList());
    }

    @Test
    void noticeThatPassesOnAnother_isOfWhoPassesItOnAndOfTheDayOfItsCover() {
        Notice notice = read("""
                示例市人民政府办公室转发市教育局等部门关于做好路灯进校园工作意见的通知
                示政办〔2018〕61号
                各县（区）人民政府：
                市教育局《关于做好路灯进校园工作的意见》已经市政府同意，现转发给你们。
                2018年12月10日
                关于做好路灯进校园工作的意见
                （2018年12月5日）
                一、工作目标
                每所学校门前安装路灯不少于4盏。
                """).getFirst();

        assertEquals("示例市人民政府办公室", notice.issuer());
        assertEquals("示例市", notice.jurisdiction());
        assertEquals(LocalDate.of(2018, 12, 10), notice.issuedOn());
    }

    @Test
    void titleBrokenAfterItsFirstWord_keepsItsIssuer() {
        List<Notice> notices = read("""
                示例市人民政府
                关于路灯管理的意见
                示政〔2020〕4号
                各县（区）人民政府：
                加强路灯管理。
                2020年9月1日

                示例市人民政府关于
                王五等工作人员职务任免的通知
                示政人〔2020〕15号
                各县（区）人民政府：
                任命王五为示例市路灯管理处处长。
                2020年9月16日

                中共示例市委办公室　示例市人民政府办公室
                关于印发《示例市领导干部接访办法》的通知
                示办发〔2020〕12号
                各县（区）党委和人民政府：
                现将办法印发给你们。
                2020年9月28日
                """);

        assertEquals("示例市人民政府关于王五等工作人员职务任免的通知", notices.get(1).title());
        assertEquals("示例市人民政府", notices.get(1).issuer());
        assertEquals(
                List.of("示例市", "示例市", "示例市"),
                notices.stream().map(Notice::jurisdiction).toList());
    }

    @Test
    void titleOfNothingButItsIssuer_namesTheIssuer() {
        Notice notice = read("""
                示例市人民政府通告
                示政通〔2022〕1号
                为加强路灯管理，现通告如下：
                一、不得损坏路灯。
                本通告自发布之日起施行。
                2022年1月20日
                """).getFirst();

        assertEquals("示例市人民政府", notice.issuer());
        assertEquals("示例市", notice.jurisdiction());
    }

    @Test
    void whatAGazettePrintsBesideNotices_belongsToNoNotice() {
        List<Notice> notices = read("""
                《示例市路灯管理办法》政策解读
                2021年2月大事记

                示例市人民政府
                关于王五同志任职的通知
                示政任〔2021〕4号
                各县（区）人民政府：
                王五同志任示例市路灯管理处处长。
                2021年3月22日

                《示例市路灯管理办法》政策解读
                一、问：路灯坏了多久修好？
                答：接到报修后24小时内修复。

                2021年2月大事记
                1日　市长检查路灯。
                """);

        assertEquals(
                List.of("示例市人民政府关于王五同志任职的通知", "《示例市路灯管理办法》政策解读", "2021年2月大事记"),
                notices.stream().map(Notice::title).toList());
        assertEquals(
                List.of("通知", "解读", "大事记"), notices.stream().map(Notice::kind).toList());
        assertEquals(
                List.of("示例市", "示例市", "示例市"),
                notices.stream().map(Notice::jurisdiction).toList());
    }

    @Test
    void contentsOnLinesOfTheirOwn_areNoNotices() {
        Gazette gazette = GazetteReader.read("gazette.txt", """
                目录
                市政府文件
                示例市人民政府关于路灯管理的意见
                示政〔2021〕4号
                (5)
                市政府办公室文件
                示例市人民政府办公室关于路灯普查的通知
                示政办〔2021〕5号
                (9)
                示例市人民政府关于路灯管理的意见
                示政〔2021〕4号
                各县（区）人民政府：
                加强路灯管理。
                2021年3月22日
                示例市人民政府办公室关于路灯普查的通知
                示政办〔2021〕5号
                各县（区）人民政府：
                开展路灯普查。
                2021年3月23日
                """);

        assertEquals(
                List.of("示政〔2021〕4号 10", "示政办〔2021〕5号 15"),
                gazette.notices().stream()
                        .map(n -> n.number().text() + " " + n.lines().first())
                        .toList());
    }

    @Test
    void whatHasNoDocumentNumber_isNotGivenToTheNoticeBefore() {
        List<Notice> notices = read("""
                示例市人民政府
                关于路灯管理的意见
                示政〔2021〕4号
                各县（区）人民政府：
                加强路灯管理。
                2021年3月22日

                示例市人民政府公告
                （2021年第2号）
                路灯开启时间公告如下：
                每日19时开启。
                2021年6月14日

                人事任免
                示例市人民政府2021年6月20日研究决定：
                任命：
                王五为示例市路灯管理处处长。
                """);

        assertEquals(
                List.of("示例市人民政府关于路灯管理的意见", "示例市人民政府公告", "人事任免"),
                notices.stream().map(Notice::title).toList());
        assertEquals(LocalDate.of(2021, 6, 14), notices.get(1).issuedOn());
        assertEquals(LocalDate.of(2021, 6, 20), notices.get(2).issuedOn());
    }

    @Test
    void bureau_isOfThePlaceOfItsGazetteUnlessItNamesAnother() {
        List<Notice> notices = read("""
                示例市人民政府
                关于路灯管理的意见
                示政〔2021〕4号
                各县（区）人民政府：
                加强路灯管理。
                2021年3月22日

                示例市财政局
                关于路灯经费的通知
                示财〔2021〕5号
                各县（区）财政局：
                每盏路灯每年补助60元。
                2021年3月23日

                样本省财政厅
                关于路灯电价的通知
                样财〔2021〕6号
                各市财政局：
                路灯电价不变。
                2021年3月24日
                """);

        assertEquals(
                List.of("示例市人民政府", "示例市财政局", "样本省财政厅"),
                notices.stream().map(Notice::issuer).toList());
        assertEquals(
                List.of("示例市", "示例市", ""),
                notices.stream().map(Notice::jurisdiction).toList());
    }

    @Test
    void unseenCharacters_areNoPartOfTheText() throws UnreadableGazetteException {
        String print = """
                示例市人民政府办公厅\u0007关于印发示例市路灯充电\u00AD设施管理办法的通知\r
                示政办规〔2023〕2号\r
                各县（区）人民政府：\r
                \u200B《示例市路灯充电设施管理办法》印发给你们，请结合实际，认真贯彻落实，执行中遇到的问题及时报告市政府办公厅。\r
                2023年2月14日\r
                第一条  路灯杆可以安装充电设施。\r
                """;
        Notice notice = GazetteReader.read(GazetteText.of("a.txt", print.getBytes(Charset.forName("GB18030"))))
                .notices()
                .getFirst();

        assertEquals("示例市人民政府办公厅关于印发示例市路灯充电设施管理办法的通知", notice.title());
        assertEquals("示例市人民政府办公厅", notice.issuer());
        assertTrue(notice.passages().getFirst().text().contains("\n《示例市路灯充电设施管理办法》印发"));
    }

    @Test
    void articlesInSections_arePassagesOfTheirOwn() {
        Notice notice = read("""
                示例市人民政府
                关于印发示例市路灯管理规定的通知
                示政〔2020〕7号　2020年3月5日
                各县（区）人民政府：
                现将《示例市路灯管理规定》印发给你们。
                第一章　总则
                第一节　一般规定
                第一条　为加强路灯管理，制定本规定。
                第二条　本市路灯的管理，适用本规定。
                第二节　职责
                第三条　市城市管理部门负责路灯管理。
                """).getFirst();

        assertEquals(
                List.of("第一章 第一节 第一条", "第一章 第一节 第二条", "第一章 第二节 第三条"),
                notice.passages().stream().skip(1).map(p -> p.locator().text()).toList());
    }

    @Test
    void articlesThatBeginAgain_standUnderTheTitleOfTheirDocument() {
        Notice notice = read("""
                示例市人民政府
                关于印发《示例市路灯管理规定》等两个文件的通知
                示政〔2020〕7号　2020年3月5日
                各县（区）人民政府：
                现将两个文件印发给你们。
                示例市路灯管理规定
                第一条　为加强路灯管理，制定本规定。
                第二条　损坏路灯的，处500元罚款。
                示例市路灯报修规定
                第一条　为规范报修，制定本规定。
                第二条　接到报修后，应当在24小时内修复。
                附件
                报修电话
                """).getFirst();

        assertEquals(
                List.of(
                        "[] 第一条 为加强路灯管理，制定本规定。",
                        "[] 第二条 损坏路灯的，处500元罚款。",
                        "[示例市路灯报修规定] 示例市路灯报修规定\n第一条 为规范报修，制定本规定。",
                        "[示例市路灯报修规定] 第二条 接到报修后，应当在24小时内修复。",
                        "[] 附件\n报修电话"),
                notice.passages().stream()
                        .skip(1)
                        .map(p -> p.headings() + " " + p.text())
                        .toList());
    }

    @Test
    void whatANoticeSaysOfItself_endsTheListAboveAndStaysUnderItsHeading() {
        List<Notice> notices = read("""
                示例市人民政府
                关于废止部分行政规范性文件的决定
                示政〔2021〕13号
                各县（区）人民政府：
                决定废止下列行政规范性文件：
                一、《示例市路灯管理暂行规定》（示政〔2009〕33号）
                二、《示例市路灯布点规划》（示政〔2012〕8号）
                本决定自公布之日起施行。
                2021年3月12日

                示例市人民政府
                关于印发示例市路灯应急预案的通知
                示政〔2021〕14号
                各县（区）人民政府：
                现将《示例市路灯应急预案》印发给你们。
                2021年3月13日
                1　总则
                1.1　目的
                保障路灯正常运行。
                2　附则
                本预案自印发之日起实施，每5年修订一次。
                """);

        assertEquals(
                List.of("示政〔2009〕33号", "示政〔2012〕8号"),
                notices.getFirst().relations().stream()
                        .filter(r -> r.kind() == Relation.Kind.REPEALS)
                        .map(Relation::target)
                        .toList());
        assertTrue(notices.getFirst().passages().stream()
                .anyMatch(p ->
                        p.text().equals("本决定自公布之日起施行。") && p.locator().text().equals("正文")));
        Passage last = notices.getLast().passages().getLast();
        assertEquals("2", last.locator().text());
        assertEquals("2 附则\n本预案自印发之日起实施，每5年修订一次。", last.text());
    }

    @Test
    void sentencesCutByAPage_areJoinedWhereAnArticleOrListShowsThemUnfinished() {
        String clean = """
                示例市人民政府关于印发示例市路灯管理规定的通知

                示政〔2020〕7号 2020年3月5日

                各县（区）人民政府：

                现将《示例市路灯管理规定》印发给你们，请结合各自实际认真贯彻执行，执行中遇到的困难和问题，请及时向市城市管理部门反映。

                第一条 本规定所称路灯，是指城市道路、广场、桥

                梁和公共绿地的照明设施。

                第二条 任何人不得有下列行为：

                (一) 在灯杆上张贴广告；

                (二) 擅自接用路灯电源，或者移

                动、拆除灯杆；

                (三) 其他损坏路灯的行为。

                没有经过许可的广告，不得挂在灯

                杆上。

                第三条 经费保障

                路灯经费列入预算。
                """;
        List<String> articles = read(clean).getFirst().passages().stream()
                .skip(1)
                .map(Passage::text)
                .toList();

        assertEquals(
                List.of(
                        "第一条 本规定所称路灯，是指城市道路、广场、桥梁和公共绿地的照明设施。",
                        "第二条 任何人不得有下列行为：\n（一）在灯杆上张贴广告；\n（二）擅自接用路灯电源，或者移动、拆除灯杆；\n（三）其他损坏路灯的行为。\n没有经过许可的广告，不得挂在灯杆上。",
                        "第三条 经费保障\n路灯经费列入预算。"),
                articles);
    }

    @Test
    void titleThatAPagePrintsOverTheDocument_isNoNoticeOfItsOwn() {
        List<Notice> notices = read("""
                示例市示例区示水镇人民政府关于印发示水镇救灾应急预案的通知

                示水府发〔2023〕21号

                示例市示例区示水镇人民政府

                关于印发示水镇救灾应急预案的通知

                各村(社区)，镇属单位：

                经镇政府同意，现将《示水镇救灾应急预案》印发给你们。

                2023年5月15日

                示例市人民政府关于修改《示例市路灯管理暂行办法》部分条款的决定

                示例省示例市人民政府

                示例市人民政府关于修改《示例市路灯管理暂行办法》部分条款的决定

                示例市人民政府

                市人民政府决定删去第五条。

                1997年12月31日
                """);

        assertEquals(
                List.of("示水府发〔2023〕21号 2023-05-15 示例市示例区 1", "null 1997-12-31 示例市 15"),
                notices.stream()
                        .map(n -> n.number() + " " + n.issuedOn() + " " + n.jurisdiction() + " "
                                + n.lines().first())
                        .toList());
    }

    @Test
    void issuerPrintedTwice_belongsToTheNoticeBelow() {
        List<Notice> notices = read("""
                示例市人民政府办公厅

                示例市人民政府办公厅

                关于成立路灯领导小组的通知

                示政办〔2017〕55 号　　2017 年 5 月 9 日

                各县(市、区)人民政府:

                决定成立路灯领导小组。

                示例市人民政府办公厅

                示例市人民政府办公厅

                关于路灯任务的通知

                示政办〔2017〕56 号　　2017 年 5 月 10 日

                各县(市、区)人民政府:

                现将任务下达。
                """);

        assertEquals(
                List.of("1-11", "13-23"),
                notices.stream()
                        .map(n -> n.lines().first() + "-" + n.lines().last())
                        .toList());
    }

    @Test
    void issuerThatOnlySigns_isTheIssuer() {
        Notice notice = read("""
                关于印发《示例市校园食品安全管理规定》的通知
                示食安办〔2021〕8号
                各县（市、区）食安委：
                现将《示例市校园食品安全管理规定》印发给你们，由示例市教育局负责落实。
                示例市食品安全委员会办公室
                2021年9月1日
                示例市校园食品安全管理规定
                第一条　学校食堂实行明厨亮灶。
                """).getFirst();

        assertEquals("示例市食品安全委员会办公室", notice.issuer());
    }

    @Test
    void governmentNamedInShort_isTheIssuer() {
        List<Notice> notices = read("""
                示例市政府关于
                印发示例市节约用水管理办法的通知
                示政规〔2019〕4号
                各区政府、市政府各部门：
                现将办法印发给你们，请按照省政府关于节约用水的意见落实。
                示例市政府
                2019年9月3日
                """);

        assertEquals("示例市政府关于印发示例市节约用水管理办法的通知", notices.getFirst().title());
        assertEquals(1, notices.size());
        assertEquals("示例市政府", notices.getFirst().issuer());
        assertEquals("示例市", notices.getFirst().jurisdiction());
    }

    @Test
    void noticeOfPartyAndGovernment_isOfThePlaceThatTheGovernmentTells() {
        Notice notice = read("""
                中共示例市委办公室 示例市人民政府办公室
                印发《关于深化农村改革的实施方案》的通知
                示办〔2016〕12号
                各县（市、区）党委和人民政府：
                方案已经市委、市政府同意，现印发给你们。
                """).getFirst();

        assertEquals("示例市", notice.jurisdiction());
    }

    @Test
    void bureausWithoutAGovernment_areOfThePlaceTheyName() {
        List<Notice> notices = read("""
                示例市教育局文件
                示教基〔2022〕15号
                关于做好招生入学工作的通知
                各县（市、区）教育局：
                现通知如下，请遵照执行。
                示例市教育局
                2022年5月20日
                《关于做好招生入学工作的通知》政策解读
                一、招生对象
                六周岁的儿童。
                """);

        assertEquals(
                List.of("示例市教育局 示例市", " 示例市"),
                notices.stream().map(n -> n.issuer() + " " + n.jurisdiction()).toList());
    }

    @Test
    void decreeNumberedByYear_isFoundUnderItsTitle() {
        Notice notice = read("""
                示例市路灯管理规定

                示例市人民政府令〔2010〕第15号

                《示例市路灯管理规定》已经市政府常务会议通过,现予公布,自2011年2月1日起施行。

                市长

                二○一○年十二月二十五日

                示例市路灯管理规定

                第一条为加强路灯管理,制定本规定。
                """).getFirst();

        assertEquals("示例市人民政府令〔2010〕15号", notice.number().text());
        assertEquals("示例市人民政府", notice.issuer());
        assertEquals("令", notice.kind());
        assertEquals(LocalDate.of(2010, 12, 25), notice.issuedOn());
        assertEquals(1, notice.lines().first());
    }

    @Test
    void decreeWithoutPreamble_isNamedByTheTitleRightUnderIt() {
        Notice notice = read("""
                示例市人民政府令
                第12号
                示例市水库管理办法
                （2019年9月19日市政府第3次常务会议通过，自2020年1月1日起施行）
                第一条　水库由水务局管理。
                """).getFirst();

        assertEquals("示例市人民政府令第12号", notice.number().text());
        assertEquals("示例市水库管理办法", notice.title());
        assertEquals(LocalDate.of(2019, 9, 19), notice.issuedOn());
        assertEquals(LocalDate.of(2020, 1, 1), notice.effectiveOn());
    }

    @Test
    void regulationOfAnAssembly_isPromulgatedByItsAnnouncement() {
        List<Notice> notices = read("""
                示例市第十五届人民代表大会常务委员会公告
                （第12号）
                《示例市电梯安全条例》已由示例市第十五届人民代表大会常务委员会第三次会议通过，现予公布，自2021年10月1日起施行。
                示例市人民代表大会常务委员会
                2021年8月12日
                示例市电梯安全条例
                （2021年6月25日示例市第十五届人民代表大会常务委员会第三次会议通过）
                第一条　电梯每15日维护一次。

                示例市公安局通告
                2021年第3号
                中山路每日7时至9时禁止货车通行。
                2021年8月20日
                """);

        assertEquals(
                List.of("示例市电梯安全条例 示例市人民代表大会常务委员会 示例市 条例 2021-08-12", "示例市公安局通告 示例市公安局 示例市 通告 2021-08-20"),
                notices.stream()
                        .map(n -> n.title() + " " + n.issuer() + " " + n.jurisdiction() + " " + n.kind() + " "
                                + n.issuedOn())
                        .toList());
        assertEquals("示例市第十五届人民代表大会常务委员会公告第12号", notices.getFirst().number().text());
    }

    @Test
    void regulationsOfACollection_beginWhereTheirHistoryStandsUnderTheTitle() {
        List<Notice> notices = read("""
                示例市规章汇编
                示例市户外广告管理办法
                （2005年3月1日市政府令第21号公布，自2005年4月1日起施行。根据2012年5月1日市政府令第60号修订）
                第一条　设置户外广告应当申请。
                示例市停车场
                管理办法（试行）
                （2008年3月1日示例市人民政府令第35号公布
                自2008年4月1日起施行）
                第一条　停车场应当备案。
                示例市住宅小区管理条例
                （2017年12月25日示例市第十九届人民代表大会常务委员会第七次会议通过）
                第一条　小区由业主管理。
                示例市人民政府关于加强停车场管理的通知
                示政〔2018〕7号
                各区人民政府：
                现将办法印发给你们。
                示例市停车场收费办法
                （2018年4月1日市政府第3次常务会议通过）
                第一条　每小时2元。
                """);

        assertEquals(
                List.of(
                        "示例市户外广告管理办法 示例市人民政府令第21号 示例市人民政府 2005-03-01 2005-04-01",
                        "示例市停车场管理办法（试行） 示例市人民政府令第35号 示例市人民政府 2008-03-01 2008-04-01",
                        "示例市住宅小区管理条例 null 示例市人民代表大会常务委员会 2017-12-25 null",
                        "示例市人民政府关于加强停车场管理的通知 示政〔2018〕7号 示例市人民政府 null null"),
                notices.stream()
                        .map(n -> n.title() + " " + n.number() + " " + n.issuer() + " " + n.issuedOn() + " "
                                + n.effectiveOn())
                        .toList());
    }

    @Test
    void dayOfTheSignature_isNotJoinedWithTheTitleUnderIt() {
        Notice notice = read("""
                示例市人民政府办公室关于印发示例市路灯井盖管理暂行办法的通知

                示政办〔2011〕19号


                各县(区)人民政府,市人民政府各部门:
                《示例市路灯井盖管理暂行办法》已经市政府同意,现印发给你们,请认真贯彻执行。



                二〇一一年三月三十日


                示例市路灯井盖管理暂行办法

                为加强路灯井盖的管理,保障道路畅通,结合我市实际,制定本办法。
                第一条 路灯井盖由产权单位负责维修。
                """).getFirst();

        assertEquals(LocalDate.of(2011, 3, 30), notice.issuedOn());
        assertTrue(allText(notice).contains("\n二〇一一年三月三十日\n示例市路灯井盖管理暂行办法\n为加强路灯井盖的管理，"), allText(notice));
    }

    @Test
    void titleOfTheEnclosedDocument_standsAloneHoweverItIsBroken() {
        Notice notice = read("""
                示例市人民政府

                关于印发示例市路灯和井盖提质发展三年行动计划的

                通知

                示政文 〔2019〕 60 号　 　 2019 年 4 月 1 日

                各县 (市、 区) 人民政府:

                现将 《示例市路灯和井盖提质发展三年行动计划》 印

                发给你们, 请认真贯彻执行。

                示例市路灯和井盖提质发展

                三年行动计划

                按照市委、 市政府安排部署, 我市自 2012 年起分两

                个阶段更换路灯。

                一、 目标

                全部更换。
                """).getFirst();

        assertTrue(allText(notice).contains("请认真贯彻执行。\n示例市路灯和井盖提质发展三年行动计划\n按照市委、市政府安排部署，"), allText(notice));
    }

    @Test
    void articlesBehindEachOtherInAParagraph_arePassagesOfTheirOwn() {
        Notice notice = read("""
                示例市人民政府
                关于印发示例市犬类管理规定的通知
                示政发[2006]18号
                各区人民政府，市政府各部门、各直属单位：
                现将《示例市犬类管理规定》印发给你们，望认真遵照执行。
                二OO六年二月二十日
                示例市犬类管理规定
                第一章  总  则  第一条  为加强犬类管理，制定本规定。第二条  市公安局是主管机关。第三条本市养犬应当登记。
                第四条  违反第三条。第五条的规定另行公布。修改为：“第五条  不得养犬。第六条  另行通知。”
                第二章罚则第五条  不登记的，处100元罚款。
                """).getFirst();

        assertEquals(
                List.of(
                        "第一章 总则\n第一条 为加强犬类管理，制定本规定。",
                        "第二条 市公安局是主管机关。",
                        "第三条 本市养犬应当登记。",
                        "第四条 违反第三条。第五条的规定另行公布。修改为：“第五条 不得养犬。第六条 另行通知。”",
                        "第二章 罚则\n第五条 不登记的，处100元罚款。"),
                notice.passages().stream().skip(1).map(Passage::text).toList());
    }

    @Test
    void imprintUnderADocument_isNoPartOfItsLastArticle() {
        Notice notice = read("""
                示例市人民政府
                关于印发示例市犬类管理规定的通知
                示政发[2006]18号
                各区人民政府：
                现将《示例市犬类管理规定》印发给你们。
                二OO六年二月二十日
                第一条  养犬应当登记。
                第二条  本规定自2006年3月1日起施行。
                主题词：城乡建设  犬类  管理  规定  通知
                抄送：市委各部门，市人大常委会办公室。
                示例市人民政府办公室                    2006年2月21日印发
                """).getFirst();

        assertEquals(
                List.of("第一条", "第二条", "正文", "正文"),
                notice.passages().stream().skip(1).map(p -> p.locator().text()).toList());
        assertEquals("第二条 本规定自2006年3月1日起施行。", notice.passages().get(2).text());
    }

    @Test
    void sumsUnderATable_areARowOfTheirOwn() {
        Notice notice = read("""
                示例市人民政府

                关于下达路灯建设任务的通知

                示政〔2020〕22号　2020年4月23日

                各县（区）人民政府：

                现将任务下达给你们。

                序号　区县　路灯（盏）

                1　甲县　300

                2　乙区　400

                合计　　700
                """).getFirst();

        assertEquals("合计\t700", notice.passages().getLast().text());
    }

    private static String allText(Notice notice) {
        return String.join("\n", notice.passages().stream().map(Passage::text).toList());
    }

    private static List<Notice> read(String text) {
        return GazetteReader.read("gazette.txt", text).notices();
    }
}
