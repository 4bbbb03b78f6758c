// The side panel: what is known about what was chosen, with the words that say so.
import { bdi, count, data, date, el, isAnnounced, named, number, state, t, type Bound, type Period, type Statement } from "./core";

const FIRST = 12;

const safeLink = (address: string): string | null => {
  if (!/^https?:\/\//i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
};
export const link = (address: string, text: string): HTMLElement => {
  const href = safeLink(address);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : bdi(text);
};

// A name, as a link where the page around has something on it.
export const thing = (iri: string, text: string, attributes: Record<string, string> = {}): HTMLElement =>
  state.address ? el("a", { href: state.address(iri), ...attributes }, bdi(text)) : bdi(text, attributes);

// `said` is the statement that it stands for, if it is one.
export const evidence = (at: number, said = ""): HTMLElement => {
  const quote = data.quotes[at]!;
  const article = data.articles[quote.article]!;
  const left = t("quoteLeftOut", { start: number(quote.start), end: number(quote.end) });
  return el("figure", { class: "evidence" },
    quote.text ? el("blockquote", { dir: "auto" }, quote.text) : el("p", { class: "faint left-out" }, left),
    el("figcaption", {},
      el("span", { class: "source" }, el("cite", { dir: "auto" }, state.address ? el("a", { href: `${state.address(article.iri)}#c${quote.start}${said && `&s=${said.split("/").pop()}`}` }, article.title || t("noTitle")) : article.title || t("noTitle")),
        el("time", article.date ? { datetime: article.date } : {}, date(article.date))),
      safeLink(article.url) ? link(article.url, t("openArticle"))
        : article.source || article.url ? el("span", { class: "origin" }, bdi(article.url || article.source)) : null));
};

// A list that opens with its first entries; the others are made when asked for.
export const evidenceList = (quotes: number[], said = ""): HTMLElement => {
  const one = (at: number): HTMLElement => evidence(at, said);
  const list = el("div", { class: "evidences" }, quotes.slice(0, FIRST).map(one));
  if (quotes.length > FIRST) {
    const more = el("button", { type: "button", class: "more", onclick: () => {
      more.remove();
      list.append(...quotes.slice(FIRST).map(one));
    } }, t("more", { count: number(quotes.length - FIRST) }));
    list.append(more);
  }
  return list;
};

const rule = (bound: Bound): string => named("rules", bound.rule);
const shortest = (first: string, last: string): string => {
  if (first === last) return date(first);
  if (first.slice(0, 4) === last.slice(0, 4) && first.endsWith("-01-01") && last.endsWith("-12-31")) return first.slice(0, 4);
  return first.slice(0, 7) === last.slice(0, 7) ? date(first.slice(0, 7)) : `${date(first)} – ${date(last)}`;
};
// Rules of bounds between which a day, month or year lies that articles name.
const FIXED = new Set(["StatedBound", "AnnouncedBound"]);
// A begin or end in words, with how it is known.
export const edge = (earliest: Bound | null, latest: Bound | null): string => {
  if (earliest && latest) {
    if (earliest.rule === latest.rule && FIXED.has(earliest.rule))
      return `${shortest(earliest.day, latest.day)} (${rule(earliest)})`;
    return t("between", { first: date(earliest.day), firstRule: rule(earliest), last: date(latest.day), lastRule: rule(latest) });
  }
  if (latest) return t("by", { day: date(latest.day), rule: rule(latest) });
  return earliest ? t("orLater", { day: date(earliest.day), rule: rule(earliest) }) : t("unknown");
};
// The same in a word or two, for a table.
export const shortEdge = (earliest: Bound | null, latest: Bound | null): string => {
  if (earliest && latest) return shortest(earliest.day, latest.day);
  return latest ? `≤ ${date(latest.day)}` : earliest ? `≥ ${date(earliest.day)}` : "?";
};
// The day by which something had begun or ended; the first on which it can have done so tells nothing of that.
export const passed = (earliest: Bound | null, latest: Bound | null): string => {
  if (!latest) return "–";
  if (earliest && (earliest.day === latest.day || (earliest.rule === latest.rule && FIXED.has(latest.rule)))) return shortest(earliest.day, latest.day);
  return t("atLatest", { day: date(latest.day) });
};

const witnesses = (period: Period): string | null => {
  if (period.articles < 2) return null;
  const values = { articles: number(period.articles), sources: number(period.sources) };
  return t(period.sources === 1 ? "oneSource" : "someSources", values);
};

const row = (term: string, ...description: (Node | string)[]): HTMLElement =>
  el("div", {}, el("dt", {}, term), el("dd", {}, ...description));

export const tag = (word: string, tone: string): HTMLElement => el("span", { class: `badge ${tone}` }, word);
export const TONES: Record<string, string> = { asserted: "good", planned: "plan", reported: "report", ended: "past", undated: "undated", held: "good", possible: "plan", announced: "come", former: "past" };
export const modality = (word: string): HTMLElement => tag(named("modalities", word), TONES[word] ?? "past");

const against = (period: Period): HTMLElement | null => {
  const found = period.conflicts.map((at) => data.conflicts[at]!);
  return found.length ? el("section", { class: "conflicts" }, el("h3", {}, count(found.length, "conflict")),
    found.map((one) => el("p", { class: "against", dir: "auto" }, one[state.lang === "en" ? "en" : "de"]))) : null;
};

// A period with its bounds, contradictions and quotes.
export const periodView = (period: Period, heading: "h2" | "h3" = "h2"): HTMLElement => {
  const [first, begun, stayed, last] = period.bounds;
  return el("article", { class: "period" },
    el(heading, { dir: "auto", class: period.person.length > 60 ? "long name" : "name" }, state.address ? thing(period.personIri, period.person) : period.person),
    el("p", { class: "office" }, bdi(period.role), " · ", bdi(period.body), period.acting ? [" ", tag(t("acting"), "plan")] : null),
    el("dl", { class: "facts" }, row(t("begin"), edge(first, begun)), row(t("end"), isAnnounced(period) && !last ? t("neverHeld") : edge(stayed, last))),
    against(period),
    el("section", {}, el("h3", {}, t("evidence"), el("span", { class: "number" }, number(period.evidence.length))),
      witnesses(period) ? el("p", { class: "faint" }, witnesses(period)!) : null,
      period.evidence.length ? evidenceList(period.evidence) : el("p", { class: "faint" }, t("noEvidence"))));
};

// A statement with its modality and quotes.
export const statementView = (one: Statement): HTMLElement =>
  el("article", { class: "statement" },
    el("p", { class: "line1" }, modality(one.modality), " ", thing(one.subjectIri, one.subject, { class: "subject" }), " ",
      el("span", { class: "faintly" }, named("termNames", one.predicate)), " ", thing(one.objectIri, one.object)),
    one.date ? el("p", { class: "when" }, t("said", { day: date(one.date) })) : null,
    evidenceList(one.evidence, one.iri));
