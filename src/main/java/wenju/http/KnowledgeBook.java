package wenju.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Validity;

/**
 * A workbook of {@link KnowledgePoint}s, written to a file row by row: memory holds their titles, not their texts. A sheet takes
 * {@value #SHEET} of them, as many as hotlines import at a time; the last sheet names the notices that were left out, and
 * why. Blocks; one thread at a time.
 */
final class KnowledgeBook implements AutoCloseable {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final int SHEET = 1000;

    /** The most that a cell holds. */
    private static final int CELL = 32_767;

    private static final int FLUSH = 100;
    private static final String[] HEADS = {"类目", "标题", "内容", "发文单位", "材料性质", "关键字"};
    private static final int[] WIDTHS = {36, 40, 80, 24, 12, 40};
    private static final String[] LEFT_OUT_HEADS = {"文件", "文号", "发文单位", "效力", "依据"};
    private static final int[] LEFT_OUT_WIDTHS = {60, 28, 28, 14, 60};

    private final Path file;
    private final OutputStream out;
    private final Workbook workbook;
    private final Set<String> titles = new HashSet<>();
    private final List<String[]> leftOut = new ArrayList<>();
    private @Nullable Worksheet sheet;
    private int rows;
    private int points;

    private KnowledgeBook(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.workbook = new Workbook(out, "Wenju", null);
    }

    /** An empty one, in a temporary file. */
    static KnowledgeBook create() throws IOException {
        return new KnowledgeBook(Files.createTempFile("wenju-knowledge-", ".xlsx"));
    }

    /** Adds an entry; one whose text no cell holds becomes several. */
    void add(KnowledgePoint point) throws IOException {
        for (int start = 0; start < point.content().length(); start += CELL) {
            row(point, point.content().substring(start, Math.min(point.content().length(), start + CELL)));
        }
    }

    private void row(KnowledgePoint point, String content) throws IOException {
        if (sheet == null || rows == SHEET) {
            next("知识点" + (points / SHEET + 1), HEADS, WIDTHS);
        }
        String title = alone(point.title());
        cells(
                point.category(),
                title,
                content,
                point.issuer(),
                point.nature(),
                String.join(
                        "；",
                        point.keywords().stream()
                                .filter(word -> !word.equals(title))
                                .toList()));
        points++;
    }

    /** Remembers a notice that is not in force. */
    void leaveOut(Notice notice, Validity validity) {
        leftOut.add(new String[] {
            notice.title(),
            notice.number() == null ? "" : notice.number().text(),
            notice.issuer(),
            validity.status().label(),
            Objects.requireNonNullElse(validity.reason(), "")
        });
    }

    /** How many entries were added. */
    int points() {
        return points;
    }

    /** Writes the rest. @return the file, which the caller deletes */
    Path finish() throws IOException {
        if (sheet == null) {
            next("知识点1", HEADS, WIDTHS);
        }
        if (!leftOut.isEmpty()) {
            next("未列入", LEFT_OUT_HEADS, LEFT_OUT_WIDTHS);
            for (String[] notice : leftOut) {
                cells(notice);
            }
        }
        workbook.close();
        out.close();
        return file;
    }

    /** Gives it up. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    private void next(String name, String[] heads, int[] widths) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        Worksheet next = workbook.newWorksheet(name);
        for (int column = 0; column < heads.length; column++) {
            next.width(column, widths[column]);
            next.inlineString(0, column, heads[column]);
            next.style(0, column).bold().set();
        }
        next.freezePane(0, 1);
        sheet = next;
        rows = 0;
    }

    /** Strings stand in their cells: none is taken for a formula, and none has to be remembered. */
    private void cells(String... values) throws IOException {
        Worksheet here = Objects.requireNonNull(sheet);
        rows++;
        for (int column = 0; column < values.length; column++) {
            here.inlineString(rows, column, values[column]);
            here.style(rows, column).wrapText(true).verticalAlignment("top").set();
        }
        if (rows % FLUSH == 0) {
            here.flush();
        }
    }

    /** A title that no other entry has: hotlines take each once. */
    private String alone(String title) {
        String alone = title;
        for (int number = 2; !titles.add(alone); number++) {
            String mark = "（" + number + "）";
            alone = KnowledgePoint.cut(title, KnowledgePoint.MAX_TITLE - mark.length()) + mark;
        }
        return alone;
    }
}
