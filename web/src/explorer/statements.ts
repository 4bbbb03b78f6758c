// Statements and tenures with the words that they stand on.
import { type Child, h, link, name } from "./elements";
import { address, type Contradiction, type Evidence, type Statement, type Terms } from "./source";
import { day, lang, modality, number, say } from "./wording";

const PAST = new Set(["ended", "former"]);
const OPEN = new Set(["planned", "reported", "designated"]);
const FIRST = 40;

let labels: Record<string, string> = {};
export const setTerms = (told: Terms): void => {
  labels = told[lang] ?? {};
};
export const term = (local: string): string => (local === "holdsOffice" ? say("holdsOffice") : (labels[local] ?? local));

export function tone(one: { modality: string }): string {
  return PAST.has(one.modality) ? "past" : OPEN.has(one.modality) ? "plan" : "good";
}

// Whether no rule but the weights has read what it says, wherever that is said.
export const isWeighed = (one: Statement): boolean => [one, ...(one.also ?? [])].every(({ rule }) => rule === "weighed");

function period(one: Statement): string {
  const bounds = [one.since && `${say("since")} ${day(one.since)}`, one.until && `${say("until")} ${day(one.until)}`];
  return bounds.filter(Boolean).join(", ");
}

// How an office is held by what is known last, else as its article says.
export const standing = (one: Statement): string => one.term?.standing ?? one.modality;

