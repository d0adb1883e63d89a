import { button, define, el, fill } from "../dom.js";
import { say } from "../texts.js";

/** The reasons of the contract, with their words: what can be wrong with a clause, and with finding none. */
const REASONS = {
  excerpt: {
    irrelevant: "reasonIrrelevant",
    outdated: "reasonOutdated",
    incomplete: "reasonIncomplete",
    misprinted: "reasonMisprinted",
    other: "reasonOther",
  },
  answer: {
    missed: "reasonMissed",
    other: "reasonOther",
  },
};

/** Radio buttons of one name are one group; each of our forms is its own. */
let forms = 0;

/**
 * Whether an excerpt was useful, or the answer that there is none; and if not, why. Told once; it cannot be taken back.
 *
 * Attribute: about – answer, when it is about an answer that found nothing; an excerpt when absent.
 * Property: tell – async (useful, reason) => whether it was noted; reason is undefined or one of the contract's words.
 * Method: show(state) – "asking" (at first), "reasons", "thanks", "feedbackFailed".
 * Events, slots: none.
 */
export class WenjuFeedback extends HTMLElement {
  tell = async () => false;

  connectedCallback() {
    if (!this.firstChild) {
      this.show("asking");
    }
  }

  show(state) {
    this.dataset.step = state;
    if (state === "asking") {
      fill(this, this.#question());
    } else if (state === "reasons") {
      fill(this, this.#reasons());
    } else {
      fill(this, el("p", { role: "status", tabindex: "-1" }));
      // A status is read when it changes, so it must be there before it says something.
      requestAnimationFrame(() => this.firstChild.append(say(state)));
    }
  }

  #about = () => (this.getAttribute("about") === "answer" ? "answer" : "excerpt");

  /** Beside a clause the two buttons say enough; the question is read out as the name of their group. */
  #question = () => {
    const question = say(this.#about() === "answer" ? "feedbackAnswer" : "feedbackExcerpt");
    return el("div", { role: "group", "aria-label": question },
      this.#about() === "answer" ? el("span", { "aria-hidden": "true" }, question) : null,
      button(say("useful"), () => this.#send(true)),
      button(say("useless"), () => {
        this.show("reasons");
        this.querySelector("input").focus();
      }));
  };

  #reasons = () => {
    const name = `reason-${++forms}`;
    const form = el("form", {},
      el("fieldset", {}, el("legend", {}, say("whyUseless")),
        ...Object.entries(REASONS[this.#about()]).map(([reason, words], i) => el("label", {},
          el("input", { type: "radio", name, value: reason, checked: i === 0 ? "" : null }), say(words)))),
      el("div", { class: "actions" },
        el("button", { type: "submit" }, say("send")),
        button(say("cancel"), () => this.#back())));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(false, new FormData(form).get(name));
    });
    form.addEventListener("keydown", (event) => event.key === "Escape" && this.#back());
    return form;
  };

  #back = () => {
    this.show("asking");
    this.querySelector("button:last-of-type").focus();
  };

  #send = async (useful, reason) => {
    const noted = await this.tell(useful, reason);
    this.show(noted ? "thanks" : "feedbackFailed");
    this.firstChild.focus();
  };
}

define("wenju-feedback", WenjuFeedback);
