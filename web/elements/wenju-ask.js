import { button, define, el, fill, quoted } from "../dom.js";
import { masked, personalData } from "../privacy.js";
import { say } from "../texts.js";

/** A pause in typing that is worth a look at the notices. */
const PAUSE_MILLIS = 180;

const FEWEST_TYPED = 2;

/**
 * The form to ask. Without script it is sent as it stands and the server answers with a page.
 *
 * Attribute: busy – while it is there nothing can be sent.
 * Property: complete – async (typed) => questions to offer while somebody types; null at first, then none are offered.
 * Property: recall – () => the last question, for ↑ in an empty field.
 * Method: set(question), clear(); offer(questions) and warn(kinds) show what typing leads to.
 * Event: question-asked – { question }, when somebody sends a question; bubbles and can be cancelled. When nobody cancels it
 *   the form is sent as if there were no script.
 * Content: a form with a textarea named q, then a hint.
 */
export class WenjuAsk extends HTMLElement {
  static observedAttributes = ["busy"];

  complete = null;
  recall = () => "";
  #pause;
  #offers = el("div", { class: "offers" });
  #told = el("p", { class: "unseen", role: "status" });

  connectedCallback() {
    this.form.after(this.#told, this.#offers);
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    this.field.addEventListener("keydown", (event) => this.#pressed(event));
    this.field.addEventListener("input", () => this.#typed());
    this.#offers.addEventListener("keydown", (event) => this.#walked(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) {
        this.offer([]);
      }
    });
  }

  attributeChangedCallback() {
    this.querySelector("button").disabled = this.hasAttribute("busy");
  }

  get form() {
    return this.querySelector("form");
  }

  get field() {
    return this.querySelector("textarea");
  }

  set(question) {
    this.field.value = question;
    this.field.focus();
  }

  clear() {
    clearTimeout(this.#pause);
    this.offer([]);
    this.field.value = "";
  }

  /** Shows questions to choose from under the field; none takes them away. */
  offer(questions) {
    this.#told.textContent = questions.length === 0 ? "" : say("completionsReady", { count: questions.length });
    fill(this.#offers, ...(questions.length === 0 ? [] : [
      el("p", { "aria-hidden": "true" }, say("completions")),
      quoted("ul", { "aria-label": say("completions") },
        ...questions.map((question) => el("li", {}, button(question, () => this.#send(question))))),
    ]));
  }

  /** Points out personal data and sends nothing until told how. @param {string[]} kinds as texts know them */
  warn(kinds) {
    this.offer([]);
    this.querySelector(".personal")?.remove();
    const close = () => panel.remove();
    const found = kinds.map((kind) => say(kind)).join("、");
    const mask = button(say("personalMask"), () => {
      close();
      this.#send(masked(this.field.value.trim()));
    }, { class: "main" });
    const panel = el("div", { class: "personal" },
      el("div", { role: "alert" },
        el("p", {}, el("strong", {}, say("personalTitle", { found }))),
        el("p", {}, say("personalWhy"))),
      el("div", { class: "actions" },
        mask,
        button(say("personalEdit"), () => {
          close();
          this.field.focus();
        }),
        button(say("personalAsIs"), () => {
          close();
          this.#send(this.field.value.trim());
        })));
    this.append(panel);
    mask.focus();
  }

  /** Enter sends, Shift+Enter breaks the line; while an input method composes, keys are its own. */
  #pressed = (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (!this.hasAttribute("busy")) {
        this.form.requestSubmit();
      }
    } else if (event.key === "ArrowUp" && this.field.value === "") {
      event.preventDefault();
      this.field.value = this.recall();
    } else if (event.key === "ArrowDown") {
      this.#offers.querySelector("button")?.focus();
    } else if (event.key === "Escape") {
      this.offer([]);
    }
  };

  #typed = () => {
    clearTimeout(this.#pause);
    const typed = this.field.value.trim();
    if (this.complete === null || typed.length < FEWEST_TYPED || personalData(typed).length > 0) {
      this.offer([]);
      return;
    }
    this.#pause = setTimeout(async () => {
      const questions = await this.complete(typed);
      if (this.field.value.trim() === typed && this.matches(":focus-within")) {
        this.offer(questions);
      }
    }, PAUSE_MILLIS);
  };

  /** ↑ and ↓ within the offers, Esc back to the field. */
  #walked = (event) => {
    const offers = [...this.#offers.querySelectorAll("button")];
    const place = offers.indexOf(event.target);
    if (event.key === "ArrowDown") {
      offers[Math.min(place + 1, offers.length - 1)].focus();
    } else if (event.key === "ArrowUp") {
      (place === 0 ? this.field : offers[place - 1]).focus();
    } else if (event.key === "Escape") {
      this.field.focus();
      this.offer([]);
    } else {
      return;
    }
    event.preventDefault();
  };

  #submitted = (event) => {
    const question = this.field.value.trim();
    const kinds = personalData(question);
    if (question === "") {
      event.preventDefault();
    } else if (kinds.length > 0) {
      event.preventDefault();
      this.warn(kinds);
    } else if (this.#asked(question)) {
      event.preventDefault();
    }
  };

  /** Sends a question that did not come from the field as it stands. */
  #send = (question) => {
    this.field.value = question;
    if (!this.#asked(question)) {
      this.form.submit();
    }
  };

  /** Whether somebody has taken the question. */
  #asked = (question) => {
    this.querySelector(".personal")?.remove();
    return !this.dispatchEvent(
      new CustomEvent("question-asked", { bubbles: true, cancelable: true, detail: { question } }));
  };
}

define("wenju-ask", WenjuAsk);
