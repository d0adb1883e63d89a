import { say, sayDate } from "./texts.js";

/**
 * An excerpt with all that is needed to quote it: the cited clause without what only surrounds it, source, address, day of
 * retrieval.
 */
export function quotable({ text, clause = [0, text.length], citation }, base) {
  const { title, documentNumber, locator, issuer, issuedOn, validity } = citation;
  const name = `《${title}》${documentNumber === null ? "" : `（${documentNumber}）`}${locator}`;
  const facts = [name, issuer, issuedOn && sayDate(issuedOn), say(validity.status)].filter(Boolean);
  return [
    text.slice(...clause),
    "",
    say("copySource", { facts: facts.join("，") }),
    say("copyAddress", { address: new URL(base + citation.url, location.href).href }),
    say("copyDate", { date: sayDate(today()) }),
  ].join("\n");
}

/** @returns {Promise<boolean>} whether it is on the clipboard */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/** Where the page did not come by https the clipboard is closed to scripts, but what is selected can be copied. */
function copyBySelecting(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before?.focus();
  return copied;
}

/** The day here, in ISO 8601. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
