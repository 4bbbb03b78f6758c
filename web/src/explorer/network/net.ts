// A network that grows: circles and lines in SVG, placed by forces, moved by mouse, finger or keyboard.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation } from "d3-force";
import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomBehavior } from "d3-zoom";
import { svg } from "../../shared/svg";

export interface Node {
  iri: string;
  label: string;
  type: string;
}
// How lines are drawn, those that count most first.
const LOOKS = ["solid", "faded", "dotted", "dashed"] as const;
export type Look = (typeof LOOKS)[number];
export interface Edge {
  key: string;
  source: string;
  target: string;
  label: string;
  look: Look;
}
// All edges between two nodes, drawn as one line.
export interface Bundle {
  ends: [string, string];
  edges: Edge[];
}
interface Placed extends Node {
  x: number;
  y: number;
  vx?: number;
  vy?: number;
  fx?: number | null;
  fy?: number | null;
  degree: number;
  // its name, in lines
  lines: string[];
}
interface Line extends Bundle {
  source: Placed;
  target: Placed;
}
export interface Handlers {
  node(iri: string): void;
  bundle(bundle: Bundle): void;
  // what is said of a node to those who do not see it
  describe(node: Node, degree: number): string;
}

// With more lines than this their names would cover each other: they are shown under the mouse.
const LABELLED = 12;
const SHORT = 28;
const PADDING = 16;
// Names: letters in a line, their size where nothing is zoomed and on the screen at least, the width of a letter and the height
// of a line in sizes.
const LETTERS = 18;
const SIZE = 12;
const LEAST = 9.5;
const WIDE = 0.56;
const HIGH = 1.2;
// Of a node that is far away, how large it stays on the screen, as a share of its own size.
const FAR = 0.62;
// The picture is stretched to the shape of its frame as far as this.
const STRETCH = 1.7;

interface Box { left: number; right: number; top: number; bottom: number }
// Where a name stands, seen from its node: beneath it if nothing else is better, above, to the right or to the left.
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]] as const;
type Side = (typeof SIDES)[number];
const ANCHOR = { "-1": "end", "0": "", "1": "start" } as const;
// What a name covers: a node counts as more than all lines.
// What has so many lines is named even where its name covers something else: it is what one looks for first.
const HUB = 8;
const NODE = 1000;
// With more pairs of names and lines than this, lines are not asked.
const MANY = 200_000;
const meet = (one: Box, other: Box): boolean => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

// Whether a line comes into a box: Liang and Barsky.
const crosses = ({ source, target }: { source: { x: number; y: number }; target: { x: number; y: number } }, box: Box): boolean => {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, source.x - box.left], [dx, box.right - source.x], [-dy, source.y - box.top], [dy, box.bottom - source.y]] as const) {
    if (!step && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    else if (step > 0) to = Math.min(to, room / step);
  }
  return from < to;
};

// A name as it is drawn: without marks that would turn the text around it, and cut.
export const drawn = (text: string, most = SHORT): string => {
  const plain = text.slice(0, 400).replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ").trim() || "·";
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};

// The same in two lines at most.
function lines(text: string): string[] {
  const [first = "", ...rest] = drawn(text, 2 * LETTERS).split(/(?<=[\s-])/);
  const found = [first];
  for (const word of rest) {
    if ((found.at(-1)! + word.trimEnd()).length <= LETTERS || found.length === 2) found[found.length - 1] += word;
    else found.push(word);
  }
  return found.map((line) => drawn(line));
}

