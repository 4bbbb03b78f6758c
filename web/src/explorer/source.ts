// What documents hold, where they come from, and what addresses look like: on a server (served.ts), or in written files
// (written.ts).
export interface Thing {
  iri: string;
  label: string;
  type: string;
}
export interface Evidence {
  quote: string;
  start: number;
  end: number;
  article: string;
  title: string;
  date: string;
  url: string;
  cut: [number, number] | null;
}
// What contradicts what, by language, and the statements that do.
export interface Contradiction {
  messages: Record<string, string>;
  statements: string[];
}
export interface Statement {
  iri: string;
  base: string;
  subject: Thing;
  predicate: string;
  role: Thing | null;
  object: Thing;
  modality: string;
  confidence: number;
  rule: string;
  since: string;
  until: string;
  // what all articles together say of an office: days between which it began and ended, each empty if not known
  term: { period: string; bounds: [string, string, string, string]; standing: string } | null;
  evidence: Evidence[];
  // contradictions that it is in, with the other statements
  against?: Contradiction[];
  // others that say the same, on a page that shows them as one
  also?: Statement[];
}
export interface Headline {
  iri: string;
  title: string;
  date: string;
  url: string;
}
export interface EntityDocument {
  document: "entity";
  iri: string;
  base: string;
  label: string;
  labels: Record<string, string>;
  type: string;
  class: string;
  aliases: string[];
  links: string[];
  facts: Statement[];
  about: Statement[];
  articles: Headline[];
}
export interface Piece {
  text: string;
  start: number;
  end: number;
  statements: number[];
}
export interface ArticleDocument extends Headline {
  document: "article";
  base: string;
  kicker: string;
  authors: string[];
  source: string;
  leading: string;
  whole: boolean;
  pieces: Piece[];
  statements: Statement[];
  mentions: Thing[];
}
export type StatementDocument = Statement & {
  document: "statement";
  citations: { footnote: string; bibtex: string };
  // what the ontology says of the rule, by language, if it is a construction
  construction: Record<string, { label: string; text: string }> | null;
};
export interface EvidenceDocument extends Evidence {
  document: "evidence";
  iri: string;
  base: string;
  statements: Statement[];
}
export type Document = EvidenceDocument | EntityDocument | ArticleDocument | StatementDocument;
export type EntityRow = [iri: string, label: string, type: string, own: string, aliases: string[], mentions: number];
export interface Index {
  base: string;
  counts: { entities: number; articles: number };
  entities: EntityRow[];
  // of those that share name and kind with others, what tells them apart
  apart: Record<string, string>;
  // missing in documents of an older version
  contradictions?: Contradiction[];
  // offices that somebody holds: by role, and by holder
  roles: [iri: string, label: string, aliases: string[], holders: number][];
  offices: [role: string, title: string, body: string, land: string, person: string, name: string][];
  articles: [iri: string, title: string, date: string][];
  latest: Headline[];
}
export type Terms = Record<string, Record<string, string>>;

export interface Source {
  // what stands below the root in the address of this page: "", "id/person/denis-alt", "about", "network"
  readonly here: string;
  // address of a page, or of the file beside it that has the ending
  url(page: string, query: Record<string, string>, ending: string): string;
  // whether a thing with such an address below the base has a page of its own; else it is shown on the page `about`
  own(place: string): boolean;
  // a document by its name, or that of this name about a thing, whose address below the base is `place`, if it has one
  told<T>(name: string, iri: string, place: string): Promise<T>;
  // the answer to a query, in the first of these media types that fits it
  ask(sparql: string, accept: string, signal: AbortSignal): Promise<Response>;
  // title and ending of files that lie beside the page of a thing
  readonly formats: readonly (readonly [title: string, ending: string])[];
  // address of the whole graph as one file, if there is one
  readonly whole: string;
  // whether the browser itself answers queries
  readonly alone: boolean;
  // whether a reviewer can decide here
  readonly reviewed: boolean;
}

const PUBLIC = "https://w3id.org/govgraph/id";
let base = PUBLIC;
let source: Source;

export const setBase = (told: string): void => {
  base = told;
};
export const useSource = (used: Source): void => {
  source = used;
};
export const from = (): Source => source;

// The graph, or the site, says nothing of it.
export class Missing extends Error {}

// KIND/SLUG of an IRI below the base of the graph that has a page of its own; empty for any other
function local(iri: string): string {
  for (const one of [base, PUBLIC]) {
    const place = iri.slice(one.length + 1);
    if (iri.startsWith(`${one}/`) && /^[\w~-]+\/[\w~-]+$/.test(place) && source.own(place)) return place;
  }
  return "";
}

export const pageAddress = (page = "", query: Record<string, string> = {}): string => source.url(page, query, "");

export function address(iri: string, ending = ""): string {
  const place = local(iri);
  return place ? source.url(`id/${place}`, {}, ending) : source.url("about", { iri }, "");
}

export const formats = (iri: string): Source["formats"] => (local(iri) ? source.formats : []);

// `index`, `terms` …, or a document about a thing: what the graph says of it (`id`), or a view of it
export const told = <T>(name: string, iri = ""): Promise<T> => source.told(name, iri, iri && local(iri));

export const index = (): Promise<Index> => told("index");
// All quotes by article, each with where it begins.
export type Sentences = { sentences: [article: string, quotes: [start: number, quote: string][]][] };
export const sentences = (): Promise<Sentences> => told("sentences");
export const terms = (): Promise<Terms> => told("terms");
export const documentAt = (iri: string): Promise<Document> => told("id", iri);

// the document of this page
export function document_(): Promise<Document> {
  const { here } = source;
  if (here.startsWith("id/")) return source.told("id", "", here.slice(3));
  return told("id", parameters().get("iri") ?? "");
}

export const parameters = (): URLSearchParams => new URLSearchParams(location.search);
