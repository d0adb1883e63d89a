package wenju.gazette;

import java.util.regex.Pattern;
import wenju.gazette.UnreadableGazetteException.Reason;

/**
 * The mark of a state secret (密级) as GB/T 9704 sets it: {@code 机密★1年}, {@code 绝密}, {@code 密级：秘密}, alone on its line at
 * the head of a document. A mention in running text is none.
 */
final class Classification {
    private static final Pattern WITH_TERM = Pattern.compile(
            "(?:\\d{1,8})?(?:密级[:：])?(?<level>绝密|机密|秘密)[★☆＊*](?:长期|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月))?");
    private static final Pattern ALONE = Pattern.compile("(?:\\d{1,8})?(?:密级[:：])?(?<level>绝密|机密|秘密)(?:件|文件|级)?");
    /** Lines that hold something, from the head of the file, among which the bare word is a mark. */
    private static final int HEAD_LINES = 5;

    private Classification() {}

    /**
     * Looks for the mark: with ★ and term on any line, for a gazette may hold many documents; the bare word at the head only.
     *
     * @throws UnreadableGazetteException when it stands there
     */
    static void refuseMarked(String text) throws UnreadableGazetteException {
        int number = 0;
        int seen = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            seen++;
            if (line.length() > 40) {
                continue;
            }
            String compact = Typography.compact(line);
            var marked = WITH_TERM.matcher(compact);
            boolean found = marked.matches();
            if (!found && seen <= HEAD_LINES) {
                marked = ALONE.matcher(compact);
                found = marked.matches();
            }
            if (found) {
                throw new UnreadableGazetteException(
                        Reason.CLASSIFIED, "第 %d 行标有密级“%s”，涉密文件不得导入".formatted(number, marked.group("level")));
            }
        }
    }
}
