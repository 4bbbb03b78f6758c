// The page for SPARQL: an editor, questions as examples, and answers as table, figure, timeline or network.
import "./sparql.css";
import { h, name } from "../elements";
import { find } from "../search";
import { address, from, index, type Index, setBase } from "../source";
import { term } from "../statements";
import { lang, number } from "../wording";
import { words } from "../words";
import { Refused } from "../refused";
import { type Answer, ask, file, RESULT_FORMATS, TRIPLE_FORMATS } from "./answer";
import { compact, type Example, inLanguage, insert, open as isOpen, type Parameter, type Questions, questions, written } from "./asking";
import { type Editor, editor } from "./editor";
import { shape } from "./shape";
import { type Setting, table } from "./table";
import texts from "./sparql.json";

const tell = words(texts);

const FIRST = `SELECT DISTINCT ?person ?name ?role ?organisation WHERE {
  ?tenure org:member ?person ; org:role ?role ; org:organization ?organisation .
  ?person skos:prefLabel ?name
}
LIMIT 100
`;
type View = "table" | "figure" | "timeline" | "network";

export async function open(main: HTMLElement): Promise<void> {
  const known = await questions();
  setBase(known.base);
  main.classList.add("sparql");
  new Page(main, known);
}

class Page {
  private readonly editor: Editor;
  private readonly form = h("form", { class: "parameters", autocomplete: "off" });
  private readonly why = h("p", { class: "small" });
  private readonly status = h("p", { class: "small", role: "status" });
  private readonly output = h("section", { class: "answer", "aria-label": tell("answer") });
  private readonly runButton = h("button", { type: "button", class: "run" }, tell("run"));
  private readonly choice: HTMLSelectElement;
  private readonly setting: Setting;
  private example: Example | undefined;
  private values: Record<string, string> = {};
  // what the editor was filled with; another text is somebody's own
  private filled = "";
  // all names, as soon as one is asked for
  private all: Index | undefined;
  private named: Promise<void> = Promise.resolve();
  private running: AbortController | undefined;
  private view: View | "" = "";

