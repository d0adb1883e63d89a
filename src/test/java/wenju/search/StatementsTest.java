package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
    @Test
    void sentencesAndItemsStandByThemselves() {
        String text = "第八条 电梯的维护保养单位应当履行下列各项义务：\n（一）每十五日至少维护保养一次，并如实记录在案；\n（二）接到故障通知后三十分钟内赶到现场处置。其他情形另行约定，由双方书面确认。";
        List<String> expected = List.of(
                "第八条 电梯的维护保养单位应当履行下列各项义务：", "（一）每十五日至少维护保养一次，并如实记录在案；", "（二）接到故障通知后三十分钟内赶到现场处置。", "其他情形另行约定，由双方书面确认。");
        assertEquals(expected, Statements.of(text));
    }

    @Test
    void whatIsShortGoesWithWhatFollows() {
        assertEquals(List.of("第三章 罚则第二十条 违反本办法规定的，处以罚款。"), Statements.of("第三章 罚则\n第二十条 违反本办法规定的，处以罚款。"));
        assertEquals(List.of("城管局"), Statements.of("城管局"));
    }

    @Test
    void nothingIsStatedByBlanks() {
        assertEquals(List.of(), Statements.of(""));
        assertEquals(List.of(), Statements.of(" \n　\n"));
    }

    @Test
    void aLongListIsCutOff() {
        assertEquals(40, Statements.of("示例市第一中学校长办公室联系电话六位。\n".repeat(99)).size());
    }
}
