// What the desk's modules say, in the language of the page; the server chooses it in Words.java.
import en from "./texts/en.js";
import zh from "./texts/zh-CN.js";

const texts = document.documentElement.lang === "en" ? en : zh;

/** A text, its slots filled: say("passwordRule", { length: 12 }) */
export function say(name, fillings = {}) {
  return texts[name].replace(/\{([a-z]+)\}/g, (slot, key) => fillings[key] ?? slot);
}

/** Sweden writes days and hours as the English pages do: 2026-11-21 18:05 */
const [clock, dateStyle] = texts === en ? ["sv-SE", "short"] : ["zh-CN", "medium"];

/** Day and time as clocks in China show them, whatever the computer's own: 2026年11月21日 18:05 */
export function sayTime(instant) {
  return new Date(instant).toLocaleString(clock, { dateStyle, timeStyle: "short", timeZone: "Asia/Shanghai" });
}
