// Numbers as bars or lines, and begins and ends as a timeline.
import { use as withParts, init, type ECharts } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { colour, label, onTheme } from "../../charts/core";
import { svg } from "../../shared/svg";
import { h } from "../elements";
import { day, number } from "../wording";
import type { Row, Rows, Term } from "./answer";
import { nameColumn, type Shape } from "./shape";

withParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Tell = (word: "over" | "kind" | "lines" | "bars" | "figureLabel" | "timelineLabel" | "drawnRows" | "openEnd" | "sureSpan", values?: Record<string, string | number>) => string;
export type Write = (term: Term | undefined) => string;

const MOST = 60;
const MOST_ROWS = 200;
const SERIES = 4;
const COLOURS = ["accent", "Person", "Programme", "Jurisdiction"];

// The figure that is shown; one at a time.
let redraw = (): void => undefined;
let release = (): void => undefined;
onTheme(() => redraw());

export function figure(answer: Pick<Rows, "columns" | "rows">, found: Shape, write: Write, tell: Tell): HTMLElement {
  const place = h("div", { class: "figure", role: "img", "aria-label": tell("figureLabel") });
  const wanted = { over: found.over[0] ?? "", value: "*", lines: found.time };
  let chart: ECharts | undefined;
  const rows = answer.rows.slice(0, found.time ? 400 : MOST);
  const draw = (): void => {
    if (!place.clientWidth) return;
    chart ??= init(place, null, { renderer: "canvas" });
    const numbers = wanted.value === "*" ? found.numbers.slice(0, SERIES) : [wanted.value];
    const names = rows.map((row, at) => (wanted.over ? label(write(row[nameColumn(answer.columns, wanted.over)] ?? row[wanted.over]), 34) : String(at + 1)));
    const values = { type: "value", axisLabel: { color: colour("ink-2") }, splitLine: { lineStyle: { color: colour("rule") } } };
    const category = { type: "category", data: names, inverse: !wanted.lines, axisLabel: { color: colour("ink"), hideOverlap: true, ...(wanted.lines ? {} : { interval: 0, width: Math.min(240, place.clientWidth * 0.4), overflow: "truncate" }) }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("rule") } } };
    place.style.height = `${wanted.lines ? 360 : Math.max(160, 70 + rows.length * (14 + 8 * numbers.length))}px`;
    chart.resize();
    chart.setOption({
      animation: false, color: COLOURS.map(colour), grid: { left: 12, right: 24, top: numbers.length > 1 ? 40 : 16, bottom: 12, containLabel: true },
      legend: numbers.length > 1 ? { top: 4, textStyle: { color: colour("ink") } } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour("paper"), borderColor: colour("rule"), textStyle: { color: colour("ink") }, valueFormatter: (value: number) => number(value) },
      xAxis: wanted.lines ? category : values, yAxis: wanted.lines ? values : category,
      series: numbers.map((column) => ({ name: label(column), type: wanted.lines ? "line" : "bar", data: rows.map((row) => (row[column] ? Number(row[column].value) : null)), symbolSize: 6, barMaxWidth: 18 })),
    } as Parameters<ECharts["setOption"]>[0], true);
  };
  const choose = (id: string, text: string, options: [string, string][], value: string, set: (value: string) => void): HTMLElement => {
    const select = h("select", { id }, ...options.map(([key, told]) => h("option", { value: key, selected: key === value }, told))) as HTMLSelectElement;
    select.addEventListener("change", () => {
      set(select.value);
      draw();
    });
    return h("label", {}, text, " ", select);
  };
  const controls = h("p", { class: "small fields" },
    found.numbers.length > 1 ? choose("figure-value", "y", [["*", found.numbers.slice(0, SERIES).join(", ")], ...found.numbers.map((one): [string, string] => [one, one])], wanted.value, (value) => (wanted.value = value)) : null,
    found.over.length > 1 ? choose("figure-over", tell("over"), found.over.map((one): [string, string] => [one, one]), wanted.over, (value) => (wanted.over = value)) : null,
    choose("figure-kind", tell("kind"), [["lines", tell("lines")], ["bars", tell("bars")]], wanted.lines ? "lines" : "bars", (value) => (wanted.lines = value === "lines")));
  release();
  const watch = new ResizeObserver(draw);
  watch.observe(place);
  redraw = () => place.isConnected && draw();
  release = () => {
    watch.disconnect();
    chart?.dispose();
  };
  return h("div", {}, controls, place, rows.length < answer.rows.length ? h("p", { class: "small" }, tell("drawnRows", { count: number(rows.length), all: number(answer.rows.length) })) : null);
}

const ROW = 24;
const OPEN = 14;
const ENDS: Record<number, string> = { 4: "-12-31", 7: "-31" };

