// What the page knows to help with, and terms put into queries.
import { json } from "../source";
import { lang } from "../wording";

type Texts = Partial<Record<"de" | "en", string>>;
export type Kind = "class" | "property" | "individual";
export type Term = [iri: string, kind: Kind, label: Texts, comment: Texts];
export interface Parameter {
  name: string;
  type: "entity" | "role" | "article" | "statement" | "predicate" | "class" | "date" | "integer" | "number" | "text";
  title: Texts;
  default: string | null;
}
export interface Example {
  name: string;
  theme: string;
  title: Texts;
  why: Texts;
  sparql: string;
  parameters: Parameter[];
}
export interface Questions {
  base: string;
  prefixes: Record<string, string>;
  terms: Term[];
  themes: { name: string; title: Texts }[];
  queries: Example[];
  choices: Record<"role" | "predicate" | "class", [iri: string, label: Texts][]>;
}

export const questions = (): Promise<Questions> => json("api/questions.json");

export const inLanguage = (texts: Texts): string => texts[lang] ?? texts.de ?? texts.en ?? "";

// Default of a parameter that stays a variable.
const ANY = "*";
// Strings, IRIs and comments, in which nothing is put in; else a parameter.
const PLACE = /"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|<[^<>\s{}|^`\\]*>|#[^\n]*|\$(\w+)/g;

export function insert(sparql: string, terms: Record<string, string>): string {
  return sparql.replace(PLACE, (whole: string, name?: string) => (name && Object.hasOwn(terms, name) ? terms[name]! : whole));
}

export const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (sign) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign]!)}"`;

const XSD = "http://www.w3.org/2001/XMLSchema#";
const DATES: Record<number, string> = { 4: "gYear", 7: "gYearMonth", 10: "date" };

// A value as it stands in a query; undefined if it is none of its type. IRIs are told by whom it is asked of.
export function written(type: Parameter["type"], value: string, known: (name: string) => string | undefined): string | undefined {
  const text = value.trim();
  if (type === "text") return quoted(value);
  if (type === "date") return /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) ? `"${text}"^^<${XSD}${DATES[text.length]}>` : undefined;
  if (type === "integer") return /^-?\d+$/.test(text) ? text : undefined;
  if (type === "number") return /^-?\d+(\.\d+)?$/.test(text) ? `"${text}"^^<${XSD}decimal>` : undefined;
  const iri = known(text) ?? text.replace(/^<|>$/g, "");
  return /^[a-z][a-z0-9+.-]*:[^<>"{}|^`\\\s]*$/i.test(iri) ? `<${iri}>` : undefined;
}

export const open = (parameter: Parameter): boolean => parameter.default === ANY;

// An IRI as it is written with the known prefixes, else whole.
export function compact(iri: string, prefixes: Record<string, string>): string {
  let best = "";
  for (const [name, start] of Object.entries(prefixes))
    if (iri.startsWith(start) && start.length > (prefixes[best] ?? "").length && /^[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(iri.slice(start.length))) best = name;
  return best ? `${best}:${iri.slice(prefixes[best]!.length)}` : iri;
}
