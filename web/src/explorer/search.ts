// Search with completion over all names and headlines (WAI-ARIA combobox with a list).
import { h, link, name } from "./elements";
import { address, type Index, index, sentences } from "./source";
import { dot } from "./pages";
import { term } from "./statements";
import { day, say } from "./wording";
import { formed, near } from "../shared/likeness";

const MOST = 12;
// Sentences are searched for so many letters and more, and so many are shown however many names there are.
const LEAST = 3, FEWEST = 4;

// Roles, and those who hold one somewhere, of which some words name the role and the others body, Land or holder.
const OFFICES = 6;
function offices(all: Index, text: string): Hit[] {
  const words = fold(text).trim().split(/\s+/).filter((word) => word.length > 1);
  if (!words.length) return [];
  const hits: Hit[] = [], titled = new Set<string>();
  for (const [iri, label, aliases, holders] of all.roles) {
    const forms = [label, ...aliases].map(foldedName);
    const own = words.filter((word) => forms.some((form) => fit(formedName(form), [formed(word)], formed(word)) > 1 || fit(form, [word], word) > 1));
    if (own.length) titled.add(iri);
    if (own.length < words.length) continue;
    const note = holders === 1 ? say("oneHolder") : say("holderCount", { count: holders });
    hits.push({ iri, label, via: note, note: say("role"), apart: "", type: "Other", score: forms.includes(words.join(" ")) ? 9 : 2 + Math.min(0.9, holders / 100) });
  }
  if (words.length > 1 && !hits.length)
    for (const [role, title, body, land, person, name] of all.offices) {
      if (!titled.has(role)) continue;
      const told = [title, body, land, name].map(foldedName).join(" ");
      if (words.every((word) => told.includes(word))) hits.push({ iri: person, label: name, via: [title, body].filter(Boolean).join(" · "), note: say("role"), apart: "", type: "Person", score: 3 });
    }
  return hits.sort((a, b) => b.score - a.score).slice(0, OFFICES);
}

interface Hit {
  iri: string;
  label: string;
  via: string;
  note: string;
  apart: string;
  type: string;
  score: number;
}

export const fold = (text: string): string =>
  text.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "");

// Names stay as they are while somebody types: each is folded, and brought to its stems, once.
const once = (f: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = f(text);
    known.set(text, made);
    return made;
  };
};
const foldedName = once(fold), formedName = once(formed);

// 4 the name itself, 3 its beginning, 2 the beginnings of words, 1 somewhere; 0 not at all
function fit(text: string, words: string[], asked: string): number {
  if (text === asked) return 4;
  if (text.startsWith(asked)) return 3;
  if (words.every((word) => text.startsWith(word) || text.includes(` ${word}`) || text.includes(`-${word}`))) return 2;
  return words.every((word) => text.includes(word)) ? 1 : 0;
}

// How a name fits, a folded text.
type Measure = (text: string) => number;

// A word that was asked for may stand in another form, which counts a little less.
const OTHER = 0.6;
const loosely = (words: string[], asked: string): Measure => {
  const forms = words.map(formed);
  return (text) => Math.max(fit(text, words, asked), fit(formedName(text), forms, forms.join(" ")) - OTHER);
};
// With letters that are wrong; of several words as many as there are, where no name has all.
const closely = (words: string[]): Measure => (text) => (words.every((word) => near(text, word)) ? 1 : 0);
const partly = (words: string[]): Measure => (text) => words.filter((word) => word.length > 2 && fit(formedName(text), [formed(word)], formed(word)) > 1).length;

export function find(all: Index, text: string): Hit[] {
  const { hits, like } = search(all, text);
  return like === "some" ? [] : hits;
}

// As `govgraph find` does, what fits less is looked for only where nothing fits: words that are `close`, with letters that are wrong;
// then names that have `some` of the words.
function search(all: Index, text: string): { hits: Hit[]; like: "exact" | "close" | "some" } {
  const asked = fold(text).trim();
  if (!asked) return { hits: [], like: "exact" };
  const words = asked.split(/\s+/);
  const exact = measured(all, loosely(words, asked));
  if (exact.length) return { hits: exact, like: "exact" };
  const hits = measured(all, closely(words));
  return hits.length || words.length < 2 ? { hits, like: "close" } : { hits: measured(all, partly(words)), like: "some" };
}

function measured(all: Index, measure: Measure): Hit[] {
  const hits: Hit[] = [];
  for (const [iri, label, type, own, aliases] of all.entities) {
    let score = measure(foldedName(label));
    let via = "";
    for (const alias of aliases) {
      const other = measure(foldedName(alias)) - 0.5;
      if (other > score) [score, via] = [other, alias];
    }
    if (score > 0) hits.push({ iri, label, via, note: own || type, apart: all.apart[iri] ?? "", type, score });
  }
  for (const [iri, label, date] of all.articles) {
    const score = measure(foldedName(label)) - 0.75;
    if (score > 0) hits.push({ iri, label, via: date && day(date), note: "Article", apart: "", type: "Other", score });
  }
  // equal ones stay in the order of the index: the most mentioned first
  return hits.map((hit, at) => ({ hit, at })).sort((a, b) => b.hit.score - a.hit.score || a.at - b.at).slice(0, MOST).map(({ hit }) => hit);
}

interface Sentence { article: string; from: string; start: number; quote: string; folded: string }

