// Finding the clause while a caller waits, by keyboard alone; see DeskSearchPage.java. What is looked for may be a caller's words:
// it stands behind the # of the address, which can be passed on to colleagues and which browsers send nowhere.
import { copy, quotable } from "../copying.js";
import { button, el, fill, quoted } from "../dom.js";
import { quote } from "../quote.js";
import { sayDate, say as sayOfPages } from "../texts.js";
import { validityMark } from "../validity.js";
import { ask, attempt, showDone, showTrouble } from "./desk.js";
import { say } from "./texts.js";

const SNIPPET = 90;
const SINGLE_KEYS = "wenju-desk-keys";
const place = document.getElementById("search");
const template = place.dataset.template;

const box = el("input", { type: "search", id: "query", maxlength: "500", autocomplete: "off", required: "", "aria-describedby": "query-hint" });
const year = el("select", { id: "year" });
const issuer = el("select", { id: "issuer" });
const kind = el("select", { id: "kind" });
const gazette = el("select", { id: "gazette" });
const status = el("select", { id: "status" });
const number = el("input", { id: "number", maxlength: "100", autocomplete: "off" });
const inForce = el("input", { type: "checkbox", id: "in-force" });
const summary = el("div", { class: "summary", role: "status" });
const rows = el("div", { class: "lists" });
const more = button(say("searchMore"), () => attempt(() => load(next)), { class: "more", hidden: "" });
const preview = el("section", { class: "preview", id: "preview", tabindex: "-1", "aria-label": say("searchPreview") });
const single = el("input", { type: "checkbox", id: "single-keys" });
const keys = help();

/** What is listed: clauses found, or kept ones while nothing is looked for. */
let clauses = [];
/** What somebody used lately or pinned, as the contract has it. */
let kept = [];
let next = 0;
let chosen = -1;
/** What is being looked for; an answer to something older is not shown. */
let search = 0;

const form = el("form", { class: "finding", role: "search" },
  el("p", { class: "row" }, el("label", { for: "query" }, say("searchBox")), box,
    el("button", { type: "submit", class: "first" }, say("searchButton")),
    button(say("searchKeys"), () => keys.showModal(), { class: "keys" })),
  el("p", { class: "hint", id: "query-hint" }, say("searchHint")),
  el("div", { class: "filter" }, labelled("searchYear", year), labelled("searchIssuer", issuer), labelled("searchKind", kind),
    labelled("searchNumber", number), labelled("searchStatus", status), labelled("searchGazette", gazette),
    el("label", { class: "choice" }, inForce, say("searchInForce"))));
fill(place, form, summary, el("div", { class: "found" }, el("div", {}, rows, more), preview), keys);
offer({ years: [], issuers: [], kinds: [], gazettes: [], statuses: [] });
single.checked = localStorage.getItem(SINGLE_KEYS) !== "off";
single.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, single.checked ? "on" : "off"));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});
for (const filter of [year, issuer, kind, number, inForce, gazette, status]) {
  filter.addEventListener("change", () => box.value.trim() && find(filter));
}
box.addEventListener("input", () => box.value.trim() || showKept());
document.addEventListener("keydown", pressed);
window.addEventListener("hashchange", begin);
begin();

/** What the address asks for; what was used lately when it asks for nothing. /desk?q=… is understood too. */
async function begin() {
  const asked = new URLSearchParams(location.hash.slice(1) || location.search);
  box.value = (asked.get("q") ?? "").slice(0, 500);
  for (const [name, field] of Object.entries({ year, issuer, kind, gazette, status, number })) {
    choice(field, asked.get(name) ?? "");
  }
  inForce.checked = asked.get("inForce") === "true";
  box.focus();
  await attempt(recall);
  if (asked.get("q")) {
    await find();
  } else if (!box.value.trim()) {
    showKept();
  }
}

/** Sets a filter, if need be to something that is not offered yet. */
function choice(field, value) {
  if (field.matches("select") && ![...field.options].some((option) => option.value === value)) {
    field.append(option(field, value));
  }
  field.value = value;
}

function option(field, value) {
  return field === status && value ? el("option", { value }, sayOfPages(value)) : quoted("option", { value }, value);
}

/** Where what is looked for can be looked for again. */
function address() {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({
    q: box.value.trim(), year: year.value, issuer: issuer.value, kind: kind.value, gazette: gazette.value, status: status.value,
    number: number.value.trim(), inForce: inForce.checked ? "true" : "",
  })) {
    if (value) {
      asked.set(name, value);
    }
  }
  return box.value.trim() ? `/desk#${asked}` : "/desk";
}

async function recall() {
  kept = (await ask("/api/v1/desk/kept")).body.clauses;
}

