/**
 * The service as others meet it: the API by its contract, and the pages. {@link wenju.http.ServiceVerticle} owns the server;
 * what it needs of the other rooms comes in as {@link wenju.http.Collaborators}.
 *
 * <p>Flow of a question, left to right:
 *
 * <pre>{@code
 * RequestLog ─▶ SecurityHeaders ─▶ Access ─▶ Bodies ─▶ JsonBodyRule ─▶ AskerLimit ─▶ AskApi ─▶ BoundedAsking ─▶ Asking
 *  (id, line)                     (401, 403) (408, 413)  (400, 415)     (429)        Pages    (503, deadline)
 * }</pre>
 *
 * <p>and back as {@link wenju.http.AnswerJson}, {@link wenju.http.AnswerEvents} or {@link wenju.http.AskPage}. {@link
 * wenju.http.Routes} says which address leads where. Whatever fails on the way comes to {@link wenju.http.Failures}, which
 * turns it into a {@link wenju.http.Problem}: fixed words and an id for the client, the cause for the log. Notices go the same
 * way to {@link wenju.http.NoticeJson} and {@link wenju.http.ReaderPage}; pages are {@link wenju.http.Html} made for a {@link
 * wenju.http.Visitor}, and {@code web/} holds the style sheets, the texts in both languages and the elements that make pages
 * livelier; {@code web/wenju-chat.js} is the same conversation for other people's sites, if {@link wenju.http.Embedding} lets
 * them. {@link wenju.http.GuidePage} shows every element in every state.
 *
 * <p>Others' protocols stand at the door and use the same rooms behind it: {@link wenju.http.ChatApi} for OpenAI's clients, {@link
 * wenju.http.McpApi} for agents. {@link wenju.http.ImportsApi} takes gazettes in, {@link wenju.http.ContractPage} draws the
 * contract, {@link wenju.http.Meters} counts; {@link wenju.http.WebhookSender} tells other systems what has happened. What these need of other rooms is {@link wenju.http.Integrations}.
 *
 * <p>The desk of the hotline is {@link wenju.http.DeskRoutes}: operations under {@code /api/v1/desk}, whose roles stand in the
 * contract, and pages under {@code /desk}, one class and one {@link wenju.http.Section} each, drawn by {@link
 * wenju.http.DeskLayout}. Handlers know who asks as {@link wenju.http.Staff}; {@link wenju.http.Sessions} knows cookies, {@link
 * wenju.http.Version} who was faster. What it needs of other rooms is {@link wenju.http.Desk}.
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
 *   <li>2026-11: what pages say stands once for each language, in {@code web/texts/}, a module for the browser that is read as
 *       JSON here ({@link wenju.http.Words}). Two lists were refused, for they part; JSON modules were refused, for browsers of
 *       2022 cannot import them.
 *   <li>2026-11: a finished answer is announced as one sentence in a log region of its own. The conversation itself as live
 *       region was refused: it would read a whole article, and again whatever is unfolded later.
 *   <li>2026-11: 长辈模式 is a cookie, so that the server renders the page in the right size: a script that enlarges it
 *       afterwards moves everything under the reader's eyes, and without script there would be no such mode.
 *   <li>2026-11: the reader beside the conversation is a frame with the very page that is linked to: anchors, printing and tables
 *       work as they do there. Fetching and inserting its markup was refused: markup from strings is what {@link
 *       wenju.http.Html} exists to avoid.
 *   <li>2026-11: suggestions while typing are a list to walk into with the down key, not a combobox: ARIA allows that role on a
 *       one-line input only, and a question may have several lines.
 *   <li>2026-11: a conversation has a random number, made by the page, kept in the tab and renewed with the topic: by it people can
 *       ask to see or erase what is kept, and nothing ties two topics to one person. A number made by the service was refused:
 *       it would have to be a cookie.
 *   <li>2026-11: pages put problems into words by their type, in the visitor's language; the API's detail stays Chinese. Letting
 *       {@code Accept-Language} choose it there was refused: programs log it, and their logs would differ by who asked.
 *   <li>2026-11: feedback is asked for at each excerpt, and at an answer only when it found nothing: “not useful” of five excerpts
 *       says nothing about any of them.
 *   <li>2026-11: scripts keep to what Chromium 80 (2020) has: fields may be private ({@code #name}), methods are fields that hold
 *       functions, for {@code #method()} came later and one unknown sign takes the whole page's script away.
 *   <li>2026-11: editions are compared clause by clause in the order of both, matched by what they say
 *       ({@link wenju.http.Comparison}); matching by number was refused, an inserted article moves all that follow.
 *   <li>2026-11: sites that are not allowed get no CORS header rather than a refusal: our own pages' POST names an origin too,
 *       and behind a proxy the service does not know its own name.
 *   <li>2026-11: request ids are random UUIDs, one for log, answer and problem. Ordered ones (version 7) were refused: they
 *       tell when somebody asked, and nothing of ours sorts by them.
 *   <li>2026-11: bodies are checked on the event loop ({@link wenju.http.JsonBodyRule}) rather than by the router, which hands
 *       each request to a worker thread and takes them one after another. Bodies are at most 64 KiB and the schema is compiled.
 *       Several verticles were refused: limits would be counted in each. A check of our own for everyday
 *       bodies, a tenth of what a question costs outside the answer, was refused: a second reading of the schema may come to differ.
 *   <li>2026-11: an answer is made ready to be kept by the thread that answered, and put into the queue on the event loop as it
 *       goes out: masking and grouping took more than two fifths of the event loop's time. A thread of its own was refused: it
 *       would have to be woken for each answer.
 *   <li>2026-11: Netty's own epoll was refused: of what a question costs outside the answer it saved one part in thirty, and
 *       it is a native library for each platform. So was writing the request log in batches: one write a line is a thirtieth
 *       as well, and lines would come late or be lost when the process is killed.
 *   <li>2026-11: a key that is shown must be valid, also where nobody needs one; whoever has a revoked key would else go on as
 *       anonymous and not notice. Keys are looked up each time, so that revoking holds at once on every node; remembered ones
 *       serve only while the store is away.
 *   <li>2026-11: a stream's head goes out with its first event, so that a refusal is an ordinary problem with its status. An
 *       early 200 with everything as events was refused: clients would have to look for failures in two places.
 *   <li>2026-11: the chat façade fails with problems too. OpenAI's own error object was refused: its clients go by the status,
 *       and one service should fail in one way.
 *   <li>2026-11: MCP is some hundred lines of JSON-RPC here. The SDK's server was refused: it brings servlets and sessions, and
 *       does not speak 2026-07-28 yet. To be reconsidered when it does, on Vert.x.
 *   <li>2026-11: tags are weak, for bytes differ once compressed. Brotli was refused: it wants a native library, and gzip
 *       takes most of it. Looked at again: Netty can with brotli4j, a native library for each platform beside PostgreSQL's; answers
 *       are a few kilobytes, and a proxy that compresses better is in front where it matters.
 *   <li>2026-11: spans are made where the log's line is made ({@link wenju.http.Spans}). vertx-opentelemetry was refused: its spans
 *       carry the address with its query, which is the question, and the caller's address, and cannot be told not to.
 *   <li>2026-11: webhooks go where the operator's file says and nowhere else; there is no operation to subscribe. Guarding against
 *       inner addresses was refused with it: an operator may well want to tell a system in the same network.
 *   <li>2026-11: a percent sign in a query parameter of a list is refused as invalid: the router's extractor decodes values
 *       twice. No issuer or kind has one.
 *   <li>2026-11: what could not be read as a request (address or headers too long, not HTTP) is told in a problem too, made where
 *       the server gives up on it, for it comes to no route.
 *   <li>2026-11: the end of an operation is announced by the contract alone ({@link wenju.http.Retirement}), so that whoever
 *       deprecates one cannot forget the headers, nor the day.
 *   <li>2026-11: clear text speaks HTTP/1.1 only. Its upgrade to HTTP/2 is retired (RFC 9113 §3.1), and Java's client, asked for
 *       a long page that way, lost what came right behind the answer to the upgrade, three times in a thousand.
 *   <li>2026-11: the service can show a certificate itself ({@link wenju.http.TlsFiles}) and reads it again every minute, by what
 *       the files hold. Watching the directory was refused: programs that renew replace files, links or whole volumes, and the
 *       system tells of each differently. So was a signal: somebody would have to send it.
 *   <li>2026-11: a connection without a request is closed by {@link wenju.http.ConnectionWatch}. Idle time-outs were refused: a byte
 *       now and then starts them anew, and they cut an answer that may take longer than they do.
 *   <li>2026-11: a service that is stopping says so at {@code /readyz} in a problem; a fourth status of readiness would break
 *       whoever reads the three.
 *   <li>2026-11: limits are counted in the one instance of the verticle. With several nodes each counts for itself, which
 *       multiplies the limit by their number; good enough against floods, and nothing is shared but the database.
 *   <li>2026-11: each operation of the desk lists its roles in the contract ({@code x-roles}); no role implies another in code.
 *       What a role may do is then read in one place, and a test walks over all of it.
 *   <li>2026-11: what proves that our own page asks is a digest of the session's token, not a value of its own in a store; and the
 *       browser's word on where a request comes from is asked for besides. SameSite alone was refused: sister sites under one
 *       domain count as the same site.
 *   <li>2026-11: the session cookie is strict, so a link from another system to the desk leads to signing in first. Lax was
 *       refused: it is sent with another site's links.
 *   <li>2026-11: texts of the desk are files of their own, for the widget carries the others and has to stay small.
 *   <li>2026-11: at an identity provider ({@link wenju.http.OpenId}) vertx-auth-oauth2 discovers, redeems and checks the signature;
 *       issuer, audience, expiry and nonce are checked here, since it accepts an ID token that has expired. The handler of
 *       vertx-web was refused: it keeps state in a session of its own, and no node of ours holds any.
 *   <li>2026-11: the desk searches by POST, and keeps what is looked for behind the # of the page's address: it may be a caller's
 *       words, which belong in no log; browsers send that part nowhere, yet it can be passed on, and outlasts signing in. In the
 *       query it was refused, though one that comes that way is understood. Its filters offer what the clauses found have; lists of every issuer were refused,
 *       most of which would find nothing.
 *   <li>2026-11: the desk's rows are buttons that take the focus in turn, so that reading aloud and Enter need nothing of their own;
 *       a listbox with an active descendant was refused. Single letters can be switched off, for speech input types them.
 *   <li>2026-11: a correction is sent as the fields that are otherwise than they were read, all of them each time: what an
 *       import reads anew between opening the form and saving it is then not taken for something that the editor meant. Whoever
 *       was slower keeps what they typed, sees what the other made of it, and saves again if they still want to.
 *   <li>2026-11: charts are drawn by uPlot 1.6.32, unaltered in {@code web/uplot} because no WebJar of it is on Maven Central: 42 kB
 *       compressed, loaded by the figures alone, styles only as the policy allows. Chart.js, which has one, was refused: four times
 *       the size. Each chart is drawn from the table beside it, so that it cannot say anything else.
 *   <li>2026-11: figures are for editors, administrators and auditors. Staff are not shown them: whom they answer is no measure of
 *       the caller's day, and the lists repeat what people asked.
 *   <li>2026-11: the hotline's knowledge is one clause a row, in sheets of a thousand, as many as are imported at a time; a category is
 *       the place in the notice. Subjects were refused, for nobody has assigned any; one row a notice, for a cell does not hold it and
 *       a caller needs the clause. What is not in force is named on a sheet of its own rather than dropped in silence.
 *   <li>2026-11: workbooks are written by fastexcel (160 kB), row by row to a file: 50,000 clauses in 9 s on a busy machine. POI, which
 *       reads Word here, was refused: it would need what is left out of it and a screen's fonts.
 *   <li>2026-11: on paper a conversation keeps questions, clauses, sources with their whole address, and the word that the gazette
 *       prevails; controls and forms go. A page of its own for printing was refused: people print what they see.
 *   <li>2026-11: a clause of a notice that is not in force is answered with, for it may be what was asked; that it does not hold is
 *       told before its words, on the page and aloud. Below them it was refused: people stop reading where they have their answer.
 *   <li>2026-11: what an editor imports must have been previewed, and is sent again with the preview's number: the service compares
 *       digests, and refuses when a gazette of that name came in meanwhile. Keeping the files of a preview was refused: they
 *       are large, most are looked at once, and another node may get the import. The number also makes sending twice harmless.
 *   <li>2026-11: what is held can be looked through at {@code /notices}, without script, by year and validity. A search of titles there
 *       was refused: asking finds them, by what they say too.
 *   <li>2026-11: who copies an excerpt gets the cited clause alone; what surrounds it would stand under a source that it does not have.
 *   <li>2026-11: after a change at the desk the focus goes to what stands in the place of what was changed, or to the sentence that
 *       tells of it where nothing does. Leaving it to the browser was refused: it begins at the top of the page again.
 *   <li>2026-11: the audit is a list that tells each change in words, from what to what, with the record folded under it. A table was
 *       refused: its column of JSON was for programs, and on a phone it had to be pushed sideways.
 * </ul>
 */
@NullMarked
package wenju.http;

import org.jspecify.annotations.NullMarked;
