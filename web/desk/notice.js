// One notice: what was read of it, what editors correct by hand, and its earlier versions; see DeskNoticePage.java. What somebody
// typed stays when another editor was faster.
import { button, el, fill, quoted } from "../dom.js";
import { say as sayOfPages, sayDate } from "../texts.js";
import { validityMark, validityReason } from "../validity.js";
import { Refused, ask, attempt, showDone, showTrouble } from "./desk.js";
import { say, sayTime } from "./texts.js";

const FIELDS = ["title", "documentNumber", "issuedOn", "effectiveOn", "expiresOn"];
const RULINGS = ["inForce", "expired", "repealed", "partlyAmended", "unknown"];
const MAX_TEXT = "500";
const place = document.getElementById("notice");
const mayEdit = "mayEdit" in place.dataset;
const PATH = `/api/v1/desk/notices/${encodeURIComponent(place.dataset.id)}`;

/** As it was seen last. */
let notice;

await attempt(async () => {
  notice = (await ask(PATH)).body;
  draw();
});

function draw() {
  const { counts, issuer, kind, gazette, lines, url, withdrawn, validity, correction } = notice;
  fill(place,
    el("section", { class: "notice-head" },
      quoted("h2", {}, `《${counts.title}》`),
      quoted("p", { class: "hint" }, say("correctSource", { issuer, kind, gazette, first: lines[0], last: lines[1] })),
      validityMark(validity),
      withdrawn === null
        ? el("p", {}, el("a", { href: url }, say("correctReader")))
        : el("p", { class: "bad" }, say("correctWithdrawn", { reason: withdrawn }))),
    el("section", { "aria-labelledby": "correct" },
      el("h2", { id: "correct" }, say("correctForm")),
      el("p", { class: "hint" }, say("correctLead")),
      correction === null ? null : el("p", { class: "last" },
        say("correctLast", { author: correction.author, at: sayTime(correction.changedAt), reason: correction.reason })),
      mayEdit ? form() : facts()),
    versions());
}

// ---- reading

/** For those who may not change it. */
function facts() {
  const rows = FIELDS.map((name) => el("tr", {},
    el("th", { scope: "row" }, say(`correct-${name}`)),
    quoted("td", {}, shown(name, notice.counts[name])),
    quoted("td", {}, shown(name, notice.read[name]))));
  return el("div", { class: "table" }, el("table", {},
    el("thead", {}, el("tr", {}, ...["correctWhat", "correctCounts", "correctWasRead"].map((name) => el("th", { scope: "col" }, say(name))))),
    el("tbody", {}, ...rows)));
}

function versions() {
  const entries = notice.versions.map(({ replacedAt, gazette, changed, url }, index) => el("li", {},
    el("strong", {}, say("correctVersion", { at: sayTime(replacedAt) })),
    quoted("span", { class: "hint" }, gazette),
    changed.length === 0 ? null
      : el("span", {}, say("correctVersionChanged", { what: changed.map((name) => say(`correct-${name}`)).join(say("correctAnd")) })),
    el("a", { href: url }, say("correctCompare")),
    index === 0 ? null : el("a", { href: `${url}?with=now` }, say("correctCompareNow"))));
  return el("section", { class: "versions", "aria-labelledby": "versions" },
    el("h2", { id: "versions" }, say("correctVersions")),
    entries.length === 0 ? el("p", { class: "hint" }, say("correctVersionsNone")) : el("ol", {}, ...entries));
}

// ---- correcting

function form() {
  const fields = FIELDS.map(field);
  const ruling = rulingField();
  const compare = () => [...fields, ruling].forEach((one) => one.compare());
  const takeBack = () => {
    if (confirm(say("correctTakeBackConfirm"))) {
      change(() => ask(`${PATH}/correction`, { method: "DELETE", version: notice.etag }), say("correctTakenBack"), compare);
    }
  };
  const reason = el("input", { maxlength: MAX_TEXT, required: "", autocomplete: "off" });
  const made = el("form", { class: "correcting" },
    ...fields.map(({ row }) => row),
    ruling.row,
    labelled("correctReason", "reason", reason),
    el("p", { class: "row" },
      el("button", { type: "submit", class: "first" }, say("correctSave")),
      notice.correction === null ? null : button(say("correctTakeBack"), takeBack, { class: "take-back" })));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = { fields: {}, ruling: ruling.value(), reason: reason.value.trim() };
    fields.filter((one) => one.differs()).forEach((one) => {
      body.fields[one.name] = one.value();
    });
    if (Object.keys(body.fields).length === 0 && body.ruling === null && notice.correction === null) {
      showTrouble(null);
      showDone(say("correctSame"));
    } else {
      change(() => ask(`${PATH}/correction`, { method: "PUT", version: notice.etag, body }), say("correctSaved"), compare);
    }
  });
  return made;
}

