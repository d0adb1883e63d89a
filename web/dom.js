/**
 * Makes an element. Text is set as text, never read as markup.
 *
 * @param {string} tag
 * @param {Object<string, string>} attributes
 * @param {...(Node|string|null)} children null is left out
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Questions that can be asked with one tap; null when there are none. The server renders the same in Layout.java. */
export function questions(heading, list) {
  if (list.length === 0) {
    return null;
  }
  const links = list.map((question) =>
    el("li", {}, el("a", { href: `/?q=${encodeURIComponent(question)}`, "data-question": question }, question)));
  return el("section", { class: "questions" }, el("h2", {}, heading), el("ul", {}, ...links));
}
