// What the desk's modules share: asking the service, and showing what went wrong. A section's module imports this one. Forms
// that work without script need nothing of it.
import { say } from "./texts.js";

const SIGN_IN = "/desk/sign-in";

/** A request that was refused: status, the problem of the contract (null when there was none). The message is for people. */
export class Refused extends Error {
  constructor(status, problem) {
    const errors = problem?.errors?.map((error) => error.detail).join("；");
    super(errors || problem?.detail || say("deskFailed"));
    this.status = status;
    this.problem = problem;
  }

  /** Somebody else was faster (412): read again, look, change again. */
  get stale() {
    return this.status === 412;
  }
}

/**
 * Asks the service. Whoever is no longer signed in goes to sign in.
 *
 * @param {string} path /api/v1/desk/…
 * @param {{method?: string, body?: object|FormData, version?: string}} request version is the ETag that was seen, where one is changed
 * @returns {Promise<{body: object|null, version: string|null}>} version for the next change; fails with Refused
 */
export async function ask(path, { method = "GET", body, version } = {}) {
  const headers = { "Wenju-Csrf": document.querySelector("meta[name=csrf]")?.content ?? "" };
  const json = body !== undefined && !(body instanceof FormData);
  if (json) {
    headers["Content-Type"] = "application/json";
  }
  if (version) {
    headers["If-Match"] = version;
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body: json ? JSON.stringify(body) : body });
  } catch {
    throw new Refused(0, { detail: say("deskOffline") });
  }
  const answer = /json/.test(response.headers.get("Content-Type")) ? await response.json().catch(() => null) : null;
  if (response.ok) {
    return { body: answer, version: response.headers.get("ETag") };
  }
  if (answer?.type === "/problems/not-signed-in") {
    location.assign(`${SIGN_IN}?next=${encodeURIComponent(location.pathname + location.search)}${location.hash}`);
  }
  throw new Refused(response.status, answer);
}

/** Says in #trouble what went wrong, read out at once; with null says nothing any more. */
export function showTrouble(failure) {
  tell("trouble", "alert", failure === null ? null : failure instanceof Refused ? failure.message : say("deskFailed"));
}

/** Says there that something was done. */
export function showDone(words = say("deskDone")) {
  tell("done", "status", words);
}

/** Gives the focus to something that does not take it by itself. */
export function focusOn(element) {
  if (!element.matches("a[href], button, input, select, textarea, summary")) {
    element.tabIndex = -1;
  }
  element.focus();
}

/** Does something that asks the service, and shows how it went. @returns {Promise<boolean>} whether it went well */
export async function attempt(work, done) {
  showTrouble(null);
  try {
    await work();
    if (done !== undefined) {
      showDone(done);
    }
    return true;
  } catch (failure) {
    showTrouble(failure);
    if (!(failure instanceof Refused)) {
      throw failure;
    }
    return false;
  }
}

function tell(kind, role, words) {
  const place = document.getElementById("trouble");
  place.replaceChildren();
  if (words !== null) {
    const line = document.createElement("p");
    line.className = kind;
    line.setAttribute("role", role);
    line.textContent = words;
    place.append(line);
    if (document.activeElement === document.body) {
      // What had the focus is gone with what was done: whoever works by keyboard goes on from here.
      focusOn(line);
    } else if (kind === "trouble") {
      line.scrollIntoView({ block: "nearest" });
    }
  }
}
