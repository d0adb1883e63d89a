/**
 * The form to ask. Without script it is sent as it stands and the server answers with a page.
 *
 * Attribute: busy – while it is there nothing can be sent.
 * Event: question-asked – { question }, when somebody sends a question; bubbles and can be cancelled. When nobody cancels it
 *   the form is sent as if there were no script.
 * Content: a form with a textarea named q.
 */
export class WenjuAsk extends HTMLElement {
  static observedAttributes = ["busy"];

  connectedCallback() {
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    this.field.addEventListener("keydown", (event) => this.#typed(event));
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

  /** Empties the field and puts the cursor into it. */
  clear() {
    this.field.value = "";
    this.field.focus();
  }

  /** Enter sends, Shift+Enter breaks the line; while an input method composes, Enter is its own. */
  #typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!this.hasAttribute("busy")) {
        this.form.requestSubmit();
      }
    }
  }

  #submitted(event) {
    const question = this.field.value.trim();
    if (question === "") {
      event.preventDefault();
      return;
    }
    const asked = new CustomEvent("question-asked", { bubbles: true, cancelable: true, detail: { question } });
    if (!this.dispatchEvent(asked)) {
      event.preventDefault();
    }
  }
}

customElements.define("wenju-ask", WenjuAsk);
