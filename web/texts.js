// What the elements say, in the language that the browser prefers; the server chooses likewise in Words.java.
import en from "./texts/en.js";
import zh from "./texts/zh-CN.js";

const language = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "zh" || tag === "en");
const texts = language === "en" ? en : zh;

/** A text, its slots filled: say("further", { count: 2 }) */
export function say(name, fillings = {}) {
  return texts[name].replace(/\{([a-z]+)\}/g, (slot, key) => fillings[key] ?? slot);
}

/** A text with nodes in its slots, as children for el(). */
export function sayAround(name, fillings) {
  return texts[name].split(/(\{[a-z]+\})/).map((part) => fillings[part.slice(1, -1)] ?? part);
}

/** 2016-11-10 → 2016年11月10日 */
export function sayDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return say("date", { year, month, day, mm: iso.slice(5, 7), dd: iso.slice(8, 10) });
}