/** Pinned clauses and those used lately, in place of what was found. */
function showKept() {
  search += 1;
  clauses = kept;
  chosen = -1;
  more.hidden = true;
  history.replaceState(null, "", address());
  fill(summary);
  const lists = [["keptPinned", true], ["keptRecent", false]].map(([name, pinned]) => [name, kept.filter((one) => one.pinned === pinned)]);
  fill(rows, ...lists.filter(([, some]) => some.length > 0).map(([name, some]) =>
    el("section", {}, el("h2", {}, say(name)), list(name, some.map((one) => row(one, kept.indexOf(one)))))));
  fill(preview, el("p", { class: "hint" }, say(kept.length === 0 ? "searchEmpty" : "searchChoose")));
}

function list(name, items) {
  return el("ol", { class: "rows", "aria-label": say(name) }, ...items);
}

/** Remembers that a clause was used; with pinned also whether it is to stay. */
async function keep({ citation }, pinned) {
  await ask(`/api/v1/desk/kept/${citation.passageId}`, { method: "PUT", body: pinned === undefined ? {} : { pinned } });
  await recall();
}

const isPinned = (passageId) => kept.some((one) => one.passageId === passageId && one.pinned);

/** Pins a clause, or no longer. */
async function pin(index) {
  const one = clauses[index];
  const id = idOf(one);
  const pinned = !isPinned(id);
  const gone = one.clause === null;
  const well = await attempt(async () => {
    await (gone ? ask(`/api/v1/desk/kept/${id}`, { method: "DELETE" }).then(recall) : keep(clauseOf(one), pinned));
  }, say(gone ? "keptDropped" : pinned ? "keptPinnedDone" : "keptUnpinned"));
  if (!well) {
    return;
  }
  if (!box.value.trim()) {
    showKept();
    (rowAt(Math.max(0, kept.findIndex((other) => idOf(other) === id))) ?? box).focus();
    return;
  }
  const within = preview.contains(document.activeElement);
  tellPinned(rowAt(index), id);
  chosen = -1;
  choose(index);
  if (within) {
    preview.querySelector(".pin").focus();
  }
}

/** A found clause, or the one that is kept. */
const clauseOf = (one) => (one.passageId ? one.clause : one);
const idOf = (one) => one.passageId ?? one.citation.passageId;

function labelled(name, field) {
  return el("p", {}, el("label", { for: field.id }, say(name)), field);
}

/** @param {Element} [stay] keeps the focus; without it the first row gets it */
async function find(stay) {
  search += 1;
  clauses = [];
  chosen = -1;
  fill(rows, list("searchRows", []));
  more.hidden = true;
  history.replaceState(null, "", address());
  await attempt(async () => {
    const began = search;
    await load(0);
    if (began === search) {
      (stay ?? rowAt(0) ?? box).focus();
    }
  });
}

async function load(offset) {
  const began = search;
  const { body } = await ask("/api/v1/desk/search", { method: "POST", body: { query: box.value.trim(), filters: filters(), offset } });
  if (began !== search) {
    return;
  }
  const first = clauses.length;
  clauses.push(...body.clauses);
  next = body.next;
  more.hidden = next === null;
  rows.querySelector("ol").append(...body.clauses.map((clause, index) => row(clause, first + index)));
  tell(body);
  if (offset === 0) {
    offer(body.choices);
    fill(preview, el("p", { class: "hint" }, say(clauses.length === 0 ? "searchNothing" : "searchChoose")));
  } else {
    rowAt(first)?.focus();
  }
}

function filters() {
  const wanted = { inForceOnly: inForce.checked };
  if (year.value) {
    wanted.issuedFrom = `${year.value}-01-01`;
    wanted.issuedTo = `${year.value}-12-31`;
  }
  if (issuer.value) {
    wanted.issuer = issuer.value;
  }
  if (kind.value) {
    wanted.kind = kind.value;
  }
  if (gazette.value) {
    wanted.gazette = gazette.value;
  }
  if (status.value) {
    wanted.status = status.value;
  }
  if (number.value.trim()) {
    wanted.documentNumber = number.value.trim();
  }
  return wanted;
}

/** Choices come from what was found; what is chosen stays. */
function offer({ years, issuers, kinds, gazettes, statuses }) {
  for (const [field, values] of [[year, years], [issuer, issuers], [kind, kinds], [gazette, gazettes], [status, statuses]]) {
    const before = field.value;
    const all = before && !values.includes(before) ? [before, ...values] : values;
    fill(field, el("option", { value: "" }, say("searchAny")), ...all.map((value) => option(field, value)));
    field.value = before ?? "";
  }
}

function tell({ total, sure, corrections, understoodAs, confidence }) {
  fill(summary,
    el("p", {}, say("searchTotal", { count: total }),
      total === 0 || sure ? null : el("strong", { class: "waits" }, ` ${say("searchUnsure", { percent: Math.round(confidence * 100) })}`)),
    corrections.length === 0 ? null : quoted("p", { class: "hint" }, say("searchUnderstood", { words: understoodAs })));
}

