import { define, el } from "./dom.js";
import { say } from "./texts.js";
import "./elements/wenju-conversation.js";

/**
 * The conversation on any site, in a shadow root: nothing of the page's styles comes in, nothing goes out. The site's origin must be
 * among http.allowedOrigins of the service.
 *
 *   <script type="module" src="https://wenju.example/web/wenju-chat.js"></script>
 *   <wenju-chat endpoint="https://wenju.example"></wenju-chat>
 *
 * Attribute: endpoint – where the service is; where this script came from when absent.
 * Attribute: question – asked at once.
 * Attribute: theme – light or dark; what the system says when absent.
 * Attribute: senior – 长辈模式: larger type and targets, answers read aloud.
 * Event: wenju-answered – { id, question, outcome }.
 * Event: wenju-opened – { url, noticeId, passageId }, when somebody opens a source; can be cancelled, or else it opens in a new tab.
 * Slots: none. What the element holds is shown until this script runs.
 */
export class WenjuChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    const endpoint = (this.getAttribute("endpoint") ?? new URL("..", import.meta.url).href).replace(/\/$/, "");
    const conversation = el("wenju-conversation", { endpoint, alone: "" },
      el("div", { class: "exchanges" }),
      el("div", { class: "unseen", role: "log", "aria-label": say("conversation") }),
      el("div", { class: "thread" },
        el("a", { class: "new-topic", href: endpoint }, say("newTopic")),
        el("details", { class: "privacy" },
          el("summary", {}, say("privacyTitle")),
          el("p", {}, say("privacyKept")),
          el("p", { class: "topic", hidden: "" }))),
      asking());
    conversation.addEventListener("answered", ({ detail: { question, answer } }) =>
      this.#tell("wenju-answered", { id: answer.id, question, outcome: answer.outcome }));
    conversation.addEventListener("source-opened", (event) => {
      const { url, citation } = event.detail;
      event.preventDefault();
      if (this.#tell("wenju-opened", { url, noticeId: citation.noticeId, passageId: citation.passageId })) {
        open(url, "_blank", "noopener");
      }
    });
    // Unseen until its styles are there, or known not to come.
    const body = el("div", { class: "widget", hidden: "" }, conversation);
    const sheets = ["ink.css", "conversation.css"].map((name) =>
      el("link", { rel: "stylesheet", href: new URL(name, import.meta.url).href }));
    Promise.all(sheets.map((sheet) => new Promise((done) => (sheet.onload = sheet.onerror = done))))
      .then(() => body.removeAttribute("hidden"));
    this.attachShadow({ mode: "open" }).append(...sheets, body);
    if (this.getAttribute("question")) {
      conversation.ask(this.getAttribute("question"), { scroll: false });
    }
  }

  /** Whether nobody cancelled it. */
  #tell = (name, detail) => {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }));
  };
}

/** The server renders the same in Layout.java. */
function asking() {
  return el("wenju-ask", {},
    el("form", { class: "ask", role: "search" },
      el("label", { class: "unseen", for: "q" }, say("askLabel")),
      el("textarea", { id: "q", name: "q", rows: "1", required: "", maxlength: "500", placeholder: say("askPlaceholder"),
        autocomplete: "off", enterkeyhint: "send", "aria-describedby": "q-hint" }),
      el("button", { type: "submit" }, say("ask"))),
    el("p", { class: "hint", id: "q-hint" }, say("askHint")));
}

define("wenju-chat", WenjuChat);
