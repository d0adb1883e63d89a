package wenju.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names a passage so that it can be quoted and found again (引文).
 *
 * @param noticeId id of the notice
 * @param documentNumber its number; null when it has none
 * @param title its title
 * @param issuer its issuer
 * @param issuedOn its printed date; null when none is printed
 * @param effectiveOn its first day in force; null when it does not say
 * @param validity its state on the day the question was asked for
 * @param locator where in the notice
 * @param passageId id of the passage
 */
public record Citation(
        String noticeId,
        @Nullable String documentNumber,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        Validity validity,
        String locator,
        String passageId) {

    /** Address of the very place in the reader, relative to the service: {@code /notices/<id>#<passage id>}. */
    public String url() {
        return "/notices/" + noticeId + "#" + passageId;
    }
}
