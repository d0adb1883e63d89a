import { button, define, el, fill } from "../dom.js";
import { say } from "../texts.js";

/**
 * Why there is no answer, and a button to ask again once it makes sense.
 *
 * Attribute: kind – as a Trouble of service.js has it.
 * Attribute: seconds – to wait; none when it makes sense at once.
 * Property: words – the service's own, said in place of the kind's; set before it is connected.
 * Event: ask-again – when somebody asks again; bubbles.
 * Slots: none.
 */
export class WenjuTrouble extends HTMLElement {
  words = null;
  #ticking;

  connectedCallback() {
    let seconds = Number(this.getAttribute("seconds") ?? 0);
    const said = this.words ?? say(this.getAttribute("kind"), { seconds });
    const again = button("", () => this.dispatchEvent(new CustomEvent("ask-again", { bubbles: true })));
    const tick = () => {
      again.disabled = seconds > 0;
      again.textContent = seconds > 0 ? say("retryIn", { seconds }) : say("retry");
      if (seconds === 0) {
        clearInterval(this.#ticking);
      }
      seconds--;
    };
    // Only the sentence is an alert: the seconds on the button must not be read one by one.
    fill(this, el("p", { role: "alert" }, said), again);
    this.#ticking = setInterval(tick, 1000);
    tick();
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
  }
}

define("wenju-trouble", WenjuTrouble);
