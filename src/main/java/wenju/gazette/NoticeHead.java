package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param toldOn the date that the box of a web page tells, for a notice that is dated nowhere; null when none does
 */
record NoticeHead(
        int start,
        List<Block> blocks,
        @Nullable DocumentNumber number,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate toldOn) {

    /** Head lines {@code [from, to)} that form one paragraph. */
    record Block(int from, int to) {}

    NoticeHead {
        blocks = List.copyOf(blocks);
    }

    NoticeHead(
            int start,
            List<Block> blocks,
            @Nullable DocumentNumber number,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn) {
        this(start, blocks, number, title, issuer, issuedOn, null);
    }

    /** The same with lines that belong to it above. */
    NoticeHead startingWith(Block above) {
        var all = new ArrayList<Block>();
        all.add(above);
        all.addAll(blocks);
        return new NoticeHead(above.from(), all, number, title, issuer, issuedOn);
    }

    /** This head and the one below that says the same again. */
    NoticeHead and(NoticeHead again) {
        var all = new ArrayList<>(blocks);
        all.addAll(again.blocks);
        return new NoticeHead(
                start,
                all,
                number == null ? again.number : number,
                title,
                issuer.isEmpty() ? again.issuer : issuer,
                issuedOn == null ? again.issuedOn : issuedOn);
    }

    /** The same with what only the box of its page tells. */
    NoticeHead completed(Particulars box) {
        return new NoticeHead(
                start,
                blocks,
                number == null ? box.number() : number,
                title,
                issuer.isEmpty() ? box.issuer() : issuer,
                issuedOn,
                box.writtenOn());
    }

    NoticeHead withIssuer(String issuer) {
        return new NoticeHead(start, blocks, number, title, issuer, issuedOn);
    }
}
