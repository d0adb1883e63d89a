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

/** Why we think so, in the page's language but for what is quoted: children for el(). */
export function validityReason({ since, reason, ground }) {
  if (ground) {
    const day = ground.day === null ? "" : sayDate(ground.day);
    return sayAround(`ground-${ground.kind}`, { what: quoted("span", {}, ground.what), day });
  }
  return [reason ?? (since === null ? say("noEvidence") : say("since", { date: sayDate(since) }))];
}
