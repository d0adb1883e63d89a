// The pages work without this file; it lets a conversation go on without leaving the page.
import "./senior.js";
import "./elements/wenju-conversation.js";
import "./elements/wenju-beside.js";

if ("HTMLDialogElement" in window) {
  document.body.append(document.createElement("wenju-beside"));
}

// On paper nothing can be unfolded.
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details:not([open])").forEach((folded) => {
    folded.open = true;
    window.addEventListener("afterprint", () => (folded.open = false), { once: true });
  });
});