  constructor(main: HTMLElement, private readonly known: Questions) {
    let names: Promise<ReadonlyMap<string, string>> | undefined;
    const named = (): Promise<ReadonlyMap<string, string>> =>
      (names ??= index().then(({ entities, articles }) => new Map([...entities, ...articles].map(([iri, label]) => [iri, label]))));
    this.setting = { prefixes: known.prefixes, base: known.base, tell, named };
    this.choice = this.examples();
    const place = h("div", { class: "editor" });
    main.replaceChildren(
      h("h1", {}, tell("title")),
      h("p", { class: "small" }, tell("lead"), from().alone ? ` ${tell("alone")}` : null),
      h("div", { class: "ask" }, h("label", { for: "example" }, tell("example")), this.choice),
      this.why, this.form, place,
      h("p", { class: "run-line" }, this.runButton, h("span", { class: "small" }, tell("keys"))),
      this.status, this.output);
    this.editor = editor(place, known, { label: tell("editor"), suggestions: tell("suggestions"), wrong: (expected) => tell("wrong", { expected }) }, () => void this.run());
    this.runButton.addEventListener("click", () => (this.running ? this.running.abort() : void this.run()));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run();
    });
    window.addEventListener("popstate", () => this.fromAddress());
    this.fromAddress();
  }

  private fromAddress(): void {
    const told = new URLSearchParams(location.hash.slice(1));
    const query = told.get("query");
    this.view = (told.get("view") ?? "") as View | "";
    this.editor.set(query ?? this.declared(FIRST));
    if (query) void this.run(false);
  }

  private declared(sparql: string): string {
    const used = Object.keys(this.known.prefixes).filter((one) => new RegExp(`(?<![\\w:])${one}:`).test(sparql)).sort();
    return [...used.map((one) => `PREFIX ${one}: <${this.known.prefixes[one]}>`), sparql].join("\n");
  }

  private examples(): HTMLSelectElement {
    const option = (one: Example): HTMLElement => h("option", { value: one.name }, inLanguage(one.title));
    const groups = this.known.themes.map((theme) => h("optgroup", { label: inLanguage(theme.title) }, ...this.known.queries.filter((one) => one.theme === theme.name).map(option)));
    const others = this.known.queries.filter((one) => !this.known.themes.some((theme) => theme.name === one.theme)).map(option);
    const select = h("select", { id: "example" }, h("option", { value: "" }, tell("choose")), ...groups, ...others) as HTMLSelectElement;
    select.addEventListener("change", () => {
      this.example = this.known.queries.find((one) => one.name === select.value);
      this.values = {};
      this.view = "";
      this.ask();
    });
    return select;
  }

  // The form of an example, and the editor with it.
  private ask(): void {
    const one = this.example;
    this.why.textContent = one ? inLanguage(one.why) : "";
    this.form.replaceChildren(...(one?.parameters ?? []).map((parameter) => this.field(parameter)));
    if (one) this.fill();
    if (!this.all && one?.parameters.some((parameter) => parameter.type === "entity")) this.named = index().then((all) => void (this.all = all));
  }

  private field(parameter: Parameter): HTMLElement {
    const id = `p-${parameter.name}`;
    const optional = parameter.default !== null;
    const kinds: Record<string, string> = { integer: "number", number: "number" };
    const input = h("input", {
      id, type: kinds[parameter.type] ?? "text", name: parameter.name, autocomplete: "off", spellcheck: "false", list: `${id}-list`,
      required: !optional, placeholder: isOpen(parameter) ? tell("any") : (parameter.default ?? (parameter.type === "date" ? tell("date") : "")), ...(parameter.type === "number" ? { step: "any" } : {}),
    }) as HTMLInputElement;
    const list = h("datalist", { id: `${id}-list` });
    const hint = h("span", { class: "small hint", id: `${id}-hint`, role: "status" });
    input.setAttribute("aria-describedby", hint.id);
    if (parameter.type in this.known.choices)
      list.append(...this.known.choices[parameter.type as "role"].map(([, label]) => h("option", { value: inLanguage(label) })));
    input.addEventListener("input", () => void this.named.then(() => {
      if (parameter.type === "entity" && this.all) list.replaceChildren(...find(this.all, input.value).filter((hit) => hit.note !== "Article").map((hit) => h("option", { value: hit.label }, hit.via || term(hit.type))));
      this.values[parameter.name] = input.value;
      const iri = input.value.trim() && this.lookUp(parameter)(input.value.trim());
      hint.replaceChildren(...(iri ? [h("a", { href: address(iri), target: "_blank", rel: "noopener" }, name(compact(iri, this.known.prefixes)))] : []));
      hint.classList.remove("wrong-value");
      this.fill();
    }));
    return h("div", { class: "parameter" }, h("label", { for: id }, inLanguage(parameter.title), optional ? h("span", { class: "small" }, ` (${tell("optional")})`) : null), input, list, hint);
  }

  private lookUp = (parameter: Parameter) => (text: string): string | undefined => {
    if (/^https?:/.test(text)) return undefined;
    const folded = text.toLowerCase();
    if (parameter.type in this.known.choices)
      return this.known.choices[parameter.type as "role"].find(([iri, label]) => Object.values(label).some((one) => one.toLowerCase() === folded) || compact(iri, this.known.prefixes) === text)?.[0];
    const [prefix, rest] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
    if (Object.hasOwn(this.known.prefixes, prefix) && rest) return this.known.prefixes[prefix]! + rest;
    if (parameter.type !== "entity" || !this.all) return undefined;
    // its very name, then its very other name; the most mentioned first
    return (this.all.entities.find(([, label]) => label.toLowerCase() === folded) ?? this.all.entities.find((row) => row[4].some((one) => one.toLowerCase() === folded)))?.[0];
  };

  // Parameters that lack a value, or have none of their kind.
  private missing(): Parameter[] {
    return (this.example?.parameters ?? []).filter((one) => !isOpen(one) && this.term(one) === undefined || (this.values[one.name]?.trim() && this.term(one) === undefined));
  }

  private term(parameter: Parameter): string | undefined {
    const value = this.values[parameter.name]?.trim() || parameter.default || "";
    return value && value !== "*" ? written(parameter.type, value, this.lookUp(parameter)) : undefined;
  }

  private fill(): void {
    if (!this.example) return;
    const terms = this.example.parameters.flatMap((one): [string, string][] => { const found = this.term(one); return found ? [[one.name, found]] : []; });
    this.filled = insert(this.example.sparql, Object.fromEntries(terms));
    this.editor.set(this.filled);
  }

  private async run(remember = true): Promise<void> {
    const sparql = this.editor.get();
    const missing = sparql === this.filled ? this.missing() : [];
    for (const one of missing) {
      const hint = document.getElementById(`p-${one.name}-hint`)!;
      hint.textContent = this.values[one.name]?.trim() ? tell("notFound") : tell("needed");
      hint.classList.add("wrong-value");
    }
    if (missing[0]) {
      document.getElementById(`p-${missing[0].name}`)?.focus();
      return;
    }
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.runButton.textContent = tell("stop");
    this.status.textContent = tell("running");
    this.editor.mark(0);
    this.output.setAttribute("aria-busy", "true");
    if (remember) history.pushState(null, "", this.link(sparql));
    const begin = performance.now();
    try {
      const answer = await ask(sparql, running.signal);
      await this.show(sparql, answer, performance.now() - begin);
    } catch (error) {
      if (this.running === running) this.trouble(error, running.signal.aborted);
    } finally {
      if (this.running === running) {
        this.running = undefined;
        this.runButton.textContent = tell("run");
        this.output.removeAttribute("aria-busy");
      }
    }
  }

  private link(sparql: string): string {
    return `${location.pathname}${location.search}#${new URLSearchParams({ query: sparql, ...(this.view ? { view: this.view } : {}) })}`;
  }

  private trouble(error: unknown, aborted: boolean): void {
    this.status.textContent = "";
    if (aborted) {
      this.output.replaceChildren(h("p", {}, tell("stopped")));
      return;
    }
    const refused = error instanceof Refused ? error : new Refused("refused", error instanceof Error ? error.message : "");
    const marked = /^error at (\d+):(\d+): ?([^]*)$/.exec(refused.message);
    const place = marked ?? /\bline (\d+), column (\d+)/.exec(refused.message);
    if (place) this.editor.mark(Number(place[1]));
    this.output.replaceChildren(h("div", { class: "trouble", role: "alert" },
      h("p", {}, h("strong", {}, tell(refused.trouble)), place ? ` ${tell("place", { line: place[1]!, column: place[2]! })}` : null),
      refused.message ? h("pre", { lang: "en" }, marked ? marked[3]! : refused.message) : null));
  }

  private async show(sparql: string, answer: Answer, milliseconds: number): Promise<void> {
    const seconds = (milliseconds / 1000).toLocaleString(lang, { maximumFractionDigits: 2 });
    if (answer.kind === "truth") {
      this.status.textContent = tell("took", { seconds });
      this.output.replaceChildren(h("p", { class: "truth" }, tell(answer.value ? "yes" : "no")));
      return;
    }
    const count = answer.rows.length;
    const word = answer.kind === "triples" ? (count === 1 ? "oneTriple" : "triples") : count === 1 ? "oneRow" : "rows";
    this.status.textContent = `${tell(word, { count: number(count) })} · ${tell("took", { seconds })}${answer.cut ? ` · ${tell("cut")}` : ""}`;
    const found = shape(answer);
    const views: View[] = ["table", ...(found.numbers.length && found.over.length ? ["figure" as const] : []), ...(found.from && found.until ? ["timeline" as const] : []), ...(found.edge ? ["network" as const] : [])];
    const place = h("div", { class: "shown" });
    const write = (cell: (typeof answer.rows)[number][string]): string => (!cell ? "" : cell.type === "uri" ? compact(cell.value, this.known.prefixes) : cell.value);
    const draw = async (view: View): Promise<void> => {
      if (view === "figure" || view === "timeline") {
        const drawing = await import("./figure");
        place.replaceChildren(view === "figure" ? drawing.figure(answer, found, write, tell) : drawing.timeline(answer, found, write, tell));
      } else if (view === "network") {
        const { network } = await import("./network");
        place.replaceChildren(network(answer, found.edge!, this.setting, tell));
      } else place.replaceChildren(table(answer, this.setting));
    };
    const first = this.view && views.includes(this.view) ? this.view : answer.kind === "triples" && count > 1 && count <= 400 ? "network" : "table";
    const buttons = views.map((view) => h("button", { type: "button", "aria-pressed": String(view === first), "data-view": view }, tell(view)));
    for (const [at, button] of buttons.entries())
      button.addEventListener("click", () => {
        this.view = views[at]!;
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        history.replaceState(null, "", this.link(sparql));
        void draw(views[at]!);
      });
    const formats = answer.kind === "triples" ? TRIPLE_FORMATS : RESULT_FORMATS;
    const files = h("span", { class: "files" }, tell("download"), ...formats.map(([title, media, ending]) =>
      h("button", { type: "button", class: "plain-button", click: () => void this.save(sparql, media, ending) }, title)));
    this.output.replaceChildren(h("div", { class: "bar" }, h("div", { class: "group", role: "group", "aria-label": tell("shownAs") }, ...buttons), files), place);
    await draw(first);
  }

  private async save(sparql: string, media: string, ending: string): Promise<void> {
    try {
      const blob = await file(sparql, media, new AbortController().signal);
      const url = URL.createObjectURL(blob);
      const link = h("a", { href: url, download: `govgraph-${this.example?.name ?? "query"}.${ending}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      this.trouble(error, false);
    }
  }
}
