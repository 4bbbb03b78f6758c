// A thing and its neighbours; a click on one of them adds its own.
import "./network.css";
import { h, link } from "../elements";
import { dot, kind } from "../pages";
import { address, documentAt, type EntityDocument, index, Missing, setBase, type Statement, type Thing } from "../source";
import { isWeighed, joined, listed, standing, statement, term } from "../statements";
import { svg } from "../../shared/svg";
import { asked, viewAddress } from "../views";
import { modality, number, say } from "../wording";
import { words } from "../words";
import { type Bundle, type Edge, type Look, Net, type Node } from "./net";
import texts from "./network.json";

const tell = words(texts);
const STEP = 25;
// Where nothing is asked for: so many of the most mentioned things, each with so many neighbours. A graph that has no
// more than some hundreds of things tells so little of each that many are soon there.
const FEW = 300, MANY = 60, SEVERAL = 12, AROUND = 10, LISTED = 12;

// Ways of saying, and how their lines are drawn, in the order of the network file (`views/page/appearance.json`).
const LOOKS: Record<string, Look> = {
  asserted: "solid", planned: "dashed", reported: "dotted", ended: "faded",
  current: "solid", new: "solid", acting: "solid", designated: "dashed", former: "faded",
};
const RANKED = Object.keys(LOOKS);

interface Said extends Edge {
  said: Statement;
}

export async function open(main: HTMLElement): Promise<void> {
  const all = await index();
  setBase(all.base);
  const start = asked();
  main.classList.add("wide");
  if (!start && !all.entities.length) {
    main.replaceChildren(h("p", {}, tell("empty")));
    return;
  }
  const page = new Page(main, all.entities.map(([iri]) => iri));
  if (!start) return page.overview(all.counts.entities > FEW ? SEVERAL : MANY);
  const more = location.hash.slice(1).split("&").filter(Boolean).map(decodeURIComponent);
  await page.expand(start);
  page.title();
  for (const iri of more) await page.expand(iri, false);
}

class Page {
  private readonly documents = new Map<string, EntityDocument>();
  // how many neighbours of an expanded thing are there
  private readonly depth = new Map<string, number>();
  private readonly hidden = { types: new Set<string>(), predicates: new Set<string>(), modalities: new Set<string>() };
  private weighed = true;
  private readonly panel = h("section", { class: "panel", "aria-live": "polite", "aria-label": tell("panel") });
  private readonly filters = h("div", { class: "fields" });
  private readonly count = h("p", { class: "small", role: "status" });
  private readonly part = h("p", { class: "small part", hidden: true });
  private readonly net: Net;
  private readonly known: number;
  private chosen = "";
  private first = "";
  // nothing was asked for: the address says so
  private whole = false;

