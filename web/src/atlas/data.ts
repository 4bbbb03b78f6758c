// What the picture is drawn from. It stands in the file before everything else, in columns, so that it is read first.
export interface Columns {
  types: string[];
  x: number[];
  y: number[];
  size: number[];
  type: number[];
  community: number[];
  from: number[];
  to: number[];
  /** Marks of an edge: 1 contradicted, 2 faded, 4 dashed. */
  marks: number[];
}

export interface Look {
  shape: string;
  scale: number;
  hollow: boolean;
  light: string;
  dark: string;
}

export interface Appearance {
  types: Record<string, Look>;
  communities: { light: string[]; dark: string[]; rest: { light: string; dark: string } };
}

export interface Edge {
  id: number;
  from: number;
  to: number;
  conflicts: number[];
}

export interface Node {
  id: number;
  iri: string;
  type: string;
  name: string;
  short: string[];
  edges: Edge[];
}

/** Offices of a role. */
export interface Offices {
  iri: string;
  edges: Edge[];
}

export interface Theme {
  shade: "light" | "dark";
  types: Record<string, string>;
  text: string;
  faint: string;
  paper: string;
  edge: string;
  accent: string;
  conflict: string;
}

/** What views/page/base.js, panel.js and filters.js offer. */
export interface Page {
  data: { nodes: Node[]; edges: (Edge & { iri: string })[] };
  chosen: { kind: "n" | "e" | "r" | null; item: Node | Edge | Offices | null };
  byIri: { n: Map<string, Node>; e: Map<string, Edge> };
  outline: Record<string, string>;
  fontOf(size: number, bold: boolean): string;
  textWidth(text: string, font: string): number;
  corners(): { left: number; right: number; top: number; bottom: number }[];
  t(key: string): string;
  themeNow(): Theme;
  wear(types: Record<string, string>): void;
  isShown(node: Node): boolean;
  isVisible(edge: Edge): boolean;
  edgeName(edge: Edge): string;
  edgeText(edge: Edge): string;
  short(text: string, longest: number): string;
  choose(kind?: "n" | "e" | null, item?: Node | Edge | null, move?: boolean): void;
  showTip(text: string, spot: { x: number; y: number }): void;
  hideTip(): void;
  redraw(): void;
  remember(): void;
  picture: unknown;
  nodePosition(asked: string | number): { x: number; y: number };
  edgePosition(asked: string | number): { x: number; y: number };
  visible(): { nodes: string[]; edges: string[] };
}

export function read<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
}
