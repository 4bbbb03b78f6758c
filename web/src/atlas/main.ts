// The atlas: a picture of up to some fifty thousand nodes. It is drawn as soon as its columns are read, before the rest
// of the file. While it is moved, the last picture is moved as a whole; it is drawn anew when the hand rests.
import { quadtree } from "d3-quadtree";
import { select } from "d3-selection";
import { zoom as zooming, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { read, type Appearance, type Columns, type Edge, type Node, type Offices, type Page, type Theme } from "./data";
import { layNames, writeNames, type Written } from "./labels";
import { outlined, paint, radius, type State, type View } from "./paint";
import { scene } from "./scene";

const REST = 120;
// Of the picture, on each side beyond what is seen: so much can be dragged in before it is drawn anew.
const MARGIN = 0.2;
const columns = read<Columns>("data-picture");
const appearance = read<Appearance>("data-appearance");
const stage = document.getElementById("network") as HTMLElement;
const canvas = document.createElement("canvas");
canvas.setAttribute("role", "img");
canvas.style.cssText = "position:absolute;inset:0;inline-size:100%;block-size:100%;touch-action:none;cursor:grab";
stage.append(canvas);
const buffer = document.createElement("canvas");
const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
const inner = buffer.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let page: Page | null = null;
let by: "type" | "community" = "type";
let theme = firstTheme();
let shapes: (Path2D | null)[] = columns.types.map(() => null);
let transform: ZoomTransform = zoomIdentity;
let drawnAt: ZoomTransform = zoomIdentity;
let written: Written[] = [];
const state: State = {
  shownNodes: null, shownEdges: null, near: null, lit: new Set(), colours: [],
  colourOf: new Uint16Array(columns.x.length), hollow: new Uint8Array(columns.x.length),
};
const tree = { found: null as ReturnType<typeof quadtree<number>> | null };

function firstTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  const shade = dark.matches ? "dark" : "light";
  const types = Object.fromEntries(Object.entries(appearance.types).map(([type, look]) => [type, look[shade]]));
  return { shade, types, text: of("--ink"), faint: of("--ink-faint"), paper: of("--canvas"), edge: of("--edge"), accent: of("--accent"), conflict: of("--conflict") };
}

const colours = ({ shade, types }: Theme): string[] => {
  const palette = appearance.communities;
  return by === "type" ? columns.types.map((type) => types[type] as string) : [...palette[shade], palette.rest[shade]];
};

// The legend has the colours of types only where the picture has them.
function wear(): void {
  page?.wear(by === "type" ? theme.types : Object.fromEntries(columns.types.map((type) => [type, theme.text])));
}

// What the colours of communities mean: the best connected of each, and how many there are. The rest has no name.
function communities(from: Page, given: Theme): { shade: string; name: string; count: number }[] {
  const shades = colours(given), groups = shades.map((): number[] => []);
  for (const node of columns.x.keys()) groups[Math.min(columns.community[node] as number, shades.length - 1)]?.push(node);
  const larger = (best: number, node: number): number => ((columns.size[node] as number) > (columns.size[best] as number) ? node : best);
  return groups.flatMap((group, at) => (group.length
    ? [{ shade: shades[at] as string, count: group.length, name: at < shades.length - 1 ? from.short((from.data.nodes[group.reduce(larger)] as Node).name, 60) : "" }] : []));
}

function tellCommunities(): void {
  const place = document.getElementById("communities") as HTMLElement;
  place.hidden = by === "type";
  if (by === "type" || !page) return;
  const made = (tag: string, className: string, text = ""): HTMLElement => Object.assign(document.createElement(tag), { className, textContent: text });
  place.querySelector("ul")?.replaceChildren(...communities(page, theme).map(({ shade, name, count }) => {
    const row = made("li", ""), dot = made("i", ""), called = made("bdi", "name", name || page?.t("communityRest"));
    dot.style.background = shade;
    if (!name) called.dataset.text = "communityRest";
    row.append(dot, called, made("span", "number", count.toLocaleString(document.documentElement.lang)));
    return row;
  }));
}

