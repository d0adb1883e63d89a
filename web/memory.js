// What this tab remembers of the conversation. A browser may forbid it; then nothing is remembered and all else works.
const KEY = "wenju-conversation";

/** As many random bytes as nobody can guess; 22 characters of the contract's. */
const ID_BYTES = 16;

/**
 * @typedef {object} Topic
 * @property {string} id random, for the service: by it can be seen or erased what was kept of the conversation
 * @property {{question: string, answer: object}[]} exchanges answers as the contract has them
 */

/** @returns {Topic} in which nothing was said yet */
export function newTopic() {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  return { id, exchanges: [] };
}

/** @returns {Topic} a new one when nothing is remembered */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? newTopic();
  } catch {
    return newTopic();
  }
}

/** Keeps a topic in place of what was remembered. @param {Topic} topic */
export function keep(topic) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(topic));
  } catch {
    // Not allowed, or full: the page still shows what was said.
  }
}

/** Forgets everything. */
export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Not allowed: then nothing was kept.
  }
}
