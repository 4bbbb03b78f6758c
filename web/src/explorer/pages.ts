// The pages: start, a thing, an article with its statements in place, one statement.
import { h, link, name, outside } from "./elements";
import { address, formats, from, type ArticleDocument, type Document, type EntityDocument, type EvidenceDocument, type Headline, type Index, type Piece, type StatementDocument } from "./source";
import { contradiction, ending, joined, latestFirst, listed, quote, statement, term } from "./statements";
import { viewsOf } from "./views";
import { day, lang, number, say } from "./wording";

const TOP = 24;
const FEW = 6;

function section(title: string, ...children: (HTMLElement | null)[]): HTMLElement {
  return h("section", {}, h("h2", {}, title), ...children);
}

const headline = (one: Headline): HTMLElement =>
  h("li", {}, link(address(one.iri), one.title || say("noTitle")), h("span", { class: "small" }, ` ${day(one.date)}`));

export function start(index: Index): HTMLElement[] {
  const { entities, articles } = index.counts;
  return [
    h("h1", {}, say("title")),
    h("p", { class: "lead" }, say("lead", { entities: number(entities), articles: number(articles) })),
    h(
      "div",
      { class: "columns" },
      section(
        say("top"),
        listed(index.entities, ([iri, label, type, own]) =>
          h("li", {}, dot(type), link(address(iri), label), h("span", { class: "small" }, ` ${term(own || type)}`, index.apart[iri] ? name(` · ${index.apart[iri]}`) : null)), { class: "plain" }, TOP),
      ),
      section(say("latest"), listed(index.articles.map(([iri, title, date]) => ({ iri, title, date, url: "" })), headline, { class: "plain" }, index.latest.length)),
    ),
    ...(index.contradictions?.length
      ? [section(say("contradictions"), listed(index.contradictions, (one) => contradiction(one, "statement"), { class: "against" }, FEW))]
      : []),
    ...(from().whole ? [h("p", { class: "small foot" }, `${say("whole")}: `, h("a", { href: from().whole }, from().whole.replace(/^.*\//, "")))] : []),
  ];
}

export const dot = (type: string): HTMLElement => h("span", { class: `dot t-${type || "Other"}`, "aria-hidden": "true" });

// What kind of thing it is; more generally where it is called like its kind.
export const kind = (one: EntityDocument): HTMLElement => {
  const own = term(one.class || one.type);
  return h("p", { class: "kind" }, dot(one.type), own === (one.labels[lang] ?? one.label) ? term(one.type) : own);
};

function data(iri: string): HTMLElement {
  const files = formats(iri);
  return h("p", { class: "small foot" }, `${say("identifier")}: `, h("code", {}, name(iri)), files.length ? ` · ${say("formats")}: ` : null,
    ...files.flatMap(([title, ending]) => [h("a", { href: address(iri, ending) }, title), " "]));
}

function entity(one: EntityDocument): HTMLElement[] {
  const tenures = one.facts.filter((said) => said.predicate === "holdsOffice");
  const facts = one.facts.filter((said) => said.predicate !== "holdsOffice");
  const holders = one.about.filter((said) => said.predicate === "holdsOffice");
  const about = one.about.filter((said) => said.predicate !== "holdsOffice");
  const groups = ([["tenures", tenures], ["facts", facts], ["holders", holders], ["about", about]] as const)
    .filter(([, all]) => all.length)
    .map(([word, all]) => section(say(word), listed(word === "tenures" || word === "holders" ? latestFirst(joined(all)) : joined(all), (said) => statement(said, one.iri), { class: "saids" })));
  return [
    kind(one),
    h("h1", {}, name(one.labels[lang] ?? one.label)),
    ...(one.aliases.length ? [h("p", { class: "small" }, `${say("aliases")}: `, ...one.aliases.flatMap((also, at) => [at ? " · " : null, name(also)]))] : []),
    viewsOf(one),
    ...(groups.length ? groups : [h("p", {}, say("nothing"))]),
    ...(one.articles.length ? [section(say("articles"), listed(one.articles, headline, { class: "plain" }))] : []),
    ...(one.links.length ? [section(say("links"), h("ul", { class: "plain" }, ...one.links.map((url) => h("li", {}, outside(url, url)))))] : []),
    data(one.iri),
  ];
}

function piece(one: Piece, choose: (at: number[]) => void): HTMLElement {
  const words = one.text ? name(one.text) : h("span", { class: "gap" }, `[${say("gap", { start: one.start, end: one.end })}]`);
  if (!one.statements.length) return h("span", { id: `c${one.start}` }, words);
  const made = h("mark", { id: `c${one.start}`, tabindex: "0", role: "button", "data-statements": one.statements.join(" ") }, words);
  made.addEventListener("click", () => choose(one.statements));
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(one.statements);
  });
  return made;
}

// Statements of the article that is shown, and what marks some of them, of so many that their sentence has; for `arrive`.
let marking: { ends: string[]; choose: (at: number[], said: number) => void } | null = null;

// Goes to the sentence that an address names, `#c1590&s=…`, and to the statement that one comes from, else to all of it.
export function arrive(hash: string): void {
  const [place = "", said = ""] = hash.slice(1).split("&s=");
  const target = place && document.getElementById(place);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  const at = marking?.ends.indexOf(said) ?? -1;
  if (at >= 0) marking?.choose([at], (target.dataset["statements"] ?? "").split(" ").length);
  else target.click();
}

function article(one: ArticleDocument): HTMLElement[] {
  const all = listed(one.statements, (said) => statement(said, "", "none"), { class: "saids" });
  const status = h("p", { class: "small", role: "status" }, say("chooseMark"));
  const text = h("div", { class: "text", lang: "de" });
  const choose = (places: number[], said = places.length): void => {
    all.querySelector<HTMLElement>("button.more")?.click();
    const items = [...all.querySelectorAll<HTMLElement>("li.said")];
    items.forEach((item, at) => item.classList.toggle("chosen", places.includes(at)));
    for (const mark of text.querySelectorAll<HTMLElement>("mark"))
      mark.classList.toggle("chosen", (mark.dataset["statements"] ?? "").split(" ").some((at) => places.includes(Number(at))));
    for (const at of places) items[at]?.querySelector("details")?.setAttribute("open", "");
    items[places[0] ?? 0]?.scrollIntoView({ block: "nearest" });
    status.textContent = say("chosen", { count: said });
  };
  marking = { ends: one.statements.map((said) => ending(said.iri)), choose };
  text.append(...one.pieces.map((part) => piece(part, choose)));
  return [
    h("p", { class: "kind" }, [one.kicker, day(one.date), ...one.authors].filter(Boolean).join(" · ")),
    h("h1", {}, name(one.title || say("noTitle"))),
    h("p", { class: "small" }, ...(one.url ? [outside(one.url, say("original")), " · "] : []), `${say("source")} `, name(one.source),
      ...(one.leading && one.leading !== one.iri ? [" · ", link(address(one.leading), say("version"))] : [])),
    h("div", { class: "columns reading" },
      section(say("text"), one.whole ? null : h("p", { class: "small" }, say("quotesOnly")), status, text),
      section(say("inArticle"), one.statements.length ? all : h("p", {}, say("nothing")))),
    section(say("mentions"), h("ul", { class: "tags" }, ...one.mentions.map((thing) => h("li", {}, dot(thing.type), link(address(thing.iri), thing.label))))),
    data(one.iri),
  ];
}

function evidence(one: EvidenceDocument): HTMLElement[] {
  return [h("h1", {}, say("evidence")), quote(one),
    section(say("inSentence"), one.statements.length ? listed(one.statements, (said) => statement(said, "", "here"), { class: "saids" }) : h("p", {}, say("nothing"))), data(one.iri)];
}

// The rule that read a statement, with what the ontology says of it.
function reading({ rule, construction }: StatementDocument): HTMLElement[] {
  const known = construction?.[lang];
  return rule ? [h("p", { class: "small" }, `${say("rule")}: `, name(rule), ...(known ? [` – ${known.label}. ${known.text}`] : []))] : [];
}

// A citation in each form, to be copied.
const cited = ({ citations }: StatementDocument): HTMLElement[] =>
  ([[say("footnote"), citations.footnote], ["BibTeX", citations.bibtex]] as const).map(([form, text]) => {
    const words = h("pre", { class: "cited", tabindex: "0", "aria-label": form, lang: "de" }, text);
    const copied = h("span", { class: "small", role: "status" });
    const copy = h("button", { type: "button", class: "more" }, say("copy"));
    copy.addEventListener("click", () => {
      // without a clipboard the words are chosen, for whoever copies by hand
      getSelection()?.selectAllChildren(words);
      void Promise.resolve(navigator.clipboard?.writeText(text)).then(() => { copied.textContent = navigator.clipboard ? ` ${say("copied")}` : ""; }, () => undefined);
    });
    return h("div", {}, h("p", { class: "small" }, form, " ", copy, copied), words);
  });

export function titleOf(one: Document): string {
  if (one.document === "entity") return one.label;
  if (one.document === "evidence") return one.quote || say("evidence");
  return one.document === "article" ? one.title || say("noTitle") : `${one.subject.label} – ${one.object.label}`;
}

export function page(one: Document): HTMLElement[] {
  if (one.document === "entity") return entity(one);
  if (one.document === "article") return article(one);
  if (one.document === "evidence") return evidence(one);
  return [h("h1", {}, say("statement")), h("ul", { class: "saids" }, statement(one, "", "all")),
    ...reading(one), section(say("cite"), ...cited(one)), data(one.iri)];
}
