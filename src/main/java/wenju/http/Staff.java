package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import wenju.store.Account;
import wenju.store.Actor;
import wenju.store.Role;
import wenju.store.Session;

/**
 * Who is signed in and asks for something.
 *
 * @param csrf what our own pages send along to change something
 * @param address where from, for the audit
 */
record Staff(Session session, String csrf, String address) {
    private static final String KEY = "wenju.staff";

    /**
     * Who asks. Only for handlers of operations with a session and of the desk's pages.
     *
     * @throws NullPointerException elsewhere
     */
    static Staff of(RoutingContext ctx) {
        return Objects.requireNonNull(ctx.get(KEY), "nobody is signed in here");
    }

    void enter(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    Account account() {
        return session.account();
    }

    String id() {
        return account().id();
    }

    String name() {
        return account().name();
    }

    Role role() {
        return account().role();
    }

    /** As the audit names them. */
    Actor actor() {
        return new Actor(name(), address);
    }
}
