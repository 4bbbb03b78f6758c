// Draws nodes and edges of a large graph on a canvas; strokes of one colour go together, what is out of view is left out.
import type { Columns, Theme } from "./data";
import { blank, colourOf, dot, Veil, type Colour, type Pixels } from "./raster";

export interface View {
  x: number;
  y: number;
  k: number;
  width: number;
  height: number;
}

export interface State {
  /** Null where everything is shown. */
  shownNodes: Uint8Array | null;
  shownEdges: Uint8Array | null;
  /** What is beside the chosen one, or null when nothing is chosen. */
  near: Set<number> | null;
  lit: Set<number>;
  colours: string[];
  colourOf: Uint16Array;
  hollow: Uint8Array;
}

// With more lines and points than this, drawing them one by one takes longer than setting pixels.
const CROWD = 4000;
const HAIR = 0.75;
export const MARK = { conflict: 1, faded: 2, dashed: 4 } as const;

export function radius(columns: Columns, node: number, k: number): number {
  // Far away a node keeps a point that can be seen, near by it does not grow for ever.
  return Math.max(0.7, (columns.size[node] ?? 9) * Math.min(k, 2) * 0.55);
}

/** Whether a node is so large that its form is seen. */
export const outlined = (r: number): boolean => r >= 4;

/** Lines one after the other: x and y of their begin, x and y of their end. */
export type Segments = number[];

function segments(columns: Columns, view: View, chosen: (edge: number) => number, count: number): Segments[] {
  const { x, y, from, to } = columns;
  const groups: Segments[] = Array.from({ length: count }, () => []);
  for (let edge = 0; edge < from.length; edge += 1) {
    const group = chosen(edge);
    if (group < 0) continue;
    const a = from[edge] as number, b = to[edge] as number;
    const ax = (x[a] as number) * view.k + view.x, ay = (y[a] as number) * view.k + view.y;
    const bx = (x[b] as number) * view.k + view.x, by = (y[b] as number) * view.k + view.y;
    if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > view.width || Math.max(ay, by) < 0 || Math.min(ay, by) > view.height) continue;
    if (Math.abs(ax - bx) + Math.abs(ay - by) < HAIR) continue;
    (groups[group] as Segments).push(ax, ay, bx, by);
  }
  return groups;
}

// One path with thousands of lines costs more than the same lines in several.
function stroke(ctx: CanvasRenderingContext2D, lines: Segments): void {
  for (let start = 0; start < lines.length; start += 2000) {
    ctx.beginPath();
    for (let at = start; at < Math.min(start + 2000, lines.length); at += 4) {
      ctx.moveTo(lines[at] as number, lines[at + 1] as number);
      ctx.lineTo(lines[at + 2] as number, lines[at + 3] as number);
    }
    ctx.stroke();
  }
}

// What is chosen keeps how it holds: its groups are those of all, by LIT further.
const PLAIN = 0, FADED = 1, DASHED = 2, CONFLICT = 3, LIT = 4;

/** What is seen of the edges, by how it is drawn. */
export function lines(columns: Columns, view: View, state: State): Segments[] {
  const group = (edge: number): number => {
    if (state.shownEdges && !state.shownEdges[edge]) return -1;
    const marks = columns.marks[edge] as number;
    const own = marks & MARK.conflict ? CONFLICT : marks & MARK.faded ? FADED : marks & MARK.dashed ? DASHED : PLAIN;
    return state.lit.has(edge) ? LIT + own : own;
  };
  return segments(columns, view, group, 2 * LIT);
}

const total = (groups: Segments[]): number => groups.reduce((sum, group) => sum + group.length / 4, 0);

export interface Stroke {
  at: number;
  colour: string;
  alpha: number;
  width: number;
  dash: number[];
}

/** How the groups of `lines` are drawn, the lowest first; the more of them, the paler. */
export function strokes(groups: Segments[], view: View, state: State, theme: Theme): Stroke[] {
  const crowd = total(groups);
  const share = (state.near ? 0.25 : 1) * Math.max(0.16, Math.min(0.75, 900 / Math.sqrt(crowd + 1) / 10));
  const width = Math.max(0.5, Math.min(1.4, view.k * 1.6));
  const strong = Math.max(1.2, width);
  const dashed = (dash: number[]): number[] => (view.k > 0.35 ? dash : []);
  return [
    { at: FADED, colour: theme.edge, alpha: share * 0.6, width, dash: [] },
    { at: PLAIN, colour: theme.edge, alpha: share, width, dash: [] },
    { at: DASHED, colour: theme.edge, alpha: share, width, dash: dashed([6, 4]) },
    { at: CONFLICT, colour: theme.conflict, alpha: state.near ? 0.3 : 0.8, width: width + 1, dash: [] },
    { at: LIT + FADED, colour: theme.accent, alpha: 0.45, width: strong, dash: [] },
    { at: LIT + PLAIN, colour: theme.accent, alpha: 1, width: strong, dash: [] },
    { at: LIT + DASHED, colour: theme.accent, alpha: 1, width: strong, dash: dashed([6, 4]) },
    { at: LIT + CONFLICT, colour: theme.conflict, alpha: 1, width: strong + 1, dash: [] },
  ];
}

