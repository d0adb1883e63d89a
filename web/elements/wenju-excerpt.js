import { el } from "../dom.js";
import { texts } from "../texts.js";
import { chineseDate, validityMark } from "../validity.js";

/**
 * An excerpt with its citation. Rendered by the server it comes filled (ExcerptView.java) and is left as it is.
 *
 * Property: excerpt – an Excerpt of the contract; setting it shows it.
 * Attributes, events, slots: none.
 */
export class WenjuExcerpt extends HTMLElement {
  set excerpt(excerpt) {
    const { text, complete, highlights, citation } = excerpt;
    this.replaceChildren(el("figure", { class: "excerpt" },
      el("blockquote", { cite: citation.url }, ...marked(text, highlights)),
      complete ? null : el("p", { class: "partial" }, texts.partial),
      caption(citation)));
  }
}

/** What was found, in one line. */
export function source(citation) {
  return `《${citation.title}》${citation.locator}`;
}

function marked(text, highlights) {
  const parts = [];
  let written = 0;
  for (const [start, end] of highlights) {
    parts.push(text.slice(written, start), el("mark", {}, text.slice(start, end)));
    written = end;
  }
  return [...parts, text.slice(written)];
}

function caption(citation) {
  const facts = [citation.documentNumber, citation.issuer, citation.issuedOn && chineseDate(citation.issuedOn)];
  return el("figcaption", {},
    el("cite", {}, `《${citation.title}》`),
    el("span", { class: "locator" }, citation.locator),
    ...facts.filter(Boolean).map((fact) => el("span", {}, fact)),
    validityMark(citation.validity),
    el("a", { class: "open", href: citation.url }, texts.open));
}

customElements.define("wenju-excerpt", WenjuExcerpt);
