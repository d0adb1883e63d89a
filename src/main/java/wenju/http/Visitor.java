package wenju.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a page to be.
 *
 * @param words in which language
 * @param senior whether in 长辈模式: larger type, larger targets, answers read aloud
 */
record Visitor(Words words, boolean senior) {
    private static final String SENIOR = "senior";
    private static final long A_YEAR_IN_SECONDS = 365L * 24 * 60 * 60;

    /** By the browser's language, and by a cookie that holds nothing but a choice of type size. */
    static Visitor of(RoutingContext ctx) {
        return new Visitor(
                Words.preferred(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                isOn(ctx.request().getCookie(SENIOR)));
    }

    private static boolean isOn(@Nullable Cookie cookie) {
        return cookie != null && cookie.getValue().equals("1");
    }

    /** Puts 长辈模式 on when it is off and the other way round; {@code web/senior.js} writes the same cookie. */
    static void switchSenior(RoutingContext ctx) {
        boolean on = isOn(ctx.request().getCookie(SENIOR));
        ctx.response()
                .addCookie(Cookie.cookie(SENIOR, on ? "0" : "1")
                        .setPath("/")
                        .setMaxAge(A_YEAR_IN_SECONDS)
                        .setSameSite(CookieSameSite.LAX));
    }
}
