package wenju.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.store.NoticeSummary;
import wenju.store.StoredNotice;

/** {@code Notice} of the contract. */
record NoticeJson(
        String id,
        @Nullable String documentNumber,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        String kind,
        ValidityJson validity,
        String gazette,
        String url) {

    /** {@code NoticeList} of the contract. */
    record ListJson(List<NoticeJson> notices, @Nullable String next) {}

    /** {@code NoticeText} of the contract. */
    record TextJson(
            @JsonUnwrapped NoticeJson notice,
            List<OutlineJson> outline,
            List<RelationJson> relations,
            List<PassageJson> passages) {

        static TextJson of(StoredNotice stored, LocalDate today) {
            List<Passage> passages = stored.notice().passages();
            return new TextJson(
                    NoticeJson.of(stored, today),
                    Outline.of(passages).stream().map(OutlineJson::of).toList(),
                    RelatedNotice.of(stored).stream().map(RelationJson::of).toList(),
                    passages.stream().map(PassageJson::of).toList());
        }
    }

    /** {@code OutlineEntry} of the contract. */
    record OutlineJson(int level, String heading, String passageId) {
        static OutlineJson of(Outline.Entry entry) {
            return new OutlineJson(entry.level(), entry.heading(), entry.passageId());
        }
    }

    /** {@code Relation} of the contract. */
    record RelationJson(
            String kind,
            @Nullable String noticeId,
            String name,
            @Nullable LocalDate on,
            @Nullable String url) {
        static RelationJson of(RelatedNotice related) {
            return new RelationJson(related.kind(), related.noticeId(), related.name(), related.on(), related.url());
        }
    }

    /** {@code Passage} of the contract. */
    record PassageJson(
            String id, String form, String locator, List<String> headings, String leadIn, String text, int[] lines) {
        static PassageJson of(Passage passage) {
            Lines lines = passage.lines();
            return new PassageJson(
                    passage.id(),
                    passage.form().name().toLowerCase(Locale.ROOT),
                    passage.locator().text(),
                    passage.headings(),
                    passage.leadIn(),
                    passage.text(),
                    new int[] {lines.first(), lines.last()});
        }
    }

    static NoticeJson of(NoticeSummary summary, LocalDate today) {
        return new NoticeJson(
                summary.id(),
                text(summary.number()),
                summary.title(),
                summary.issuer(),
                summary.issuedOn(),
                summary.standing().effectiveOn(),
                summary.standing().expiresOn(),
                summary.kind(),
                ValidityJson.of(summary.standing().on(today)),
                summary.gazette(),
                "/notices/" + summary.id());
    }

    static NoticeJson of(StoredNotice stored, LocalDate today) {
        Notice notice = stored.notice();
        return new NoticeJson(
                notice.id(),
                text(notice.number()),
                notice.title(),
                notice.issuer(),
                notice.issuedOn(),
                stored.standing().effectiveOn(),
                stored.standing().expiresOn(),
                notice.kind(),
                ValidityJson.of(stored.standing().on(today)),
                notice.gazette(),
                "/notices/" + notice.id());
    }

    private static @Nullable String text(@Nullable DocumentNumber number) {
        return number == null ? null : number.text();
    }
}
