package wenju.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Standing;

/**
 * A notice in a list, without its text.
 *
 * @param number null when it has none
 * @param issuedOn the printed date; null when none is printed
 * @param gazette name of the file it was read from
 * @param standing first and last day in force, and what other notices did to it
 */
public record NoticeSummary(
        String id,
        @Nullable DocumentNumber number,
        String title,
        String issuer,
        String jurisdiction,
        String kind,
        @Nullable LocalDate issuedOn,
        String gazette,
        Standing standing) {}
