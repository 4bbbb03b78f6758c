// Timeline and map: the charts of the page files, with documents of the explorer.
import "../charts/style.css";
import "./charting.css";
import { begin, state, type Data, type Geometry, type Messages } from "../charts/core";
import { h, name } from "./elements";
import { address, Missing, parameters, setBase, told as documentOf } from "./source";
import { term } from "./statements";
import { asked, viewAddress, type View } from "./views";
import texts from "./charting.json";
import { lang } from "./wording";
import { words } from "./words";

const tell = words(texts);

interface Shared { base: string; words: Messages; geometry: Geometry }
type Told = Omit<Data, "lang" | "title" | "subtitle" | "geometry"> & { of: string };
type MapRow = [predicate: string, iri: string, label: string, lands: number];

export async function open(main: HTMLElement, view: View): Promise<void> {
  // the script comes while the documents do
  void (view === "map" ? import("../charts/map") : import("../charts/timeline"));
  const shared = await documentOf<Shared>("charts");
  setBase(shared.base);
  main.classList.add("charted");
  document.body.classList.add("full");
  if (view === "map") await map(main, shared);
  else await timeline(main, shared);
}

function show(main: HTMLElement, told: Told, shared: Shared, lead: HTMLElement): void {
  const place = h("div", { class: "place" });
  main.replaceChildren(lead, place);
  state.place = place;
  state.address = address;
  begin({ ...told, lang, title: "", subtitle: told.kind === "timeline" ? told.of : "", geometry: shared.geometry } as unknown as Data, shared.words);
}

async function timeline(main: HTMLElement, shared: Shared): Promise<void> {
  const of = asked();
  const [told, { openTimeline }] = await Promise.all([documentOf<Told>("timeline", of), import("../charts/timeline")]);
  const lead = h("p", { class: "small chooser" }, ...(of
    ? [h("a", { href: address(of) }, name(told.of)), " · ", h("a", { href: viewAddress("timeline") }, tell("allOffices"))]
    : [tell("allOfficesShown")]));
  show(main, told, shared, lead);
  openTimeline(told as unknown as Parameters<typeof openTimeline>[0]);
}

async function map(main: HTMLElement, shared: Shared): Promise<void> {
  const [{ maps }, { openMap }] = await Promise.all([documentOf<{ maps: MapRow[] }>("maps"), import("../charts/map")]);
  const wanted = parameters().get("by");
  const of = asked();
  const row = maps.find(([predicate, iri]) => (!of || iri === of) && (!wanted || predicate === wanted));
  const [predicate, iri] = row ?? [wanted ?? "implements", of];
  if (!iri) {
    main.replaceChildren(h("p", { class: "empty" }, tell("noMap")));
    return;
  }
  const value = (one: MapRow): string => JSON.stringify([one[0], one[1]]);
  const select = h("select", { id: "map-of" }, ...maps.map((one) =>
    h("option", { value: value(one), selected: one === row, lang: "de" }, `${one[2].slice(0, 80)} – ${term(one[0])} (${one[3]})`))) as HTMLSelectElement;
  if (!row) select.prepend(h("option", { selected: true, value: "" }, "–"));
  select.addEventListener("change", () => {
    if (!select.value) return;
    const [by, thing] = JSON.parse(select.value) as [string, string];
    location.assign(viewAddress("map", thing, by));
  });
  const lead = h("p", { class: "small chooser" }, h("label", { for: "map-of" }, tell("mapOf")), " ", select, " ", h("a", { href: address(iri) }, tell("toThing")));
  try {
    const told = await documentOf<Told>(`map/${predicate}`, iri);
    show(main, told, shared, lead);
    openMap({ ...told, geometry: shared.geometry } as unknown as Parameters<typeof openMap>[0]);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    main.replaceChildren(lead, h("p", { class: "empty" }, tell("noMap")));
  }
}