/** Does it and shows what there is then; when somebody else was faster, what they did is seen, and what was typed stays. */
async function change(work, done, compare) {
  let stale = false;
  const well = await attempt(async () => {
    try {
      notice = (await work()).body;
    } catch (failure) {
      stale = failure.stale;
      throw failure;
    }
  });
  if (well) {
    draw();
    showDone(done);
  } else if (stale && await attempt(async () => { notice = (await ask(PATH)).body; })) {
    compare();
    showTrouble(new Refused(412, { detail: say("correctStale") }));
  }
  document.getElementById("trouble").scrollIntoView({ block: "nearest" });
}

/** One of the facts: its value to be, what was read, and what somebody else made of it meanwhile. */
function field(name) {
  let kept = notice.counts[name];
  const input = name === "title"
    ? el("textarea", { rows: "2", maxlength: MAX_TEXT, required: "", lang: "zh-CN" })
    : el("input", { type: name.endsWith("On") ? "date" : "text", maxlength: name.endsWith("On") ? null : "100", autocomplete: "off" });
  input.value = kept ?? "";
  const others = el("span", { class: "others" });
  const state = el("strong", { class: "corrected" });
  const asRead = button(say("correctAsRead"), () => {
    input.value = notice.read[name] ?? "";
    mark();
    input.focus();
  }, { class: "as-read", "aria-label": say("correctAsReadOf", { field: say(`correct-${name}`) }) });
  const value = () => input.value.trim().replace(/\s+/g, " ") || null;
  const differs = () => value() !== notice.read[name];
  const read = el("span", { id: `${name}-read` });
  const mark = () => {
    fill(read, say("correctRead", { value: shown(name, notice.read[name]) }));
    fill(state, differs() ? say("correctIs") : "");
    asRead.hidden = !differs();
  };
  input.addEventListener("input", mark);
  const row = labelled(`correct-${name}`, name, input,
    el("span", { class: "hint beneath" }, state, read, asRead, others));
  input.setAttribute("aria-describedby", `${name}-read`);
  mark();
  return {
    name, row, differs, value,
    compare: () => {
      const now = notice.counts[name];
      fill(others, now === kept || now === value() ? "" : say("correctOthers", { value: shown(name, now) }));
      if (value() === kept) {
        input.value = now ?? "";
      }
      kept = now;
      mark();
    },
  };
}

/** The validity by hand. */
function rulingField() {
  let kept = notice.correction?.ruling ?? null;
  const status = el("select", {},
    el("option", { value: "" }, say("correctValidityStated", { status: sayOfPages(notice.stated.status) })),
    ...RULINGS.map((code) => el("option", { value: code }, sayOfPages(code))));
  const since = el("input", { type: "date" });
  const why = el("input", { maxlength: MAX_TEXT, autocomplete: "off", lang: "zh-CN" });
  const more = el("div", { class: "ruling" }, labelled("correctSince", "since", since), labelled("correctWhy", "why", why));
  const others = el("p", { class: "others" });
  const mark = () => {
    more.hidden = status.value === "";
    why.required = status.value !== "";
  };
  const put = (ruling) => {
    status.value = ruling?.status ?? "";
    since.value = ruling?.since ?? "";
    why.value = ruling?.reason ?? "";
    mark();
  };
  const value = () => (status.value === "" ? null : { status: status.value, since: since.value || null, reason: why.value.trim() });
  status.addEventListener("change", mark);
  put(kept);
  const outweighed = kept !== null && notice.validity.status !== kept.status;
  return {
    row: el("fieldset", {},
      el("legend", {}, say("correctValidity")),
      labelled("correctRuling", "status", status, el("span", { class: "hint beneath" }, say("correctValidityHint"))),
      outweighed ? el("p", { class: "waits" }, say("correctOutweighed"), ...validityReason(notice.validity)) : null,
      more, others),
    value,
    compare: () => {
      const now = notice.correction?.ruling ?? null;
      fill(others, same(now, kept) || same(now, value()) ? "" : say("correctOthers", {
        value: now === null ? say("correctValidityStated", { status: sayOfPages(notice.stated.status) })
          : say("correctRuledSo", { status: sayOfPages(now.status), reason: now.reason }),
      }));
      if (same(value(), kept)) {
        put(now);
      }
      kept = now;
    },
  };
}

function same(one, other) {
  return one?.status === other?.status && one?.since === other?.since && one?.reason === other?.reason;
}

function labelled(text, id, input, ...more) {
  input.id = id;
  return el("div", { class: "field" }, el("label", { for: id }, say(text)), input, ...more);
}

function shown(name, value) {
  return value === null ? say("correctNone") : name.endsWith("On") ? sayDate(value) : value;
}
