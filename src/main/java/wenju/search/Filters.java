package wenju.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.Validity;

/**
 * What a passage's notice must be to be considered at all; applied before ranking. Null lets everything through.
 *
 * @param jurisdiction for example {@code 郑州市}
 * @param issuedFrom first day, included
 * @param issuedTo last day, included
 * @param issuer the exact issuer
 * @param kind for example {@code 通知}
 * @param documentNumber in any spelling
 * @param inForceOnly whether notices count only if nothing says that they are not in force on {@code asOf}: the repealed,
 *     the expired and the not yet effective are left out, those of unknown validity stay
 * @param asOf the day that validity is told for; null is today in China
 * @param gazette the exact name of the file it was read from
 * @param status the very state of validity on {@code asOf}
 */
public record Filters(
        @Nullable String jurisdiction,
        @Nullable LocalDate issuedFrom,
        @Nullable LocalDate issuedTo,
        @Nullable String issuer,
        @Nullable String kind,
        @Nullable String documentNumber,
        boolean inForceOnly,
        @Nullable LocalDate asOf,
        @Nullable String gazette,
        Validity.@Nullable Status status) {

    /** Lets every notice through. */
    public static final Filters NONE = new Filters(null, null, null, null, null, null, false, null);

    /** Of any gazette, in any state. */
    public Filters(
            @Nullable String jurisdiction,
            @Nullable LocalDate issuedFrom,
            @Nullable LocalDate issuedTo,
            @Nullable String issuer,
            @Nullable String kind,
            @Nullable String documentNumber,
            boolean inForceOnly,
            @Nullable LocalDate asOf) {
        this(jurisdiction, issuedFrom, issuedTo, issuer, kind, documentNumber, inForceOnly, asOf, null, null);
    }

    /** The same filters, with the day that validity is told for. */
    public Filters on(LocalDate day) {
        return new Filters(
                jurisdiction, issuedFrom, issuedTo, issuer, kind, documentNumber, inForceOnly, day, gazette, status);
    }
}