export class Net {
  readonly nodes = new Map<string, Node>();
  readonly edges = new Map<string, Edge>();
  readonly element: SVGElement;
  private readonly placed = new Map<string, Placed>();
  private lines: Line[] = [];
  private chosen = "";
  private shows: { node(node: Node): boolean; edge(edge: Edge): boolean } = { node: () => true, edge: () => true };
  private readonly canvas = svg("g");
  private readonly lineLayer = svg("g");
  private readonly nodeLayer = svg("g");
  // names are no part of the buttons, which have them whole
  private readonly labelLayer = svg("g", { class: "labels", "aria-hidden": "true" });
  private readonly simulation: Simulation<Placed, Line>;
  private readonly zooming: ZoomBehavior<SVGElement, unknown>;
  private free = true;
  // of names, in the measure of the picture
  private size = SIZE;
  // what of the picture lies within the frame
  private view: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  // how much larger than near by nodes are drawn, so that they are seen from far away
  private grown = 1;

  constructor(place: HTMLElement, label: string, private readonly handlers: Handlers) {
    this.element = svg("svg", { class: "net", role: "group", "aria-label": label });
    const marker = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" });
    marker.append(svg("path", { d: "M0 0 8 4 0 8Z" }));
    const defs = svg("defs");
    defs.append(marker);
    this.canvas.append(this.lineLayer, this.nodeLayer, this.labelLayer);
    this.element.append(defs, this.canvas);
    place.append(this.element);
    this.zooming = zoom<SVGElement, unknown>().scaleExtent([0.1, 4]).on("zoom", (event: { transform: { k: number; x: number; y: number; toString(): string }; sourceEvent: Event | null }) => {
      const { k, x, y } = event.transform, { clientWidth: width, clientHeight: height } = this.element;
      this.view = { left: -x / k, right: (width - x) / k, top: -y / k, bottom: (height - y) / k };
      this.canvas.setAttribute("transform", event.transform.toString());
      // names stay large enough to be read
      this.size = Math.max(SIZE, LEAST / event.transform.k);
      this.element.style.setProperty("--size", `${this.size.toFixed(1)}px`);
      this.grow(Math.max(1, FAR / event.transform.k));
      this.hush();
      if (event.sourceEvent) this.free = false;
    });
    // a page is scrolled by the wheel alone, the picture is zoomed with Ctrl
    this.zooming.filter((event: MouseEvent) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && !(event.target as Element).closest(".node")));
    select<SVGElement, unknown>(this.element).call(this.zooming).on("dblclick.zoom", null);
    this.simulation = forceSimulation<Placed, Line>([])
      .force("link", forceLink<Placed, Line>([]).distance(150).strength(0.4))
      .force("charge", forceManyBody<Placed>().strength(-700))
      .force("room", forceCollide<Placed>(40))
      .force("names", () => this.part())
      .stop();
    this.simulation.on("tick", () => this.move());
    this.element.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.free && this.fit()).observe(place);
  }

  add(nodes: Node[], edges: Edge[], beside = ""): void {
    const from = this.placed.get(beside);
    for (const [at, node] of nodes.entries()) {
      if (this.nodes.has(node.iri)) continue;
      this.nodes.set(node.iri, node);
      // the same nodes come to the same places: no chance
      const angle = (at * Math.PI * (3 - Math.sqrt(5))) % (2 * Math.PI);
      const far = from || at ? 60 + 6 * at : 0;
      this.placed.set(node.iri, { ...node, degree: 0, lines: lines(node.label), x: (from?.x ?? 0) + far * Math.cos(angle), y: (from?.y ?? 0) + far * Math.sin(angle) });
    }
    for (const edge of edges) if (this.nodes.has(edge.source) && this.nodes.has(edge.target)) this.edges.set(edge.key, edge);
    this.arrange();
  }

  remove(gone: Set<string>): void {
    for (const iri of gone) [this.nodes, this.placed].forEach((all) => all.delete(iri));
    for (const [key, edge] of this.edges) if (gone.has(edge.source) || gone.has(edge.target)) this.edges.delete(key);
    this.arrange();
  }

  filter(node: (node: Node) => boolean, edge: (edge: Edge) => boolean): void {
    this.shows = { node, edge };
    this.arrange();
  }

  shown(edge: Edge): boolean {
    const ends = [this.nodes.get(edge.source), this.nodes.get(edge.target)];
    return this.shows.edge(edge) && ends.every((one) => one !== undefined && this.shows.node(one));
  }

  get counts(): { nodes: number; edges: number } {
    return { nodes: this.simulation.nodes().length, edges: this.lines.reduce((sum, line) => sum + line.edges.length, 0) };
  }

  choose(iri: string): void {
    this.chosen = iri;
    this.draw();
  }

  zoom(factor: number): void {
    this.free = false;
    select<SVGElement, unknown>(this.element).call(this.zooming.scaleBy, factor);
  }

  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const all = this.simulation.nodes();
    if (!width || !height || !all.length) return;
    // names have the size on the screen that they will have
    const scaled = (size: number): { scale: number; box: Box } => {
      const box = this.bounds(size);
      return { scale: Math.min(1.3, (width - 2 * PADDING) / (box.right - box.left), (height - 2 * PADDING) / (box.bottom - box.top)), box };
    };
    let found = scaled(SIZE);
    for (let round = 0; round < 4; round++) found = scaled(Math.max(SIZE, LEAST / Math.max(0.1, found.scale)));
    const { scale, box: { left, right, top, bottom } } = found;
    const to = zoomIdentity.translate(width / 2, height / 2).scale(Math.max(0.1, scale)).translate(-(left + right) / 2, -(top + bottom) / 2);
    select<SVGElement, unknown>(this.element).call(this.zooming.transform, to);
    this.free = true;
  }

  private arrange(): void {
    const bundles = new Map<string, Line>();
    const alone = new Set(this.nodes.keys());
    for (const edge of this.edges.values()) {
      if (!this.shown(edge) || edge.source === edge.target) continue;
      const key = [edge.source, edge.target].sort().join("\n");
      const [source, target] = [this.placed.get(edge.source)!, this.placed.get(edge.target)!];
      const line = bundles.get(key) ?? { source, target, ends: [edge.source, edge.target], edges: [] };
      line.edges.push(edge);
      bundles.set(key, line);
      for (const end of line.ends) alone.delete(end);
    }
    this.lines = [...bundles.values()];
    // what has lost all its lines to a filter goes with them
    const any = this.lines.length > 0;
    const nodes = [...this.placed.values()].filter((one) => this.shows.node(one) && (!any || !alone.has(one.iri) || one.iri === this.chosen));
    for (const one of nodes) one.degree = 0;
    for (const line of this.lines) for (const end of [line.source, line.target]) end.degree += line.edges.length;
    this.simulation.nodes(nodes);
    // as wide or as high as the frame
    const shape = Math.min(3, Math.max(1 / 3, this.element.clientWidth / this.element.clientHeight || 1));
    this.simulation.force("x", forceX<Placed>(0).strength(0.055 / shape)).force("y", forceY<Placed>(0).strength(0.055 * shape));
    (this.simulation.force("link") as ReturnType<typeof forceLink<Placed, Line>>).links(this.lines);
    this.simulation.stop().alpha(1).tick(nodes.length > 400 ? 60 : 200);
    if (this.free) this.stretch();
    this.draw();
    if (this.free) this.fit();
  }

  // A node with its name.
  private box(one: Placed, size: number, radius = this.radius(one, 1)): Box {
    const half = Math.max(radius, (Math.max(...one.lines.map((line) => line.length)) * WIDE * size) / 2) + 2;
    return { left: one.x - half, right: one.x + half, top: one.y - radius, bottom: one.y + radius + 4 + one.lines.length * HIGH * size };
  }

  private bounds(size: number): Box {
    const all = this.simulation.nodes().map((one) => this.box(one, size));
    return {
      left: Math.min(...all.map((one) => one.left)), right: Math.max(...all.map((one) => one.right)),
      top: Math.min(...all.map((one) => one.top)), bottom: Math.max(...all.map((one) => one.bottom)),
    };
  }

  // A force: what lies over another name gives way, where the way is shortest.
  private part(): void {
    const nodes = this.simulation.nodes();
    if (nodes.length > 300) return;
    const boxes = nodes.map((one) => this.box(one, SIZE));
    for (let at = 0; at < nodes.length; at++)
      for (let next = at + 1; next < nodes.length; next++) {
        const [one, other] = [boxes[at]!, boxes[next]!];
        if (!meet(one, other)) continue;
        const across = Math.min(one.right - other.left, other.right - one.left);
        const down = Math.min(one.bottom - other.top, other.bottom - one.top);
        const [a, b] = [nodes[at]!, nodes[next]!];
        const by = 0.25 * Math.min(across, down);
        if (down <= across) {
          const side = a.y <= b.y ? by : -by;
          a.vy = (a.vy ?? 0) - side;
          b.vy = (b.vy ?? 0) + side;
        } else {
          const side = a.x <= b.x ? by : -by;
          a.vx = (a.vx ?? 0) - side;
          b.vx = (b.vx ?? 0) + side;
        }
      }
  }

  // Room of the frame that would be left beside or above the picture goes between its nodes.
  private stretch(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height || this.simulation.nodes().length < 2) return;
    const { left, right, top, bottom } = this.bounds(SIZE);
    const by = (width / height) / ((right - left) / (bottom - top));
    for (const one of this.simulation.nodes()) {
      if (by > 1) one.x *= Math.min(by, STRETCH);
      else one.y *= Math.min(1 / by, STRETCH);
      // what a reader has placed stays where it is seen
      if (one.fx != null) [one.fx, one.fy] = [one.x, one.y];
    }
  }

  // The room of a name at one side of its node.
  private name(one: Placed, [across, down]: Side): Box {
    const radius = this.radius(one) + 2, tall = one.lines.length * HIGH * this.size;
    const half = (Math.max(...one.lines.map((line) => line.length)) * WIDE * this.size) / 2 + 2;
    const x = one.x + across * (radius + half), y = one.y + down * (radius + tall / 2);
    return { left: x - half, right: x + half, top: y - tall / 2, bottom: y + tall / 2 };
  }

  // Names stand where they cover no other, and least of nodes and lines; the best connected are placed first. What finds no room is
  // shown under the mouse, and with the focus.
  private hush(): void {
    const nodes = this.simulation.nodes();
    if (!nodes.length) return;
    const stand: Box[] = [];
    const round = nodes.map((one) => {
      const radius = this.radius(one);
      return { one, left: one.x - radius, right: one.x + radius, top: one.y - radius, bottom: one.y + radius };
    });
    const { left, right, top, bottom } = this.view;
    const inside = (box: Box): boolean => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
    const lines = nodes.length * this.lines.length > MANY ? [] : this.lines;
    const order = nodes.map((one, at) => ({ one, at })).sort((a, b) => Number(b.one.iri === this.chosen) - Number(a.one.iri === this.chosen) || b.one.degree - a.one.degree || a.at - b.at);
    for (const { one, at } of order) {
      const spots = SIDES.map((side) => ({ side, box: this.name(one, side) })).filter(({ box }) => !stand.some((other) => meet(box, other)));
      const rated = spots.map(({ side, box }) => ({
        side, box, covers: NODE * round.filter((other) => other.one !== one && meet(box, other)).length + lines.filter((line) => crosses(line, box)).length + (inside(box) ? 0 : NODE),
      })).sort((a, b) => a.covers - b.covers);
      const best = rated.find(({ covers }) => covers < NODE || one.iri === this.chosen || one.degree >= HUB);
      if (best) stand.push(best.box);
      const text = this.labelLayer.children[at];
      text?.classList.toggle("quiet", !best);
      if (text) this.stand(one, text, best?.side ?? SIDES[0]);
    }
  }

  private stand(one: Placed, text: Element, [across, down]: Side): void {
    const away = this.radius(one) + 3, rows = (text.childElementCount - 1) * HIGH;
    const begin = down > 0 ? 1 : down < 0 ? -0.25 - rows : 0.35 - rows / 2;
    for (const anchor of ["start", "end"]) text.classList.toggle(anchor, ANCHOR[across] === anchor);
    for (const [row, part] of [...text.children].entries())
      for (const [key, value] of Object.entries({ x: across * away, y: down * away, dy: `${(begin + row * HIGH).toFixed(2)}em` })) part.setAttribute(key, String(value));
  }

  private radius = (one: Placed, grown = this.grown): number => Math.min(7 + 2 * Math.sqrt(one.degree), 22) * grown;

  private grow(by: number): void {
    if (Math.abs(by - this.grown) < 0.02) return;
    this.grown = by;
    for (const [at, one] of this.simulation.nodes().entries()) {
      this.nodeLayer.children[at]?.firstElementChild?.setAttribute("r", this.radius(one).toFixed(1));
    }
    if (this.nodeLayer.childElementCount) this.move();
  }

  private draw(): void {
    const nodes = this.simulation.nodes();
    const labelled = this.lines.length <= LABELLED;
    this.lineLayer.replaceChildren(...this.lines.map((line) => this.line(line, labelled)));
    const focused = document.activeElement?.closest("g.node")?.getAttribute("data-iri");
    const tabbed = nodes.find((one) => one.iri === this.chosen) ?? nodes[0];
    this.nodeLayer.replaceChildren(...nodes.map((one) => this.node(one, one === tabbed)));
    this.labelLayer.replaceChildren(...nodes.map((one) => {
      const text = svg("text", { class: one.iri === this.chosen ? "chosen" : "" });
      text.append(...one.lines.map((line, row) => {
        const part = svg("tspan");
        part.textContent = row < one.lines.length - 1 ? `${line} ` : line;
        return part;
      }));
      return text;
    }));
    this.move();
    this.hush();
    if (focused) this.focus(focused);
  }

  private line(line: Line, labelled: boolean): SVGElement {
    const group = svg("g", { class: "line" });
    const near = line.ends.includes(this.chosen);
    const look = LOOKS.find((one) => line.edges.some((edge) => edge.look === one))!;
    const path = svg("line", { class: `edge ${look}${near ? " near" : ""}` });
    if (line.edges.every((one) => one.source === line.edges[0]!.source)) {
      if (line.edges[0]!.source !== line.ends[0]) [line.source, line.target, line.ends] = [line.target, line.source, [line.ends[1], line.ends[0]]];
      path.setAttribute("marker-end", "url(#arrow)");
    }
    const hit = svg("line", { class: "hit" });
    const text = svg("text", { class: labelled ? "verb" : "verb quiet" });
    const names = new Set(line.edges.map((one) => one.label));
    text.textContent = names.size === 1 ? drawn([...names][0]!) : String(line.edges.length);
    hit.addEventListener("click", () => this.handlers.bundle({ ends: line.ends, edges: line.edges }));
    group.append(path, hit, text);
    return group;
  }

  private node(one: Placed, tabbed: boolean): SVGElement {
    const chosen = one.iri === this.chosen;
    const group = svg("g", {
      class: `node${chosen ? " chosen" : ""}`, tabindex: tabbed ? 0 : -1, role: "button", "aria-pressed": String(chosen),
      "aria-label": this.handlers.describe(one, one.degree), "data-iri": one.iri,
    });
    const radius = this.radius(one);
    group.append(svg("circle", { r: radius, class: `f-${one.type || "Other"}` }));
    const name = (): Element => this.labelLayer.children[[...this.nodeLayer.children].indexOf(group)]!;
    for (const [event, shown] of [["pointerenter", true], ["focus", true], ["pointerleave", false], ["blur", false]] as const)
      group.addEventListener(event, () => name()?.classList.toggle("told", shown));
    group.addEventListener("pointerdown", (event) => this.drag(one, group, event as PointerEvent));
    return group;
  }

  // A press that does not move is a click.
  private drag(one: Placed, group: SVGElement, down: PointerEvent): void {
    if (down.button) return;
    let moved = false;
    const scale = (): number => (this.canvas as SVGGraphicsElement).getCTM()?.a ?? 1;
    const move = (event: PointerEvent): void => {
      if (!moved && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 4) return;
      if (!moved) this.free = false;
      moved = true;
      one.x += event.movementX / scale();
      one.y += event.movementY / scale();
      one.fx = one.x;
      one.fy = one.y;
      this.move();
    };
    const up = (event: PointerEvent): void => {
      group.removeEventListener("pointermove", move as EventListener);
      group.removeEventListener("pointerup", up as EventListener);
      group.removeEventListener("pointercancel", up as EventListener);
      if (!moved && event.type === "pointerup") this.handlers.node(one.iri);
    };
    group.setPointerCapture(down.pointerId);
    group.addEventListener("pointermove", move as EventListener);
    group.addEventListener("pointerup", up as EventListener);
    group.addEventListener("pointercancel", up as EventListener);
  }

  private move(): void {
    for (const [at, group] of [...this.lineLayer.children].entries()) {
      const line = this.lines[at]!;
      const { source, target } = line;
      const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
      const [back, far] = [this.radius(source) / length, (this.radius(target) + 3) / length];
      const [x1, y1] = [source.x + (target.x - source.x) * back, source.y + (target.y - source.y) * back];
      const [x2, y2] = [target.x - (target.x - source.x) * far, target.y - (target.y - source.y) * far];
      for (const one of [group.children[0]!, group.children[1]!])
        for (const [key, value] of Object.entries({ x1, y1, x2, y2 })) one.setAttribute(key, value.toFixed(1));
      const text = group.children[2]!;
      text.setAttribute("x", ((x1 + x2) / 2).toFixed(1));
      text.setAttribute("y", ((y1 + y2) / 2 - 3).toFixed(1));
    }
    for (const [at, group] of [...this.nodeLayer.children].entries()) {
      const one = this.simulation.nodes()[at]!;
      for (const part of [group, this.labelLayer.children[at]!]) part.setAttribute("transform", `translate(${one.x.toFixed(1)} ${one.y.toFixed(1)})`);
    }
  }

  private focus(iri: string): void {
    for (const one of this.nodeLayer.children) {
      const here = one.getAttribute("data-iri") === iri;
      one.setAttribute("tabindex", here ? "0" : "-1");
      if (here) (one as SVGElement).focus();
    }
  }

  // Arrows go to the nearest node in their direction, Enter chooses, + and - zoom, 0 shows all.
  private key(event: KeyboardEvent): void {
    const act = { "+": () => this.zoom(1.3), "-": () => this.zoom(1 / 1.3), "0": () => this.fit() }[event.key];
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] as [number, number] | undefined;
    const iri = (event.target as Element).closest("g.node")?.getAttribute("data-iri");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act) act();
    else if (iri && (event.key === "Enter" || event.key === " ")) this.handlers.node(iri);
    else if (iri && direction) {
      const from = this.placed.get(iri)!;
      const others = this.simulation.nodes().flatMap((one) => {
        const [dx, dy] = [one.x - from.x, one.y - from.y];
        const along = dx * direction[0] + dy * direction[1];
        const across = Math.abs(dx * direction[1] + dy * direction[0]);
        return one !== from && along > across ? [{ iri: one.iri, far: along + 2 * across }] : [];
      });
      const next = others.sort((a, b) => a.far - b.far)[0];
      if (next) this.focus(next.iri);
    } else return;
    event.preventDefault();
  }
}