  // `all` are the things of the graph, the most mentioned first.
  constructor(main: HTMLElement, private readonly all: string[]) {
    const stage = h("div", { class: "stage" });
    const button = (text: string, word: "zoomIn" | "zoomOut" | "fit", act: () => void): HTMLElement =>
      h("button", { type: "button", "aria-label": tell(word), title: tell(word), click: act }, text);
    const controls = h("div", { class: "controls" }, button("+", "zoomIn", () => this.net.zoom(1.4)), button("−", "zoomOut", () => this.net.zoom(1 / 1.4)), button("⤢", "fit", () => this.net.fit()));
    this.net = new Net(stage, tell("label"), {
      node: (iri) => void this.expand(iri),
      bundle: (bundle) => this.between(bundle),
      describe: (node, degree) => `${node.label.slice(0, 200)}, ${term(node.type)}, ${said(degree)}`,
    });
    stage.append(controls);
    this.known = all.length;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.whole && !(event.target as Element).closest("input")) this.home();
    });
    const side = h("details", { class: "filters" }, h("summary", {}, tell("filters")), this.filters);
    if (innerWidth > 1000) side.setAttribute("open", "");
    main.replaceChildren(h("h1", {}, tell("title")), this.count, this.part, h("div", { class: "network" }, side, stage, this.panel));
  }

  // The tab names what the network is of.
  title(): void {
    document.title = `${this.documents.get(this.first)!.label.slice(0, 200)} – ${document.title}`;
  }

  // The whole of a small graph, of a large one what it speaks of most: one step more of them each time.
  async overview(step: number): Promise<void> {
    const found = await Promise.all(this.all.splice(0, step).map(documentAt));
    const known = found.filter((one): one is EntityDocument => one.document === "entity");
    this.whole = true;
    this.first ||= known[0]?.iri ?? "";
    for (const one of known) {
      this.documents.set(one.iri, one);
      this.depth.set(one.iri, AROUND);
    }
    const nodes = known.flatMap((one) => [self(one), ...neighbours(one).slice(0, AROUND)]);
    const there = new Set(nodes.map((node) => node.iri));
    this.net.add(nodes, known.flatMap((one) => statements(one).filter((said) => [there, this.net.nodes].some((known) => known.has(other(said, one.iri).iri))).map(edge)));
    this.redraw();
    this.part.replaceChildren(tell("part", { around: AROUND }), " ", h("button", { type: "button", class: "more", click: () => void this.overview(step) }, tell("moreThings", { count: Math.min(step, this.all.length) })));
    if (!this.all.length) this.part.textContent = tell("unrelated");
    this.part.hidden = !this.all.length && this.net.counts.nodes >= this.known;
    this.home();
  }

  // What the panel shows where nothing is chosen.
  private home(): void {
    this.chosen = "";
    this.net.choose("");
    const ranked = [...this.documents.values()].filter((one) => this.depth.has(one.iri)).map((one) => ({ one, count: statements(one).length })).filter(({ count }) => count).sort((a, b) => b.count - a.count);
    this.panel.replaceChildren(h("h2", {}, tell("most")), h("ol", { class: "plain most" }, ...ranked.slice(0, LISTED).map(({ one, count }) =>
      h("li", {}, h("button", { type: "button", click: () => this.choose(one.iri) }, dot(one.type), h("span", {}, one.label), h("span", { class: "number" }, number(count)))))));
  }

  async expand(iri: string, choose = true): Promise<void> {
    let one = this.documents.get(iri);
    if (!one) {
      try {
        const found = await documentAt(iri);
        if (found.document !== "entity") throw new Missing(iri);
        this.documents.set(iri, (one = found));
      } catch (error) {
        if (!this.first) throw error;
        this.panel.replaceChildren(h("p", {}, tell(error instanceof Missing ? "unknown" : "failed")));
        return;
      }
    }
    this.first ||= iri;
    if (!this.depth.has(iri)) this.grow(iri, STEP);
    if (choose) this.choose(iri);
  }

  private grow(iri: string, step: number): void {
    const one = this.documents.get(iri)!;
    const depth = (this.depth.get(iri) ?? 0) + step;
    this.depth.set(iri, depth);
    const near = new Set(neighbours(one).slice(0, depth).map((thing) => thing.iri));
    const edges = statements(one).filter((said) => near.has(other(said, iri).iri) || this.net.nodes.has(other(said, iri).iri)).map(edge);
    const nodes: Node[] = [self(one), ...neighbours(one).filter((thing) => near.has(thing.iri))];
    this.net.add(nodes, edges, iri);
    this.redraw();
  }

  // Takes back what only this thing has brought.
  private fold(iri: string): void {
    this.depth.delete(iri);
    const kept = new Set([this.first, ...this.depth.keys()]);
    for (const said of this.net.edges.values())
      for (const [one, two] of [[said.source, said.target], [said.target, said.source]] as const) if (this.depth.has(one)) kept.add(two);
    this.net.remove(new Set([...this.net.nodes.keys()].filter((one) => !kept.has(one))));
    this.redraw();
    this.choose(this.net.nodes.has(iri) ? iri : this.first);
  }

  private choose(iri: string): void {
    this.chosen = iri;
    this.net.choose(iri);
    const one = this.documents.get(iri)!;
    const left = neighbours(one).length - (this.depth.get(iri) ?? 0);
    const shown = statements(one).filter((said) => this.visible(said));
    this.panel.replaceChildren(
      kind(one),
      h("h2", {}, link(address(iri), one.label)),
      h("p", { class: "acts" },
        left > 0 && this.depth.has(iri) ? h("button", { type: "button", class: "more", click: () => { this.grow(iri, STEP); this.choose(iri); } }, tell("more", { count: Math.min(left, STEP) })) : null,
        this.depth.has(iri) ? (iri === this.first ? null : h("button", { type: "button", class: "more", click: () => this.fold(iri) }, tell("fold")))
          : h("button", { type: "button", class: "more", click: () => void this.expand(iri) }, tell("expand")),
        iri === this.first ? null : h("a", { href: viewAddress("network", iri) }, tell("startHere")),
        this.whole ? h("button", { type: "button", class: "more", title: "Esc", click: () => this.home() }, tell("back")) : null),
      shown.length ? listed(shown, (said) => statement(said, iri), { class: "saids" }) : h("p", {}, tell("nothing")));
    this.panel.scrollTop = 0;
    if (this.whole) return;
    const others = [...this.depth.keys()].filter((expanded) => expanded !== this.first);
    history.replaceState(null, "", `${viewAddress("network", this.first)}${others.length ? `#${others.map(encodeURIComponent).join("&")}` : ""}`);
  }

  private between(bundle: Bundle): void {
    const [one, two] = bundle.ends.map((iri) => this.net.nodes.get(iri)!) as [Node, Node];
    this.panel.replaceChildren(
      h("h2", {}, link(address(one.iri), one.label), " – ", link(address(two.iri), two.label)),
      this.whole ? h("p", { class: "acts" }, h("button", { type: "button", class: "more", title: "Esc", click: () => this.home() }, tell("back"))) : "",
      listed(bundle.edges as Said[], (said) => statement(said.said, "", "all"), { class: "saids" }));
  }

  private passes = (said: Statement): boolean => !this.hidden.predicates.has(said.predicate) && !this.hidden.modalities.has(said.modality) && (this.weighed || !isWeighed(said));

  private visible = (said: Statement): boolean =>
    this.passes(said) && !this.hidden.types.has(said.subject.type) && !this.hidden.types.has(said.object.type);

  private redraw(): void {
    this.net.filter((node) => !this.hidden.types.has(node.type), (edge) => this.passes((edge as Said).said));
    const { nodes, edges } = this.net.counts;
    this.count.textContent = tell("counts", { nodes: number(nodes), all: number(Math.max(this.known, this.net.nodes.size)), said: said(edges) });
    const tally = (all: string[]): [string, number][] => [...all.reduce((sums, one) => sums.set(one, (sums.get(one) ?? 0) + 1), new Map<string, number>())].sort(([a], [b]) => term(a).localeCompare(term(b)));
    const boxes = (all: [string, number][], hidden: Set<string>, mark: (key: string) => Element | null, called = term): HTMLElement[] => all.map(([key, sum]) => {
      const box = h("input", { type: "checkbox", checked: !hidden.has(key) }) as HTMLInputElement;
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(key);
        else hidden.add(key);
        this.redraw();
        if (this.chosen) this.choose(this.chosen);
      });
      box.dataset["key"] = key;
      return h("label", {}, box, mark(key), called(key), h("span", { class: "number" }, number(sum)));
    });
    const focused = (document.activeElement as HTMLElement | null)?.dataset["key"];
    const all = [...this.net.edges.values()].map((one) => (one as Said).said);
    // How offices are held and how statements hold are told apart.
    const manner = (word: "modalities" | "statuses", some: Statement[], ...more: HTMLElement[]): HTMLElement | string => {
      const sums = tally(some.map((one) => one.modality)).sort(([a], [b]) => RANKED.indexOf(a) - RANKED.indexOf(b));
      return sums.length ? h("fieldset", {}, h("legend", {}, tell(word)), ...boxes(sums, this.hidden.modalities, sample, modality), ...more) : "";
    };
    const unread = all.filter(isWeighed).length;
    const weighed = h("input", { type: "checkbox", checked: this.weighed, "data-key": "weighed", change: () => {
      this.weighed = !this.weighed;
      this.redraw();
      if (this.chosen) this.choose(this.chosen);
    } });
    this.filters.replaceChildren(
      h("fieldset", {}, h("legend", {}, tell("types")), ...boxes(tally([...this.net.nodes.values()].map((one) => one.type)), this.hidden.types, dot)),
      manner("modalities", all.filter((one) => one.predicate !== "holdsOffice"), h("p", { class: "small" }, tell("shared")),
        ...(unread ? [h("label", { title: say("weighedMeans") }, weighed, tell("weighed"), h("span", { class: "number" }, number(unread)))] : [])),
      manner("statuses", all.filter((one) => one.predicate === "holdsOffice")),
      h("fieldset", {}, h("legend", {}, tell("predicates")), ...boxes(tally(all.map((one) => one.predicate)), this.hidden.predicates, () => null)));
    if (focused) [...this.filters.querySelectorAll<HTMLInputElement>("input")].find((box) => box.dataset["key"] === focused)?.focus();
  }
}

