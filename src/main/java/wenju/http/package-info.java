/**
 * The service as others meet it: the API by its contract, and the pages. {@link wenju.http.ServiceVerticle} owns the server;
 * what it needs of the other rooms comes in as {@link wenju.http.Collaborators}.
 *
 * <p>Flow of a question, left to right:
 *
 * <pre>{@code
 * RequestLog ─▶ SecurityHeaders ─▶ body limit ─▶ validation by openapi.yaml ─▶ AddressLimit ─▶ AskApi ─▶ BoundedAsking ─▶ Asking
 *  (id, line)                                    (Violations)                  (429)           Pages    (503, deadline)
 * }</pre>
 *
 * <p>and back as {@link wenju.http.AnswerJson} or {@link wenju.http.AskPage}. {@link wenju.http.Routes} says which address
 * leads where. Whatever fails on the way comes to {@link wenju.http.Failures}, which turns it into a {@link
 * wenju.http.Problem}: fixed words and an id for the client, the cause for the log. Notices go the same way to {@link
 * wenju.http.NoticeJson} and {@link wenju.http.ReaderPage}; pages are {@link wenju.http.Html}, and {@code web/} holds the
 * style sheet and the elements that make them livelier.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: <em>characters</em> are UTF-16 units in every limit: highlights count in them, and so does {@code maxlength}
 *       of the page's input. JSON Schema counts code points, so {@link wenju.http.AskRequest} checks lengths once more;
 *       the two differ for characters beyond the BMP only. Code points throughout were refused: a browser would cut
 *       differently from what it may send.
 *   <li>2026-11: pages are built with {@link wenju.http.Html}, a hundred lines in which a string can only become text or an
 *       attribute. jte, Handlebars and the other engines of vertx-web were refused: each has a way to write unescaped text,
 *       jte wants a compiler at build or run time, and our pages are four. To be reconsidered when people who do not write
 *       Java want to change pages.
 *   <li>2026-11: vertx-openapi 5.0 cannot load a contract with media types that it does not validate, {@code
 *       application/problem+json} among them; the router gets a copy without them ({@link wenju.http.Contract}), clients the
 *       whole. When a release with vertx-openapi#118 (custom media types) is in use, the copy goes.
 *   <li>2026-11: the validator's English sentences are not passed on. {@link wenju.http.Violations} names place and rule in
 *       Chinese, with the bound read from the contract. Query parameters that the contract does not know are refused too:
 *       the validator passes them over, and a misspelt filter must not look like one that was obeyed.
 *   <li>2026-11: while the notices are loading a question is refused (503) rather than answered from half of them: “the
 *       notices do not say” would be untrue. A degraded service answers and stays ready, for a load balancer would otherwise
 *       take away what still works without the database.
 *   <li>2026-11: an answer that misses its deadline is refused, but its place is kept until its thread is free, so that what
 *       is counted in flight is what really runs.
 *   <li>2026-11: files of {@code web/} are read from the class path by a handler of forty lines. Vert.x' static handler was
 *       refused: it looks in the working directory first, and a {@code web} folder that happens to lie there would be
 *       published.
 *   <li>2026-11: the conversation lives in the tab (session storage) and in no node. Local storage was refused: a phone or a
 *       library's computer is shared, and questions to a government are private.
 *   <li>2026-11: request ids are random UUIDs, one for log, answer and problem. Ordered ones (version 7) were refused: they
 *       tell when somebody asked, and nothing of ours sorts by them.
 *   <li>2026-11: limits are counted in the one instance of the verticle. With several nodes each counts for itself, which
 *       multiplies the limit by their number; good enough against floods, and nothing is shared but the database.
 * </ul>
 */
@NullMarked
package wenju.http;

import org.jspecify.annotations.NullMarked;
