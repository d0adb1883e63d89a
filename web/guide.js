// Puts the specimens of the guide into the states that only a script can bring about. The guide is read without it, so it comes
// when the page is there: forty specimens at once are too much for a slow phone to begin with.
import "./senior.js";

const OFFERS = ["电梯维护保养单位应当履行哪些义务？", "《示例市电梯安全管理办法》第三章 维护保养", "《示例市电梯安全管理办法》"];

const ASK = {
  busy: (ask) => ask.toggleAttribute("busy", true),
  completions: (ask) => ask.offer(OFFERS),
  personal: (ask) => ask.warn(["mobile"]),
};

async function show() {
  await Promise.all([import("./elements/wenju-ask.js"), import("./elements/wenju-answer.js")]);
  const place = document.activeElement;
  const height = scrollY;
  document.querySelectorAll("[data-show] > wenju-ask").forEach((ask) => ASK[ask.parentElement.dataset.show]?.(ask));
  document.querySelectorAll("wenju-feedback[data-show]").forEach((feedback) => feedback.show(feedback.dataset.show));
  if (document.activeElement !== place) {
    document.activeElement.blur();
  }
  // A warning takes the focus, and the page goes along.
  scrollTo({ top: height, behavior: "auto" });
}

if (document.readyState === "complete") {
  show();
} else {
  addEventListener("load", show);
}
