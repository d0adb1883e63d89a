import { el } from "./dom.js";

/** Word and sign of each state; the server has the same in Validity.java and ValidityMark.java. */
const STATES = {
  inForce: ["●", "现行有效"],
  notYetEffective: ["○", "尚未施行"],
  expired: ["◌", "已失效"],
  repealed: ["✕", "已废止"],
  partlyAmended: ["◐", "部分修改"],
  unknown: ["？", "效力待核实"],
};

/** 2016-11-10 → 2016年11月10日 */
export function chineseDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** The mark of a validity as the contract has it; its reason, when there is one, is a tap away. */
export function validityMark({ status, since, reason }) {
  const [sign, label] = STATES[status] ?? STATES.unknown;
  const word = [el("span", { class: "sign", "aria-hidden": "true" }, sign), label];
  const evidence = reason ?? (since === null ? null : `自${chineseDate(since)}起`);
  return evidence === null
    ? el("span", { class: "validity", "data-status": status }, ...word)
    : el("details", { class: "validity", "data-status": status }, el("summary", {}, ...word), el("p", {}, evidence));
}
