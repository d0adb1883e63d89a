// The queue: standard answers that stepped aside, questions without a good answer, and what staff added to the thesaurus; see
// DeskQueuePage.java. What is shown is in the address: /desk/queue?page=2&setAside=true
import { button, el, fill, quoted } from "../dom.js";
import { ask, attempt, focusOn, showDone, showTrouble } from "./desk.js";
import { say, sayTime } from "./texts.js";

const GROUP = ".group";
const ENTRY = "#entries .row";
const place = document.getElementById("queue");
const address = new URLSearchParams(location.search);
const setAside = address.get("setAside") === "true";
const page = Math.max(1, Number(address.get("page")) || 1);

await show();

async function show() {
  await attempt(async () => {
    const [{ body: answers }, { body: queue }, { body: thesaurus }] = await Promise.all([
      ask("/api/v1/desk/answers"),
      ask(`/api/v1/desk/queue?page=${page}&setAside=${setAside}`),
      ask("/api/v1/desk/thesaurus"),
    ]);
    fill(place,
      lapsed(answers.answers.filter(({ lapse }) => lapse)),
      el("p", {}, el("a", { href: setAside ? "/desk/queue" : "/desk/queue?setAside=true" },
        say(setAside ? "queueOpenShow" : "queueSetAsideShow"))),
      ...(queue.groups.length === 0 ? [el("p", {}, say("queueNone"))] : queue.groups.map(group)),
      el("p", { class: "row" },
        page > 1 ? el("a", { href: to(page - 1) }, say("queueBack")) : null,
        queue.more ? el("a", { href: to(page + 1), class: "next" }, say("queueMore")) : null),
      entries(thesaurus.entries));
  });
}

const to = (number) => `/desk/queue?page=${number}&setAside=${setAside}`;

function lapsed(answers) {
  return answers.length === 0 ? null : el("section", { id: "lapsed" }, el("h2", {}, say("queueLapsed")),
    ...answers.map((answer) => el("p", {},
      quoted("a", { href: `/desk/answers#${answer.id}` }, answer.wordings[0]), " ",
      el("strong", { class: "bad" }, say(`lapse-${answer.lapse}`)))));
}

function group(one) {
  const work = el("div", { class: "work" });
  const [first, ...others] = one.questions;
  return el("article", { class: "card group" },
    quoted("h2", {}, first),
    ...others.filter((question) => question !== first).map((question) => quoted("p", { class: "hint" }, question)),
    el("p", { class: "hint" }, say("queueCounts", { ...one, last: sayTime(one.lastAt) })),
    one.reason ? quoted("p", {}, one.reason) : null,
    el("p", { class: "row" },
      el("a", { class: "button clauses", href: `/desk#q=${encodeURIComponent(first)}` }, say("queueClauses")),
      button(say("queueEntry"), () => showEntry(work, one), { class: "entry" }),
      el("a", { class: "button", href: `/desk/answers?question=${encodeURIComponent(first)}` }, say("queueAnswer")),
      setAside ? button(say("queueReopen"), () => decide(one, "open", "", say("queueReopened")), { class: "reopen" })
        : button(say("queueSetAside"), () => showReason(work, one), { class: "aside" }),
      setAside ? null
        : button(say("queueSolved"), () => decide(one, "solved", "", say("queueSolvedDone")), { class: "solved" })),
    work);
}

/** Shows what there is now, whether it went well or somebody else was faster. */
async function after(work, done) {
  const [kind, index] = whereabouts();
  let stale = false;
  const well = await attempt(() => work().catch((failure) => {
    stale = failure.stale;
    throw failure;
  }));
  if (well || stale) {
    await show();
    const rows = place.querySelectorAll(kind);
    if (rows.length > 0) {
      focusOn(rows[Math.min(index, rows.length - 1)]);
    }
    showTrouble(null);
    showDone(stale ? say("answerStale") : done);
  }
}