function colour(): void {
  version += 1;
  wear();
  tellCommunities();
  const many = appearance.communities[theme.shade].length;
  state.colours = colours(theme);
  for (let node = 0; node < columns.x.length; node += 1) {
    state.colourOf[node] = by === "type" ? (columns.type[node] as number) : Math.min(columns.community[node] as number, many);
    state.hollow[node] = appearance.types[columns.types[columns.type[node] as number] as string]?.hollow ? 1 : 0;
  }
}

const size = (): { width: number; height: number; ratio: number } =>
  ({ width: stage.clientWidth, height: stage.clientHeight, ratio: Math.min(2, devicePixelRatio || 1) });

function sized(target: HTMLCanvasElement, width: number, height: number): void {
  if (target.width !== Math.round(width)) target.width = Math.round(width);
  if (target.height !== Math.round(height)) target.height = Math.round(height);
}

// What the buffer shows: for the same again nothing is drawn. `version` counts what else changed.
let version = 0, buffered = "", shown = "";

// Everything, into the buffer.
function draw(): void {
  const { width, height, ratio } = size();
  const now = [version, transform.x, transform.y, transform.k, width, height, ratio].join(" ");
  if (now !== buffered) {
    const wide = Math.round(width * (1 + 2 * MARGIN)), high = Math.round(height * (1 + 2 * MARGIN));
    sized(buffer, wide * ratio, high * ratio);
    inner.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view = { x: transform.x + width * MARGIN, y: transform.y + height * MARGIN, k: transform.k, width: wide, height: high };
    paint(inner, columns, view, state, theme, shapes);
    buffered = now;
    drawnAt = transform;
  }
  if (shown !== `${now} ${page !== null}`) show(true);
  shown = `${now} ${page !== null}`;
}

// The buffer on the screen, where it belongs now.
function show(names: boolean): void {
  const { width, height, ratio } = size();
  sized(canvas, width * ratio, height * ratio);
  const k = transform.k / drawnAt.k;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(
    buffer, transform.x - k * (drawnAt.x + width * MARGIN), transform.y - k * (drawnAt.y + height * MARGIN),
    (buffer.width / ratio) * k, (buffer.height / ratio) * k,
  );
  written = names && page ? layNames(columns, viewNow(), state, page) : [];
  if (page) writeNames(ctx, written, theme, page);
  moved = false;
  shown = "";
}

const viewNow = (): View => ({ x: transform.x, y: transform.y, k: transform.k, width: stage.clientWidth, height: stage.clientHeight });
let moved = false, resting = 0;
const camera = zooming<HTMLCanvasElement, unknown>().scaleExtent([0.005, 8]).clickDistance(4)
  .on("start", () => page?.hideTip())
  .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
    transform = event.transform;
    if (!moved) requestAnimationFrame(() => moved && show(false));
    moved = true;
    clearTimeout(resting);
    resting = window.setTimeout(draw, REST);
  });
const surface = select(canvas);

function moveTo(next: ZoomTransform): void {
  camera.transform(surface, next);
  clearTimeout(resting);
  draw();
}

function around(nodes: Iterable<number>, closest: number): ZoomTransform {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const node of nodes) {
    left = Math.min(left, columns.x[node] as number);
    right = Math.max(right, columns.x[node] as number);
    top = Math.min(top, columns.y[node] as number);
    bottom = Math.max(bottom, columns.y[node] as number);
  }
  if (left > right) return transform;
  const { width, height } = size();
  const k = Math.min(closest, (width - 60) / (right - left + 1), (height - 60) / (bottom - top + 1));
  return zoomIdentity.translate(width / 2, height / 2).scale(Math.max(k, 0.005)).translate(-(left + right) / 2, -(top + bottom) / 2);
}

