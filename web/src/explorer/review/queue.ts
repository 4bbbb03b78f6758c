// What the queue offers, what was decided, and how a decision is sent: the file of corrections on the server is the state.
import { parameters } from "../source";

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
}
export interface Pair {
  first: string;
  second: string;
  score: number;
  features: { de: string; en: string; weight: number }[];
  evidence: [import("../source").Evidence[], import("../source").Evidence[]];
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

// The server does not take the token, or the file is another one than this page has read.
export class NotAdmitted extends Error {}
class Changed extends Error {}

const PATH = "api/review/decisions.json";

export class Ledger {
  judgements: Judgement[] = [];
  private version = "";

  constructor(private readonly token: string) {}

  async read(): Promise<void> {
    const told = await this.sent("GET");
    this.version = told.version;
    this.judgements = told.judgements;
  }

  of(one: Item): Judgement[] {
    const known = one.row ? new Set(one.row.iris) : new Set([one.pair.first, one.pair.second]);
    return this.judgements.filter(({ about, kind }) =>
      one.row ? about.length === 1 && known.has(about[0]!) : (kind === "Same" || kind === "Different") && about.every((iri) => known.has(iri)));
  }

  // Gives the judgements that were written; null if somebody else has decided it meanwhile.
  async decide(one: Item, decision: Record<string, unknown>): Promise<Judgement[] | null> {
    const again = async (): Promise<Judgement[] | null> => {
      const told = await this.sent("POST", decision);
      this.version = told.version;
      this.judgements.push(...told.judgements);
      return told.judgements;
    };
    try {
      return await again();
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      await this.read();
      return this.of(one).length ? null : again();
    }
  }

  async takeBack(iris: string[]): Promise<void> {
    const query = new URLSearchParams(iris.map((iri) => ["judgement", iri]));
    try {
      const told = await this.sent("DELETE", undefined, `?${query}`);
      this.version = told.version;
      this.judgements = this.judgements.filter((one) => !iris.includes(one.judgement));
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      await this.read();
      throw new Error("changed");
    }
  }

  private async sent(method: string, body?: unknown, query = ""): Promise<{ version: string; judgements: Judgement[] }> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.token}` };
    if (method !== "GET") headers["If-Match"] = `"${this.version}"`;
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(PATH + query, { method, headers, body: body ? JSON.stringify(body) : null });
    if (answer.status === 401) throw new NotAdmitted();
    if (answer.status === 412) throw new Changed();
    if (!answer.ok) throw new Error((await answer.text()).trim());
    return (await answer.json()) as { version: string; judgements: Judgement[] };
  }
}

export const chosen = (): Filters => {
  const given = parameters();
  const one = (name: string): string => given.get(name) ?? "";
  return { show: one("show") || "doubtful", predicate: one("predicate"), land: one("land"), body: one("body"), most: one("most") };
};