// A line as statements of a modality have it.
const sample = (name: string): SVGElement =>
  svg("svg", { class: "sample", viewBox: "0 0 26 10", "aria-hidden": "true" }, svg("path", { class: `edge ${LOOKS[name] ?? "solid"}`, d: "M0 5H26" }));

const said = (count: number): string => tell(count === 1 ? "oneStatement" : "statements", { count: number(count) });
const self = (one: EntityDocument): Node => ({ iri: one.iri, label: one.label, type: one.type });
const statements = (one: EntityDocument): Statement[] => joined([...one.facts, ...one.about]).map((said) => ({ ...said, modality: standing(said) }));
const other = (said: Statement, iri: string): Thing => (said.subject.iri === iri ? said.object : said.subject);

// Those it has most statements with come first; ties stay in the order of the document.
function neighbours(one: EntityDocument): Thing[] {
  const found = new Map<string, { thing: Thing; count: number }>();
  for (const said of statements(one)) {
    const thing = other(said, one.iri);
    if (thing.iri === one.iri) continue;
    const held = found.get(thing.iri) ?? { thing, count: 0 };
    held.count += Math.max(1, said.evidence.length);
    found.set(thing.iri, held);
  }
  return [...found.values()].sort((a, b) => b.count - a.count).map(({ thing }) => thing);
}

// Years of an office, as far as they are known; of anything else that of the last article.
function when({ term, evidence, also }: Statement): string {
  const year = (day: string | undefined): string => (day ?? "").slice(0, 4);
  if (!term) return year([...evidence, ...(also ?? []).flatMap((one) => one.evidence)].map(({ date }) => date).sort().at(-1));
  const [first, begun, stayed, last] = term.bounds, [from, to] = [year(begun || first), year(last || stayed)];
  return from === to ? from : [from, to].join("–");
}

function edge(said: Statement): Said {
  const label = said.predicate === "holdsOffice" && said.role ? said.role.label : term(said.predicate);
  const years = when(said);
  return { key: said.iri, source: said.subject.iri, target: said.object.iri, label: years ? `${label} · ${years}` : label, look: LOOKS[said.modality] ?? "solid", said };
}
