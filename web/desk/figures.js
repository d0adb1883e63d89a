// Draws the charts of the figures from the tables beside them, so that both always say the same. Without this script the tables
// are there all the same.
import "./desk.js";
import uPlot from "../uplot/uPlot.js";

const DAY = 86_400;
const HEIGHT = 220;
/** Whole, and broken: told apart without colour. */
const LINES = [[], [6, 4]];
const FONT = "13px system-ui, sans-serif";

const WRITTEN = {
  count: (value) => String(value),
  share: (value) => `${Math.round(value * 100)}%`,
  millis: (value) => `${value} ms`,
};

const drawn = [...document.querySelectorAll("figure[data-unit]")].map((figure) => new Chart(figure));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((chart) => chart.draw()));

/** One table as lines over its days. */
function Chart(figure) {
  const place = figure.querySelector(".plot");
  const written = WRITTEN[figure.dataset.unit];
  const [, ...heads] = figure.querySelectorAll("details thead th");
  const rows = [...figure.querySelectorAll("details tbody tr")];
  const days = rows.map((row) => Date.parse(row.cells[0].textContent) / 1000);
  const series = heads.map((head, i) => rows.map((row) => number(row.cells[i + 1])));
  /** The day that is pointed at; the last one while none is. */
  const told = (index) => index ?? days.length - 1;
  let plot = null;

  this.draw = () => {
    plot?.destroy();
    const ink = colours(place);
    const axis = { stroke: ink.faint, font: FONT, grid: { stroke: ink.line, width: 1 }, ticks: { show: false } };
    plot = new uPlot({
      width: place.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { markers: { dash: (drawing, i) => LINES[i - 1].length > 0 ? "dashed" : "solid" } },
      cursor: { drag: { x: false, y: false }, points: { size: 7 } },
      scales: { y: { range: (drawing, least, most) => [0, figure.dataset.unit === "share" ? 1 : Math.max(most, 4)] } },
      axes: [
        { ...axis, incrs: [1, 2, 7, 14, 30, 60, 90].map((count) => count * DAY), space: 56, size: 32,
          values: (drawing, ticks) => ticks.map((seconds) => iso(seconds).slice(5)) },
        { ...axis, size: 64, values: (drawing, ticks) => ticks.map(written) },
      ],
      series: [
        { label: figure.querySelector("details thead th").textContent, value: (drawing, seconds, which, index) => iso(days[told(index)]) },
        ...heads.map((head, i) => ({
          label: head.textContent,
          stroke: ink.lines[i],
          width: 2,
          dash: LINES[i],
          points: { show: true, size: days.length < 40 ? 5 : 3 },
          value: (drawing, value, which, index) => series[i][told(index)] === null ? "–" : written(series[i][told(index)]),
        })),
      ],
    }, [days, ...series], place);
    const canvas = place.querySelector(".u-wrap");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.querySelector("figcaption").textContent);
    place.querySelector(".u-legend").setAttribute("aria-hidden", "true");
  };

  new ResizeObserver(() => {
    if (plot && plot.width !== place.clientWidth) {
      plot.setSize({ width: place.clientWidth, height: HEIGHT });
    }
  }).observe(place);
  this.draw();
}

/** What a cell means; null where there is nothing to say. */
function number(cell) {
  return cell.dataset.value === undefined ? null : Number(cell.dataset.value);
}

function iso(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The page's own, in the scheme that is in use. */
function colours(element) {
  const style = getComputedStyle(element);
  const colour = (name) => style.getPropertyValue(name).trim();
  return { faint: colour("--faint"), line: colour("--line"), lines: [colour("--seal"), colour("--good")] };
}
