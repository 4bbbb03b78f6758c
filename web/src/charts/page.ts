// What both pages have: heading, language switch, filters beside, chart or table in the middle, panel.
import { svg } from "../shared/svg";
import { data, el, narrow, onTheme, printing, state, t } from "./core";

export interface Parts { filters: HTMLElement; chart: HTMLElement; controls: HTMLElement; table: HTMLElement; foot: HTMLElement }
export interface View {
  counts(): string;
  // What part of the graph it shows, or an empty string for all.
  about(): string;
  // Fills filters, controls and table anew, in the language of the page.
  write(parts: Parts): void;
  // Draws the chart anew: its size, colours or language have changed.
  draw(): void;
  // What the panel shows when nothing is chosen.
  home(): Node[];
  // Takes up what is chosen after the language has changed.
  again(): void;
}

const mark = (): SVGElement => svg("svg", { viewBox: "0 0 32 32", class: "mark", "aria-hidden": "true" },
  svg("path", { d: "M8 9 24 7M8 9l7 15M24 7l-9 17" }), svg("circle", { cx: "8", cy: "9", r: "4.5" }),
  svg("rect", { x: "20", y: "3", width: "8", height: "8", rx: "1.5" }), svg("path", { class: "solid", d: "m15 18.5 5.5 5.5-5.5 5.5-5.5-5.5z" }));

const title = el("h1", { id: "title", dir: "auto" });
const counts = el("p", { id: "counts", dir: "auto" });
const language = el("button", { id: "language", type: "button", class: "quiet" });
const toTable = el("button", { id: "to-table", type: "button", class: "quiet" });
const filters = el("div", { class: "fields" });
const summary = el("summary");
const aside = el("aside", { class: "filters" }, el("details", { open: true }, summary, filters));
const chart = el("div", { id: "chart", tabindex: 0, role: "application" });
const controls = el("div", { class: "controls" });
const table = el("div", { id: "table", class: "table", tabindex: 0, role: "region", hidden: true });
const stage = el("section", { class: "stage" }, chart, controls, table);
const foot = el("footer", { class: "foot" });
export const panel = el("aside", { id: "panel", class: "panel", "aria-live": "polite", tabindex: -1 });

export const parts: Parts = { filters, chart, controls, table, foot };

let view: View;

export const show = (...content: (Node | null)[]): void => {
  panel.replaceChildren(...content.filter((one): one is Node => one !== null));
  panel.scrollTop = 0;
};
export const close = (then: () => void): HTMLElement =>
  el("button", { type: "button", class: "close", "aria-label": t("close"), title: `${t("close")} (Esc)`, onclick: then }, "×");
export const goHome = (): void => show(...view.home());
export const recount = (): void => {
  counts.textContent = [data.subtitle, view.counts()].filter(Boolean).join(" · ");
};

// Where the table finds no room its rows become cards.
export const fitTable = (): void => {
  table.classList.remove("cards");
  table.classList.toggle("cards", table.scrollWidth > table.clientWidth);
};

const words = (): void => {
  document.documentElement.lang = state.lang;
  title.textContent = data.title || t(`${data.kind}Title`);
  // Within another page, that one names the tab.
  if (!state.place) document.title = [view.about(), title.textContent].filter(Boolean).join(" – ");
  language.textContent = t("switch");
  language.lang = state.lang === "de" ? "en" : "de";
  toTable.textContent = t(table.hidden ? "showTable" : "showChart");
  summary.textContent = t("filters");
  aside.setAttribute("aria-label", t("filters"));
  panel.setAttribute("aria-label", t("panel"));
  table.setAttribute("aria-label", t("showTable"));
  chart.setAttribute("aria-label", t(`${data.kind}Label`));
  view.write(parts);
  recount();
  view.again();
};

export const open = (made: View): void => {
  view = made;
  const fold = (): void => { aside.firstElementChild!.toggleAttribute("open", printing.matches || !narrow.matches); };
  narrow.addEventListener("change", fold);
  printing.addEventListener("change", fold);
  fold();
  const heading = el("div", { class: "heading" }, title, counts);
  if (state.place) state.place.replaceChildren(el("div", { class: "top" }, heading, toTable), el("div", { class: "charts" }, aside, stage, panel), foot);
  else document.body.prepend(el("header", { class: "top" }, mark(), heading, toTable, language), el("main", { class: "charts" }, aside, stage, panel), foot);
  language.addEventListener("click", () => {
    state.lang = state.lang === "de" ? "en" : "de";
    words();
    view.draw();
  });
  toTable.addEventListener("click", () => {
    table.hidden = !table.hidden;
    chart.hidden = controls.hidden = !table.hidden;
    stage.classList.toggle("listed", !table.hidden);
    toTable.textContent = t(table.hidden ? "showTable" : "showChart");
    if (table.hidden) view.draw();
    else fitTable();
  });
  words();
  onTheme(() => view.draw());
  new ResizeObserver(() => view.draw()).observe(chart);
  new ResizeObserver(() => fitTable()).observe(stage);
};
