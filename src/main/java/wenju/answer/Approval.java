package wenju.answer;

import java.time.LocalDate;
import java.util.List;
import wenju.notice.Citation;

/**
 * A standard answer that answers a question: words of editors, not of a notice.
 *
 * @param id of the standard answer
 * @param edition the version that was approved
 * @param text plain, paragraphs parted by {@code \n}
 * @param reviewOn the last day it is shown without being looked at again
 * @param citations of the clauses that carry it, at least one
 */
public record Approval(
        String id, int edition, String text, LocalDate approvedOn, LocalDate reviewOn, List<Citation> citations) {
    public Approval {
        citations = List.copyOf(citations);
    }
}
