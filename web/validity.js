import { el } from "./dom.js";
import { say, sayDate } from "./texts.js";

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
export function validityMark({ status, since, reason }) {
  const known = status in SIGNS ? status : "unknown";
  const why = reason?.replace(/\d{4}-\d\d-\d\d/g, sayDate) ?? (since === null ? say("noEvidence") : say("since", { date: sayDate(since) }));
  return el("details", { class: "validity", "data-status": known },
    el("summary", {}, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[known]), say(known)),
    el("p", {}, why));
}