function paintEdges(ctx: CanvasRenderingContext2D, groups: Segments[], drawn: Stroke[]): void {
  for (const { at, colour, alpha, width, dash } of drawn) {
    ctx.strokeStyle = colour;
    ctx.globalAlpha = alpha;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    stroke(ctx, groups[at] as Segments);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function veilEdges(pixels: Pixels, groups: Segments[], drawn: Stroke[]): void {
  for (const colour of new Set(drawn.map((one) => one.colour))) {
    const same = drawn.filter((one) => one.colour === colour && groups[one.at]?.length);
    if (!same.length) continue;
    const veil = new Veil(pixels);
    for (const { at, alpha, width } of same) veil.add(groups[at] as Segments, width, alpha);
    veil.lay(colour);
  }
}

/** The nodes that are seen; those that step back first. */
function seenNodes(columns: Columns, view: View, state: State): number[] {
  const aside: number[] = [], near: number[] = [];
  for (let node = 0; node < columns.x.length; node += 1) {
    if (state.shownNodes && !state.shownNodes[node]) continue;
    const px = (columns.x[node] as number) * view.k + view.x, py = (columns.y[node] as number) * view.k + view.y;
    if (px < -30 || px > view.width + 30 || py < -30 || py > view.height + 30) continue;
    (state.near && !state.near.has(node) ? aside : near).push(node);
  }
  return aside.concat(near);
}

/** Everything but the names. A crowd is set pixel by pixel, what is left of it is drawn with all its forms. */
export function paint(
  ctx: CanvasRenderingContext2D, columns: Columns, view: View, state: State, theme: Theme, shapes: (Path2D | null)[],
): void {
  const groups = lines(columns, view, state), drawn = strokes(groups, view, state, theme);
  const seen = seenNodes(columns, view, state);
  const crowded = total(groups) + seen.length > CROWD;
  const pixels = crowded ? blank(ctx.canvas.width, ctx.canvas.height, ctx.canvas.width / view.width, theme.paper) : null;
  if (pixels) veilEdges(pixels, groups, drawn);
  else {
    ctx.fillStyle = theme.paper;
    ctx.fillRect(0, 0, view.width, view.height);
    paintEdges(ctx, groups, drawn);
  }
  const large: number[] = [];
  const colours = state.colours.map(colourOf);
  for (const node of seen) {
    const r = radius(columns, node, view.k);
    if (!pixels || outlined(r)) large.push(node);
    else {
      const px = (columns.x[node] as number) * view.k + view.x, py = (columns.y[node] as number) * view.k + view.y;
      dot(pixels, px, py, r, colours[state.colourOf[node] as number] as Colour, asideOf(state, node));
    }
  }
  if (pixels) ctx.putImageData(pixels.image, 0, 0);
  paintNodes(ctx, large, columns, view, state, theme, shapes);
}

const asideOf = (state: State, node: number): number => (state.near && !state.near.has(node) ? 0.22 : 1);

function paintNodes(
  ctx: CanvasRenderingContext2D, nodes: number[], columns: Columns, view: View, state: State, theme: Theme, shapes: (Path2D | null)[],
): void {
  for (const node of nodes) {
    const px = (columns.x[node] as number) * view.k + view.x, py = (columns.y[node] as number) * view.k + view.y;
    const r = radius(columns, node, view.k);
    ctx.fillStyle = ctx.strokeStyle = state.colours[state.colourOf[node] as number] as string;
    ctx.globalAlpha = asideOf(state, node);
    const shape = shapes[columns.type[node] as number];
    if (!outlined(r) || !shape) {
      ctx.beginPath();
      ctx.arc(px, py, r, 0, 2 * Math.PI);
      ctx.fill();
      continue;
    }
    ctx.save();
    ctx.translate(px - (r * 8) / 6.5, py - (r * 8) / 6.5);
    ctx.scale(r / 6.5, r / 6.5);
    if (state.hollow[node]) {
      ctx.fillStyle = theme.paper;
      ctx.fill(shape);
      ctx.lineWidth = 2;
      ctx.stroke(shape);
    } else ctx.fill(shape);
    ctx.restore();
  }
  ctx.globalAlpha = 1;
}
