// The standard answers: written by one editor, approved by another; see DeskAnswersPage.java. The address may carry a question
// that begins a new one: /desk/answers?question=…
import { button, el, fill, quoted } from "../dom.js";
import { sayDate } from "../texts.js";
import { ask, attempt, focusOn, showDone, showTrouble } from "./desk.js";
import { say } from "./texts.js";

const PATH = "/api/v1/desk/answers";
const place = document.getElementById("answers");
const mayEdit = "mayEdit" in place.dataset;

await show();
const asked = new URLSearchParams(location.search).get("question");
if (asked && mayEdit) {
  edit({ wordings: [asked], text: "", clauses: [], reviewOn: "" });
}

async function show() {
  await attempt(async () => {
    const { body } = await ask(PATH);
    fill(place,
      mayEdit ? el("p", {}, button(say("answerNew"), () => edit(), { class: "new first" })) : null,
      el("div", { id: "editing" }),
      ...(body.answers.length === 0 ? [el("p", {}, say("answerNone"))] : body.answers.map(card)));
  });
}

function card(answer) {
  const { inUse, withdrawn, waits, own } = answer;
  return el("article", { class: "card", id: answer.id },
    el("p", { class: "states" }, ...states(answer).map(([words, kind]) => el("strong", { class: kind }, words))),
    quoted("h2", {}, answer.wordings[0]),
    ...answer.wordings.slice(1).map((wording) => quoted("p", { class: "hint" }, wording)),
    ...answer.text.split("\n").map((line) => quoted("p", {}, line)),
    ...answer.clauses.map(clause),
    inUse && waits ? el("details", {}, el("summary", {}, say("answerStillInUse")), quoted("p", {}, inUse.text)) : null,
    inUse ? el("p", { class: "hint" },
      say("answerFacts", { on: sayDate(inUse.approvedOn), by: inUse.approvedBy, review: sayDate(inUse.reviewOn) })) : null,
    waits && own ? el("p", { class: "hint" }, say("answerOwn")) : null,
    mayEdit ? el("p", { class: "row" },
      waits && !own ? button(say("answerApprove"),
        () => change(answer, "POST", "/approval", say("answerApproved")), { class: "approve first" }) : null,
      button(say("answerChange"), () => edit(answer), { class: "change" }),
      withdrawn ? null : button(say("answerWithdraw"),
        () => change(answer, "DELETE", "", say("answerWithdrawn")), { class: "withdraw" })) : null);
}

function states({ waits, inUse, lapse, withdrawn }) {
  return [
    lapse ? [say(`lapse-${lapse}`), "bad"] : null,
    waits ? [say("answerWaits"), "waits"] : null,
    inUse ? [say("answerInUse"), "good"] : null,
    withdrawn ? [say("answerGone"), "hint"] : null,
  ].filter(Boolean);
}

function clause({ text, url }) {
  return quoted("blockquote", {}, el("p", {}, text),
    el("p", { lang: document.documentElement.lang }, el("a", { href: url }, say("searchReader"))));
}

async function change(answer, method, suffix, done) {
  await after(answer.id, () => ask(`${PATH}/${answer.id}${suffix}`, { method, version: answer.etag }), done);
}

/** Shows what there is now, whether it went well or somebody else was faster. @param {string} [id] of what is changed @returns {Promise<boolean>} */
async function after(id, work, done) {
  let stale = false;
  const well = await attempt(() => work().catch((failure) => {
    stale = failure.stale;
    throw failure;
  }));
  if (well || stale) {
    await show();
    focusOn(document.getElementById(id) ?? place.querySelector(".new"));
    showTrouble(null);
    showDone(stale ? say("answerStale") : done);
  }
  return well;
}

/** The form, with an answer as it stands; a new one without. */
function edit(answer) {
  const chosen = new Map((answer?.clauses ?? []).map((one) => [one.passageId, one]));
  const wordings = el("textarea", { rows: "3", required: "" });
  wordings.value = (answer?.wordings ?? []).join("\n");
  const text = el("textarea", { rows: "5", maxlength: "2000", required: "" });
  text.value = answer?.text ?? "";
  const review = el("input", { type: "date", required: "" });
  review.value = answer?.reviewOn ?? "";
  const words = el("input", { type: "search", maxlength: "500" });
  words.value = answer?.id ? "" : answer?.wordings[0] ?? "";
  const taken = el("div", { class: "taken" });
  const found = el("div", { class: "found-clauses" });
  const told = el("p", { class: "hint", role: "status" });
  const showTaken = () => fill(taken, ...(chosen.size === 0
    ? [el("p", { class: "hint" }, say("answerClausesNone"))]
    : [...chosen.values()].map((one) => el("div", { class: "clause" }, clause(one), button(say("answerDrop"), () => {
      chosen.delete(one.passageId);
      showTaken();
      (taken.querySelector("button") ?? words).focus();
    })))));
  const find = () => attempt(async () => {
    const { body } = await ask(`/api/v1/desk/clauses?q=${encodeURIComponent(words.value.trim())}`);
    fill(told, body.clauses.length === 0 ? say("answerFoundNone") : say("answerFound", { count: body.clauses.length }));
    fill(found, ...body.clauses.map((one) => el("div", { class: "clause" },
        quoted("p", {}, `《${one.title}》${one.locator}`), clause(one),
        button(say("answerTake"), () => {
          chosen.set(one.passageId, one);
          showTaken();
          fill(told, say("answerTaken", { count: chosen.size }));
        }, { class: "take" }))));
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      find();
    }
  });
  const form = el("form", { class: "card editing" },
    field(say("answerWordings"), "wordings", wordings, say("answerWordingsHint")),
    field(say("answerText"), "text", text),
    el("h2", {}, say("answerClauses")), taken,
    field(say("answerClauseFind"), "find", words), el("p", {}, button(say("answerFind"), find, { class: "find" })), told, found,
    field(say("answerReviewOn"), "review", review),
    el("p", { class: "row" }, el("button", { type: "submit", class: "first" }, say("answerSave")),
      button(say("answerCancel"), () => {
        fill(document.getElementById("editing"));
        (document.getElementById(answer?.id)?.querySelector(".change") ?? place.querySelector(".new")).focus();
      })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = {
      wordings: wordings.value.split("\n").map((line) => line.trim()).filter(Boolean),
      text: text.value.trim(), passageIds: [...chosen.keys()], reviewOn: review.value,
    };
    after(answer?.id, () => answer?.id
      ? ask(`${PATH}/${answer.id}`, { method: "PUT", version: answer.etag, body })
      : ask(PATH, { method: "POST", body }), say("answerSaved"));
  });
  showTaken();
  fill(document.getElementById("editing"), form);
  form.scrollIntoView({ block: "nearest" });
  wordings.focus();
}

function field(label, id, input, hint) {
  input.id = id;
  return el("p", { class: "field" }, el("label", { for: id }, label), input,
    hint ? el("span", { class: "hint" }, hint) : null);
}
