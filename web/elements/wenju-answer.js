import { el, questions } from "../dom.js";
import { texts } from "../texts.js";
import { source } from "./wenju-excerpt.js";

/**
 * The answer to one question: what was found, or that the notices do not say. Rendered by the server it comes filled
 * (AskPage.java) and is left as it is.
 *
 * Property: answer – an Answer of the contract; setting it shows it.
 * Property: problem – words for people; setting it shows them in place of an answer.
 * Attributes, events, slots: none.
 */
export class WenjuAnswer extends HTMLElement {
  set answer(answer) {
    const answered = answer.outcome === "answered";
    this.replaceChildren(
      ...(answered ? found(answer.excerpts) : notFound()),
      questions(answered ? texts.askNext : texts.askInstead, answer.suggestions) ?? "");
  }

  set problem(words) {
    this.replaceChildren(el("p", { class: "trouble" }, words));
  }
}

function found([first, ...further]) {
  return [
    el("p", { class: "found" }, source(first.citation)),
    excerpt(first),
    ...(further.length === 0 ? [] : [el("p", { class: "further" }, texts.further)]),
    ...further.map((one) =>
      el("details", { class: "folded" }, el("summary", {}, source(one.citation)), excerpt(one))),
  ];
}

function excerpt(value) {
  return Object.assign(document.createElement("wenju-excerpt"), { excerpt: value });
}

function notFound() {
  return [
    el("p", { class: "found" }, texts.notFound),
    el("p", {}, texts.hotlineBefore, el("a", { href: "tel:12345" }, "12345"), texts.hotlineAfter),
  ];
}

customElements.define("wenju-answer", WenjuAnswer);
