// Timeline and map: the charts of the page files, with documents of the explorer.
import "../charts/style.css";
import "./charting.css";
import { begin, state, type Data, type Geometry, type Messages } from "../charts/core";
import { h, name } from "./elements";
import { address, json, Missing, pathOf, setBase } from "./source";
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
  const shared = await json<Shared>("api/charts.json");
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
  const [told, { openTimeline }] = await Promise.all([json<Told>(of ? pathOf(of, "timeline") : "api/timeline.json"), import("../charts/timeline")]);
  const lead = h("p", { class: "small chooser" }, ...(of
    ? [h("a", { href: address(of) }, name(told.of)), " · ", h("a", { href: viewAddress("timeline") }, tell("allOffices"))]
    : [tell("allOfficesShown")]));
  show(main, told, shared, lead);
  openTimeline(told as unknown as Parameters<typeof openTimeline>[0]);
}

async function map(main: HTMLElement, shared: Shared): Promise<void> {
  const [{ maps }, { openMap }] = await Promise.all([json<{ maps: MapRow[] }>("api/maps.json"), import("../charts/map")]);
  const parameters = new URLSearchParams(location.search);
  const of = asked();
  const row = maps.find(([predicate, iri]) => (!of || iri === of) && (!parameters.get("by") || predicate === parameters.get("by")));
  const [predicate, iri] = row ?? [parameters.get("by") ?? "implements", of];
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
    const next = new URL(viewAddress("map", thing));
    next.searchParams.set("by", by);
    location.assign(next);
  });
  const lead = h("p", { class: "small chooser" }, h("label", { for: "map-of" }, tell("mapOf")), " ", select, " ", h("a", { href: address(iri) }, tell("toThing")));
  try {
    const told = await json<Told>(pathOf(iri, `map/${predicate}`));
    show(main, told, shared, lead);
    openMap({ ...told, geometry: shared.geometry } as unknown as Parameters<typeof openMap>[0]);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    main.replaceChildren(lead, h("p", { class: "empty" }, tell("noMap")));
  }
}
