package wenju.gazette;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import wenju.gazette.UnreadableGazetteException.Reason;

/**
 * The words of a Word document ({@code .docx}): a line for every paragraph, with the number that Word prints before it, and a
 * tabbed line for every table row.
 */
final class WordText {
    /** In bytes, all parts unpacked. A gazette with pictures has some 30 MB; a bomb has terabytes. */
    private static final long LARGEST_UNPACKED = 300L << 20;

    private static final int MOST_PARTS = 5000;
    private static final List<String> TITLE_STYLES = List.of("title", "标题", "文档标题", "公文标题");

    private final StringBuilder out = new StringBuilder();
    private final XWPFDocument document;
    private final WordNumbers numbers;
    private String title = "";

    private WordText(XWPFDocument document) {
        this.document = document;
        this.numbers = new WordNumbers(document);
    }

    static GazetteText take(String name, byte[] bytes) throws UnreadableGazetteException {
        inspect(bytes);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var text = new WordText(document);
            document.getBodyElements().forEach(text::add);
            return new GazetteText(name, GazetteText.Format.WORD, text.title, text.out.toString(), List.of());
        } catch (EncryptedDocumentException e) {
            throw new UnreadableGazetteException(Reason.ENCRYPTED, "文件已加密，请先取消密码再导入", e);
        } catch (IOException | RuntimeException e) {
            // POI and XmlBeans report torn or foreign parts by exceptions of many kinds.
            throw new UnreadableGazetteException(Reason.DAMAGED, "Word 文档已损坏，无法打开", e);
        }
    }

    /** Unpacks once without keeping anything: a bomb is found before anything is built from it. */
    private static void inspect(byte[] bytes) throws UnreadableGazetteException {
        boolean word = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long unpacked = 0;
            int parts = 0;
            var buffer = new byte[1 << 16];
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                word |= part.getName().equals("word/document.xml");
                int read;
                while ((read = zip.read(buffer)) > 0) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw explodes();
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw explodes();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableGazetteException(Reason.DAMAGED, "压缩文件已损坏，无法打开", e);
        }
        if (!word) {
            throw new UnreadableGazetteException(Reason.UNSUPPORTED, "是压缩包或其他 Office 文件，不是 Word 文档（.docx）");
        }
    }

    private static UnreadableGazetteException explodes() {
        return new UnreadableGazetteException(
                Reason.EXPLODING_ARCHIVE, "解压后超过 %d MB 或部件过多，疑似压缩炸弹".formatted(LARGEST_UNPACKED >> 20));
    }

    private void add(IBodyElement element) {
        switch (element) {
            case XWPFParagraph paragraph -> paragraph(paragraph);
            case XWPFTable table -> table(table);
            case XWPFSDT control -> line(control.getContent().getText());
            default -> {}
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String text = numbers.next(paragraph) + plain(paragraph);
        if (title.isEmpty() && !text.isBlank() && isTitle(paragraph)) {
            title = Typography.repair(text);
        }
        line(text);
    }

    /** A tab in running text is a gap; in the text of a gazette it parts cells. */
    private static String plain(XWPFParagraph paragraph) {
        return paragraph.getText().replace('\t', '\u3000');
    }

    private boolean isTitle(XWPFParagraph paragraph) {
        XWPFStyle style = paragraph.getStyleID() == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(paragraph.getStyleID());
        return style != null
                && style.getName() != null
                && TITLE_STYLES.contains(style.getName().toLowerCase(java.util.Locale.ROOT));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void table(XWPFTable table) {
        boolean frame =
                table.getRows().stream().allMatch(row -> row.getTableCells().size() <= 1);
        if (frame) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    cell.getBodyElements().forEach(this::add);
                }
            }
            return;
        }
        for (XWPFTableRow row : table.getRows()) {
            var cells = new ArrayList<String>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(isCovered(cell) ? "" : words(cell));
                for (int more = columns(cell); more > 1; more--) {
                    cells.add("");
                }
            }
            String line = String.join("\t", cells);
            if (!line.isBlank()) {
                line(line);
            }
        }
    }

    private String words(XWPFTableCell cell) {
        return String.join(
                "\u3000",
                cell.getParagraphs().stream()
                        .map(paragraph -> (numbers.next(paragraph) + plain(paragraph))
                                .replace('\n', ' ')
                                .strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static boolean isCovered(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.isSetVMerge()
                && (properties.getVMerge().getVal() == null
                        || properties.getVMerge().getVal() == STMerge.CONTINUE);
    }

    private static int columns(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetGridSpan()
                ? Math.min(50, properties.getGridSpan().getVal().intValue())
                : 1;
    }
}
