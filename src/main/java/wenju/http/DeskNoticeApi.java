package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Notice;
import wenju.notice.Standing;
import wenju.notice.Validity;
import wenju.store.NoticeCorrection;
import wenju.store.NoticeDossier;
import wenju.store.NoticeFacts;
import wenju.store.NoticeVersion;

/** {@code /api/v1/desk/notices/{id}}: what was read of a notice, what editors corrected in it by hand, and what it said before. */
final class DeskNoticeApi {
    /** Nobody means a day outside of these. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Desk desk;
    private final Clock clock;

    DeskNoticeApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** {@code NoticeFacts} of the contract. */
    record FactsJson(
            String title,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn) {
        static FactsJson of(NoticeFacts facts) {
            return new FactsJson(
                    facts.title(),
                    facts.number() == null ? null : facts.number().text(),
                    facts.issuedOn(),
                    facts.effectiveOn(),
                    facts.expiresOn());
        }
    }

    record RulingJson(String status, @Nullable LocalDate since, String reason, LocalDate on) {
        static @Nullable RulingJson of(Standing.@Nullable Ruling ruling) {
            return ruling == null
                    ? null
                    : new RulingJson(ruling.status().code(), ruling.since(), ruling.reason(), ruling.on());
        }
    }

    record CorrectionJson(
            List<String> corrected, @Nullable RulingJson ruling, String reason, String author, Instant changedAt) {
        static @Nullable CorrectionJson of(@Nullable NoticeCorrection correction) {
            return correction == null || !correction.counts()
                    ? null
                    : new CorrectionJson(
                            correction.fields().keySet().stream()
                                    .sorted()
                                    .map(NoticeFacts.Field::code)
                                    .toList(),
                            RulingJson.of(correction.ruling()),
                            correction.reason(),
                            correction.author(),
                            correction.changedAt());
        }
    }

    record VersionJson(
            long until, Instant replacedAt, String gazette, FactsJson facts, List<String> changed, String url) {
        static VersionJson of(NoticeVersion version, Notice next) {
            return new VersionJson(
                    version.until(),
                    version.replacedAt().toInstant(),
                    version.notice().gazette(),
                    FactsJson.of(NoticeFacts.of(version.notice())),
                    NoticeVersions.changed(version.notice(), next),
                    "/desk/notices/" + next.id() + "/versions/" + version.until());
        }
    }

    /** {@code DeskNotice} of the contract. */
    record DeskNoticeJson(
            String id,
            String issuer,
            String kind,
            String gazette,
            int[] lines,
            String url,
            @Nullable String withdrawn,
            FactsJson read,
            FactsJson counts,
            ValidityJson validity,
            ValidityJson stated,
            @Nullable CorrectionJson correction,
            List<VersionJson> versions,
            String etag) {
        static DeskNoticeJson of(NoticeDossier dossier, LocalDate today) {
            Notice notice = dossier.stored().notice();
            Standing standing = dossier.stored().standing();
            var versions = new ArrayList<VersionJson>();
            Notice next = notice;
            for (NoticeVersion version : dossier.versions().reversed()) {
                versions.add(VersionJson.of(version, next));
                next = version.notice();
            }
            return new DeskNoticeJson(
                    notice.id(),
                    notice.issuer(),
                    notice.kind(),
                    notice.gazette(),
                    new int[] {notice.lines().first(), notice.lines().last()},
                    "/notices/" + notice.id(),
                    dossier.withdrawnFor(),
                    FactsJson.of(dossier.read()),
                    FactsJson.of(NoticeFacts.of(notice)),
                    ValidityJson.of(standing.on(today)),
                    ValidityJson.of(standing.stated(today)),
                    CorrectionJson.of(dossier.correction()),
                    versions,
                    Version.tag(dossier.version()));
        }
    }

    /** @param since null for always */
    record NewRulingJson(String status, @Nullable LocalDate since, String reason) {}

    /** The body, as validated against the contract. @param fields null where the notice has none */
    record DraftJson(
            Map<String, @Nullable String> fields, @Nullable NewRulingJson ruling, String reason) {}

    void get(RoutingContext ctx) {
        send(ctx, desk.notices().dossier(ctx.pathParam("id")));
    }

    void correct(RoutingContext ctx) {
        int version = Version.expected(ctx);
        DraftJson body = Json.read(ctx.body().buffer(), DraftJson.class);
        NoticeCorrection.Draft draft = draft(body);
        String id = ctx.pathParam("id");
        send(ctx, desk.notices().dossier(id).compose(found -> {
            checkOrder(found, draft);
            return desk.notices().correct(id, version, draft, Staff.of(ctx).actor());
        }));
    }

