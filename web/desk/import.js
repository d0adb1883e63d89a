// Gazettes come in: chosen, previewed, looked at, imported; see DeskImportPage.java. What is imported are the very bytes that
// were previewed: they are kept here, and the service compares.
import { sayDate } from "../texts.js";
import { button, el, fill, quoted } from "../dom.js";
import { ask, attempt, Refused } from "./desk.js";
import { say } from "./texts.js";

const PATH = "/api/v1/desk/imports";
const PAUSE_MILLIS = 400;
const MIB = 1024 * 1024;
const SIGNS = { added: "good", changed: "waits", unchanged: "hint" };
const CONTENTS = ["chapters", "articles", "items", "tables", "attachments"];

const place = document.getElementById("import");
const mostBytes = Number(place.dataset.mostBytes);
const chooser = el("input", { type: "file", id: "files", multiple: "", required: "", accept: ".txt,.md,.html,.htm,.docx,.pdf", "aria-describedby": "files-hint" });
const form = el("form", { class: "narrow" },
  el("p", { class: "field" }, el("label", { for: "files" }, say("importFiles")), chooser),
  el("p", { class: "hint", id: "files-hint" }, say("importFilesHint", { most: mostBytes / MIB })),
  el("p", {}, el("button", { type: "submit", class: "preview-files first" }, say("importPreview"))));
const progress = el("p", { class: "progress", role: "status" });
const shown = el("section", { id: "result", tabindex: "-1" });

fill(place, form, progress, shown);
chooser.addEventListener("change", () => fill(shown));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  alone(async () => {
    fill(shown);
    const files = await taken([...chooser.files]);
    showPreview(await run(files, { dryRun: "true" }), files);
  });
});

/** One thing at a time: until it is over no button can be pressed. */
async function alone(work) {
  const buttons = [...place.querySelectorAll("button")];
  const pressed = document.activeElement;
  buttons.forEach((one) => one.setAttribute("disabled", ""));
  const well = await attempt(work);
  fill(progress);
  buttons.forEach((one) => one.removeAttribute("disabled"));
  if (!well) {
    pressed.focus();
  }
}

/** The files as they are now, whatever becomes of them on the disk. */
async function taken(files) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes) {
    throw new Refused(0, { detail: say("importTooLarge", { size: Math.ceil(bytes / MIB), most: mostBytes / MIB }) });
  }
  return Promise.all(files.map(async (file) => new File([await file.arrayBuffer()], file.name)));
}

/** Sends files and waits until the service is done with them. @returns {Promise<object>} Import of the contract */
async function run(files, fields) {
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  files.forEach((file) => body.append("file", file, file.name));
  fill(progress, say("importSending"));
  let { body: job } = await ask(PATH, { method: "POST", body });
  while (job.state === "running") {
    fill(progress, say("importUnderWay", job));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    job = (await ask(`${PATH}/${job.id}`)).body;
  }
  if (job.state === "interrupted") {
    throw new Refused(0, { detail: say("importInterrupted") });
  }
  return job;
}

function showPreview(job, files) {
  const readable = job.reports.some(({ outcome }) => outcome === "read");
  const start = button(say("importStart"), () => alone(async () => showResult(await run(files, { preview: job.id }))), { class: "start first" });
  const cancel = button(say("importCancel"), () => {
    fill(shown);
    chooser.focus();
  });
  show(say("importPreviewed"),
    ...job.reports.map((report) => card(report, notices(report))),
    readable ? el("p", { class: "row" }, start, cancel) : el("p", { class: "bad" }, say("importNothing")));
}

function showResult(job) {
  chooser.value = "";
  show(say("importDone"), ...job.reports.map((report) => card(report,
    report.outcome === "failed" ? [] : [el("p", {}, el("a", { href: `/desk/notices?gazette=${encodeURIComponent(report.name)}` }, say("importShow")))])));
}

function show(heading, ...parts) {
  fill(shown, el("h2", {}, heading), ...parts);
  shown.focus();
}

function card({ name, outcome, reason, counts, removed, warnings }, rest) {
  return el("article", { class: "card gazette", "data-outcome": outcome },
    quoted("h3", {}, name),
    outcome === "failed" ? el("p", { class: "bad" }, say("importFailed"), quoted("span", {}, reason)) : null,
    outcome === "unchanged" ? el("p", {}, say("importUnchanged")) : null,
    counts === null ? null : el("p", { class: "counts" }, say("importCounts", counts)),
    removed.length === 0 ? null : el("div", { class: "removed" }, el("p", { class: "bad" }, say("importRemoved")),
      quoted("ul", {}, ...removed.map((gone) => el("li", {}, gone.name)))),
    warnings.length === 0 ? null : el("details", { class: "warnings", open: "" },
      el("summary", {}, el("strong", { class: "waits" }, say("importWarnings", { count: warnings.length }))),
      quoted("ul", {}, ...warnings.map((warning) => el("li", {}, `${warning.place}　${warning.message}`)))),
    ...rest);
}

/** What is new or otherwise, then folded what stays. */
function notices(report) {
  const list = (found) => el("ol", { class: "found-notices" }, ...found.map(noticeFound));
  const touched = report.notices.filter(({ change }) => change !== "unchanged");
  const same = report.notices.filter(({ change }) => change === "unchanged");
  return [
    touched.length === 0 ? null : list(touched),
    same.length === 0 ? null : el("details", { class: "same" }, el("summary", {}, say("importSame", { count: same.length })), list(same)),
  ];
}

function noticeFound(notice) {
  const { change, contents, passages, withdrawn } = notice;
  const dates = ["issuedOn", "effectiveOn", "expiresOn"].filter((name) => notice[name] !== null)
    .map((name) => say(`import-${name}`, { day: sayDate(notice[name]) }));
  const amounts = CONTENTS.filter((name) => contents[name] > 0).map((name) => say(`import-${name}`, { count: contents[name] }));
  return el("li", { "data-change": change },
    el("p", {}, el("strong", { class: SIGNS[change] }, say(`import-${change}`)), " ",
      quoted("span", { class: "title" }, notice.title)),
    quoted("p", { class: "facts" }, [notice.documentNumber, notice.issuer, notice.kind, notice.place].filter(Boolean).join(" · ")),
    el("p", { class: "facts" }, dates.length === 0 ? say("noticeUndated") : dates.join(" · ")),
    el("p", { class: "facts" }, [...amounts, say("importPassages", { count: passages })].join(" · ")),
    withdrawn ? el("p", { class: "bad" }, say("importWithdrawn")) : null);
}
