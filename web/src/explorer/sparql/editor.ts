// The editor: Yasqe without its requests, its storage and what it would ask other hosts for; completion is our own.
import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import "./editor.css";
import { h } from "../elements";
import { fold } from "../search";
import { compact, inLanguage, type Kind, type Questions } from "./asking";

interface Hint {
  text: string;
  render(place: HTMLElement): void;
}
interface Place {
  line: number;
  ch: number;
}
interface Word {
  text: string;
  kind: Kind | "prefix" | "variable";
  label: string;
  comment: string;
  words: string;
}

const MOST = 40;

export interface Editor {
  get(): string;
  set(text: string): void;
  // Shows that something is wrong at a line, counted from 1; 0 for nothing.
  mark(line: number): void;
}

export function editor(place: HTMLElement, known: Questions, texts: { label: string; suggestions: string; wrong(expected: string): string }, run: () => void): Editor {
  const words = vocabulary(known);
  Yasqe.defaults.autocompleters = [];
  // what CodeMirror takes is not in the types of Yasqe
  const settings: object = {
    persistenceId: null, consumeShareLink: null, createShareableLink: null, showQueryButton: false, resizeable: false,
    prefixCcApi: null, editorHeight: "auto", lineWrapping: true, tabSize: 2, viewportMargin: Infinity,
    screenReaderLabel: texts.label,
    extraKeys: {
      // the tabulator leads on to the next control
      Tab: false, "Shift-Tab": false,
      "Ctrl-Space": () => complete(false), "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": () => undefined, Esc: () => made.getInputField().blur(),
    },
  };
  const made: Yasqe = new Yasqe(place, settings);
  // Yasqe is a copy of the editor below it; what changes something goes to that one
  const below = (place.querySelector(".CodeMirror") as unknown as { CodeMirror: Yasqe }).CodeMirror;
  for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": texts.label })) below.getScrollerElement().setAttribute(name, value);
  let wrong: { clear(): void } | undefined;

  // Its own marks bring markup with styles in it.
  const check = (): void => {
    below.clearGutter("gutterErrorBar");
    for (let line = 0; line < below.getDoc().lineCount(); line++) {
      const { state } = below.getTokenAt({ line, ch: below.getDoc().getLine(line).length }, true) as unknown as { state: { OK: boolean; possibleCurrent?: string[] } };
      if (state.OK) continue;
      const expected = (state.possibleCurrent ?? []).slice(0, 12).join(", ");
      below.setGutterMarker(line, "gutterErrorBar", h("span", { class: "wrong", role: "img", title: texts.wrong(expected), "aria-label": texts.wrong(expected) }, "!"));
      return;
    }
  };
  made.checkSyntax = check;

  const found = (): { list: Hint[]; from: Place; to: Place; typed: string } | null => {
    const to = below.getDoc().getCursor();
    const before = below.getDoc().getLine(to.line).slice(0, to.ch);
    const typed = /([?$]?[\p{L}_][\p{L}\p{N}_:.-]*|[?$])$/u.exec(before)?.[0] ?? "";
    // in strings, comments and IRIs there is nothing to complete
    if (!/^[?$]/.test(typed) && /comment|string$|variable-3/.test(below.getTokenTypeAt(to) ?? "")) return null;
    return { list: hints(typed, words, below.getValue(), texts.suggestions), from: { line: to.line, ch: to.ch - typed.length }, to, typed };
  };
  const complete = (unasked: boolean): void => {
    const first = found();
    if (!first?.list.length || (unasked && (first.typed.length < 2 || first.list[0]!.text === first.typed))) return;
    (below as unknown as { showHint(conf: object): void }).showHint({ hint: found, completeSingle: false, closeCharacters: /[\s(){}[\];,]/ });
  };
  below.on("change" as "blur", ((_: unknown, change: { origin?: string }) => {
    wrong?.clear();
    if (change.origin === "+input" && !(below as unknown as { state: { completionActive?: unknown } }).state.completionActive) complete(true);
  }) as never);

  return {
    get: () => below.getValue(),
    set: (text) => below.setValue(text),
    mark: (line) => {
      wrong?.clear();
      if (line < 1 || line > below.getDoc().lineCount()) return;
      const handle = below.addLineClass(line - 1, "background", "wrong-line");
      wrong = { clear: () => below.removeLineClass(handle, "background", "wrong-line") };
      below.scrollIntoView({ line: line - 1, ch: 0 }, 60);
    },
  };
}

function vocabulary(known: Questions): Word[] {
  const words: Word[] = Object.entries(known.prefixes).map(([name, iri]) => ({ text: `${name}:`, kind: "prefix", label: iri, comment: "", words: name }));
  for (const [iri, kind, label, comment] of known.terms) {
    const text = compact(iri, known.prefixes);
    if (text === iri) continue;
    const told = inLanguage(label);
    words.push({ text, kind, label: told, comment: inLanguage(comment), words: fold(`${text.slice(text.indexOf(":") + 1)} ${told}`) });
  }
  return words;
}

// What a beginning may become: variables of the query, prefixed names, and names by their label.
function hints(typed: string, words: Word[], query: string, label: string): Hint[] {
  if (/^[?$]/.test(typed)) {
    const found = new Set(query.match(/[?$][\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
    return [...found].filter((one) => one.startsWith(typed) && one !== typed).sort()
      .map((text) => hint({ text, kind: "variable", label: "", comment: "", words: "" }, label));
  }
  const asked = fold(typed.includes(":") ? typed.slice(typed.indexOf(":") + 1) : typed);
  const prefix = typed.includes(":") ? typed.slice(0, typed.indexOf(":") + 1) : "";
  const score = (one: Word): number => {
    if (one.text.startsWith(typed)) return 3;
    if (prefix && !one.text.startsWith(prefix)) return 0;
    if (!asked || one.kind === "prefix") return 0;
    return one.words.split(" ").some((word) => word.startsWith(asked)) ? 2 : one.words.includes(asked) && asked.length > 2 ? 1 : 0;
  };
  return words.map((one) => ({ one, at: score(one) })).filter(({ at }) => at > 0)
    .sort((a, b) => b.at - a.at || a.one.text.length - b.one.text.length || (a.one.text < b.one.text ? -1 : 1)).slice(0, MOST).map(({ one }) => hint(one, label));
}

const hint = (word: Word, label: string): Hint => ({
  text: word.text,
  render: (place) => {
    place.parentElement?.setAttribute("aria-label", label);
    place.append(h("span", { class: `kind-${word.kind}` }, word.text), h("span", { class: "told" }, word.label));
    if (word.comment) place.title = word.comment;
  },
});