// Begin or end of a time in office, from the first day to the last that it can have.
function edgeOf(first: string, last: string): string {
  if (!first && !last) return say("unknownDay");
  if (!last) return say("dayOrLater", { day: day(first) });
  if (!first) return say("dayAtLatest", { day: day(last) });
  if (first === last) return day(first);
  const month = new Date(Date.UTC(+last.slice(0, 4), +last.slice(5, 7), 0)).toISOString().slice(0, 10);
  if (first.endsWith("-01") && first.slice(0, 7) === last.slice(0, 7) && last === month) return day(first.slice(0, 7));
  if (first.endsWith("-01-01") && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  return say("daysBetween", { first: day(first), last: day(last) });
}
const lasted = ({ bounds: [first, begun, stayed, last] }: NonNullable<Statement["term"]>): string =>
  say("termOf", { begin: edgeOf(first, begun), end: edgeOf(stayed, last) });
// The newest first, of offices by their begin.
const begun = ({ term, evidence }: Statement): string => term?.bounds[1] || term?.bounds[0] || evidence[0]?.date || "";
export const latestFirst = (all: Statement[]): Statement[] => [...all].sort((a, b) => (begun(a) < begun(b) ? 1 : begun(a) > begun(b) ? -1 : 0));
const said = (one: Statement): string => [one, ...(one.also ?? [])].flatMap(({ evidence }) => evidence.map(({ date }) => date)).reduce((last, date) => (date > last ? date : last), "");

// What several articles say is one: statements of the same ends, relation, office and period or modality, as the first of them by its IRI.
export function joined(all: readonly Statement[]): Statement[] {
  const found = new Map<string, Statement[]>();
  for (const one of all) {
    const key = [one.subject.iri, one.predicate, one.role?.iri, one.object.iri, one.term?.period ?? one.modality].join("\n");
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()].map((same) => {
    const [first, ...also] = same.sort((a, b) => (a.iri < b.iri ? -1 : 1));
    return { ...first!, also };
  });
}

// The end of an IRI, by which a statement is known on the page of its article.
export const ending = (iri: string): string => iri.split("/").pop() ?? "";

// `said`, the statement that one comes from, is the one that the article's page opens with.
export function quote(one: Evidence, said = ""): HTMLElement {
  const place = say("place", { start: one.start, end: one.end });
  return h(
    "figure",
    { class: "quote" },
    h("blockquote", {}, one.quote ? name(one.quote) : h("em", {}, say("quoteLeftOut")), one.cut ? " […]" : null),
    h(
      "figcaption",
      {},
      link(`${address(one.article)}#c${one.cut?.[0] ?? one.start}${said && `&s=${ending(said)}`}`, one.title || say("noTitle")),
      ` · ${day(one.date)} · ${place}`,
    ),
  );
}

// `whole` tells of an office as all articles together do; else as one of them says.
function parts(one: Statement, self: string, whole: boolean): Child[] {
  const thing = (other: { iri: string; label: string }): Child =>
    other.iri === self ? null : link(address(other.iri), other.label);
  const verb = (text: string): Child => h("span", { class: "verb" }, text);
  const body = thing(one.object);
  if (one.predicate !== "holdsOffice" || !one.role || one.role.iri === one.object.iri) return [thing(one.subject), " ", verb(term(one.predicate)), " ", body];
  const held = whole ? standing(one) : one.modality;
  // of the day on which somebody was last named nothing is claimed for today
  const is = PAST.has(held) ? say("was") : held === "designated" ? say("becomes") : whole && one.term ? "" : say("is");
  return [thing(one.subject), ...(is ? [" ", verb(is), " "] : [one.subject.iri === self ? null : ": "]), link(address(one.role.iri), one.role.label), ...(body ? [" (", body, ")"] : [])];
}

// What contradicts what, in words, with links to the statements that do.
export function contradiction(one: Contradiction, word: "against" | "statement", own: ReadonlySet<string> = new Set()): HTMLElement {
  const others = one.statements.filter((iri) => !own.has(iri));
  return h("li", {}, h("strong", {}, `⚠ ${say("contradiction")}: `), one.messages[lang] ?? one.messages.de ?? "",
    ...others.flatMap((iri, at) => [at ? ", " : " ", h("a", { href: address(iri) }, others.length > 1 ? `${say(word)} ${at + 1}` : say(word))]));
}

// Contradictions that a statement, or another that says the same, is in.
function contradictions(all: readonly Statement[]): HTMLElement | null {
  const found = new Map(all.flatMap((one) => one.against ?? []).map((one) => [one.messages.de ?? "", one]));
  const own = new Set(all.map((one) => one.iri));
  return found.size ? h("ul", { class: "against" }, ...[...found.values()].map((one) => contradiction(one, "against", own))) : null;
}

// Of the quotes of a statement the first is shown, or none beside the text that they are from, or all; on the page of a
// quote none, not even to unfold: it stands above.
export function statement(one: Statement, self = "", shown: "first" | "none" | "all" | "here" = "first"): HTMLElement {
  const all = [one, ...(one.also ?? [])];
  const whole = shown === "first", held = whole ? standing(one) : one.modality, last = said(one);
  const when = one.term && shown !== "none" ? lasted(one.term) : [...new Set(all.map(period).filter(Boolean))].join("; ");
  const chip = !whole || !last ? modality(held) : one.term && held !== "former" && held !== "designated" ? say("lastSeen", { held: modality(held), day: day(last) }) : one.term ? modality(held) : say("saidOn", { held: modality(held), day: day(last) });
  const quotes = shown === "here" ? [] : all.flatMap((each) => each.evidence.map((shown) => quote(shown, each.iri)));
  const first = shown === "first" ? quotes.splice(0, 1) : [];
  const count = quotes.length;
  const folded = first.length ? (count === 1 ? say("oneMore") : say("evidencesMore", { count })) : count === 1 ? say("evidence") : say("evidences", { count });
  return h(
    "li",
    { class: "said", id: ending(one.iri) },
    h("p", { class: "line" }, ...parts(one, self, whole)),
    h(
      "p",
      { class: "small" },
      h("span", { class: `chip ${tone({ modality: held })}` }, chip),
      isWeighed(one) && h("span", { class: "chip weighed", title: say("weighedMeans") }, say("weighed")),
      when && ` ${when}`,
      ` ${say("confidence")} ${number(Math.max(...all.map((each) => each.confidence)))} `,
      // its own page does not lead to itself
      ...(shown === "all" ? [] : all.flatMap((each, at) => [at ? ", " : null, h("a", { href: address(each.iri) }, at ? String(at + 1) : say("statement"))])),
    ),
    contradictions(all),
    ...first,
    count ? h("details", { open: shown === "all" }, h("summary", {}, folded), ...quotes) : null,
  );
}

export function listed<T>(all: T[], draw: (one: T) => HTMLElement, given: Record<string, string> = {}, first = FIRST): HTMLElement {
  const list = h("ul", given, ...all.slice(0, first).map(draw));
  if (all.length <= first) return list;
  const more = h("button", { type: "button", class: "more" }, say("more", { count: all.length - first }));
  more.addEventListener("click", () => {
    list.append(...all.slice(first).map(draw));
    (list.children[first]?.querySelector("a, summary") as HTMLElement | null)?.focus();
    more.remove();
  });
  return h("div", {}, list, more);
}
