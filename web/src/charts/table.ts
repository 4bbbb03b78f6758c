// A table beside the chart that says the same. Cells name their columns, for rows that are shown as cards.
import { bdi, el, t } from "./core";

type Cell = Node | string | null;
export interface Row { cells: Cell[][]; heading: number }

// Words this long are broken anywhere; shorter ones only where their language allows it.
const ENDLESS = /\S{31}/u;
export const worded = (text: string): HTMLElement => bdi(text, { class: ENDLESS.test(text) ? "endless" : null });

// Roles are named: a browser forgets them for rows that it does not draw as such.
export const tabled = (caption: string, columns: string[], rows: Row[], figures: string[] = []): HTMLElement => {
  const cell = (content: Cell[], at: number, heading: boolean): HTMLElement => {
    const told = { "data-label": t(columns[at]!), class: figures.includes(columns[at]!) ? "figure" : null };
    return heading ? el("th", { scope: "row", role: "rowheader", ...told }, content) : el("td", { role: "cell", ...told }, content);
  };
  return el("table", { role: "table" }, el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, columns.map((key) => el("th", { scope: "col", role: "columnheader" }, t(key))))),
    el("tbody", { role: "rowgroup" }, rows.map(({ cells, heading }) => el("tr", { role: "row" }, cells.map((content, at) => cell(content, at, at === heading))))));
};