const shownNodes = (): number[] => columns.x.map((_, node) => node).filter((node) => !state.shownNodes || state.shownNodes[node]);
const spotOf = (node: number): { x: number; y: number } =>
  ({ x: (columns.x[node] as number) * transform.k + transform.x, y: (columns.y[node] as number) * transform.k + transform.y });

function nodeAt(spot: { x: number; y: number }): number | null {
  tree.found ??= quadtree<number>(shownNodes(), (node) => columns.x[node] as number, (node) => columns.y[node] as number);
  const [x, y] = transform.invert([spot.x, spot.y]);
  const hit = tree.found.find(x, y, 26 / transform.k);
  if (hit === undefined) return null;
  const there = spotOf(hit);
  return Math.hypot(there.x - spot.x, there.y - spot.y) <= Math.max(5, radius(columns, hit, transform.k) + 2) ? hit : null;
}

function edgeAt(spot: { x: number; y: number }): number | null {
  let best: number | null = null, nearest = 5;
  for (let edge = 0; edge < columns.from.length; edge += 1) {
    if (state.shownEdges && !state.shownEdges[edge]) continue;
    if (state.lit.size && !state.lit.has(edge)) continue;
    const a = spotOf(columns.from[edge] as number), b = spotOf(columns.to[edge] as number);
    if (spot.x < Math.min(a.x, b.x) - 5 || spot.x > Math.max(a.x, b.x) + 5 || spot.y < Math.min(a.y, b.y) - 5 || spot.y > Math.max(a.y, b.y) + 5) continue;
    const dx = b.x - a.x, dy = b.y - a.y;
    const share = Math.max(0, Math.min(1, ((spot.x - a.x) * dx + (spot.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(spot.x - a.x - share * dx, spot.y - a.y - share * dy);
    if (away < nearest) [best, nearest] = [edge, away];
  }
  return best;
}

type Found = ["n", Node] | ["e", Edge] | [null, null];
function under(from: Page, spot: { x: number; y: number }): Found {
  const name = written.find((box) => spot.x >= box.left && spot.x <= box.right && spot.y >= box.top && spot.y <= box.bottom);
  const node = nodeAt(spot) ?? (name ? name.node : null);
  if (node !== null) return ["n", from.data.nodes[node] as Node];
  const edge = edgeAt(spot);
  return edge === null ? [null, null] : ["e", from.data.edges[edge] as Edge];
}

const same = (a: Uint8Array | null, b: Uint8Array | null): boolean => a === b || (!!a && !!b && a.every((value, at) => value === b[at]));
const unlessAll = (shown: Uint8Array): Uint8Array | null => (shown.every(Boolean) ? null : shown);

function decide(from: Page): void {
  const nodes = unlessAll(Uint8Array.from(from.data.nodes, (node) => Number(from.isShown(node))));
  const edges = unlessAll(Uint8Array.from(from.data.edges, (edge) => Number(from.isVisible(edge))));
  const { kind, item } = from.chosen;
  if (same(nodes, state.shownNodes) && same(edges, state.shownEdges) && !kind && !state.near) return;
  version += 1;
  state.shownNodes = nodes;
  state.shownEdges = edges;
  tree.found = null;
  state.lit = new Set();
  state.near = null;
  if (!kind || !item) return;
  const beside = kind !== "e" ? (item as Node | Offices).edges.filter((edge) => from.isVisible(edge)) : [item as Edge];
  state.near = new Set(kind === "n" ? [(item as Node).id] : []);
  for (const edge of beside) {
    state.lit.add(edge.id);
    state.near.add(edge.from).add(edge.to);
  }
}

function colourBy(asked: string | undefined): void {
  const wanted = asked === "community" ? "community" : "type";
  if (wanted === by) return;
  by = wanted;
  colour();
}

function listen(from: Page): void {
  const spotIn = (event: MouseEvent): { x: number; y: number } => ({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    from.hideTip();
    const [kind, item] = under(from, spotIn(event));
    if (kind || from.chosen.kind) from.choose(kind, item, false);
  });
  canvas.addEventListener("mousemove", (event) => {
    if (event.buttons) return;
    const node = nodeAt(spotIn(event));
    canvas.style.cursor = node === null ? "grab" : "pointer";
    if (node === null) from.hideTip();
    else from.showTip((from.data.nodes[node] as Node).name, spotIn(event));
  });
  canvas.addEventListener("mouseleave", () => from.hideTip());
  const colours = document.getElementById("colours") as HTMLSelectElement;
  colours.addEventListener("change", () => {
    colourBy(colours.value);
    draw();
    from.remember();
  });
  new ResizeObserver(() => draw()).observe(stage);
}

/** Called by atlas.js once panel and filters are there. */
function attach(from: Page): void {
  page = from;
  shapes = columns.types.map((type) => new Path2D(from.outline[appearance.types[type]?.shape ?? "dot"]));
  const repaint = (): void => {
    theme = from.themeNow();
    colour();
    draw();
  };
  from.redraw = () => {
    decide(from);
    draw();
  };
  const look = (kind: "n" | "e" | "r", item: Node | Edge | Offices): void => {
    if (kind === "r") return moveTo(around((item as Offices).edges.filter((edge) => from.isVisible(edge)).flatMap((edge) => [edge.from, edge.to]), 1.1));
    const nodes = kind === "n" ? [(item as Node).id, ...(item as Node).edges.flatMap((edge) => [edge.from, edge.to])] : [(item as Edge).from, (item as Edge).to];
    moveTo(kind === "n" && nodes.length > 60 ? around([(item as Node).id], 0.8) : around(nodes, 1.1));
  };
  const zoom = (factor: number): void => {
    camera.scaleBy(surface, factor);
    if (calm.matches) draw();
  };
  const picture = (given: Theme) => ({
    ...scene(columns, viewNow(), { ...state, colours: colours(given) }, given, columns.types.map((type) => from.outline[appearance.types[type]?.shape ?? "dot"] ?? "")),
    names: layNames(columns, viewNow(), state, from), byType: by === "type", groups: by === "type" ? [] : communities(from, given), width: stage.clientWidth, height: stage.clientHeight,
  });
  const move = (x: number, y: number): void => camera.translateBy(surface, x / transform.k, y / transform.k);
  // What stands in the address beside what is chosen and filtered.
  const words = (): [string, string[]][] => (by === "community" ? [["colours", [by]]] : []);
  const setWords = (asked: Map<string, string[]>): void => {
    colourBy(asked.get("colours")?.join());
    (document.getElementById("colours") as HTMLSelectElement).value = by;
  };
  from.picture = { words, setWords, canvas, paint: repaint, zoom, move, scene: picture, lookAt: look, fit: () => moveTo(around(shownNodes(), 1.25)) };
  const inWindow = (spot: { x: number; y: number }): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: box.left + spot.x, y: box.top + spot.y };
  };
  from.nodePosition = (asked) => inWindow(spotOf(typeof asked === "number" ? asked : (from.byIri.n.get(asked) as Node).id));
  from.edgePosition = (asked) => {
    const edge = (typeof asked === "number" ? from.data.edges[asked] : from.byIri.e.get(asked)) as Edge;
    const a = spotOf(edge.from), b = spotOf(edge.to);
    return inWindow({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  };
  from.visible = () => ({
    nodes: from.data.nodes.filter((node) => from.isShown(node)).map((node) => node.iri),
    edges: from.data.edges.filter((edge) => from.isVisible(edge)).map((edge) => edge.iri),
  });
  theme = from.themeNow();
  wear();
  // Forms were not known when the picture was drawn first.
  if (columns.x.some((_, node) => outlined(radius(columns, node, transform.k)))) version += 1;
  listen(from);
}

colour();
surface.call(camera).on("dblclick.zoom", null);
moveTo(around(columns.x.keys(), 1.25));
const types = columns.type.map((type) => columns.types[type]);
Object.assign(window, { govgraphAtlas: { types, from: columns.from, to: columns.to, attach } });
