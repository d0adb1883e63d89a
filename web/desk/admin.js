// The administration: sends the forms, each of which names the operation it stands for; see AdminPage.java.
//
//   <form data-method="PUT" data-path="/api/v1/desk/…" data-version='"v3"' data-confirm="…">
//
// Fields become JSON by name; data-type says otherwise than text: boolean, number, list. A box that is a list's is one of its
// values; any other box is a boolean. An empty number is left out.
import { ask, attempt, showDone } from "./desk.js";
import { el } from "../dom.js";
import { say } from "./texts.js";

/** That something was done is told when the page has come anew. */
const DONE = "wenju-desk-done";
if (sessionStorage.getItem(DONE) !== null) {
  sessionStorage.removeItem(DONE);
  showDone();
}

document.querySelectorAll("form[data-path]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.dataset.confirm || confirm(form.dataset.confirm)) {
      send(form);
    }
  });
});

async function send(form) {
  const { method, path, version } = form.dataset;
  const fields = [...form.elements].filter((field) => field.name);
  const button = form.querySelector("button");
  button.disabled = true;
  await attempt(async () => {
    const { body } = await ask(path, { method, version, body: fields.length === 0 ? undefined : json(fields) });
    const secret = body?.password ?? body?.secret;
    if (secret) {
      showOnce(secret);
    } else {
      sessionStorage.setItem(DONE, "");
      location.reload();
    }
  });
  button.disabled = false;
}

function json(fields) {
  const body = {};
  for (const field of fields) {
    const { name, value, checked } = field;
    if (field.dataset.type === "list") {
      body[name] = [...(body[name] ?? []), ...(checked ? [value] : [])];
    } else if (field.type === "checkbox") {
      body[name] = checked;
    } else if (field.dataset.type === "boolean") {
      body[name] = value === "true";
    } else if (field.type === "number" || field.dataset.type === "number") {
      if (value !== "") {
        body[name] = Number(value);
      }
    } else {
      body[name] = value;
    }
  }
  return body;
}

/** Shows what is told only once, until somebody goes on. */
function showOnce(secret) {
  const shown = el("output", { class: "secret", tabindex: "0" }, secret);
  const on = el("button", { type: "button" }, say("onceGoOn"));
  on.addEventListener("click", () => location.reload());
  const place = document.getElementById("once");
  place.replaceChildren(el("div", { class: "done", role: "status" }, el("p", {}, say("once")), shown, on));
  shown.focus();
}