    void takeBack(RoutingContext ctx) {
        send(
                ctx,
                desk.notices()
                        .takeBack(
                                ctx.pathParam("id"),
                                Version.expected(ctx),
                                Staff.of(ctx).actor()));
    }

    private void send(RoutingContext ctx, Future<Optional<NoticeDossier>> done) {
        done.map(found -> found.orElseThrow(NoticesApi::unknown))
                .onSuccess(dossier -> {
                    Version.send(ctx, dossier.version());
                    Body.json(ctx, DeskNoticeJson.of(dossier, LocalDate.now(clock)));
                })
                .onFailure(ctx::fail);
    }

    /** Lengths once more, in UTF-16 units; and what the contract cannot say. */
    private NoticeCorrection.Draft draft(DraftJson body) {
        var errors = new ArrayList<FieldError>();
        var fields = new EnumMap<NoticeFacts.Field, String>(NoticeFacts.Field.class);
        body.fields().forEach((code, value) -> {
            NoticeFacts.Field field = NoticeFacts.Field.of(code).orElseThrow();
            String problem = problem(field, clean(value));
            if (problem == null) {
                fields.put(field, inOneSpelling(field, clean(value)));
            } else {
                errors.add(FieldError.body("#/fields/" + code, problem));
            }
        });
        NewRulingJson ruling = body.ruling();
        if (ruling != null) {
            checkText(errors, "#/ruling/reason", ruling.reason());
            if (ruling.since() != null && isFarOff(ruling.since())) {
                errors.add(FieldError.body("#/ruling/since", "应在 1900 年到 2199 年之间"));
            }
        }
        checkText(errors, "#/reason", body.reason());
        if (body.fields().isEmpty() && ruling == null) {
            errors.add(FieldError.body("#/fields", "没有要更正的；要一切照读出的，请收回更正"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new NoticeCorrection.Draft(
                fields,
                ruling == null
                        ? null
                        : new Standing.Ruling(
                                status(ruling.status()), ruling.since(), clean(ruling.reason()), LocalDate.now(clock)),
                clean(body.reason()));
    }

    /** What is wrong with a value; null when nothing is. @param value empty for none */
    private static @Nullable String problem(NoticeFacts.Field field, String value) {
        return switch (field) {
            case TITLE ->
                value.isEmpty() || value.length() > NoticeCorrection.Draft.MAX_TEXT
                        ? "标题应有 1 至 " + NoticeCorrection.Draft.MAX_TEXT + " 个字符"
                        : null;
            case NUMBER ->
                value.isEmpty() || DocumentNumber.parse(value).isPresent()
                        ? null
                        : "不是发文字号，应形如 示政办〔2021〕7号 或 示例市人民政府令第12号";
            case ISSUED_ON, EFFECTIVE_ON, EXPIRES_ON ->
                value.isEmpty() || !isFarOff(LocalDate.parse(value)) ? null : "应在 1900 年到 2199 年之间";
        };
    }

    private static String inOneSpelling(NoticeFacts.Field field, String value) {
        return field == NoticeFacts.Field.NUMBER
                ? DocumentNumber.parse(value).map(DocumentNumber::text).orElse("")
                : value;
    }

    /** A term that is over before it began is a slip of the pen. */
    private static void checkOrder(Optional<NoticeDossier> found, NoticeCorrection.Draft draft) {
        found.map(dossier -> dossier.read().with(draft.fields())).ifPresent(facts -> {
            if (facts.effectiveOn() != null
                    && facts.expiresOn() != null
                    && facts.expiresOn().isBefore(facts.effectiveOn())) {
                throw Refusal.invalid(List.of(FieldError.body("#/fields/expiresOn", "有效期不能在施行以前结束")));
            }
        });
    }

    private static void checkText(List<FieldError> errors, String pointer, String text) {
        if (text.isBlank() || text.length() > NoticeCorrection.Draft.MAX_TEXT) {
            errors.add(FieldError.body(pointer, "应有 1 至 " + NoticeCorrection.Draft.MAX_TEXT + " 个字符"));
        }
    }

    private static boolean isFarOff(LocalDate day) {
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
    }

    private static Validity.Status status(String code) {
        return Arrays.stream(Validity.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** In one line, and without what the database does not hold. */
    private static String clean(@Nullable String text) {
        return Objects.requireNonNullElse(text, "")
                .replace('\0', '\uFFFD')
                .replaceAll("[\\s\\u3000]+", " ")
                .strip();
    }
}
