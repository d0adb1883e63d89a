// What the desk's modules say, in the language of the page; the server chooses it in Words.java.
import en from "./texts/en.js";
import zh from "./texts/zh-CN.js";

const texts = document.documentElement.lang === "en" ? en : zh;

/** A text, its slots filled: say("passwordRule", { length: 12 }) */
export function say(name, fillings = {}) {
  return texts[name].replace(/\{([a-z]+)\}/g, (slot, key) => fillings[key] ?? slot);
}
