package wenju.store;

/** How an attempt to sign in ended. */
public sealed interface SignIn {
    /** @param token for the cookie; known nowhere else */
    record Done(Session session, SessionToken token) implements SignIn {}

    /** No such name, a wrong password, or a disabled account; which, nobody is told. */
    record Refused() implements SignIn {}

    /** Too many attempts, with this name or from this address. @param seconds to wait, at least 1 */
    record Locked(int seconds) implements SignIn {}
}