// A date as a year with its fraction; its last day if it is an end.
function place(date: string, end = false): number {
  const told = date.slice(0, 10);
  const [year = 0, month = 1, dayOfMonth = 1] = (end ? told + (ENDS[told.length] ?? "") : told).split("-").map(Number);
  return year + (month - 1) / 12 + (dayOfMonth - 1) / 372;
}

// The first and last day of a begin and of an end, where an answer has all four: `beginEarliest` and `beginLatest`, and so on.
function boundsOf(columns: string[], found: Shape): string[] {
  const [begin, end] = [found.from, found.until].map((column) => column.replace(/(earliest|latest)$/i, ""));
  const all = [begin, begin, end, end].map((stem, at) => columns.find((column) => column.toLowerCase() === `${stem}${at % 2 ? "latest" : "earliest"}`.toLowerCase()));
  return all.every((one): one is string => one !== undefined) ? all : [];
}

export function timeline(answer: Pick<Rows, "columns" | "rows">, found: Shape, write: Write, tell: Tell): HTMLElement {
  const bounds = boundsOf(answer.columns, found);
  const dates = new Set([found.from, found.until, ...bounds]);
  const names = answer.columns.filter((column) => !dates.has(column) && answer.rows.some((row) => row[column]?.type === "literal" && row[column].value.length < 120 && !/^[\d.-]+$/.test(row[column].value)));
  const shown = (names.length ? names : answer.columns.filter((column) => !dates.has(column))).slice(0, 2);
  const rows = answer.rows.filter((row) => [found.from, found.until, ...bounds].some((column) => row[column])).slice(0, MOST_ROWS);
  const told = (row: Row): string => label(shown.map((column) => write(row[column])).filter(Boolean).join(" · "), 60);
  const date = (row: Row, column: string): string => (row[column] ? day(row[column]!.value.slice(0, 10)) : "…");
  const either = (row: Row, one: string, other: string): string => [...new Set([date(row, one), date(row, other)])].join(" / ");
  const when = (row: Row): string => (bounds.length
    ? `${either(row, bounds[0]!, bounds[1]!)} – ${either(row, bounds[2]!, bounds[3]!)}`
    : `${date(row, found.from)} – ${date(row, found.until)}`);
  const ends = new Set([found.until, ...bounds.slice(2)]);
  const places = rows.flatMap((row) => [...dates].flatMap((column) => (row[column] ? place(row[column]!.value, ends.has(column)) : [])));
  const [first, last] = [Math.floor(Math.min(...places)), Math.ceil(Math.max(...places) + 0.3)];
  const [left, width] = [10, 900];
  const x = (at: number): number => left + ((at - first) / Math.max(1, last - first)) * width;
  const picture = svg("svg", { class: "times", viewBox: `0 0 ${left + width + 20} ${34 + rows.length * ROW}`, width: left + width + 20, height: 34 + rows.length * ROW, role: "img", "aria-label": tell("timelineLabel") });
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first) / years <= 12) ?? 200;
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    picture.append(svg("line", { class: "tick", x1: x(year), x2: x(year), y1: 22, y2: 34 + rows.length * ROW }), svg("text", { class: "year", x: x(year) + 3, y: 16 }, String(year)));
  for (const [at, row] of rows.entries()) {
    const top = 32 + at * ROW;
    const rect = (kind: string, left: number, right: number): SVGElement => svg("rect", { class: kind, x: left, y: top, width: Math.max(4, right - left), height: ROW - 8, rx: 3 });
    const bar = svg("g", {}, svg("title", {}, `${told(row)}: ${when(row)}`));
    let start: number;
    if (bounds.length) {
      const [begun, since, until, over] = bounds.map((column, place_) => (row[column] ? place(row[column]!.value, place_ > 1) : null)) as [number | null, number | null, number | null, number | null];
      const known = [begun, since, until, over].filter((one): one is number => one !== null);
      start = Math.min(...known);
      // where nothing is known of a bound, the pale bar goes a little further and stops
      bar.append(rect("span open", x(start) - (begun === null ? OPEN : 0), x(Math.max(...known)) + (over === null ? OPEN : 0)));
      if (since !== null && until !== null && since <= until) bar.append(rect("span sure", x(since), x(until)));
    } else {
      const [from, until] = [row[found.from], row[found.until]];
      const end = until ? place(until.value, true) : last;
      start = from ? place(from.value) : first;
      bar.append(rect(from && until ? "span" : "span open", x(Math.min(start, end)), x(Math.min(start, end)) + x(end) - x(start)));
    }
    const anchor = x(start) > left + width * 0.6;
    picture.append(bar, svg("text", { x: anchor ? x(start) - 6 : x(start) + 6, y: 44 + at * ROW, class: anchor ? "before" : "" }, told(row)));
  }
  return h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": tell("timelineLabel") }, picture as unknown as HTMLElement),
    h("p", { class: "small" }, tell(bounds.length ? "sureSpan" : "openEnd"), rows.length < answer.rows.length ? ` ${tell("drawnRows", { count: number(rows.length), all: number(answer.rows.length) })}` : null));
}
