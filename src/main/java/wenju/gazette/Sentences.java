package wenju.gazette;

import java.util.ArrayList;
import java.util.List;

/** Where sentences end. */
final class Sentences {
    private static final String STOPS = "。；：！？;:!?…";
    private static final String CLOSERS = "”’）)》』】";
    private static final String OPENERS = "《〈“‘（(〔[【";

    private Sentences() {}

    /** Whether the text ends with a full stop, semicolon, colon, exclamation or question mark, closing marks apart. */
    static boolean endsSentence(CharSequence text) {
        int i = text.length() - 1;
        while (i >= 0 && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && STOPS.indexOf(text.charAt(i)) >= 0;
    }

    /** Whether the text holds a full stop, semicolon, exclamation or question mark anywhere. */
    static boolean holdsStop(String text) {
        return text.chars().anyMatch(c -> "。；！？;!?".indexOf(c) >= 0);
    }

    /** Whether a bracket, quotation or book title opened near the end of the text is still open. */
    static boolean leavesOpen(CharSequence text) {
        int depth = 0;
        int from = Math.max(0, text.length() - 80);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENERS.indexOf(c) >= 0) {
                depth++;
            } else if ((CLOSERS.indexOf(c) >= 0 || c == '〕' || c == '〉' || c == ']') && depth > 0) {
                depth--;
            }
        }
        return depth > 0;
    }

    /** Whether the text begins with a mark that can only close or go on. */
    static boolean beginsInside(String text) {
        return !text.isEmpty() && "、，。；：！？,;:!?”’）)》〉〕】".indexOf(text.charAt(0)) >= 0;
    }

    /**
     * Cuts a text into pieces of at most {@code most} characters, at paragraph ends where that works, otherwise at sentence
     * ends, otherwise at the limit. The pieces joined give the text back, the line break between two pieces apart.
     */
    static List<String> pieces(String text, int most) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > most) {
            int cut = from + lastCut(text.substring(from, from + most + 1), most);
            String piece = text.substring(from, cut).stripTrailing();
            if (!piece.isBlank()) {
                pieces.add(piece);
            }
            from = cut;
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
        String rest = text.substring(from);
        if (!rest.isBlank()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** Where to cut a text of one character more than the limit. */
    private static int lastCut(String text, int most) {
        int line = text.lastIndexOf('\n', most);
        if (line > most / 3) {
            return line;
        }
        for (String stops : List.of("。！？", "；", "，、")) {
            for (int i = most - 1; i > most / 3; i--) {
                if (stops.indexOf(text.charAt(i)) >= 0) {
                    return i + 1;
                }
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
