// Sends queries and takes answers; an answer that no page could show is given up on its way.
import { root } from "../source";

export interface Term {
  type: "uri" | "literal" | "typed-literal" | "bnode";
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}
export type Row = Record<string, Term | undefined>;
export interface Rows {
  kind: "rows";
  columns: string[];
  rows: Row[];
  cut: boolean;
}
export type Answer = Rows | { kind: "truth"; value: boolean } | (Omit<Rows, "kind"> & { kind: "triples" });

export type Trouble = "syntax" | "time" | "busy" | "size" | "refused" | "unreachable";
export class Refused extends Error {
  constructor(readonly trouble: Trouble, message: string) {
    super(message);
  }
}

const MOST = 40 * 1024 * 1024;
const TABLE = "application/sparql-results+json, application/n-triples;q=0.9";

export const RESULT_FORMATS = [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", "application/sparql-results+json", "json"], ["XML", "application/sparql-results+xml", "xml"]] as const;
export const TRIPLE_FORMATS = [["Turtle", "text/turtle", "ttl"], ["N-Triples", "application/n-triples", "nt"], ["JSON-LD", "application/ld+json", "jsonld"], ["RDF/XML", "application/rdf+xml", "rdf"]] as const;

async function sent(sparql: string, accept: string, signal: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(new URL("sparql", root), { method: "POST", body: new URLSearchParams({ query: sparql }), headers: { Accept: accept }, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refused("unreachable", "");
  }
  if (answer.ok) return answer;
  const said = (await answer.text()).trim().slice(0, 2000);
  if (/^no SPARQL that/.test(said)) throw new Refused("syntax", said.replace(/^no SPARQL that can be understood: /, ""));
  if (/^stopped after/.test(said)) throw new Refused("time", said);
  throw new Refused(answer.status === 503 ? "busy" : "refused", said);
}

async function limited(answer: Response): Promise<string> {
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new Refused("size", "");
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

export async function ask(sparql: string, signal: AbortSignal): Promise<Answer> {
  const answer = await sent(sparql, TABLE, signal);
  const cut = answer.headers.has("X-SPARQL-MaxRows");
  const text = await limited(answer);
  if (!(answer.headers.get("Content-Type") ?? "").includes("json"))
    return { kind: "triples", columns: ["subject", "predicate", "object"], rows: triples(text), cut };
  const told = JSON.parse(text) as { head: { vars?: string[] }; results?: { bindings: Row[] }; boolean?: boolean };
  if (told.boolean !== undefined) return { kind: "truth", value: told.boolean };
  return { kind: "rows", columns: told.head.vars ?? [], rows: told.results?.bindings ?? [], cut };
}

export async function file(sparql: string, media: string, signal: AbortSignal): Promise<Blob> {
  return (await sent(sparql, media, signal)).blob();
}

const STATEMENT = /^(<[^>]*>|_:\S+) (<[^>]*>) (?:(<[^>]*>)|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@(\S+))?) \.$/;
const ESCAPES: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four?: string, eight?: string, sign?: string) =>
    sign === undefined ? String.fromCodePoint(parseInt((four ?? eight)!, 16)) : (ESCAPES[sign] ?? sign));

// N-Triples, as the server writes them: one statement on a line.
export function triples(text: string): Row[] {
  const node = (written: string): Term => (written.startsWith("<") ? { type: "uri", value: unescaped(written.slice(1, -1)) } : { type: "bnode", value: written.slice(2) });
  return text.split("\n").flatMap((line) => {
    const found = STATEMENT.exec(line);
    if (!found) return [];
    const [, subject, predicate, iri, blank, words, datatype, language] = found;
    const object: Term = iri ?? blank ? node((iri ?? blank)!) : { type: "literal", value: unescaped(words ?? ""), ...(datatype && { datatype }), ...(language && { "xml:lang": language }) };
    return [{ subject: node(subject!), predicate: node(predicate!), object }];
  });
}
