package wenju.gazette;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import wenju.gazette.UnreadableGazetteException.Reason;

/**
 * The words of a PDF in the shape of a printed gazette: a line of print on every line with an empty one between, columns in
 * reading order, a page turn marked by a leading space and no empty line.
 */
final class PdfText {
    /** Characters a page, on average; a scan has none, or the few of a stamp. */
    private static final int FEWEST_CHARACTERS = 10;

    private PdfText() {}

    static GazetteText take(String name, byte[] bytes) throws UnreadableGazetteException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableGazetteException(Reason.ENCRYPTED, "PDF 的作者禁止提取文字，请用未加密的原件");
            }
            return take(name, document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableGazetteException(Reason.ENCRYPTED, "PDF 已加密，请先取消密码再导入", e);
        } catch (IOException | RuntimeException e) {
            // PDFBox reports torn fonts and streams by exceptions of many kinds.
            throw new UnreadableGazetteException(Reason.DAMAGED, "PDF 已损坏，无法打开", e);
        }
    }

    private static GazetteText take(String name, PDDocument document) throws IOException, UnreadableGazetteException {
        var text = new StringBuilder();
        var pages = new ArrayList<Integer>();
        int line = 1;
        int characters = 0;
        var glyphs = new Glyphs();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            List<String> printed = PrintedPage.lines(glyphs.of(document, page));
            pages.add(line);
            for (int i = 0; i < printed.size(); i++) {
                boolean turn = page > 1 && i == 0;
                text.append(turn ? " " : "").append(printed.get(i)).append('\n');
                line++;
                if (i + 1 < printed.size()) {
                    text.append('\n');
                    line++;
                }
                characters += printed.get(i).length();
            }
        }
        if (characters < FEWEST_CHARACTERS * document.getNumberOfPages()) {
            throw new UnreadableGazetteException(
                    Reason.NO_TEXT_LAYER, "PDF 是扫描图片，没有文字层（%d 页），请先做文字识别".formatted(document.getNumberOfPages()));
        }
        return new GazetteText(name, GazetteText.Format.PDF, "", text.toString(), pages);
    }

    /** Collects where every character of a page stands, instead of guessing at words and lines. */
    private static final class Glyphs extends PDFTextStripper {
        private List<PrintedPage.Glyph> collected = new ArrayList<>();

        List<PrintedPage.Glyph> of(PDDocument document, int page) throws IOException {
            collected = new ArrayList<>();
            setStartPage(page);
            setEndPage(page);
            getText(document);
            return collected;
        }

        @Override
        protected void processTextPosition(TextPosition at) {
            String text = at.getUnicode();
            if (text != null && !text.isBlank()) {
                collected.add(new PrintedPage.Glyph(
                        text, at.getXDirAdj(), at.getYDirAdj(), at.getWidthDirAdj(), at.getFontSizeInPt()));
            }
        }
    }
}
