package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import wenju.gazette.UnreadableGazetteException.Reason;
import wenju.notice.Notice;

class WordTextTest {

    @Test
    void paragraphsNumbersAndTables_areRead() throws Exception {
        byte[] bytes;
        try (var document = new XWPFDocument()) {
            BigInteger list = list(document);
            document.createParagraph().createRun().setText("示例市人民政府关于加强渡口管理的通知");
            document.createParagraph().createRun().setText("示政〔2021〕7号 2021年4月1日");
            document.createParagraph().createRun().setText("各区人民政府：");
            numbered(document, list, 0, "总体要求");
            numbered(document, list, 1, "设置标志。");
            numbered(document, list, 1, "配备救生器材。");
            numbered(document, list, 0, "工作措施");
            numbered(document, list, 1, "每月巡查。");
            XWPFTable table = document.createTable(3, 3);
            String[][] cells = {{"序号", "区", "渡口"}, {"1", "东区", "东渡"}, {"2", "东区", "西渡"}};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    table.getRow(row).getCell(column).setText(cells[row][column]);
                }
            }
            var merged = table.getRow(2).getCell(1).getCTTc();
            (merged.isSetTcPr() ? merged.getTcPr() : merged.addNewTcPr())
                    .addNewVMerge()
                    .setVal(STMerge.CONTINUE);
            bytes = bytes(document);
        }

        GazetteText text = GazetteText.of("通知.docx", bytes);

        assertEquals(GazetteText.Format.WORD, text.format());
        assertEquals("""
                示例市人民政府关于加强渡口管理的通知
                示政〔2021〕7号 2021年4月1日
                各区人民政府：
                一、总体要求
                （一）设置标志。
                （二）配备救生器材。
                二、工作措施
                （一）每月巡查。
                序号\t区\t渡口
                1\t东区\t东渡
                2\t\t西渡
                """, text.text());
        Notice notice = GazetteReader.read(text).notices().getFirst();
        assertEquals("示政〔2021〕7号", notice.number().text());
        assertEquals("序号\t区\t渡口", notice.passages().getLast().leadIn());
    }

    @Test
    void titleStyle_namesAFileWithoutHead() throws Exception {
        byte[] bytes;
        try (var document = new XWPFDocument()) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("a1");
            style.addNewName().setVal("Title");
            document.createStyles().addStyle(new XWPFStyle(style));
            XWPFParagraph title = document.createParagraph();
            title.setStyle("a1");
            title.createRun().setText("示例市渡口管理办法");
            document.createParagraph().createRun().setText("第一条 为了加强管理，制定本办法。");
            bytes = bytes(document);
        }

        Gazette gazette = GazetteReader.read(GazetteText.of("办法.docx", bytes));

        assertEquals(1, gazette.notices().size());
        assertEquals("示例市渡口管理办法", gazette.notices().getFirst().title());
    }

    @Test
    void bomb_isFoundBeforeItExplodes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 301; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertRefused(Reason.EXPLODING_ARCHIVE, out.toByteArray());
    }

    @Test
    void otherArchive_isUnsupported() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.closeEntry();
        }

        assertRefused(Reason.UNSUPPORTED, out.toByteArray());
    }

    @Test
    void tornDocument_isDamaged() throws IOException {
        byte[] bytes;
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("示例");
            bytes = bytes(document);
        }

        assertRefused(Reason.DAMAGED, java.util.Arrays.copyOf(bytes, bytes.length / 3));
    }

    private static void assertRefused(Reason reason, byte[] bytes) {
        assertEquals(
                reason,
                assertThrows(UnreadableGazetteException.class, () -> GazetteText.of("a.docx", bytes))
                        .reason());
    }

    private static BigInteger list(XWPFDocument document) {
        CTAbstractNum levels = CTAbstractNum.Factory.newInstance();
        levels.setAbstractNumId(BigInteger.ZERO);
        String[] labels = {"%1、", "（%2）"};
        for (int i = 0; i < labels.length; i++) {
            CTLvl level = levels.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING);
            level.addNewLvlText().setVal(labels[i]);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(levels)));
    }

    private static void numbered(XWPFDocument document, BigInteger list, int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }
}
