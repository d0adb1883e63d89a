// The reader works without this file; it prints, and knows when it is shown beside a conversation.
import "./senior.js";

const printing = document.querySelector(".print");
printing?.removeAttribute("hidden");
printing?.addEventListener("click", () => print());

if (window.parent !== window) {
  const close = () => parent.postMessage("wenju-close", location.origin);
  document.documentElement.classList.add("beside");
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.querySelector(".back")?.addEventListener("click", (event) => {
    event.preventDefault();
    close();
  });
}
