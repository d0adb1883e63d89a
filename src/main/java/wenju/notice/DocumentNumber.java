package wenju.notice;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document number (发文字号) in the spelling of GB/T 9704: {@code 郑政办〔2021〕45号}, or for a decree
 * {@code 郑州市人民政府令第221号}. Hexagonal brackets, no spaces, no leading zeros.
 *
 * @param text the number in that spelling, never blank
 */
public record DocumentNumber(String text) {
    private static final Pattern ORDINARY = Pattern.compile(
            "(?<code>[\\p{IsHan}]{1,12})[〔\\[(【〈［（](?<year>\\d{4})[〕\\])】〉］）](?:第)?0*(?<serial>\\d{1,5})号");
    private static final Pattern DECREE =
            Pattern.compile("(?<issuer>[\\p{IsHan}]{2,20}?令)\\(?(?:第)?0*(?<serial>\\d{1,4})号\\)?");

    public DocumentNumber {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a document number is not blank");
        }
    }

    /**
     * Reads a number in any of its spellings: spaces, full-width digits, round, square or hexagonal brackets, 第 or not.
     * The whole of {@code text} must be the number: {@code "郑政办 (2021) 045号"} gives {@code 郑政办〔2021〕45号}.
     *
     * @return empty when the text is not a document number
     */
    public static Optional<DocumentNumber> parse(String text) {
        String plain = plain(text);
        Matcher ordinary = ORDINARY.matcher(plain);
        if (ordinary.matches()) {
            return Optional.of(new DocumentNumber(
                    ordinary.group("code") + "〔" + ordinary.group("year") + "〕" + ordinary.group("serial") + "号"));
        }
        Matcher decree = DECREE.matcher(plain);
        return decree.matches()
                ? Optional.of(new DocumentNumber(decree.group("issuer") + "第" + decree.group("serial") + "号"))
                : Optional.empty();
    }

    /** The number without brackets and 第, for matching however it was spelled: {@code 郑政办202145号}. */
    public String key() {
        return key(text);
    }

    /** {@link #key()} of any spelling; the text need not be a valid number. */
    public static String key(String text) {
        return plain(text).replaceAll("[〔\\[(【〈〉】)\\]〕第]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
