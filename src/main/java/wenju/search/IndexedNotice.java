package wenju.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Standing;

/**
 * A notice as it goes into the index.
 *
 * @param notice with its passages
 * @param standing what decides its validity, other notices' acts on it included
 */
public record IndexedNotice(Notice notice, Standing standing) {

    /**
     * What a citation needs of a notice.
     *
     * @param documentNumber null when it has none
     * @param gazette name of the file it was read from
     */
    public record Head(
            String id,
            @Nullable String documentNumber,
            String title,
            String issuer,
            String jurisdiction,
            String kind,
            @Nullable LocalDate issuedOn,
            Standing standing,
            String gazette) {}

    public Head head() {
        return new Head(
                notice.id(),
                notice.number() == null ? null : notice.number().text(),
                notice.title(),
                notice.issuer(),
                notice.jurisdiction(),
                notice.kind(),
                notice.issuedOn(),
                standing,
                notice.gazette());
    }
}
