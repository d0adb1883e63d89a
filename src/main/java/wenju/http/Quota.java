package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.store.ApiKey;

/**
 * What somebody may ask in a minute.
 *
 * @param policy its name in the {@code RateLimit} fields: {@code anonymous}, {@code key} or {@code end-user}
 * @param asker whose it is; never leaves the memory
 * @param perMinute at least 1
 */
record Quota(String policy, String asker, int perMinute) {
    /** An integrator may say for whom it asks, in any words that are no secret. */
    static final String END_USER = "Wenju-End-User";

    static final int MAX_END_USER = 128;

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int IPV6_PREFIX_BYTES = 8;

    /** Those that a request counts against; none when nothing limits it. */
    static List<Quota> of(RoutingContext ctx, HttpSettings settings) {
        var quotas = new ArrayList<Quota>();
        ApiKey key = Access.key(ctx);
        if (key == null) {
            add(
                    quotas,
                    "anonymous",
                    neighbourhood(address(ctx, settings.trustedProxies())),
                    settings.anonymousPerMinute());
            return quotas;
        }
        add(quotas, "key", key.id(), key.perMinute() == null ? settings.keyedPerMinute() : key.perMinute());
        String endUser = ctx.request().getHeader(END_USER);
        if (endUser != null && !endUser.isBlank()) {
            if (endUser.length() > MAX_END_USER) {
                throw Refusal.invalid(List.of(FieldError.parameter(END_USER, "不能超过 " + MAX_END_USER + " 个字符")));
            }
            add(quotas, "end-user", key.id() + ' ' + endUser, settings.endUserPerMinute());
        }
        return quotas;
    }

    private static void add(List<Quota> quotas, String policy, String asker, int perMinute) {
        if (perMinute > 0) {
            quotas.add(new Quota(policy, asker, perMinute));
        }
    }

    /**
     * Where the request comes from. Behind a proxy of ours it is the last address that the proxies did not add themselves;
     * what stands before it the client may have made up, and so may have everything when it is not one of our proxies.
     */
    static String address(RoutingContext ctx, Networks trusted) {
        String address = ctx.request().connection().remoteAddress().hostAddress();
        List<String> hops = new ArrayList<>();
        ctx.request().headers().getAll(FORWARDED).forEach(line -> hops.addAll(List.of(line.split(","))));
        for (int i = hops.size() - 1; i >= 0 && trusted.hold(address); i--) {
            String hop = hops.get(i).strip();
            if (literal(hop) == null) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    /** Of an IPv6 address the first 64 bits count: the rest is the asker's to choose. */
    private static String neighbourhood(String address) {
        return literal(address) instanceof Inet6Address v6
                ? HexFormat.of().formatHex(v6.getAddress(), 0, IPV6_PREFIX_BYTES)
                : address;
    }

    private static @Nullable InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
