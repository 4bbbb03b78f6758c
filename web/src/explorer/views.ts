// The views beside the pages of things, each with a script of its own that is loaded with it only.
import { h } from "./elements";
import { type EntityDocument, from, pageAddress, parameters, terms } from "./source";
import { setTerms } from "./statements";
import { say } from "./wording";

const VIEWS = {
  network: { word: "network", script: () => import("./network/page") },
  timeline: { word: "timeline", script: () => import("./charting") },
  map: { word: "map", script: () => import("./charting") },
  "sparql-editor": { word: "query", script: () => import("./sparql/page") },
  review: { word: "review", script: () => import("./review/page") },
} as const;
export type View = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS) as View[];
const BODIES = new Set(["Person", "Organisation", "Jurisdiction", "Municipality"]);

// `network` is also what lies at network.html and network/index.html
export function viewAt(place: string): View | undefined {
  const stem = place.replace(/(\/index)?\.html$|\/$/, "");
  return NAMES.find((one) => one === stem);
}

export const viewAddress = (view: View, of = "", by = ""): string => pageAddress(view, { ...(of && { of }), ...(by && { by }) });

// the thing that the address says a view is of
export const asked = (): string => parameters().get("of") ?? "";

export async function load(view: View, main: HTMLElement): Promise<void> {
  document.title = `${say(VIEWS[view].word)} – govgraph`;
  const [script, labels] = await Promise.all([VIEWS[view].script(), terms()]);
  setTerms(labels);
  await script.open(main, view);
}

export function navigation(): HTMLElement {
  const now = viewAt(from().here);
  return h("nav", { "aria-label": say("views") },
    h("ul", {}, ...NAMES.filter((view) => view !== "review" || from().reviewed).map((view) => h("li", {}, h("a", { href: viewAddress(view), "aria-current": view === now && "page" }, say(VIEWS[view].word))))));
}

// Views in which a thing can be seen.
export function viewsOf(one: EntityDocument): HTMLElement {
  const offices = [...one.facts, ...one.about].some((said) => said.predicate === "holdsOffice");
  const spread = new Set(one.about.map((said) => said.subject.iri)).size > 1 && !["Person", "Jurisdiction", "Municipality"].includes(one.type);
  const views: View[] = [...(one.facts.length + one.about.length ? ["network" as const] : []), ...(offices && BODIES.has(one.type) ? ["timeline" as const] : []), ...(spread ? ["map" as const] : [])];
  return h("p", { class: "small views" }, ...views.flatMap((view, at) => [at ? " · " : null, h("a", { href: viewAddress(view, one.iri) }, say(VIEWS[view].word))]));
}
