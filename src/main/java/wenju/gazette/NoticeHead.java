package wenju.gazette;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;

/**
 * The head of a notice as it was found among the lines of a gazette.
 *
 * @param start index of its first line
 * @param blocks index ranges {@code [from, to)} of head lines that form one paragraph each, in order; lines of the notice
 *     outside them are running text
 * @param number null when none is printed
 * @param title with the issuer where the notice is called by it
 * @param issuer empty when it is not printed
 * @param issuedOn null when no date stands in the head
 */
record NoticeHead(
        int start,
        List<Block> blocks,
        @Nullable DocumentNumber number,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn) {

    /** Head lines {@code [from, to)} that form one paragraph. */
    record Block(int from, int to) {}

    NoticeHead {
        blocks = List.copyOf(blocks);
    }

    NoticeHead withIssuer(String issuer) {
        return new NoticeHead(start, blocks, number, title, issuer, issuedOn);
    }
}
