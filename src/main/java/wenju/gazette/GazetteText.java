package wenju.gazette;

import java.util.List;
import java.util.Locale;
import wenju.gazette.UnreadableGazetteException.Reason;

/**
 * The text of a gazette file, taken out of whatever format it came in. What the file is, and in which encoding, is told by
 * its bytes; only Markdown needs its name ({@code .md}) or a {@code #} title, for it looks like any other text.
 *
 * @param name the file's name, without a directory
 * @param format what it was
 * @param title the title that the file as a whole carries: Markdown's {@code #} heading, an HTML page's {@code <h1>} or
 *     {@code <title>}, a Word paragraph in the style 标题; empty when it carries none
 * @param text lines parted by {@code \n}; cells of a table row parted by tabs. Text and Markdown keep the lines of the file
 * @param pages for a PDF the number of the first line of every page, from 1; otherwise empty
 */
public record GazetteText(String name, Format format, String title, String text, List<Integer> pages) {
    /** In bytes: 50 MB. The largest gazettes at hand have 1 MB, the largest law books 5. */
    public static final int LARGEST_FILE = 50 * 1024 * 1024;

    /** How a file holds its text. */
    public enum Format {
        TEXT("文本"),
        MARKDOWN("Markdown"),
        HTML("网页"),
        WORD("Word 文档"),
        PDF("PDF");

        private final String label;

        Format(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }

        /** Whether a line of the text is a paragraph for certain, because the format knows paragraphs. */
        boolean keepsParagraphs() {
            return this == HTML || this == WORD;
        }
    }

    public GazetteText {
        pages = List.copyOf(pages);
    }

    /**
     * Takes the text out of a file.
     *
     * @param name the file's name, for Markdown and for the notices' {@code gazette}
     * @param bytes the whole file
     * @throws UnreadableGazetteException when it holds no text, must not be read, or is too large
     */
    public static GazetteText of(String name, byte[] bytes) throws UnreadableGazetteException {
        if (bytes.length > LARGEST_FILE) {
            throw new UnreadableGazetteException(
                    Reason.TOO_LARGE, "文件有 %d MB，超过 %d MB 的上限，请分成几份".formatted(bytes.length >> 20, LARGEST_FILE >> 20));
        }
        GazetteText text = take(name, bytes);
        Classification.refuseMarked(text.text());
        return text;
    }

    private static GazetteText take(String name, byte[] bytes) throws UnreadableGazetteException {
        if (FileSignature.PDF.begins(bytes)) {
            return PdfText.take(name, bytes);
        }
        if (FileSignature.ZIP.begins(bytes)) {
            return WordText.take(name, bytes);
        }
        FileSignature.refuseOthers(bytes);
        String text = Encodings.decode(bytes);
        if (HtmlText.looksLikeHtml(text)) {
            return HtmlText.take(name, text);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown") || text.startsWith("# ")
                ? MarkdownText.take(name, text)
                : new GazetteText(name, Format.TEXT, "", text, List.of());
    }

    /** Where a line stands, for people: {@code 第 12 行}, in a PDF {@code 第 3 页第 5 行}. */
    public String place(int line) {
        int page = 0;
        while (page < pages.size() && pages.get(page) <= line) {
            page++;
        }
        return page == 0 ? "第 %d 行".formatted(line) : "第 %d 页第 %d 行".formatted(page, line - pages.get(page - 1) + 1);
    }
}
