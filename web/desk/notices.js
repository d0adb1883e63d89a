// The notices: what is stored, what ends next, what is withdrawn; see DeskNoticesPage.java. What is shown is in the address:
// /desk/notices?view=ending&q=电梯&status=inForce&gazette=…
import { button, el, fill, quoted } from "../dom.js";
import { say as sayOfPages, sayDate } from "../texts.js";
import { validityMark } from "../validity.js";
import { ask, attempt, focusOn, showDone, showTrouble } from "./desk.js";
import { say, sayTime } from "./texts.js";

const PATH = "/api/v1/desk/notices";
const VIEWS = ["inSight", "ending", "withdrawn"];
const STATUSES = ["inForce", "notYetEffective", "partlyAmended", "expired", "repealed", "unknown"];
const place = document.getElementById("notices");
const mayEdit = "mayEdit" in place.dataset;
const address = new URLSearchParams(location.search);
const view = VIEWS.includes(address.get("view")) ? address.get("view") : VIEWS[0];
const rows = el("ol", { class: "rows", "aria-label": say("noticesRows") });
const more = button(say("noticesMore"), () => attempt(showMore), { class: "more", hidden: "" });
let next = null;

await attempt(async () => {
  const { body } = await ask("/api/v1/desk/gazettes");
  fill(place, mayEdit ? el("p", {}, el("a", { class: "button first", href: "/desk/notices/import" }, say("importTitle"))) : null,
    views(), filter(body.gazettes), rows, more);
});
await show();

function views() {
  return el("nav", { class: "views", "aria-label": say("noticesViews") }, el("ul", {}, ...VIEWS.map((name) =>
    el("li", {}, el("a", { href: `?view=${name}`, "aria-current": name === view ? "page" : null }, say(`notices-${name}`))))));
}

/** A plain form: what is looked for goes into the address. */
function filter(gazettes) {
  const words = el("input", { type: "search", name: "q", id: "q", maxlength: "200", autocomplete: "off" });
  words.value = address.get("q") ?? "";
  const status = choice("status", STATUSES.map((name) => [name, sayOfPages(name)]));
  const gazette = choice("gazette", gazettes.map(({ name, notices }) => [name, say("noticesGazetteEntry", { name, notices })]));
  const form = el("form", { class: "filter", role: "search" },
    el("input", { type: "hidden", name: "view", value: view }),
    labelled("noticesWords", words), labelled("noticesStatus", status), labelled("noticesGazette", gazette),
    el("button", { type: "submit", class: "first" }, say("noticesFind")));
  form.addEventListener("formdata", ({ formData }) => {
    for (const name of ["q", "status", "gazette"]) {
      if (!formData.get(name).trim()) {
        formData.delete(name);
      }
    }
  });
  return form;
}

function choice(name, options) {
  const chosen = address.get(name);
  const field = el("select", { name, id: name }, el("option", { value: "" }, say("searchAny")),
    ...options.map(([value, words]) => el("option", { value }, words)));
  if (options.some(([value]) => value === chosen)) {
    field.value = chosen;
  }
  return field;
}

function labelled(name, field) {
  return el("p", {}, el("label", { for: field.id }, say(name)), field);
}

async function show() {
  await attempt(async () => {
    const page = await load(null);
    fill(rows, ...page.notices.map(row));
    if (page.notices.length === 0) {
      fill(rows, el("li", { class: "hint" }, say(`noticesNone-${view}`)));
    }
  });
}

async function showMore() {
  const page = await load(next);
  const added = page.notices.map(row);
  rows.append(...added);
  added[0]?.querySelector("a, button, summary")?.focus();
}

async function load(after) {
  const query = new URLSearchParams({ view });
  for (const name of ["q", "status", "gazette"]) {
    if (address.get(name)) {
      query.set(name, address.get(name));
    }
  }
  if (after !== null) {
    query.set("after", after);
  }
  const { body } = await ask(`${PATH}?${query}`);
  next = body.next;
  more.hidden = next === null;
  return body;
}

function row(notice) {
  const { withdrawal, lastDay } = notice;
  const work = el("div", { class: "work" });
  return el("li", { class: "notice-row", "data-id": notice.id },
    el("p", { class: "title" }, quoted("a", { href: `/desk/notices/${notice.id}` }, notice.title)),
    quoted("p", { class: "facts" }, [notice.documentNumber, notice.issuer, notice.gazette].filter(Boolean).join(" · ")),
    el("p", { class: "facts" }, [
      notice.issuedOn ? say("noticeIssued", { day: sayDate(notice.issuedOn) }) : say("noticeUndated"),
      lastDay && view !== "ending" ? say("noticeLastDay", { day: sayDate(lastDay) }) : null,
    ].filter(Boolean).join(" · ")),
    el("div", { class: "standing" },
      lastDay && view === "ending" ? el("p", { class: "last-day" }, say("noticeLastDay", { day: sayDate(lastDay) })) : null,
      notice.assumedTerm ? el("p", { class: "hint" }, say("noticeAssumed")) : null,
      validityMark(notice.validity)),
    withdrawal ? el("p", { class: "gone" }, say("noticeWithdrawnBy",
      { by: withdrawal.by || "—", at: sayTime(withdrawal.at) }), quoted("q", {}, withdrawal.reason)) : null,
    mayEdit ? el("p", { class: "row" }, withdrawal
      ? button(say("noticeRestore"), () => change(notice, "DELETE", undefined, say("noticeRestored")), { class: "restore", "aria-label": named("noticeRestore", notice) })
      : button(say("noticeWithdraw"), () => askReason(work, notice), { class: "withdraw", "aria-label": named("noticeWithdraw", notice) })) : null,
    work);
}

/** A button's name where several are alike. */
function named(text, { title }) {
  return `${say(text)}《${title}》`;
}

function askReason(work, notice) {
  const reason = el("input", { id: `reason-${notice.id}`, required: "", maxlength: "300" });
  const form = el("form", {}, el("p", { class: "hint" }, say("noticeWithdrawHint")),
    el("p", { class: "field" }, el("label", { for: reason.id }, say("noticeReason")), reason),
    el("p", { class: "row" }, el("button", { type: "submit", class: "first" }, say("noticeWithdraw")),
      button(say("noticeCancel"), () => {
        fill(work);
        work.parentElement.querySelector(".withdraw").focus();
      })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(notice, "PUT", { reason: reason.value.trim() }, say("noticeWithdrawn"));
  });
  fill(work, form);
  reason.focus();
}

/** Shows what there is now, whether it went well or somebody else was faster. */
async function change(notice, method, body, done) {
  const index = [...rows.children].findIndex((one) => one.dataset.id === notice.id);
  let stale = false;
  const well = await attempt(() => ask(`${PATH}/${notice.id}/withdrawal`, { method, body, version: notice.etag }).catch((failure) => {
    stale = failure.stale;
    throw failure;
  }));
  if (well || stale) {
    await show();
    while (next !== null && rows.children.length <= index) {
      await showMore();
    }
    focusOn(rows.children[Math.min(index, rows.children.length - 1)]);
    showTrouble(null);
    showDone(stale ? say("answerStale") : done);
  }
}
