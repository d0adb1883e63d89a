// What this tab remembers of the conversation. A browser may forbid it; then nothing is remembered and all else works.
const KEY = "wenju-conversation";

/** @returns {{question: string, answer: object}[]} empty when nothing is remembered */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

/** Keeps the exchanges in place of what was remembered; an empty list forgets. */
export function keep(exchanges) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(exchanges));
  } catch {
    // Not allowed, or full: the page still shows what was said.
  }
}
