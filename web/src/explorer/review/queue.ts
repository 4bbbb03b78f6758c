// What the queue offers, what can be decided, and what was.
import { type Evidence, parameters } from "../source";
import type { Draft, File, Forms } from "./kept";

export interface Row {
  iris: string[];
  subject: string;
  predicate: string;
  role: string;
  object: string;
  modality: string;
  since: string;
  until: string;
  confidence: number;
  sources: number;
  conflicts: number[];
  // of a written site, in the order of `iris`
  drafts?: Draft[];
}
export interface Pair {
  first: string;
  second: string;
  score: number;
  features: { de: string; en: string; weight: number }[];
  evidence: [Evidence[], Evidence[]];
  draft?: Draft;
}
export interface Conflict {
  severity: string;
  label: { de: string; en: string };
  message: { de: string; en: string };
  sides: string[][];
}
export interface Offered {
  base: string;
  unsure: number;
  rows: Row[];
  pairs: Pair[];
  conflicts: Conflict[];
  things: Record<string, [label: string, type: string, land: string]>;
  roles: string[];
  words: { predicates: string[]; modalities: string[]; statuses: string[] };
  // of a written site
  file?: File;
  forms?: Forms;
}
export type Item = { key: string; row: Row; pair?: undefined } | { key: string; row?: undefined; pair: Pair };
export interface Judgement {
  judgement: string;
  kind: "Rejection" | "Assertion" | "Same" | "Different";
  about: string[];
  by: string;
  on: string;
  why: string;
}
export interface Decision {
  verdict: "right" | "wrong" | "other" | "same" | "different";
  about: string[];
  claim?: Record<string, string>;
  by: string;
  why: string;
}
export interface Filters {
  show: string;
  predicate: string;
  land: string;
  body: string;
  most: string;
}

// Contradictions first, then who may be one, then the rest as the server has ordered it.
export function itemsOf(offered: Offered): Item[] {
  const rows = offered.rows.map((row): Item => ({ key: row.iris[0]!, row }));
  const pairs = offered.pairs.map((pair): Item => ({ key: `${pair.first} ${pair.second}`, pair }));
  const contradictory = rows.filter((one) => one.row!.conflicts.length);
  return [...contradictory, ...pairs, ...rows.filter((one) => !one.row!.conflicts.length)];
}

export const ends = (one: Item): string[] => (one.row ? [one.row.subject, one.row.object] : [one.pair.first, one.pair.second]);

export function fits(one: Item, by: Filters, offered: Offered): boolean {
  const { row } = one;
  const lands = (): string[] => ends(one).map((iri) => offered.things[iri]?.[2] ?? "");
  if (by.show === "doubtful" && row && !row.conflicts.length && row.confidence >= offered.unsure) return false;
  if (by.show === "conflicts" && !row?.conflicts.length) return false;
  if (by.show === "pairs" && row) return false;
  if (by.show === "single" && row?.sources !== 1) return false;
  if (by.predicate && row?.predicate !== by.predicate) return false;
  if (by.land && !lands().includes(by.land)) return false;
  if (by.body && !ends(one).includes(by.body)) return false;
  return !by.most || (row !== undefined && row.confidence <= Number(by.most));
}

// Where decisions go and are known from.
export interface Ledger {
  judgements: Judgement[];
  // Gives the judgements that were written; null if somebody else has decided it meanwhile.
  decide(one: Item, decision: Decision): Promise<Judgement[] | null>;
  takeBack(iris: string[]): Promise<void>;
}

// Judgements on what a row or pair says.
export function judged(one: Item, all: readonly Judgement[]): Judgement[] {
  const known = one.row ? new Set(one.row.iris) : new Set([one.pair.first, one.pair.second]);
  return all.filter(({ about, kind }) =>
    one.row ? about.length === 1 && known.has(about[0]!) : (kind === "Same" || kind === "Different") && about.every((iri) => known.has(iri)));
}

export const chosen = (): Filters => {
  const given = parameters();
  const one = (name: string): string => given.get(name) ?? "";
  return { show: one("show") || "doubtful", predicate: one("predicate"), land: one("land"), body: one("body"), most: one("most") };
};
