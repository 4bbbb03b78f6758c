// The review queue: one doubt after another with its sentence, and a key for each decision.
import "./review.css";
import { type Child, h, link, name } from "../elements";
import { address, type ArticleDocument, documentAt, from, index, pageAddress, setBase, type Statement, told } from "../source";
import { quote, statement, term, tone } from "../statements";
import { day, lang, modality, number } from "../wording";
import { words } from "../words";
import texts from "./messages.json";
import { form } from "./otherwise";
import { Kept, Refused } from "./kept";
import { chosen, type Decision, ends, type Filters, fits, type Item, itemsOf, judged, type Judgement, type Ledger, type Offered, type Row } from "./queue";
import { NotAdmitted, Sent } from "./sent";

const say = words(texts);
// code points of the text before and after a quote
const AROUND = 240;
// so many statements of other sides stand on a card
const OTHERS = 4;
const KEPT = { token: "govgraph-token", later: "govgraph-later", name: "govgraph-name" };

// Storage may be forbidden; then nothing is remembered.
const kept = (store: "sessionStorage" | "localStorage", key: string): string => { try { return window[store].getItem(key) ?? ""; } catch { return ""; } };
const keep = (store: "sessionStorage" | "localStorage", key: string, value: string): void => { try { window[store].setItem(key, value); } catch { /* as above */ } };

export async function open(main: HTMLElement): Promise<void> {
  main.classList.add("review");
  if (from().alone) return alone(main);
  const token = kept("sessionStorage", KEPT.token);
  if (token && (await begun(main, token))) return;
  enter(main, "");
}

async function alone(main: HTMLElement): Promise<void> {
  const offered = await told<Offered>("review");
  setBase(offered.base);
  const home = new URL(pageAddress()).pathname;
  const ledger = new Kept(offered.file!, offered.forms!, offered, `govgraph-review ${offered.base} ${home}`);
  new Queue(main, offered, ledger, tools(ledger, offered.file!.name)).begin();
}

