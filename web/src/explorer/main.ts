import "./explorer.css";
import { h } from "./elements";
import { page, start, titleOf } from "./pages";
import { searchBox } from "./search";
import { document_, here, index, Missing, root, setBase, terms } from "./source";
import { setTerms } from "./statements";
import { load, navigation, viewAt } from "./views";
import { changeLanguage, lang, say } from "./wording";

const main = document.getElementById("main") as HTMLElement;

function frame(): void {
  document.documentElement.lang = lang;
  (document.getElementById("skip") as HTMLElement).textContent = say("skip");
  const other = h("button", { type: "button", lang: lang === "de" ? "en" : "de", click: changeLanguage }, say("switch"));
  document.getElementById("head")?.append(h("a", { class: "mark", href: root.href }, "govgraph"), navigation(), searchBox(), other);
}

async function show(): Promise<void> {
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
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.click();
}

frame();
show()
  .catch((error: unknown) => {
    main.replaceChildren(h("h1", {}, say(error instanceof Missing ? "missing" : "failed")));
  })
  .finally(() => main.setAttribute("aria-busy", "false"));
