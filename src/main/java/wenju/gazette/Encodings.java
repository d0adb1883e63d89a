package wenju.gazette;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import wenju.gazette.UnreadableGazetteException.Reason;

/**
 * Tells the encoding of a text by its bytes. A byte order mark decides; otherwise UTF-8 when every sequence is valid, which
 * Chinese in another encoding never is; otherwise GB18030 (which holds GBK and GB 2312), when what it gives looks like writing.
 */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Of all characters; page breaks and the odd escape of an old terminal are let pass. */
    private static final double MOST_CONTROLS = 0.002;
    /** Of the characters beyond ASCII: private use, unassigned, surrogates. */
    private static final double MOST_STRANGERS = 0.02;
    /**
     * Of the Chinese characters, those of the first level of GB 2312, the 3,755 that are used most: prose has over 95 %, a
     * file that only happens to be valid GB18030 about a sixth.
     */
    private static final double FEWEST_COMMON = 0.6;
    /** Bytes or characters that are enough to tell. */
    private static final int SAMPLE = 20_000;

    private Encodings() {}

    static String decode(byte[] bytes) throws UnreadableGazetteException {
        String text = bytesToText(bytes);
        if (!looksWritten(text)) {
            throw binary();
        }
        return text;
    }

    private static String bytesToText(byte[] bytes) throws UnreadableGazetteException {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, bytes, 3).orElseThrow(() -> damaged(bytes));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 2).orElseThrow(Encodings::binary);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16BE, bytes, 2).orElseThrow(Encodings::binary);
        }
        Optional<String> text = strictly(StandardCharsets.UTF_8, bytes, 0);
        if (text.isPresent()) {
            return text.get();
        }
        return strictly(GB18030, bytes, 0)
                .filter(Encodings::isCommonChinese)
                .orElseThrow(() -> isAlmostUtf8(bytes) ? damaged(bytes) : binary());
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes, int from) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException notInThisEncoding) {
            return Optional.empty();
        }
    }

    private static boolean looksWritten(String text) {
        int controls = 0;
        int strangers = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7F;
                controls += control ? 1 : 0;
                if (c == 0) {
                    return false;
                }
            } else {
                foreign++;
                int type = Character.getType(c);
                boolean strange =
                        type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.CONTROL;
                strangers += strange ? 1 : 0;
            }
        }
        return controls <= Math.max(1, MOST_CONTROLS * text.length())
                && strangers <= Math.max(1, MOST_STRANGERS * foreign);
    }

    private static boolean isCommonChinese(String text) {
        int chinese = 0;
        int common = 0;
        for (int i = 0; i < text.length() && chinese < SAMPLE; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                chinese++;
                common += isFirstLevel(c) ? 1 : 0;
            }
        }
        return common >= FEWEST_COMMON * chinese;
    }

    /** First level of GB 2312, its punctuation and its letters: rows 1 to 55. */
    private static boolean isFirstLevel(char c) {
        byte[] code = String.valueOf(c).getBytes(GB18030);
        return code.length == 2 && (code[0] & 0xFF) >= 0xA1 && (code[0] & 0xFF) <= 0xD7 && (code[1] & 0xFF) >= 0xA1;
    }

    /** Whether nearly all bytes beyond ASCII around the first fault stand in valid UTF-8 sequences. */
    private static boolean isAlmostUtf8(byte[] bytes) {
        int fault = firstFault(bytes, 0);
        byte[] around = Arrays.copyOfRange(bytes, Math.max(0, fault - SAMPLE), Math.min(bytes.length, fault + SAMPLE));
        int foreign = 0;
        for (byte b : around) {
            foreign += b < 0 ? 1 : 0;
        }
        int faults = 0;
        for (int at = firstFault(around, 0); at < around.length; at = firstFault(around, at + 1)) {
            faults++;
        }
        return faults * 20 < foreign;
    }

    private static UnreadableGazetteException damaged(byte[] bytes) {
        int fault = firstFault(bytes, 0);
        int line = 1;
        for (int i = 0; i < fault; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new UnreadableGazetteException(Reason.DAMAGED, "第 %d 行的 UTF-8 编码已损坏，请重新导出该文件".formatted(line));
    }

    /** Index of the first byte from {@code from} on that is not valid UTF-8; the length when there is none. */
    private static int firstFault(byte[] bytes, int from) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isOverflow()) {
                return result.isError() ? in.position() : bytes.length;
            }
            out.clear();
        }
    }

    private static UnreadableGazetteException binary() {
        return new UnreadableGazetteException(Reason.BINARY, "不是文字文件，或编码不是 UTF-8、UTF-16、GB18030");
    }
}
