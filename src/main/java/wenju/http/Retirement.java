package wenju.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.openapi.contract.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Announces on every response of an operation that it is to be given up: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC
 * 8594) and a link to its description. The contract decides: {@code deprecated: true} with {@code x-deprecated-since} and
 * {@code x-sunset}, days that begin at midnight UTC.
 */
final class Retirement implements PlatformHandler {
    static final String SINCE = "x-deprecated-since";
    static final String SUNSET = "x-sunset";

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** @param since seconds since 1970 after an {@code @}, as structured fields write a date */
    private record Announcement(String since, String sunset, String link) {
        static Announcement of(Operation operation, JsonObject written) {
            return new Announcement(
                    "@"
                            + day(operation, written, SINCE)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toEpochSecond(),
                    HTTP_DATE.format(day(operation, written, SUNSET).atStartOfDay(ZoneOffset.UTC)),
                    "</api#" + operation.getOperationId() + ">; rel=\"deprecation\"; type=\"text/html\"");
        }

        private static LocalDate day(Operation operation, JsonObject written, String key) {
            String day = written.getString(key);
            if (day == null) {
                throw new IllegalStateException(operation.getOperationId() + " is deprecated without " + key);
            }
            return LocalDate.parse(day);
        }
    }

    private final Contract contract;
    private final Map<String, Announcement> announcements;

    /** @throws IllegalStateException when an operation is deprecated and does not say since and until when */
    Retirement(Contract contract) {
        this.contract = contract;
        this.announcements = contract.openApi().operations().stream()
                .filter(operation -> contract.written(operation).getBoolean("deprecated", false))
                .collect(Collectors.toMap(
                        Operation::getOperationId,
                        operation -> Announcement.of(operation, contract.written(operation))));
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (!announcements.isEmpty()) {
            Operation operation = contract.openApi()
                    .findOperation(ctx.normalizedPath(), ctx.request().method());
            Announcement announced = operation == null ? null : announcements.get(operation.getOperationId());
            if (announced != null) {
                ctx.response()
                        .putHeader("Deprecation", announced.since())
                        .putHeader("Sunset", announced.sunset())
                        .putHeader("Link", announced.link());
            }
        }
        ctx.next();
    }
}
