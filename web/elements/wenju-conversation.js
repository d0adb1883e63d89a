import { define, el, fill, quoted } from "../dom.js";
import { forget, keep, newTopic, recall } from "../memory.js";
import { masked } from "../privacy.js";
import { Service } from "../service.js";
import { sayAround } from "../texts.js";
import { announcement } from "./wenju-answer.js";
import "./wenju-ask.js";

const last = (list) => list[list.length - 1];

/**
 * Questions and answers one after the other. Earlier questions go along with a new one, so that it may be short, and so does the
 * random number of the topic, by which people can have erased what the service keeps.
 *
 * Attribute: endpoint – where the service is, without the last slash; none for the page's own.
 * Attribute: alone – one of several on somebody else's page: it does not touch the address, the page or what the tab remembers.
 *   Otherwise what was said is kept in this tab only and forgotten with it: the device may be a public one.
 * Method: ask(question, { scroll, verbatim }) – scroll is false when nobody asked for it to come into view, verbatim is true when
 *   the question is to be searched as it was typed.
 * Event: answered – { question, answer }, after an answer is shown; bubbles.
 * Listens to: question-asked of a <wenju-ask> within, ask-again of a <wenju-trouble>, clicks on links with data-question.
 * Content: .exchanges, where they go; [role=log], where finished answers are announced; a.new-topic; .topic, where
 *   the number of the topic goes; a <wenju-ask>. An exchange
 *   that the server rendered begins the conversation; its <wenju-answer> carries the answer in data-answer.
 */
export class WenjuConversation extends HTMLElement {
  #topic = newTopic();
  #service;

  connectedCallback() {
    this.#service = new Service(this.getAttribute("endpoint") ?? "", this.hasAttribute("alone") ? "widget" : "page");
    const asking = this.#asking();
    customElements.upgrade(asking);
    asking.complete = (typed) => this.#service.complete(typed);
    asking.recall = () => last(this.#topic.exchanges)?.question ?? "";
    this.addEventListener("question-asked", (event) => {
      event.preventDefault();
      this.ask(event.detail.question);
    });
    this.addEventListener("click", (event) => this.#clicked(event));
    if (!this.hasAttribute("alone")) {
      this.#resume();
    }
  }

  #asking = () => this.querySelector("wenju-ask");

  /** Asks, shows, announces and remembers. While an answer is awaited nothing else is asked. */
  async ask(question, { scroll = true, verbatim = false } = {}) {
    if (this.#asking().hasAttribute("busy")) {
      return;
    }
    const exchange = this.#show(question);
    const answer = exchange.querySelector("wenju-answer");
    answer.addEventListener("ask-again", () => {
      exchange.remove();
      this.ask(question, { verbatim });
    });
    this.#asking().toggleAttribute("busy", true);
    this.#asking().clear();
    answer.wait();
    if (scroll) {
      exchange.scrollIntoView({ block: this.hasAttribute("alone") ? "nearest" : "start" });
    }
    try {
      // Asked once more as it was typed, a question does not follow itself.
      const earlier = this.#topic.exchanges.map((one) => one.question).filter((one) => !verbatim || one !== question);
      const found = await this.#service.ask(question, earlier, this.#topic.id, verbatim);
      answer.show(found);
      this.querySelector("[role=log]").append(el("p", {}, announcement(found)));
      this.#remember(question, found, verbatim);
      this.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: { question, answer: found } }));
    } catch (trouble) {
      answer.fail(trouble);
      this.#asking().field.value = question;
    } finally {
      this.#asking().toggleAttribute("busy", false);
    }
  }

  #show = (question) => {
    const answer = document.createElement("wenju-answer");
    answer.service = this.#service;
    const exchange = el("article", { class: "exchange" }, quoted("h2", { class: "question" }, question), answer);
    this.querySelector(".exchanges").append(exchange);
    this.toggleAttribute("talking", true);
    if (!this.hasAttribute("alone")) {
      document.body.classList.replace("welcome", "talking");
    }
    return exchange;
  };

  /** The address names the last question, so that it can be shared and survives a reload. Nothing personal is kept. */
  #remember = (question, answer, verbatim) => {
    const kept = masked(question);
    this.#topic.exchanges.push({ question: kept, answer: { ...answer, question: kept, understoodAs: masked(answer.understoodAs) } });
    if (!this.hasAttribute("alone")) {
      history.replaceState(null, "", `/?q=${encodeURIComponent(kept)}${verbatim ? "&verbatim=1" : ""}`);
      keep(this.#topic);
    }
    this.#tellTopic();
  };

  /** Goes on with what this tab remembers, unless the address asks something else; that is a new topic. */
  #resume = () => {
    const rendered = this.querySelector(".exchange");
    const remembered = recall();
    const asked = rendered?.dataset.question;
    if (remembered.exchanges.length > 0 && (!rendered || last(remembered.exchanges).question === asked)) {
      this.#topic = remembered;
      rendered?.remove();
      for (const { question, answer } of remembered.exchanges) {
        this.#show(question).querySelector("wenju-answer").show(answer);
      }
      this.#tellTopic();
      this.querySelector(".exchange:last-child").scrollIntoView({ block: "start" });
    } else if (rendered) {
      const answer = JSON.parse(rendered.querySelector("wenju-answer").dataset.answer);
      this.#topic.exchanges.push({ question: asked, answer });
      keep(this.#topic);
    } else {
      this.#asking().field.focus();
    }
  };

  /** The service knows the number from the first question on. */
  #tellTopic = () => {
    const told = this.querySelector(".topic");
    fill(told, ...sayAround("privacyNumber", { number: el("code", {}, this.#topic.id) }));
    told.hidden = false;
  };

  #clicked = (event) => {
    const link = event.target.closest("a");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (link.matches(".new-topic")) {
      if (this.hasAttribute("alone")) {
        event.preventDefault();
        this.#topic = newTopic();
        fill(this.querySelector(".exchanges"));
        this.toggleAttribute("talking", false);
        this.#asking().field.focus();
      } else {
        forget();
      }
    } else if (link.dataset.question) {
      event.preventDefault();
      this.ask(link.dataset.question, { verbatim: "verbatim" in link.dataset });
    }
  };
}

define("wenju-conversation", WenjuConversation);
