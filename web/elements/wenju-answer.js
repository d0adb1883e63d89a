import { define, el, fill, questions, quoted } from "../dom.js";
import { Service } from "../service.js";
import { say, sayAround, sayDate } from "../texts.js";
import { isNotHolding } from "../validity.js";
import { found } from "./wenju-excerpt.js";
import "./wenju-feedback.js";
import "./wenju-trouble.js";

/** An answer that is there sooner is simply there. */
const PATIENCE_MILLIS = 300;

/**
 * The answer to one question: what was found, or that the notices do not say. The server renders the same (AskPage.java).
 *
 * Attribute: data-answer – an Answer of the contract as JSON; shown in place of what the server rendered, for it can do more.
 * Property: service – the Service that answers; the page's own at first.
 * Methods: wait() until show(answer) or fail(trouble).
 * Events: those of wenju-excerpt, wenju-trouble.
 * Slots: none.
 */
export class WenjuAnswer extends HTMLElement {
  service = new Service("");
  #waiting;
  #shown = false;

  connectedCallback() {
    if (this.dataset.answer && !this.#shown) {
      this.show(JSON.parse(this.dataset.answer));
    }
  }

  wait() {
    fill(this);
    this.setAttribute("aria-busy", "true");
    this.#waiting = setTimeout(
      () => fill(this, el("p", { class: "waiting" }, say("waiting"))), PATIENCE_MILLIS);
  }

  show(answer) {
    this.#done();
    const answered = answer.outcome === "answered";
    fill(this,
      answer.corrections?.length > 0 ? this.#corrected(answer) : null,
      answer.approved ? this.#approved(answer.approved) : null,
      ...(answered ? this.#found(answer) : [...notFound(), this.#feedback(answer.id)]),
      questions(say(answered ? "askNext" : "askInstead"), asQuestions(answer.suggestions), this.service.base) ?? "");
  }

  fail({ kind, seconds, words }) {
    this.#done();
    const trouble = el("wenju-trouble", { kind, seconds });
    trouble.words = words ?? null;
    fill(this, trouble);
  }

  #done = () => {
    this.#shown = true;
    clearTimeout(this.#waiting);
    this.removeAttribute("aria-busy");
  };

  #corrected = ({ question, understoodAs }) => {
    const href = `${this.service.base}/?q=${encodeURIComponent(question)}&verbatim=1`;
    return el("p", { class: "corrected" },
      ...sayAround("corrected", { question: quoted("span", {}, understoodAs) }),
      el("a", { href, "data-question": question, "data-verbatim": "" }, say("verbatim")));
  };

  /** What editors wrote, told apart from what notices say (ApprovedView.java). */
  #approved = ({ text, approvedOn, reviewOn, citations }) => el("section", { class: "approved" },
    el("h3", {}, say("approvedTitle")),
    el("p", { class: "told" }, say("approvedLead")),
    ...text.split("\n").map((line) => quoted("p", {}, line)),
    el("p", { class: "basis" }, ...citations.flatMap((citation, i) => [
      i === 0 ? say("approvedBasis") : "、",
      quoted("a", { href: this.service.base + citation.url }, found(citation))])),
    el("p", { class: "told" },
      say("approvedOn", { date: sayDate(approvedOn) }) + say("approvedUntil", { date: sayDate(reviewOn) })));

  #found = ({ id, excerpts: [first, ...further] }) => {
    return [
      quoted("h3", { class: "found" }, found(first.citation)),
      this.#excerpt(id, first),
      ...(further.length === 0 ? [] : [el("p", { class: "further" }, say("further", { count: further.length }))]),
      ...further.map((one) => el("details", { class: "folded" },
        quoted("summary", {}, found(one.citation)), this.#excerpt(id, one))),
    ];
  };

  #excerpt = (id, excerpt) => {
    const element = document.createElement("wenju-excerpt");
    const about = excerpt.citation.passageId;
    element.show(excerpt, this.service.base, (useful, reason) => this.service.feedback(id, { about, useful, reason }));
    return element;
  };

  #feedback = (id) => {
    const feedback = document.createElement("wenju-feedback");
    feedback.setAttribute("about", "answer");
    feedback.tell = (useful, reason) => this.service.feedback(id, { useful, reason });
    return feedback;
  };
}

/** What is said to somebody who does not see the answer. */
export function announcement(answer) {
  return answer.outcome === "answered"
    ? (answer.approved ? say("announceApproved") : "") + foundAloud(answer.excerpts[0].citation)
    : say("announceUnanswered");
}

function foundAloud(citation) {
  const source = say("announceAnswered", { source: found(citation) });
  return isNotHolding(citation.validity) ? source + say("announceNotHolding", { status: say(citation.validity.status) }) : source;
}

function notFound() {
  return [
    el("p", { class: "found" }, say("unanswered")),
    el("p", { class: "elsewhere" }, ...sayAround("whereElse", { hotline: el("a", { href: "tel:12345" }, "12345") })),
  ];
}

/** The hotline is among what the API suggests; the page has said it in a sentence of its own, and it is no question. */
function asQuestions(suggestions) {
  return suggestions.filter((suggestion) => !suggestion.includes("12345政务服务便民热线"));
}

define("wenju-answer", WenjuAnswer);
