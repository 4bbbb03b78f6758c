// Data of the page, its language, and the few helpers that build elements. Text goes in by textContent alone.
import { spoken } from "../shared/language";

export interface Quote { text: string; article: number; start: number; end: number }
export interface Article { iri: string; title: string; date: string; url: string; source: string }
export interface Conflict { severity: string; de: string; en: string }
export interface Bound { day: string; rule: string }
export interface Period {
  iri: string; person: string; personIri: string; role: string; body: string; acting: boolean;
  bounds: [Bound | null, Bound | null, Bound | null, Bound | null];
  evidence: number[]; articles: number; sources: number; conflicts: number[];
}
export const isAnnounced = (period: Period): boolean => period.bounds[1]?.rule === "AnnouncedBound";
export interface Statement {
  iri: string; subject: string; subjectIri: string; object: string; objectIri: string; predicate: string; modality: string; confidence: number; date: string;
  evidence: number[];
}
export interface Lane {
  office: string; role: string; body: string; short: string; bodyIri: string; lands: string[]; periods: Period[];
  successions: [number, number, string, string][]; vacancies: [string, string][];
}
export interface Step { day: string; status: string; entries: number[]; local: boolean }
export type Entry = (Statement & { kind: "statement" }) | (Period & { kind: "period" });
export interface Land { id: string; iri: string; name: string; entries: Entry[]; steps: Step[] }
export interface Geometry {
  viewBox: string; paths: Record<string, string>;
  attribution: { title: string; author: string; work: string; licence: string; licenceUrl: string };
}
interface Common { lang: string; title: string; subtitle: string; quotes: Quote[]; articles: Article[]; conflicts: Conflict[] }
export interface TimelineData extends Common { kind: "timeline"; lanes: Lane[] }
export interface MapData extends Common {
  kind: "map"; predicate: string; things: string[]; role: string; lands: Land[]; elsewhere: Statement[]; geometry: Geometry;
}
export type Data = TimelineData | MapData;

type Table = Record<string, string | string[] | Record<string, string>>;
export type Messages = Record<string, Table>;
// What the page shows and says; told before anything is drawn.
export let data: Data;
let messages: Messages;

// Within another page, `place` is where the chart goes, and `address` leads from an IRI to what that page has on it.
export const state: { lang: string; place: HTMLElement | null; address: ((iri: string) => string) | null } = { lang: "de", place: null, address: null };
export const begin = (told: Data, texts: Messages): void => {
  data = told;
  messages = texts;
  state.lang = told.lang || spoken();
};

// A text of the interface; {name} is filled from `values`.
export const t = (key: string, values: Record<string, string | number> = {}): string => {
  const text = messages[state.lang]![key];
  if (typeof text !== "string") throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
};
export const named = (table: string, key: string): string => {
  const texts = messages[state.lang]![table] as Record<string, string>;
  return Object.hasOwn(texts, key) ? texts[key]! : key;
};
export const number = (value: number): string => new Intl.NumberFormat(state.lang).format(value);
export const count = (value: number, key: string): string =>
  `${number(value)} ${(messages[state.lang]![key] as string[])[value === 1 ? 0 : 1]}`;

// What a finger does, where there is one, in the place of mouse and keys.
export const touched = window.matchMedia("(pointer: coarse)");
// Where everything stands below one another.
export const narrow = window.matchMedia("(max-width: 820px)");

// A date as precise as it is given: day, month or year.
export const date = (text: string): string => {
  if (!text) return t("noDate");
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!parts) return text;
  const day = new Date(Date.UTC(+parts[1]!, +parts[2]! - 1, +(parts[3] ?? 1)));
  if (Number.isNaN(day.getTime())) return text;
  const form = parts[3] ? { day: "numeric", month: "long", year: "numeric" } : { month: "long", year: "numeric" };
  return day.toLocaleDateString(state.lang, { ...form, timeZone: "UTC" } as Intl.DateTimeFormatOptions);
};
export const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

type Child = Node | string | null | undefined;
type Attributes = Record<string, string | number | boolean | null | ((event: Event) => void)>;
// el("p", {class: "x"}, "text", child): strings become text nodes, null is left out.
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: (Child | Child[])[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child): child is Node | string => child !== null && child !== undefined));
  return element;
};
export const bdi = (text: string, attributes: Attributes = {}): HTMLElement => el("bdi", attributes, text);

// A name as it is drawn: without marks that a canvas would obey, and cut. Panel and table have it whole.
export const drawable = (text: string, most = 80): string => {
  const plain = text.slice(0, 400)
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]+/g, " ")
    .replace(/\s+/g, " ").trim() || "·";
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};
// The same where the library reads marks of its own.
export const label = (text: string, most = 80): string =>
  drawable(text, most).replace(/[{}|]/g, (mark) => ({ "{": "｛", "}": "｝", "|": "¦" })[mark]!);

export const fold = (text: string): string => text.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "");

const darkness = window.matchMedia("(prefers-color-scheme: dark)");
export const printing = window.matchMedia("print");
// Colours as the style sheet has them now; paper is always white.
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
// Red, green or blue of a colour, which may be written with one digit for each.
const channel = (hex: string, at: number): number => parseInt(hex.length < 7 ? hex[1 + at]!.repeat(2) : hex.slice(1 + 2 * at, 3 + 2 * at), 16);
// A colour of the style sheet laid over another; `share` of 1 is the colour itself.
export const blend = (over: string, under: string, share: number): string => {
  return `#${[0, 1, 2].map((at) => Math.round(share * channel(over, at) + (1 - share) * channel(under, at)).toString(16).padStart(2, "0")).join("")}`;
};
// Of some colours the one that is read best on another, by the contrast of WCAG 2.
const luminance = (hex: string): number => [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
  const light = channel(hex, at) / 255;
  return sum + weight * (light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4);
}, 0);
export const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};
export const readable = (inks: string[], paper: string): string => inks.reduce((best, ink) => (contrast(ink, paper) > contrast(best, paper) ? ink : best));
export const onTheme = (draw: () => void): void => {
  darkness.addEventListener("change", draw);
  printing.addEventListener("change", draw);
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", draw);
};