// Quotes are brought when somebody searches, and only then; a site that has none is searched without.
async function quotes({ articles }: Index): Promise<Sentence[]> {
  try {
    const all = await sentences();
    const titles = new Map(articles.map(([iri, title, date]) => [iri, [title, date && day(date)].filter(Boolean).join(" · ")]));
    return all.sentences.flatMap(([article, said]) =>
      said.map(([start, quote]) => ({ article, from: titles.get(article) ?? "", start, quote, folded: fold(quote) })));
  } catch {
    return [];
  }
}

// What stands around the first word that fits.
const BEFORE = 6, AROUND = 18;
function excerpt(quote: string, word: string): string {
  const all = quote.split(/\s+/);
  const from = Math.max(0, all.findIndex((one) => fold(one).includes(word)) - BEFORE);
  return (from ? "… " : "") + all.slice(from, from + AROUND).join(" ") + (from + AROUND < all.length ? " …" : "");
}

export function searchBox(): HTMLElement {
  const input = h("input", {
    type: "search", id: "search", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "200",
    "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list",
    "aria-label": say("searchLabel"), placeholder: say("search"),
  }) as HTMLInputElement;
  const list = h("ul", { id: "hits", role: "listbox", "aria-label": say("searchLabel"), hidden: true });
  const status = h("span", { class: "unseen", role: "status" });
  let loaded: Promise<Index> | undefined;
  let said: Promise<Sentence[]> | undefined;
  let chosen = -1, ready = false;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    chosen = -1;
  };
  const choose = (at: number): void => {
    const all = options();
    chosen = all.length ? (at + all.length) % all.length : -1;
    all.forEach((one, place) => one.setAttribute("aria-selected", String(place === chosen)));
    const one = all[chosen];
    if (!one) return;
    input.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  };
  const show = async (): Promise<void> => {
    const asked = input.value;
    // names are still on their way: silence would look as if there were none
    if (asked.trim() && !ready) {
      status.textContent = say("searching");
      status.classList.remove("unseen");
    }
    const all = await (loaded ??= index());
    ready = true;
    if (input.value !== asked) return;
    const found = search(all, asked), posts = offices(all, asked);
    const words = fold(asked).trim().split(/\s+/);
    const quoted = asked.trim().length < LEAST ? [] : (await (said ??= quotes(all))).filter(({ folded }) => words.every((word) => folded.includes(word)));
    if (input.value !== asked) return;
    // names that are merely alike are told where no sentence has the words either
    const named = found.like !== "exact" && (quoted.length || posts.length) ? [] : found.hits;
    const hits = [...posts, ...named.filter(({ iri }) => !posts.some((one) => one.iri === iri))];
    const inText = quoted.slice(0, Math.max(FEWEST, MOST - hits.length));
    const option = (...content: (Node | null)[]): HTMLElement => h("li", { role: "option", "aria-selected": "false" }, ...content);
    const heading = (text: string): HTMLElement => h("li", { role: "presentation", class: "near small" }, text);
    const kept = options()[chosen]?.querySelector("a")?.href;
    list.replaceChildren(
      ...(found.like !== "exact" && named.length ? [heading(say("near"))] : []),
      ...hits.map((hit) => option(dot(hit.type), link(address(hit.iri), hit.label, { tabindex: "-1" }),
        h("span", { class: "small" }, " ", hit.via ? name(`${hit.via} · `) : null, term(hit.note), hit.apart ? name(` · ${hit.apart}`) : null))),
      ...(inText.length ? [heading(quoted.length > inText.length ? say("someSentences", { count: inText.length, all: quoted.length }) : say("inSentences"))] : []),
      ...inText.map((one) => option(link(`${address(one.article)}#c${one.start}`, excerpt(one.quote, words[0]!), { tabindex: "-1" }),
        h("span", { class: "small" }, " ", name(one.from)))),
    );
    options().forEach((one, at) => { one.id = `hit${at}`; });
    chosen = -1;
    const count = hits.length + inText.length;
    status.textContent = asked.trim() ? (!count ? say("noHit") : say(found.like === "exact" || !named.length ? "hits" : "nearHits", { count })) : "";
    status.classList.toggle("unseen", count > 0 || !asked.trim());
    list.hidden = !count;
    input.setAttribute("aria-expanded", String(count > 0));
    input.removeAttribute("aria-activedescendant");
    // what was chosen while these were looked for stays chosen
    const again = kept === undefined ? -1 : options().findIndex((one) => one.querySelector("a")?.href === kept);
    if (again >= 0) choose(again);
  };

  input.addEventListener("focus", () => void (loaded ??= index()));
  input.addEventListener("input", () => void show());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter") {
      const href = options()[Math.max(chosen, 0)]?.querySelector("a")?.href;
      if (href) location.assign(href);
    } else if (event.key === "Escape") {
      status.classList.add("unseen");
      if (list.hidden) input.blur();
      close();
    }
  });
  const box = h("div", { class: "search", role: "search" }, input, list, status);
  box.addEventListener("focusout", (event) => {
    if (!box.contains((event as FocusEvent).relatedTarget as Node | null)) close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const href = (event.target as Element).closest("li")?.querySelector("a")?.href;
    if (href) location.assign(href);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || (event.target as Element).closest("input, textarea, select")) return;
    event.preventDefault();
    input.focus();
  });
  return box;
}