/** In which row of which list the focus is: what comes in its place has it next. */
function whereabouts() {
  const kind = document.activeElement.closest(ENTRY) ? ENTRY : GROUP;
  return [kind, Math.max(0, [...place.querySelectorAll(kind)].indexOf(document.activeElement.closest(kind)))];
}

const decision = (one, state, reason) => ask(`/api/v1/desk/queue/${one.id}`,
  { method: "PUT", version: one.etag, body: { state, reason } });

const decide = (one, state, reason, done) => after(() => decision(one, state, reason), done);

function showReason(work, one) {
  const reason = el("input", { id: `reason-${one.id}`, required: "", maxlength: "300" });
  const form = el("form", {}, field(say("queueReason"), reason),
    el("p", { class: "row" }, el("button", { type: "submit", class: "first" }, say("queueSetAside")), cancel(work, ".aside")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    decide(one, "setAside", reason.value.trim(), say("queueSetAsideDone"));
  });
  fill(work, form);
  reason.focus();
}

/** Takes a form away and goes back to what it was opened with. */
function cancel(work, opener) {
  return button(say("noticeCancel"), () => {
    fill(work);
    work.parentElement.querySelector(opener).focus();
  });
}

/** Tried before it can be added; a line that was changed is to be tried again. */
function showEntry(work, one) {
  const line = el("input", { id: `line-${one.id}`, required: "", maxlength: "500" });
  const result = el("div", { role: "status" });
  const save = button(say("entrySave"), () => after(async () => {
    await ask("/api/v1/desk/thesaurus", { method: "POST", body: { line: line.value.trim() } });
    await decision(one, "solved", line.value.trim());
  }, say("entrySaved")), { class: "save first", disabled: "" });
  const form = el("form", {}, field(say("entryLine"), line), el("p", { class: "hint" }, say("entryHint")),
    el("p", { class: "row" }, el("button", { type: "submit", class: "try" }, say("entryTry")), save, cancel(work, ".entry")), result);
  line.addEventListener("input", () => save.setAttribute("disabled", ""));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fill(result, say("entryTrying"));
    const body = { line: line.value.trim(), question: one.questions[0] };
    const well = await attempt(async () => {
      fill(result, ...outcome((await ask("/api/v1/desk/thesaurus/trial", { method: "POST", body })).body));
    });
    if (well) {
      save.removeAttribute("disabled");
    } else {
      fill(result);
    }
  });
  fill(work, form);
  line.focus();
}

function outcome({ questions, better, worse, before, after: then }) {
  const list = (name, changes) => (changes.length === 0 ? null : el("details", { open: "" },
    el("summary", {}, say(name)), quoted("ul", {}, ...changes.map((change) => el("li", {}, say("entryMoved", change))))));
  return [
    el("p", {}, say("entryTried", { questions, better: better.length, worse: worse.length })),
    list("entryBetter", better),
    list("entryWorse", worse),
    el("p", {}, say("entryNow", { found: before ?? say("entryNothing") })),
    el("p", { class: "then" }, say("entryThen", { found: then ?? say("entryNothing") })),
  ];
}

function entries(list) {
  return el("section", { id: "entries" }, el("h2", {}, say("entries")),
    ...(list.length === 0 ? [el("p", {}, say("entriesNone"))] : list.map((entry) => el("p", { class: "row" },
      quoted("span", {}, entry.line),
      el("span", { class: "hint" },
        say("entryFacts", { by: entry.addedBy, at: sayTime(entry.addedAt) })),
      entry.withdrawn ? el("span", { class: "hint" }, say("entryGone"))
        : button(say("entryWithdraw"), () => after(
          () => ask(`/api/v1/desk/thesaurus/${entry.id}`, { method: "DELETE", version: entry.etag }),
          say("entryWithdrawn")), { class: "withdraw" })))));
}

function field(label, input) {
  return el("p", { class: "field" }, el("label", { for: input.id }, label), input);
}
