// Where documents come from and what addresses look like.
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
  evidence: Evidence[];
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
export type StatementDocument = Statement & { document: "statement" };
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
  articles: [iri: string, title: string, date: string][];
  latest: Headline[];
}
export type Terms = Record<string, Record<string, string>>;

// the script stands one folder below the root
const own = import.meta.url;
export const root = new URL("../", own);
const PUBLIC = "https://w3id.org/govgraph/id";
let base = PUBLIC;

export const setBase = (told: string): void => {
  base = told;
};

export class Missing extends Error {}

export async function json<T>(path: string): Promise<T> {
  const answer = await fetch(new URL(path, root), { headers: { Accept: "application/json" } });
  if (answer.status === 404) throw new Missing(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return (await answer.json()) as T;
}

export const index = (): Promise<Index> => json("api/index.json");
export const terms = (): Promise<Terms> => json("api/terms.json");

// what stands below the root in the address of this page: "", "id/person/denis-alt", "about"
export const here = decodeURI(location.pathname.slice(root.pathname.length));

export function document_(): Promise<Document> {
  if (here.startsWith("id/")) return json(`api/${encodeURI(here)}.json`);
  return json(`api/about.json?${new URLSearchParams({ iri: new URLSearchParams(location.search).get("iri") ?? "" })}`);
}

// KIND/SLUG of an IRI below the base of the graph; empty for any other
function local(iri: string): string {
  for (const one of [base, PUBLIC])
    if (iri.startsWith(`${one}/`) && /^[\w~-]+\/[\w~-]+$/.test(iri.slice(one.length + 1))) return iri.slice(one.length + 1);
  return "";
}

export function address(iri: string, ending = ""): string {
  const place = local(iri);
  return new URL(place ? `id/${place}${ending}` : `about?${new URLSearchParams({ iri })}`, root).href;
}

// path of a document about a thing: what it says of it (`id`), or a view of it
export function pathOf(iri: string, folder = "id"): string {
  const place = local(iri);
  if (place) return `api/${folder}/${place}.json`;
  return `api/${folder === "id" ? "about" : folder}.json?${new URLSearchParams({ iri })}`;
}

export const documentAt = (iri: string): Promise<Document> => json(pathOf(iri));
