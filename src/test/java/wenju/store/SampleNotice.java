package wenju.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;

/** A notice of the invented 示例市, told by what a test cares about. */
record SampleNotice(
        String gazette,
        @Nullable String number,
        String title,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        List<Relation> relations,
        List<String> texts) {

    static SampleNotice titled(String title) {
        return new SampleNotice(
                "示例市公报2021-1.txt",
                null,
                title,
                "示例市人民政府",
                LocalDate.of(2021, 5, 1),
                null,
                null,
                List.of(),
                List.of("第一条 为了加强管理，制定本办法。", "第二条 本市行政区域内适用本办法。\n（一）居民小区；\n（二）商场。"));
    }

    SampleNotice in(String name) {
        return new SampleNotice(name, number, title, issuer, issuedOn, effectiveOn, expiresOn, relations, texts);
    }

    SampleNotice numbered(String text) {
        return new SampleNotice(gazette, text, title, issuer, issuedOn, effectiveOn, expiresOn, relations, texts);
    }

    SampleNotice by(String body) {
        return new SampleNotice(gazette, number, title, body, issuedOn, effectiveOn, expiresOn, relations, texts);
    }

    SampleNotice issued(@Nullable String day) {
        return new SampleNotice(gazette, number, title, issuer, date(day), effectiveOn, expiresOn, relations, texts);
    }

    SampleNotice inForce(@Nullable String from, @Nullable String to) {
        return new SampleNotice(gazette, number, title, issuer, issuedOn, date(from), date(to), relations, texts);
    }

    SampleNotice text(String... passages) {
        return new SampleNotice(
                gazette, number, title, issuer, issuedOn, effectiveOn, expiresOn, relations, List.of(passages));
    }

    /** Says something about a document named by number, or by title when that is how it is written. */
    SampleNotice says(Relation.Kind kind, String target, @Nullable String from) {
        var more = new ArrayList<>(relations);
        String named = DocumentNumber.parse(target).isPresent() ? "" : target;
        more.add(new Relation(kind, target, named, date(from), 1));
        return new SampleNotice(gazette, number, title, issuer, issuedOn, effectiveOn, expiresOn, more, texts);
    }

    Notice notice() {
        DocumentNumber documentNumber = number == null ? null : new DocumentNumber(number);
        String id = Notice.id(documentNumber, issuer, title, issuedOn);
        var passages = new ArrayList<Passage>();
        for (String text : texts) {
            int position = passages.size();
            passages.add(new Passage(
                    id + "-" + position,
                    position,
                    position == 0 ? Passage.Form.OPENING : Passage.Form.CLAUSE,
                    Locator.of("第一章", "第" + (position + 1) + "条"),
                    List.of("第一章 总则"),
                    position == 0 ? "" : "下列场所适用：",
                    text,
                    new Lines(position + 1, position + 2)));
        }
        return new Notice(
                id,
                documentNumber,
                title,
                issuer,
                issuer.substring(0, 3),
                "通知",
                issuedOn,
                effectiveOn,
                expiresOn,
                gazette,
                new Lines(1, texts.size() + 1),
                relations,
                passages);
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
