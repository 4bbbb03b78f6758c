// Rows as a table. IRIs lead to the pages of things, whose names stand beside them; all else is text.
import { h, name, outside } from "../elements";
import { address } from "../source";
import { lang, number } from "../wording";
import type { Row, Rows, Term } from "./answer";
import { compact } from "./asking";

const STEP = 100;
const CUT = 1500;

export type Tell = (word: "moreRows" | "wholeText" | "noRows" | "caption" | "sort", values?: Record<string, string | number>) => string;

export interface Setting {
  prefixes: Record<string, string>;
  // what the IRIs of things begin with
  base: string;
  tell: Tell;
  // names by IRI, as soon as they are there
  named: () => Promise<ReadonlyMap<string, string>>;
}

const own = (iri: string, { base }: Setting): boolean => iri.startsWith(`${base}/`);

export function iriLink(iri: string, setting: Setting): HTMLElement {
  const text = compact(iri, setting.prefixes);
  if (own(iri, setting)) return h("a", { href: address(iri), title: iri.slice(0, 400) }, name(text.slice(0, CUT)));
  return outside(iri, text.slice(0, CUT));
}

export function cell(term: Term | undefined, setting: Setting): HTMLElement | string {
  if (!term) return "";
  if (term.type === "uri") return iriLink(term.value, setting);
  if (term.type === "bnode") return `_:${term.value}`;
  const language = term["xml:lang"];
  if (term.value.length <= CUT) return h("bdi", language ? { lang: language } : {}, term.value);
  const text = h("bdi", {}, `${term.value.slice(0, CUT)}…`);
  const more = h("button", { type: "button", class: "more" }, setting.tell("wholeText"));
  more.addEventListener("click", () => {
    text.textContent = term.value;
    more.remove();
  });
  return h("span", {}, text, " ", more);
}

// What a thing is called, behind its IRI, unless the row says so itself.
function call(at: HTMLElement | string, iri: string, row: Row, setting: Setting): HTMLElement | string {
  if (typeof at === "string" || !own(iri, setting)) return at;
  const cell = h("span", {}, at);
  void setting.named().then((names) => {
    const called = names.get(iri);
    if (called && !Object.values(row).some((term) => term?.value === called)) cell.append(" ", h("span", { class: "small" }, name(called)));
  }, () => undefined);
  return cell;
}

const numeric = (term: Term | undefined): boolean => /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/.test(term?.datatype ?? "");

export function table(answer: Pick<Rows, "columns" | "rows">, setting: Setting): HTMLElement {
  const { columns } = answer;
  let { rows } = answer;
  if (!rows.length) return h("p", {}, setting.tell("noRows"));
  const line = (row: Row, at: number): HTMLElement => h("tr", {}, h("th", { scope: "row", class: "number" }, number(at + 1)),
    ...columns.map((column) => h("td", numeric(row[column]) ? { class: "number" } : {}, call(cell(row[column], setting), row[column]?.value ?? "", row, setting))));
  const body = h("tbody");
  let shown = 0;
  const more = h("button", { type: "button", class: "more" });
  const next = (): void => {
    body.append(...rows.slice(shown, shown + STEP).map((row, at) => line(row, shown + at)));
    shown = Math.min(shown + STEP, rows.length);
    more.textContent = setting.tell("moreRows", { count: number(Math.min(STEP, rows.length - shown)), left: number(rows.length - shown) });
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", next);
  // By a click on the head of a column, and back by another: numbers by their size, all else as the language has it.
  const heads = columns.map((column) => {
    const head = h("th", { scope: "col" }), by = h("button", { type: "button", class: "sort", title: setting.tell("sort") }, name(column));
    by.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending", value = (row: Row): string => row[column]?.value ?? "";
      for (const one of heads) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const figures = rows.every((row) => !row[column] || numeric(row[column]));
      const order = figures ? (a: Row, b: Row): number => Number(value(a)) - Number(value(b)) : (a: Row, b: Row): number => value(a).localeCompare(value(b), lang);
      rows = [...rows].sort((a, b) => (down ? order(b, a) : order(a, b)));
      const before = Math.max(shown, STEP);
      shown = 0;
      body.replaceChildren();
      while (shown < Math.min(before, rows.length)) next();
    });
    head.append(by);
    return head;
  });
  next();
  return h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": setting.tell("caption") },
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "number" }, "#"), ...heads)), body)), more);
}
