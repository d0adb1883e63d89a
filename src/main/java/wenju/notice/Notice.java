package wenju.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One separately issued document (文件), cut into passages.
 *
 * @param id see {@link #id(DocumentNumber, String, String, LocalDate)}
 * @param number null when it was issued without one
 * @param title in one line, with the issuer where the print names it in the title: {@code 郑州市人民政府关于…的通知}
 * @param issuer the issuing body; joint issuers parted by 、
 * @param jurisdiction the city, district or province whose government issued it: {@code 郑州市}; empty when the issuer
 *     does not tell
 * @param kind the type of document by its own name: 令, 通知, 意见, 决定, 通报, 公告, 办法 …
 * @param issuedOn the printed date (成文日期); null when none is printed
 * @param effectiveOn first day in force as the notice says it; null when it does not
 * @param expiresOn last day in force (有效期至); null when it sets no term
 * @param gazette name of the file it was read from
 * @param lines where it stands in that file
 * @param relations what it says about other documents
 * @param passages its whole text, in order; at least one
 */
public record Notice(
        String id,
        @Nullable DocumentNumber number,
        String title,
        String issuer,
        String jurisdiction,
        String kind,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        String gazette,
        Lines lines,
        List<Relation> relations,
        List<Passage> passages) {

    private static final int ID_HEX_DIGITS = 12;

    public Notice {
        relations = List.copyOf(relations);
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("notice " + title + " has no passage");
        }
    }

    /**
     * The id of a notice: 12 hexadecimal digits of a digest of its number, or of issuer, title and date when it has none.
     * The same notice has the same id in whatever file it is printed.
     */
    public static String id(
            @Nullable DocumentNumber number, String issuer, String title, @Nullable LocalDate issuedOn) {
        String identity = number != null ? number.key() : issuer + '\n' + title + '\n' + issuedOn;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** How the notice is called in a sentence: {@code 《title》（number）}. */
    public String name() {
        return "《" + title + "》" + (number == null ? "" : "（" + number.text() + "）");
    }
}
