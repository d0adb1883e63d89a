package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of a thing somebody saw who changes it (RFC 9110 §13.1.1). What is read goes out with {@code ETag: "v3"}; a
 * change comes back with {@code If-Match: "v3"}, or in a form with a field {@value #FIELD}, and the store refuses it with a
 * {@link wenju.store.StaleException}, which is told as 412.
 */
final class Version {
    /** Of a form without script. */
    static final String FIELD = "version";

    private static final Pattern TAG = Pattern.compile("\"v([0-9]{1,9})\"");

    private Version() {}

    /** The tag of a version: {@code "v3"}, quotes included. */
    static String tag(int version) {
        return "\"v" + version + '"';
    }

    /** Says which version is sent. */
    static void send(RoutingContext ctx, int version) {
        ctx.response().putHeader("ETag", tag(version)).putHeader("Cache-Control", "no-store");
    }

    /**
     * The version that a change is meant for.
     *
     * @throws Refusal 428 when none is named, 400 when it is none of ours
     */
    static int expected(RoutingContext ctx) {
        String tag = ctx.request().getHeader("If-Match");
        if (tag == null) {
            throw Refusal.of(ProblemType.VERSION_REQUIRED, "请在 If-Match 里带上读出时的 ETag。");
        }
        Matcher ours = TAG.matcher(tag.strip());
        if (!ours.matches()) {
            throw Refusal.invalid(List.of(FieldError.parameter("If-Match", "应为读出时的 ETag，形如 \"v3\"")));
        }
        return Integer.parseInt(ours.group(1));
    }
}
