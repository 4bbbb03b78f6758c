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

export type Tell = (word: "over" | "kind" | "lines" | "bars" | "figureLabel" | "timelineLabel" | "drawnRows" | "openEnd", values?: Record<string, string | number>) => string;
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
const ENDS: Record<number, string> = { 4: "-12-31", 7: "-31" };

// A date as a year with its fraction; its last day if it is an end.
function place(date: string, end = false): number {
  const told = date.slice(0, 10);
  const [year = 0, month = 1, dayOfMonth = 1] = (end ? told + (ENDS[told.length] ?? "") : told).split("-").map(Number);
  return year + (month - 1) / 12 + (dayOfMonth - 1) / 372;
}

export function timeline(answer: Pick<Rows, "columns" | "rows">, found: Shape, write: Write, tell: Tell): HTMLElement {
  const dates = new Set([found.from, found.until]);
  const names = answer.columns.filter((column) => !dates.has(column) && answer.rows.some((row) => row[column]?.type === "literal" && row[column].value.length < 120 && !/^[\d.-]+$/.test(row[column].value)));
  const shown = (names.length ? names : answer.columns.filter((column) => !dates.has(column))).slice(0, 2);
  const rows = answer.rows.filter((row) => row[found.from] ?? row[found.until]).slice(0, MOST_ROWS);
  const told = (row: Row): string => label(shown.map((column) => write(row[column])).filter(Boolean).join(" · "), 60);
  const when = (row: Row): string => `${row[found.from] ? day(row[found.from]!.value.slice(0, 10)) : "…"} – ${row[found.until] ? day(row[found.until]!.value.slice(0, 10)) : "…"}`;
  const places = rows.flatMap((row) => [row[found.from] ? place(row[found.from]!.value) : [], row[found.until] ? place(row[found.until]!.value, true) : []].flat());
  const [first, last] = [Math.floor(Math.min(...places)), Math.ceil(Math.max(...places) + 0.3)];
  const [left, width] = [10, 900];
  const x = (at: number): number => left + ((at - first) / Math.max(1, last - first)) * width;
  const picture = svg("svg", { class: "times", viewBox: `0 0 ${left + width + 20} ${34 + rows.length * ROW}`, width: left + width + 20, height: 34 + rows.length * ROW, role: "img", "aria-label": tell("timelineLabel") });
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first) / years <= 12) ?? 200;
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    picture.append(svg("line", { class: "tick", x1: x(year), x2: x(year), y1: 22, y2: 34 + rows.length * ROW }), svg("text", { class: "year", x: x(year) + 3, y: 16 }, String(year)));
  for (const [at, row] of rows.entries()) {
    const [from, until] = [row[found.from], row[found.until]];
    const [start, end] = [from ? place(from.value) : first, until ? place(until.value, true) : last];
    const bar = svg("rect", { class: from && until ? "span" : "span open", x: x(Math.min(start, end)), y: 32 + at * ROW, width: Math.max(4, x(end) - x(start)), height: ROW - 8, rx: 3 });
    bar.append(svg("title", {}, `${told(row)}: ${when(row)}`));
    const anchor = x(start) > left + width * 0.6;
    picture.append(bar, svg("text", { x: anchor ? x(start) - 6 : x(start) + 6, y: 44 + at * ROW, class: anchor ? "before" : "" }, told(row)));
  }
  return h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": tell("timelineLabel") }, picture as unknown as HTMLElement),
    h("p", { class: "small" }, tell("openEnd"), rows.length < answer.rows.length ? ` ${tell("drawnRows", { count: number(rows.length), all: number(answer.rows.length) })}` : null));
}
