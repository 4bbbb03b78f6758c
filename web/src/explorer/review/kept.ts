// Decisions that the browser keeps, in a written site: of the drafts in its document it writes the file of corrections, with the
// same text as the server would.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { filled } from "../wording";
import type { Decision, Item, Judgement, Ledger, Offered } from "./queue";

// What is judged, as lines of Turtle, and what judgements of it are called, by kind.
export interface Draft {
  ids: Partial<Record<Judgement["kind"], string>>;
  where: string;
  said: string;
}
// The file of corrections as the site was written; a judgement without its text was edited by hand.
export interface File {
  name: string;
  start: string;
  judgements: Written[];
}
// A line of a claim: for all that is said there, or by word, or by the number of characters of a date.
type Line = [field: string, told: string | Record<string, string>];
export interface Forms {
  block: string;
  reason: string;
  claim: string;
  judgement: string;
  prefixes: Record<string, string>;
  anonymous: string;
  statement: Line[];
  tenure: Line[];
}
type Written = Judgement & { block: string };
interface Held {
  made: Written[];
  dropped: string[];
}

const KINDS = { right: "Assertion", wrong: "Rejection", other: "Rejection", same: "Same", different: "Different" } as const;
const OFFICE = "holdsOffice";

// Why a decision is not taken; a text of the queue.
export class Refused extends Error {
  constructor(readonly word: "sameAgain" | "noDate" | "byHand") {
    super(word);
  }
}

export class Kept implements Ledger {
  judgements: Judgement[] = [];
  // whether the browser forgets what it is told to keep
  forgets = false;
  private held: Held = { made: [], dropped: [] };
  private readonly known: Set<string>;

  constructor(private readonly file: File, private readonly forms: Forms, offered: Offered, private readonly key: string) {
    this.known = new Set([...offered.rows.flatMap((one) => one.iris), ...offered.pairs.flatMap((one) => [one.first, one.second])]);
    this.read();
  }

  // Number of judgements in which the file has changed.
  get count(): number {
    return this.held.made.length + this.held.dropped.length;
  }

  async decide(one: Item, decision: Decision): Promise<Judgement[]> {
    this.read();
    const drafts = one.row ? one.row.drafts! : [one.pair.draft!];
    const made = drafts.flatMap((draft, at) => {
      const about = one.row ? [one.row.iris[at]!] : [one.pair.first, one.pair.second];
      const kind = KINDS[decision.verdict];
      const first = this.judgement(kind, draft.ids[kind]!, draft.where, draft.said, about, decision);
      return decision.claim ? [first, this.meant(draft, about, decision, decision.claim)] : [first];
    });
    this.held.made.push(...made);
    this.keep();
    return made;
  }

  async takeBack(iris: string[]): Promise<void> {
    this.read();
    const made = new Set(this.held.made.map((one) => one.judgement));
    const standing = iris.filter((iri) => !made.has(iri));
    if (this.file.judgements.some((one) => standing.includes(one.judgement) && !one.block)) throw new Refused("byHand");
    this.held = { made: this.held.made.filter((one) => !iris.includes(one.judgement)), dropped: [...this.held.dropped, ...standing] };
    this.keep();
  }

  // The whole file of corrections.
  text(): string {
    const start = this.file.judgements.filter((one) => this.held.dropped.includes(one.judgement)).reduce((text, one) => text.replace(one.block, ""), `${this.file.start}\n`);
    return `${[start, ...this.held.made.map((one) => one.block)].map((part) => part.trimEnd()).join("\n\n")}\n`;
  }

  // What another tab has kept meanwhile counts; what the file holds by now, or what this graph does not offer, does not.
  private read(): void {
    let kept = this.held;
    try {
      if (!this.forgets) kept = (JSON.parse(localStorage.getItem(this.key) ?? "null") as Held | null) ?? { made: [], dropped: [] };
    } catch {
      this.forgets = true;
    }
    const inFile = new Set(this.file.judgements.map((one) => one.judgement));
    const dropped = kept.dropped.filter((iri) => inFile.has(iri));
    const standing = this.file.judgements.filter((one) => !dropped.includes(one.judgement));
    const stands = new Set(standing.map((one) => one.judgement));
    const made = kept.made.filter((one) => !stands.has(one.judgement) && one.about.every((iri) => this.known.has(iri)));
    this.held = { made, dropped };
    this.judgements = [...standing, ...made];
  }

  private keep(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.held));
    } catch {
      this.forgets = true;
    }
    this.read();
  }

  private judgement(kind: Judgement["kind"], iri: string, where: string, said: string, about: string[], { by, why }: Decision): Written {
    const { forms } = this;
    const line = (text: string): string => text.trim().replace(/\s+/g, " ");
    const [who, reason] = [line(by) || forms.anonymous, line(why)];
    const now = new Date();
    const on = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
    // a string of JSON is one of Turtle
    const block = filled(forms.block, {
      iri, kind, on, about: where + (said && filled(forms.claim, { claim: said })), by: JSON.stringify(who), why: reason && filled(forms.reason, { why: JSON.stringify(reason) }),
    });
    return { judgement: iri, kind, about, by: who, on, why: reason, block };
  }

  private meant(draft: Draft, about: string[], decision: Decision, claim: Record<string, string>): Written {
    const said = this.claimed(claim);
    if (said === draft.said) throw new Refused("sameAgain");
    const content = ["Assertion", ...this.spelled(draft.where), ...this.spelled(said)].join("\n");
    const iri = this.forms.judgement + bytesToHex(sha256(utf8ToBytes(content))).slice(0, 8);
    return this.judgement("Assertion", iri, draft.where, said, about, decision);
  }

  private claimed(claim: Record<string, string>): string {
    const office = claim["predicate"] === OFFICE;
    // who has an office in no body that is named
    const given: Record<string, string> = { ...claim, ...(office && claim["object"] === claim["role"] && { object: "" }) };
    return (office ? this.forms.tenure : this.forms.statement).map(([field, told]) => {
      const value = given[field] ?? "";
      if (!field) return told;
      if (!value) return "";
      if (typeof told === "string") return told.replace("{}", () => value);
      if (told[value]) return told[value];
      if (!day(value)) throw new Refused("noDate");
      return told[value.length]!.replace("{}", value);
    }).join("");
  }

  // Lines of Turtle as the triples that an identifier is made of.
  private spelled(lines: string): string[] {
    const whole = (term: string): string => term.replace(/^(\w+):(\w+)$/, (_, short: string, local: string) => `<${this.forms.prefixes[short]}${local}>`);
    return lines.trimEnd().split("\n").map((line) => {
      const [, verb, value] = /^ +(\S+) (.*) ;$/.exec(line)!;
      return `${whole(verb === "a" ? "rdf:type" : verb!)} ${whole(value!)}`;
    });
  }
}

// whether it is a year, a month or a day that there is
function day(text: string): boolean {
  const time = /^\d{4}(-\d\d){0,2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
