import { button, define, el } from "../dom.js";
import { say } from "../texts.js";

/** The reasons of the contract, with their words. */
const REASONS = {
  irrelevant: "reasonIrrelevant",
  outdated: "reasonOutdated",
  incomplete: "reasonIncomplete",
  missed: "reasonMissed",
  other: "reasonOther",
};

/**
 * Whether an answer was useful, and if not, why. Told once; it cannot be taken back.
 *
 * Property: tell – async (useful, reason) => whether it was noted; reason is null or one of the contract's words.
 * Method: show(state) – "asking" (at first), "reasons", "thanks", "feedbackFailed".
 * Attributes, events, slots: none.
 */
export class WenjuFeedback extends HTMLElement {
  tell = async () => false;

  connectedCallback() {
    if (!this.firstChild) {
      this.show("asking");
    }
  }

  show(state) {
    if (state === "asking") {
      this.replaceChildren(el("span", {}, say("feedback")),
        button(say("useful"), () => this.#send(true, null)),
        button(say("useless"), () => {
          this.show("reasons");
          this.querySelector("input").focus();
        }));
    } else if (state === "reasons") {
      this.replaceChildren(this.#reasons());
    } else {
      this.replaceChildren(el("p", { role: "status", tabindex: "-1" }, ""));
      // A status is read when it changes, so it must be there before it says something.
      requestAnimationFrame(() => this.firstChild.append(say(state)));
    }
  }

  #reasons() {
    const form = el("form", {},
      el("fieldset", {}, el("legend", {}, say("whyUseless")),
        ...Object.entries(REASONS).map(([reason, words], i) => el("label", {},
          el("input", { type: "radio", name: "reason", value: reason, checked: i === 0 ? "" : null }), say(words)))),
      el("button", { type: "submit" }, say("send")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(false, new FormData(form).get("reason"));
    });
    return form;
  }

  async #send(useful, reason) {
    const noted = await this.tell(useful, reason);
    this.show(noted ? "thanks" : "feedbackFailed");
    this.firstChild.focus();
  }
}

define("wenju-feedback", WenjuFeedback);
