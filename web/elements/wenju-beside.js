import { button, define, el, fill, quoted } from "../dom.js";
import { say } from "../texts.js";

/** From here on a page of 30 characters a line has room on both sides. */
const WIDE = "(min-width: 68rem)";

/**
 * The reader beside the conversation where there is room, over it where there is not. Esc, the button and the reader's own way
 * back close it, and focus returns to where it came from.
 *
 * Method: open(url, name) – address and name of the notice.
 * Listens to: source-opened, on the document; the message "wenju-close" of the page within.
 * Attributes, slots: none.
 */
export class WenjuBeside extends HTMLElement {
  #dialog;
  #from;

  connectedCallback() {
    document.addEventListener("source-opened", (event) => {
      event.preventDefault();
      this.open(event.detail.url, `《${event.detail.citation.title}》`);
    });
    window.addEventListener("message", (event) => {
      if (event.origin === location.origin && event.data === "wenju-close") {
        this.#dialog?.close();
      }
    });
  }

  open(url, name) {
    this.#from = document.activeElement;
    this.#dialog?.close();
    fill(this);
    const close = button(say("close"), () => this.#dialog.close(), { class: "close", autofocus: "" });
    this.#dialog = el("dialog", { "aria-label": `${say("beside")} ${name}` },
      el("div", { class: "bar" },
        quoted("p", {}, name),
        el("a", { href: url, target: "_blank", rel: "noopener" }, say("ownPage")),
        close),
      el("iframe", { src: url, title: name }));
    this.#dialog.addEventListener("close", () => this.#closed());
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.#dialog.close();
      }
    });
    this.append(this.#dialog);
    if (matchMedia(WIDE).matches) {
      document.body.classList.add("reading");
      this.#dialog.show();
    } else {
      this.#dialog.showModal();
    }
    close.focus();
  }

  #closed = () => {
    document.body.classList.remove("reading");
    fill(this);
    this.#from?.focus();
  };
}

define("wenju-beside", WenjuBeside);
