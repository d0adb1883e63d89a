/**
 * Makes an element. Text is set as text, never read as markup.
 *
 * @param {string} tag
 * @param {Object<string, string|null>} attributes null is left out
 * @param {...(Node|string|null)} children null is left out
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** What an element holds, in place of what it held. (replaceChildren() is younger than some browsers that ask us.) */
export function fill(element, ...children) {
  element.textContent = "";
  element.append(...children.filter((child) => child !== null));
}

/** An element with words of a notice in it: Chinese, whatever language the page speaks. */
export function quoted(tag, attributes, ...children) {
  return el(tag, { lang: "zh-CN", ...attributes }, ...children);
}

/** A button that does something. */
export function button(words, action, attributes = {}) {
  const made = el("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", action);
  return made;
}

/** Defines an element unless another copy of this script did: a page may hold the widget twice. */
export function define(name, constructor) {
  if (!customElements.get(name)) {
    customElements.define(name, constructor);
  }
}

/** Questions that can be asked with one tap; null when there are none. The server renders the same in Layout.java. */
export function questions(heading, list, base) {
  if (list.length === 0) {
    return null;
  }
  const links = list.map((question) =>
    el("li", {}, el("a", { href: `${base}/?q=${encodeURIComponent(question)}`, "data-question": question }, question)));
  return el("section", { class: "questions" }, el("h2", {}, heading), quoted("ul", {}, ...links));
}
