import { el } from "../dom.js";
import { keep, recall } from "../memory.js";
import { texts } from "../texts.js";
import "./wenju-answer.js";

/** As many earlier questions as the contract takes. */
const MAX_HISTORY = 10;

/**
 * Questions and answers one after the other. Earlier questions go along with a new one, so that it may be short. What was
 * said is kept in this tab only and forgotten with it: the device may be a public one.
 *
 * Attribute: endpoint – where questions are sent, by the contract's ask.
 * Listens to: question-asked of a <wenju-ask> within; clicks on links within that carry data-question.
 * Content: .log, where exchanges go; a <wenju-ask>. An exchange that the server rendered begins the conversation; its
 *   <wenju-answer> carries the same answer as JSON in data-answer.
 */
export class WenjuConversation extends HTMLElement {
  /** @type {{question: string, answer: object}[]} answers as the contract has them */
  #exchanges = [];

  connectedCallback() {
    this.addEventListener("question-asked", (event) => {
      event.preventDefault();
      this.ask(event.detail.question);
    });
    this.addEventListener("click", (event) => this.#clicked(event));
    this.#resume();
  }

  /** Asks, shows and remembers. */
  async ask(question) {
    const asking = this.querySelector("wenju-ask");
    if (asking.hasAttribute("busy")) {
      return;
    }
    asking.toggleAttribute("busy", true);
    asking.clear();
    const answer = document.createElement("wenju-answer");
    answer.append(el("p", { class: "waiting" }, texts.waiting));
    const exchange = this.#show(question, answer);
    exchange.scrollIntoView({ block: "start" });
    try {
      answer.answer = await this.#fetch(question);
      this.#remember(question);
    } catch (trouble) {
      answer.problem = trouble instanceof Refused ? trouble.message : texts.offline;
    } finally {
      asking.toggleAttribute("busy", false);
    }
  }

  /** Forgets what was said and starts again. */
  reset() {
    keep([]);
    location.assign("/");
  }

  async #fetch(question) {
    const history = this.#exchanges.map((exchange) => exchange.question).slice(-MAX_HISTORY);
    const response = await fetch(this.getAttribute("endpoint"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question, history }),
    });
    const body = await response.json();
    if (!response.ok) {
      throw new Refused(body.errors?.map((error) => error.detail).join("；") || body.detail || texts.failed);
    }
    this.#exchanges.push({ question, answer: body });
    return body;
  }

  #show(question, answer) {
    const exchange = el("article", { class: "exchange", "data-question": question },
      el("h2", { class: "question" }, question), answer);
    this.querySelector(".log").append(exchange);
    this.#talking();
    return exchange;
  }

  #talking() {
    document.body.classList.remove("welcome");
    document.body.classList.add("talking");
    if (!this.querySelector(".tools")) {
      const button = el("button", { type: "button" }, texts.newTopic);
      button.addEventListener("click", () => this.reset());
      this.querySelector(".log").before(el("div", { class: "tools" }, button));
    }
  }

  /** The address names the last question, so that it can be shared and survives a reload. */
  #remember(question) {
    history.replaceState(null, "", `/?q=${encodeURIComponent(question)}`);
    keep(this.#exchanges);
  }

  /** Goes on with what this tab remembers, unless the address asks something else; that is a new topic. */
  #resume() {
    const rendered = this.querySelector(".exchange");
    const remembered = recall();
    const asked = rendered?.dataset.question;
    if (remembered.length > 0 && (!rendered || remembered.at(-1).question === asked)) {
      this.#exchanges = remembered;
      rendered?.remove();
      for (const { question, answer } of remembered) {
        this.#show(question, Object.assign(document.createElement("wenju-answer"), { answer }));
      }
      this.querySelector(".exchange:last-child").scrollIntoView({ block: "start" });
    } else if (rendered) {
      this.#exchanges = [{ question: asked, answer: JSON.parse(rendered.querySelector("wenju-answer").dataset.answer) }];
      keep(this.#exchanges);
      this.#talking();
    } else {
      this.querySelector("textarea").focus();
    }
  }

  #clicked(event) {
    const link = event.target.closest("a[data-question]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.ask(link.dataset.question);
    }
  }
}

/** The service said no; the message is for people. */
class Refused extends Error {}

customElements.define("wenju-conversation", WenjuConversation);
