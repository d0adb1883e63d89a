import { copy, quotable } from "../copying.js";
import { button, define, el, fill, quoted } from "../dom.js";
import { quote } from "../quote.js";
import { canSpeak, read, stopReading } from "../speech.js";
import { say, sayDate } from "../texts.js";
import { validityMark, validityWarning } from "../validity.js";
import "./wenju-feedback.js";

/** How long a button says that it is done. */
const DONE_MILLIS = 2500;

/**
 * An excerpt with its citation and what can be done with it. Rendered by the server it comes filled (ExcerptView.java) and is
 * left as it is.
 *
 * Method: show(excerpt, base, tell) – an Excerpt of the contract, where the service is, and who is told what somebody thinks of
 *   it, as <wenju-feedback> has it.
 * Event: source-opened – { citation, url }, when somebody opens the source; bubbles and can be cancelled. When nobody cancels
 *   it the link is followed.
 * Attributes, slots: none.
 */
export class WenjuExcerpt extends HTMLElement {
  show(excerpt, base, tell) {
    const { citation, complete } = excerpt;
    fill(this, el("figure", { class: "excerpt" },
      validityWarning(citation.validity),
      quoted("blockquote", { cite: base + citation.url }, ...quote(excerpt)),
      complete ? null : el("p", { class: "partial" }, say("partial")),
      caption(citation),
      el("div", { class: "actions" },
        this.#opening(citation, base + citation.url),
        copying(excerpt, base),
        canSpeak ? reading(excerpt) : null,
        feedback(tell))));
  }

  #opening = (citation, url) => {
    const link = el("a", { class: "open", href: url, "data-address": new URL(url, location.href).href }, say("open"));
    link.addEventListener("click", (event) => {
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      const opened = new CustomEvent("source-opened", { bubbles: true, cancelable: true, detail: { citation, url } });
      if (!elsewhere && !this.dispatchEvent(opened)) {
        event.preventDefault();
      }
    });
    return link;
  };
}

/** What was found, in one line: 《…》第十八条. Articles are counted through, so that their chapter is not needed to find them. */
export function found({ title, locator }) {
  return `《${title}》${locator.replace(/^(?:第[^ ]+[编章节] )+(?=第[^ ]+条)/, "")}`;
}

function caption(citation) {
  const facts = [citation.documentNumber, citation.issuer].filter(Boolean).map((fact) => quoted("span", {}, fact));
  return el("figcaption", {},
    quoted("cite", {}, `《${citation.title}》`),
    el("p", { class: "facts" }, ...facts, citation.issuedOn ? el("span", {}, sayDate(citation.issuedOn)) : null),
    validityMark(citation.validity));
}

function copying(excerpt, base) {
  const told = el("span", { class: "unseen", role: "status" });
  const copier = button(say("copy"), async () => {
    const words = say((await copy(quotable(excerpt, base))) ? "copied" : "copyFailed");
    copier.firstChild.data = words;
    told.textContent = words;
    setTimeout(() => {
      copier.firstChild.data = say("copy");
      told.textContent = "";
    }, DONE_MILLIS);
  }, { class: "copy" });
  return el("span", {}, copier, told);
}

function feedback(tell) {
  return Object.assign(document.createElement("wenju-feedback"), { tell });
}

/** Shown in 长辈模式 only. */
function reading({ text, clause }) {
  const reader = button(say("readAloud"), () => {
    if (reader.getAttribute("aria-pressed") === "true") {
      stopReading();
      return;
    }
    reader.setAttribute("aria-pressed", "true");
    reader.textContent = say("stopReading");
    read(text.slice(...clause), () => {
      reader.setAttribute("aria-pressed", "false");
      reader.textContent = say("readAloud");
    });
  }, { class: "aloud", "aria-pressed": "false" });
  return reader;
}

define("wenju-excerpt", WenjuExcerpt);
