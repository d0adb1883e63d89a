// 长辈模式 without loading the page again. The server does the same by form and reads the same cookie (Visitor.java).
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

document.querySelector(".senior-switch")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const on = document.documentElement.classList.toggle("senior");
  document.cookie = `senior=${on ? 1 : 0}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=lax`;
  event.target.querySelector("button").setAttribute("aria-pressed", on);
});
