// Reading aloud by the browser's own voice.

/** Whether the browser has a voice at all. */
export const canSpeak = "speechSynthesis" in window;

/** Slower than conversation: who turns this on wants to follow. */
const RATE = 0.9;

/** Reads; stops what was being read. @param {() => void} ended called once, when it is done or stopped */
export function read(text, ended) {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "zh-CN";
  utterance.rate = RATE;
  utterance.addEventListener("end", ended, { once: true });
  utterance.addEventListener("error", ended, { once: true });
  speechSynthesis.speak(utterance);
}

export function stopReading() {
  speechSynthesis.cancel();
}
