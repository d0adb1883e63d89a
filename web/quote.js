import { el } from "./dom.js";
import { say } from "./texts.js";

/**
 * The text of an Excerpt as people read it: a paragraph for each line, a table for lines with tabs, the answering words marked,
 * and what only surrounds the cited clause told apart. The server builds the same in Quote.java.
 *
 * @returns {HTMLElement[]}
 */
export function quote(excerpt) {
  const blocks = [];
  const lines = linesOf(excerpt.text);
  while (lines.length > 0) {
    const length = lines.findIndex((line) => !line.cells);
    const rows = lines.splice(0, length === -1 ? lines.length : length);
    if (rows.length > 0) {
      blocks.push(table(excerpt, rows));
    } else {
      blocks.push(paragraph(excerpt, lines.shift()));
    }
  }
  return blocks;
}

function linesOf(text) {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { start, end: start + line.length, cells: line.includes("\t") };
    start = found.end + 1;
    return found;
  });
}

function paragraph(excerpt, line) {
  return el("p", { class: told(excerpt, line) }, ...marked(excerpt, line.start, line.end));
}

/** The first of several lines is the header. */
function table(excerpt, lines) {
  const [header, ...rest] = lines;
  const head = rest.length === 0 ? null : el("thead", {}, el("tr", {}, ...cells(excerpt, header, "th")));
  const rows = (rest.length === 0 ? lines : rest).map((line) =>
    el("tr", { class: told(excerpt, line) }, ...cells(excerpt, line, "td")));
  return el("div", { class: "table", tabindex: "0", role: "group", "aria-label": say("table") }, el("table", {}, head, el("tbody", {}, ...rows)));
}

function cells(excerpt, line, tag) {
  let start = line.start;
  return excerpt.text.slice(line.start, line.end).split("\t").map((words) => {
    const cell = el(tag, { scope: tag === "th" ? "col" : null }, ...marked(excerpt, start, start + words.length));
    start += words.length + 1;
    return cell;
  });
}

function told({ clause }, line) {
  return line.start < clause[1] && line.end > clause[0] ? null : "around";
}

function marked({ text, highlights }, start, end) {
  const parts = [];
  let written = start;
  for (const highlight of highlights) {
    const from = Math.max(written, highlight[0]);
    const to = Math.min(end, highlight[1]);
    if (from < to) {
      parts.push(text.slice(written, from), el("mark", {}, text.slice(from, to)));
      written = to;
    }
  }
  return [...parts, text.slice(written, end)];
}
