import { el, quoted } from "./dom.js";
import { say, sayAround, sayDate } from "./texts.js";

/** Sign of each state; the server has the same in ValidityMark.java. */
const SIGNS = {
  inForce: "●",
  notYetEffective: "○",
  expired: "◌",
  repealed: "✕",
  partlyAmended: "◐",
  unknown: "？",
};

/** The mark of a validity as the contract has it; its reason is a tap away. */
export function validityMark(validity) {
  const known = validity.status in SIGNS ? validity.status : "unknown";
  return el("details", { class: "validity", "data-status": known },
    el("summary", {}, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[known]), say(known)),
    el("p", {}, ...validityReason(validity)));
}

/** States in which nobody may go by the text: told before it. */
const NOT_HOLDING = ["notYetEffective", "expired", "repealed"];

/** @returns {boolean} whether nobody may go by the text */
export const isNotHolding = ({ status }) => NOT_HOLDING.includes(status);

/** What is told before a text that does not hold; null before others. */
export function validityWarning(validity) {
  return isNotHolding(validity) ? el("p", { class: "banner", "data-status": validity.status },
    el("strong", {}, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[validity.status]), say(validity.status)),
    "　", ...validityReason(validity)) : null;
}

/** Why we think so, in the page's language but for what is quoted: children for el(). */
export function validityReason({ since, reason, ground }) {
  if (ground) {
    const day = ground.day === null ? "" : sayDate(ground.day);
    return sayAround(`ground-${ground.kind}`, { what: quoted("span", {}, ground.what), day });
  }
  return [reason ?? (since === null ? say("noEvidence") : say("since", { date: sayDate(since) }))];
}