// Beside the queue of a written site: whose decisions it keeps, and the file with them.
function tools(ledger: Kept, file: string): Tools {
  const who = nameField();
  who.addEventListener("change", () => keep("localStorage", KEPT.name, who.value.trim()));
  const count = h("span", { class: "small" });
  const get = h("button", { type: "button", click: () => {
    const url = URL.createObjectURL(new Blob([ledger.text()], { type: "text/turtle" }));
    h("a", { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  } }, say("download")) as HTMLButtonElement;
  const draw = (): void => {
    get.disabled = !ledger.count;
    count.textContent = ledger.count ? say(ledger.forgets ? "forgets" : "keeps", { count: ledger.count }) : "";
  };
  return { draw, lead: say("leadKept"), shown: h("div", { class: "filters" }, h("label", {}, say("name"), who), get, count) };
}

interface Tools {
  lead: string;
  shown: HTMLElement;
  // after each decision
  draw: () => void;
}

const nameField = (): HTMLInputElement => h("input", { type: "text", autocomplete: "name", value: kept("localStorage", KEPT.name) }) as HTMLInputElement;

async function begun(main: HTMLElement, token: string): Promise<boolean> {
  const ledger = new Sent(token);
  try {
    await ledger.read();
  } catch (error) {
    if (error instanceof NotAdmitted) return false;
    throw error;
  }
  keep("sessionStorage", KEPT.token, token);
  const offered = await told<Offered>("review");
  setBase(offered.base);
  new Queue(main, offered, ledger).begin();
  return true;
}

function enter(main: HTMLElement, alert: string): void {
  const token = h("input", { type: "password", required: true, autocomplete: "off" }) as HTMLInputElement;
  const who = nameField();
  const submit = (event: Event): void => {
    event.preventDefault();
    keep("localStorage", KEPT.name, who.value.trim());
    begun(main, token.value.trim()).then((done) => done || enter(main, say("badToken")), (error: Error) => enter(main, error.message));
  };
  main.replaceChildren(h("h1", {}, say("title")), h("p", { class: "lead" }, say("lead")), alert && h("p", { class: "alert", role: "alert" }, alert) || "",
    h("form", { submit }, h("label", {}, say("token"), token), h("label", {}, say("name"), who), h("button", {}, say("enter"))));
  token.focus();
}

class Queue {
  private readonly items: Item[];
  private readonly later = new Set(kept("sessionStorage", KEPT.later).split("\n").filter(Boolean));
  private readonly filters: Filters = chosen();
  private readonly status = h("p", { role: "status", class: "small" });
  private readonly place = h("div", {});
  private readonly bar = h("progress", { "aria-label": say("title") }) as HTMLProgressElement;
  private readonly counted = h("p", { class: "small counted" });
  private readonly why = h("input", { type: "text" }) as HTMLInputElement;
  private readonly made: Judgement[][] = [];
  private at = 0;
  private busy = false;
  private drawn = 0;

  constructor(private readonly main: HTMLElement, private readonly offered: Offered, private readonly ledger: Ledger, private readonly tools: Tools | null = null) {
    this.items = itemsOf(offered);
  }

  begin(): void {
    this.main.replaceChildren(h("h1", {}, say("title")), h("p", { class: "small" }, this.tools?.lead ?? say("lead")), this.tools?.shown ?? "", this.chooser(), this.bar, this.counted, this.status, this.place, h("p", { class: "small" }, say("keys")));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return this.leave();
      if ((event.target as Element).closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
      const button = this.place.querySelector<HTMLElement>(`.decide [data-key="${CSS.escape(event.key)}"]`);
      // the key is no letter of the field that gets the focus by it
      if (button) event.preventDefault(), button.click();
      else ({ j: () => this.step(1), k: () => this.step(-1), u: () => void this.undo() } as Record<string, () => void>)[event.key]?.();
    });
    this.draw();
  }

  private label = (iri: string): string => this.offered.things[iri]?.[0] ?? iri;

  private chooser(): HTMLElement {
    const { rows, things } = this.offered;
    const named = (iris: Iterable<string>): [string, string][] => [...new Set(iris)].filter(Boolean).map((iri): [string, string] => [iri, this.label(iri)]).sort((one, other) => one[1].localeCompare(other[1], lang));
    const select = (key: keyof Filters, word: Parameters<typeof say>[0], options: [string, string][], any = true): HTMLElement => {
      const made = h("select", {}, any && h("option", { value: "" }, say("any")), ...options.map(([value, text]) => h("option", { value, selected: value === this.filters[key] }, text.slice(0, 60)))) as HTMLSelectElement;
      made.addEventListener("change", () => {
        this.filters[key] = made.value;
        this.at = 0;
        const query = new URLSearchParams(Object.entries(this.filters).filter(([, value]) => value));
        history.replaceState(null, "", `?${query}`);
        this.draw();
      });
      return h("label", {}, say(word), made);
    };
    const bodies = this.items.flatMap(ends).filter((iri) => ["Organisation", "Jurisdiction", "Municipality"].includes(things[iri]?.[1] ?? ""));
    const shown = (["doubtful", "everything", "conflicts", "pairs", "single", "decided"] as const).map((one): [string, string] => [one, say(one)]);
    const group = h("div", { class: "filters", role: "group", "aria-label": say("filters") }, select("show", "show", shown, false),
      select("predicate", "predicate", [...new Set(rows.map((one) => one.predicate))].map((one): [string, string] => [one, term(one)]).sort((one, other) => one[1].localeCompare(other[1], lang))),
      select("land", "land", named(Object.values(things).map(([, , land]) => land))), select("body", "body", named(bodies)),
      select("most", "most", ["0.5", "0.6", "0.7", "0.8", "0.9"].map((one) => [one, number(Number(one))])));
    // where there is no room they would stand between the reader and the card
    return h("details", { class: "fold", open: !matchMedia("(max-width: 640px)").matches }, h("summary", {}, say("filters")), group);
  }

  private fitting(): Item[] {
    return this.items.filter((one) => fits(one, this.filters, this.offered));
  }

  // What is open, what was put off last; or what was decided.
  private list(): Item[] {
    const fitting = this.fitting();
    if (this.filters.show === "decided") return fitting.filter((one) => judged(one, this.ledger.judgements).length);
    const open = fitting.filter((one) => !judged(one, this.ledger.judgements).length);
    return [...open.filter((one) => !this.later.has(one.key)), ...open.filter((one) => this.later.has(one.key))];
  }

  // Out of the form, or of the field that is written in: the keys decide again.
  private leave(): void {
    if (this.place.querySelector("form")) this.draw();
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.main.contains(focused)) focused.blur();
  }

  // A reason belongs to the one that it was written for.
  private step(by: number): void {
    this.why.value = "";
    this.at = Math.min(Math.max(this.at + by, 0), Math.max(this.list().length - 1, 0));
    this.draw();
  }

  private draw(): void {
    const fitting = this.fitting();
    const done = fitting.filter((one) => judged(one, this.ledger.judgements).length).length;
    const list = this.list();
    this.at = Math.min(this.at, Math.max(list.length - 1, 0));
    this.bar.max = Math.max(fitting.length, 1);
    this.bar.value = done;
    this.counted.textContent = `${say("progress", { done: number(done), all: number(fitting.length) })}${list.length && this.filters.show !== "decided" ? ` · ${say("position", { at: this.at + 1, open: list.length })}` : ""}`;
    this.tools?.draw();
    const one = list[this.at];
    this.place.replaceChildren(one ? this.card(one) : h("p", {}, say("empty")));
  }

  private card(one: Item): HTMLElement {
    const [words, around] = [h("div", {}), h("div", {})];
    void this.evidence(one, words, around, ++this.drawn);
    const decided = judged(one, this.ledger.judgements);
    return h("section", { class: "card" }, ...(one.row ? this.head(one) : this.pairHead(one)), words,
      ...(decided.length ? [h("p", {}, `${say("done", { what: verdict(decided) })} ${say("by", { by: decided[0]!.by, on: day(decided[0]!.on) })}`)] : []),
      this.buttons(one, decided), h("label", {}, say("why"), this.why), around);
  }

  private head(one: Item): Child[] {
    const row = one.row!;
    const thing = (iri: string): HTMLElement => link(address(iri), this.label(iri));
    const verb = row.role && row.role !== row.object ? thing(row.role) : h("span", { class: "verb" }, term(row.predicate));
    const when = [row.since && `${say("since")} ${day(row.since)}`, row.until && `${say("until")} ${day(row.until)}`].filter(Boolean).join(", ");
    const others = row.conflicts.flatMap((at) => {
      const { label, message, sides } = this.offered.conflicts[at]!;
      const against = sides.filter((side) => !side.some((iri) => row.iris.includes(iri))).flat();
      return [h("p", { class: "alert" }, h("strong", {}, label[lang]), `: ${message[lang]}`, ...(against.length ? [` ${say("against")}: `, ...against.flatMap((iri, place) => [place ? ", " : "", h("a", { href: address(iri) }, String(place + 1))])] : []))];
    });
    return [h("p", { class: "line" }, thing(row.subject), " ", verb, " ", thing(row.object)),
      h("p", { class: "small" }, h("span", { class: `chip ${tone(row)}` }, modality(row.modality)), when && ` ${when}`, ` ${say("confidence")} ${number(row.confidence)} · ${say("sources", { count: row.sources })}`, row.iris.length > 1 && ` · ${say("inArticles", { count: row.iris.length })}`),
      ...others];
  }

  // Statements on the other sides of the contradictions of a row: who judges one side has the other before them.
  private against(row: Row): string[] {
    const sides = row.conflicts.flatMap((at) => this.offered.conflicts[at]!.sides).filter((side) => !side.some((iri) => row.iris.includes(iri)));
    return [...new Set(sides.flatMap((side) => side.slice(0, 1)))].slice(0, OTHERS);
  }

  private pairHead(one: Item): Child[] {
    const pair = one.pair!;
    const features = pair.features.map((each) => `${each[lang]} ${each.weight > 0 ? "+" : ""}${number(each.weight)}`).join(", ");
    return [h("p", { class: "line" }, link(address(pair.first), this.label(pair.first)), " = ", link(address(pair.second), this.label(pair.second)), "?"),
      h("p", { class: "small" }, `${say("score", { score: number(pair.score) })} · ${features}`)];
  }

  private async evidence(one: Item, place: HTMLElement, around: HTMLElement, drawn: number): Promise<void> {
    if (one.pair) {
      place.append(...one.pair.evidence.flatMap((each, at) => [h("p", { class: "small" }, this.label(at ? one.pair.second : one.pair.first)), ...each.map((given) => quote(given))]));
      return;
    }
    const said = (await documentAt(one.row.iris[0]!)) as unknown as Statement;
    if (drawn !== this.drawn) return;
    place.append(...said.evidence.map((given) => quote(given, said.iri)));
    for (const iri of this.against(one.row)) {
      const other = (await documentAt(iri)) as unknown as Statement;
      if (drawn !== this.drawn) return;
      place.append(h("section", { class: "other-side" }, h("h3", {}, say("against")), h("ul", { class: "saids" }, statement(other, "", "first"))));
    }
    const first = said.evidence[0];
    const article = first && ((await documentAt(first.article)) as ArticleDocument);
    if (!article || drawn !== this.drawn) return;
    const near = article.pieces.filter((part) => part.end > first.start - AROUND && part.start < first.end + AROUND);
    const context = near.map((part) => {
      if (!part.text) return " … ";
      const inside = part.start >= first.start && part.end <= first.end;
      const cut = part.end <= first.start ? part.text.slice(-AROUND) : part.start >= first.end ? part.text.slice(0, AROUND) : part.text;
      return inside ? h("mark", {}, name(part.text)) : name(cut);
    });
    around.append(h("details", { open: true }, h("summary", {}, say("context")), h("p", { class: "context", lang: "de" }, "… ", ...context, " …"),
      h("p", { class: "small" }, h("a", { href: `${address(first.article)}#c${first.start}` }, say("article")))));
  }

  private buttons(one: Item, decided: Judgement[]): HTMLElement {
    const button = (key: string, word: Parameters<typeof say>[0], act: () => void): HTMLElement => h("button", { type: "button", "data-key": key, click: act }, h("kbd", {}, key), say(word));
    const group = h("div", { class: "decide" });
    if (decided.length) group.append(button("u", "undo", () => void this.takeBack(decided.map((each) => each.judgement))));
    else if (one.pair) {
      const about = [one.pair.first, one.pair.second];
      group.append(button("1", "same", () => void this.decide(one, { verdict: "same", about })), button("2", "different", () => void this.decide(one, { verdict: "different", about })));
    } else {
      const about = one.row.iris;
      group.append(button("1", "right", () => void this.decide(one, { verdict: "right", about })), button("2", "wrong", () => void this.decide(one, { verdict: "wrong", about })),
        button("3", "other", () => void this.otherwise(one, group)));
    }
    if (!decided.length) group.append(button("4", "later", () => this.putOff(one)));
    if (!decided.length && this.made.length) group.append(h("button", { type: "button", click: () => void this.undo() }, h("kbd", {}, "u"), say("undo")));
    return group;
  }

  private async otherwise(one: Item, group: HTMLElement): Promise<void> {
    const made = form(one.row!, this.offered, await index(), say, (claim) => void this.decide(one, { verdict: "other", about: one.row!.iris, claim }), () => this.draw());
    group.replaceWith(made);
    made.querySelector("input")?.focus();
  }

  private putOff(one: Item): void {
    this.why.value = "";
    this.later.delete(one.key);
    this.later.add(one.key);
    keep("sessionStorage", KEPT.later, [...this.later].join("\n"));
    this.draw();
  }

  private async decide(one: Item, decision: Omit<Decision, "by" | "why">): Promise<void> {
    await this.act(async () => {
      if (one.row && decision.claim && unchanged(one.row, decision.claim)) throw new Refused("sameAgain");
      const made = await this.ledger.decide(one, { ...decision, by: kept("localStorage", KEPT.name), why: this.why.value });
      if (made?.length) this.made.push(made);
      this.why.value = "";
      return made ? say("done", { what: verdict(made) }) : say("changed");
    });
  }

  private async undo(): Promise<void> {
    const last = this.made[this.made.length - 1];
    if (last) await this.takeBack(last.map((one) => one.judgement));
  }

  private async takeBack(iris: string[]): Promise<void> {
    await this.act(async () => {
      await this.ledger.takeBack(iris);
      const at = this.made.findIndex((each) => each.some((one) => iris.includes(one.judgement)));
      if (at >= 0) this.made.splice(at, 1);
      return say("taken");
    });
  }

  // One after another: the next decision waits for the file.
  private async act(does: () => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.status.textContent = await does();
      this.draw();
    } catch (error) {
      if (error instanceof NotAdmitted) return enter(this.main, say("badToken"));
      const said = error instanceof Refused ? say(error.word) : (error as Error).message;
      this.status.textContent = said === "changed" ? say("changed") : say("refused", { why: said });
      if (said === "changed") this.draw();
    } finally {
      this.busy = false;
    }
  }
}

function unchanged(row: Row, claim: Record<string, string>): boolean {
  return Object.entries(claim).every(([field, value]) => row[field as keyof Row] === value);
}

function verdict(made: Judgement[]): string {
  const kinds = new Set(made.map((one) => one.kind));
  return say(kinds.size > 1 ? "Otherwise" : made[0]!.kind);
}