function row(one, index) {
  const clause = clauseOf(one);
  if (clause === null) {
    return el("li", {}, rowButton(index, { class: "clause-row gone" },
      quoted("span", { class: "title" }, `《${one.title}》`), quoted("span", { class: "facts" }, one.locator),
      el("span", { class: "change" }, say("kept-gone"))));
  }
  const { citation } = clause;
  const made = rowButton(index, { class: "clause-row" },
    quoted("span", { class: "title" }, `《${citation.title}》`),
    quoted("span", { class: "facts" }, [citation.documentNumber, citation.locator].filter(Boolean).join("　")),
    validityWord(citation.validity),
    one.change ? el("span", { class: "change" }, say(`kept-${one.change}`)) : null,
    quoted("span", { class: "snippet" }, ...snippet(clause)));
  tellPinned(made, citation.passageId);
  return el("li", {}, made);
}

function rowButton(index, attributes, ...children) {
  const made = el("button", { type: "button", "aria-controls": "preview", ...attributes }, ...children);
  made.addEventListener("focus", () => choose(index));
  made.addEventListener("click", () => attempt(() => open(index)));
  return made;
}

/** Among what was found; pinned ones stand together where nothing is looked for. */
function tellPinned(made, passageId) {
  made.querySelector(".pinned")?.remove();
  if (box.value.trim() && isPinned(passageId)) {
    made.querySelector(".title").append(el("span", { class: "pinned", lang: document.documentElement.lang }, say("keptMark")));
  }
}

/** Sign and word, as in the mark that folds out, which cannot stand in a button. */
function validityWord(validity) {
  const [sign, word] = validityMark(validity).querySelector("summary").childNodes;
  return el("span", { class: "state", "data-status": validity.status }, sign, word);
}

/** Around the first marked words. */
function snippet({ text, highlights }) {
  let from = Math.max(0, (highlights[0]?.[0] ?? 0) - 12);
  from += from === 0 ? 0 : text.slice(from).match(/^[\s，。；：、）]*/)[0].length;
  const to = Math.min(text.length, from + SNIPPET);
  const parts = [from > 0 ? "…" : ""];
  let written = from;
  for (const [start, end] of highlights.filter(([start, end]) => end > from && start < to)) {
    const [begin, stop] = [Math.max(start, written), Math.min(end, to)];
    parts.push(text.slice(written, begin), el("mark", {}, text.slice(begin, stop)));
    written = stop;
  }
  parts.push(text.slice(written, to), to < text.length ? "…" : "");
  return parts;
}

function rowAt(index) {
  return rows.querySelectorAll(".clause-row")[index];
}

/** Shows the clause itself at once; its section and relations when it is opened. */
function choose(index) {
  if (chosen === index) {
    return;
  }
  rowAt(chosen)?.removeAttribute("aria-current");
  chosen = index;
  rowAt(index).setAttribute("aria-current", "true");
  draw(clauses[index]);
  preview.scrollTop = 0;
}

/** The second time goes on to the reader. */
async function open(index) {
  choose(index);
  const clause = clauseOf(clauses[index]);
  if (clause === null) {
    return;
  }
  if (preview.dataset.opened === clause.citation.passageId) {
    preview.querySelector("a.open").click();
    return;
  }
  const { body } = await ask(`/api/v1/notices/${clause.citation.noticeId}`);
  if (chosen === index && clauseOf(clauses[index]) === clause) {
    draw(clauses[index], body);
    preview.dataset.opened = clause.citation.passageId;
    preview.querySelector(".cited").scrollIntoView({ block: "nearest" });
  }
  await keep(clause);
}

function draw(one, notice) {
  const clause = clauseOf(one);
  delete preview.dataset.opened;
  if (clause === null) {
    fill(preview, quoted("h2", {}, `《${one.title}》`), quoted("p", { class: "locator" }, one.locator),
      el("p", { class: "change" }, say("kept-gone")),
      el("p", {}, button(say("keptDrop"), () => pin(chosen), { class: "pin" })));
    return;
  }
  const { citation, reasons } = clause;
  const pinned = isPinned(citation.passageId);
  const facts = [citation.documentNumber, citation.issuer, citation.issuedOn && sayDate(citation.issuedOn)];
  fill(preview,
    quoted("h2", {}, `《${citation.title}》`),
    quoted("p", { class: "facts" }, facts.filter(Boolean).join("　")),
    validityMark(citation.validity),
    one.change ? el("p", { class: "change" }, say(`kept-${one.change}`)) : null,
    el("p", { class: "row" },
      button(say(template ? "searchCopyTemplate" : "searchCopy"), () => take(clause), { class: "copy first" }),
      template ? button(say("searchCopyPlain"), () => take(clause, true), { class: "copy-plain" }) : null,
      el("a", { href: citation.url, target: "_blank", rel: "noopener", class: "open button" }, say("searchReader")),
      button(say(pinned ? "keptUnpin" : "keptPin"), () => pin(chosen), { class: "pin" }),
      el("a", { href: `/desk/notices/${citation.noticeId}`, class: "corrections" }, say("correctTitle"))),
    quoted("p", { class: "locator" }, citation.locator),
    ...section(clause, notice),
    notice && notice.relations.length > 0 ? relations(notice) : null,
    reasons.length > 0 ? why(reasons) : null);
}

