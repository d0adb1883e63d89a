// Puts the specimens of the guide into the states that only a script can bring about.
import "./senior.js";
import "./elements/wenju-ask.js";
import "./elements/wenju-answer.js";

const OFFERS = ["电梯维护保养单位应当履行哪些义务？", "《示例市电梯安全管理办法》第三章 维护保养", "《示例市电梯安全管理办法》"];

const ASK = {
  busy: (ask) => ask.toggleAttribute("busy", true),
  completions: (ask) => ask.offer(OFFERS),
  personal: (ask) => ask.warn(["mobile"]),
};

document.querySelectorAll("[data-show] > wenju-ask").forEach((ask) => ASK[ask.parentElement.dataset.show]?.(ask));
document.querySelectorAll("wenju-feedback[data-show]").forEach((feedback) => feedback.show(feedback.dataset.show));
document.activeElement?.blur();
scrollTo(0, 0);
