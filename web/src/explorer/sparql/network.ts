// Rows that are edges, as a network.
import "../network/network.css";
import { h } from "../elements";
import { type Bundle, type Edge, Net, type Node } from "../network/net";
import { number } from "../wording";
import type { Row, Rows, Term } from "./answer";
import { compact } from "./asking";
import { nameColumn, type Shape } from "./shape";
import { iriLink, table, type Setting } from "./table";

const MOST = 400;
const TYPES: Record<string, string> = { person: "Person", organisation: "Organisation", jurisdiction: "Jurisdiction", municipality: "Municipality", law: "Law", document: "Document", programme: "Programme", system: "System", service: "Service", event: "Event" };

interface Held extends Edge {
  row: Row;
}

export type Tell = (word: "networkLabel" | "networkHint" | "drawnEdges", values?: Record<string, string | number>) => string;

export function network(answer: Pick<Rows, "columns" | "rows">, ends: NonNullable<Shape["edge"]>, setting: Setting, tell: Tell): HTMLElement {
  const key = (term: Term): string => `${term.type === "uri" ? "" : `${term.type} `}${term.value}${term["xml:lang"] ?? ""}`;
  const nodes = new Map<string, Node>();
  const iris = new Map<string, string>();
  const at = (row: Row, column: string): string => {
    const term = row[column]!;
    const iri = key(term);
    if (term.type === "uri") iris.set(iri, term.value);
    const called = row[nameColumn(answer.columns, column)] ?? term;
    const kind = term.value.startsWith(`${setting.base}/`) ? term.value.slice(setting.base.length + 1).split("/")[0]! : "";
    if (!nodes.has(iri)) nodes.set(iri, { iri, label: called.type === "uri" ? compact(called.value, setting.prefixes).replace(/^\w+:(?=.)/, "") : called.value, type: TYPES[kind] ?? "Other" });
    return iri;
  };
  const edges: Held[] = answer.rows.slice(0, MOST).flatMap((row, place) => {
    if (!row[ends.source] || !row[ends.target]) return [];
    const verb = ends.verb ? row[ends.verb] : undefined;
    const label = verb ? (verb.type === "uri" ? compact(verb.value, setting.prefixes) : verb.value) : "";
    return [{ key: String(place), source: at(row, ends.source), target: at(row, ends.target), label, look: "solid", row }];
  });
  const panel = h("div", { class: "panel", "aria-live": "polite" }, h("p", { class: "small" }, tell("networkHint")));
  const show = (iri: string, rows: Row[]): void => {
    panel.replaceChildren(h("h3", {}, iris.has(iri) ? iriLink(iris.get(iri)!, setting) : h("bdi", {}, nodes.get(iri)?.label.slice(0, 300) ?? "")),
      table({ columns: answer.columns, rows }, setting));
  };
  const stage = h("div", { class: "stage" });
  const net = new Net(stage, tell("networkLabel"), {
    node: (iri) => {
      net.choose(iri);
      show(iri, edges.filter((edge) => edge.source === iri || edge.target === iri).map((edge) => edge.row));
    },
    bundle: (bundle: Bundle) => show(bundle.ends[0], (bundle.edges as Held[]).map((edge) => edge.row)),
    describe: (node, degree) => `${node.label.slice(0, 200)} (${degree})`,
  });
  net.add([...nodes.values()], edges);
  return h("div", {}, h("div", { class: "network found" }, stage, panel),
    answer.rows.length > MOST ? h("p", { class: "small" }, tell("drawnEdges", { count: number(MOST), all: number(answer.rows.length) })) : null);
}
