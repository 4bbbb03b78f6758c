import "./explorer.css";
import { h } from "./elements";
import { missing } from "./missing";
import { arrive, page, start, titleOf } from "./pages";
import { searchBox } from "./search";
import { served } from "./served";
import { document_, from, index, Missing, pageAddress, setBase, terms, useSource } from "./source";
import { setTerms } from "./statements";
import { load, navigation, viewAt } from "./views";
import { changeLanguage, lang, say } from "./wording";

const main = document.getElementById("main") as HTMLElement;

function frame(): void {
  document.documentElement.lang = lang;
  (document.getElementById("skip") as HTMLElement).textContent = say("skip");
  const other = h("button", { type: "button", lang: lang === "de" ? "en" : "de", click: changeLanguage }, say("switch"));
  document.getElementById("head")?.append(h("a", { class: "mark", href: pageAddress() }, "govgraph"), navigation(), searchBox(), other);
}

// Pages that were written to files say so; all others come from a server.
async function open(): Promise<void> {
  const written = document.getElementById("written");
  useSource(written ? (await import("./written")).written(written) : served());
  frame();
  await show();
}

async function show(): Promise<void> {
  const { here } = from();
  const view = viewAt(here);
  if (view) return load(view, main);
  if (!here) {
    const [all, labels] = await Promise.all([index(), terms()]);
    setBase(all.base);
    setTerms(labels);
    document.title = say("title");
    main.replaceChildren(...start(all));
    return;
  }
  const [one, labels] = await Promise.all([document_(), terms()]);
  setBase(one.base);
  setTerms(labels);
  document.title = `${titleOf(one).slice(0, 200)} – govgraph`;
  main.replaceChildren(...page(one));
  arrive(location.hash);
  window.addEventListener("hashchange", () => arrive(location.hash));
}

open()
  .catch(async (error: unknown) => {
    if (error instanceof Missing) return main.replaceChildren(...(await missing()));
    main.replaceChildren(h("h1", {}, say(document.getElementById("written") ? "needsFiles" : "failed")));
  })
  .finally(() => main.setAttribute("aria-busy", "false"));