/** The clause between what stands under the same headings. */
function section(clause, notice) {
  const cited = quoted("blockquote", { class: "cited" },
    ...quote({ text: clause.text, highlights: clause.highlights, clause: [0, clause.text.length] }));
  const here = notice?.passages.findIndex((passage) => passage.id === clause.citation.passageId) ?? -1;
  if (here === -1) {
    return [cited];
  }
  const { passages } = notice;
  const together = (passage) => passage.headings.join("\n") === passages[here].headings.join("\n");
  let from = here;
  while (from > 0 && together(passages[from - 1])) {
    from -= 1;
  }
  let to = here + 1;
  while (to < passages.length && together(passages[to])) {
    to += 1;
  }
  const around = (some) => some.map((passage) => quoted("p", { class: "around" }, passage.text));
  return [
    ...passages[here].headings.map((heading) => quoted("h3", {}, heading)),
    ...around(passages.slice(from, here)), cited, ...around(passages.slice(here + 1, to)),
  ];
}

function relations({ relations: all }) {
  return el("section", {}, el("h3", {}, say("searchRelations")),
    el("ul", {}, ...all.map(({ kind: how, name, url }) =>
      el("li", {}, say(`relation-${how}`), " ", url === null ? quoted("span", {}, name) : quoted("a", { href: url, target: "_blank", rel: "noopener" }, name)))));
}

function why(reasons) {
  return el("details", { class: "why" }, el("summary", {}, say("searchWhy")),
    quoted("ul", {}, ...reasons.map(({ what, share, points }) => el("li", {},
      `${what}（${Math.round(share * 100)}%）${say(points > 0 ? "searchRaises" : "searchLowers", { points: Math.abs(points).toFixed(1) })}`))));
}

/** Copies with the city's template, or plainly. */
async function take(clause, plain = false) {
  const words = template && !plain ? filled(clause) : quotable(clause, "");
  showTrouble(null);
  showDone(say(await copy(words) ? "searchCopied" : "searchNotCopied"));
  await keep(clause).catch(showTrouble);
}

/** What is gone cannot be quoted. */
function takeRow(index, plain) {
  const clause = clauseOf(clauses[index]);
  return clause && take(clause, plain);
}

function filled({ text, citation }) {
  const places = {
    text,
    title: citation.title,
    documentNumber: citation.documentNumber ?? "",
    locator: citation.locator,
    issuer: citation.issuer,
    validity: sayOfPages(citation.validity.status),
    date: citation.issuedOn ? sayDate(citation.issuedOn) : "",
  };
  return template.replace(/\{([a-zA-Z]+)\}/g, (slot, name) => places[name]);
}

/** Single letters count outside of fields only, and can be switched off. */
function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || keys.open) {
    return;
  }
  if (event.target === box && event.key === "ArrowDown" && clauses.length > 0) {
    event.preventDefault();
    go(0);
    return;
  }
  if (!single.checked || event.target.matches("input, select, textarea")) {
    return;
  }
  const action = {
    "/": () => box.select(),
    j: () => go(chosen + 1),
    k: () => go(chosen - 1),
    c: () => clauses[chosen] && takeRow(chosen),
    C: () => clauses[chosen] && takeRow(chosen, true),
    p: () => clauses[chosen] && pin(chosen),
    "?": () => keys.showModal(),
  }[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}

/** To a row, if there is one. */
function go(index) {
  rowAt(Math.min(Math.max(index, 0), clauses.length - 1))?.focus();
}

function help() {
  const lines = ["/", "j", "k", "Enter", "c", "Shift+c", "p", "?"].map((key) => [key, say(`searchKey-${key}`)]);
  const dialog = el("dialog", { class: "keys-help", "aria-labelledby": "keys-title" },
    el("h2", { id: "keys-title" }, say("searchKeys")),
    el("dl", {}, ...lines.flatMap(([key, words]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)])),
    el("label", { class: "choice" }, single, say("searchSingleKeys")),
    el("p", {}, button(say("searchClose"), () => dialog.close(), { class: "close" })));
  return dialog;
}
