// Draws nodes and edges of a large graph on a canvas; strokes of one colour go together, what is out of view is left out.
import type { Columns, Theme } from "./data";

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

const SMALL = 1.6;
const HAIR = 0.75;
export const MARK = { conflict: 1, faded: 2, dashed: 4 } as const;

export function radius(columns: Columns, node: number, k: number): number {
  // Far away a node keeps a point that can be seen, near by it does not grow for ever.
  return Math.max(0.7, (columns.size[node] ?? 9) * Math.min(k, 2) * 0.55);
}

/** Whether a node is so large that its form is seen. */
export const outlined = (r: number): boolean => r >= 4;

export type Segment = [number, number, number, number];

function segments(columns: Columns, view: View, chosen: (edge: number) => number, count: number): Segment[][] {
  const { x, y, from, to } = columns;
  const groups: Segment[][] = Array.from({ length: count }, () => []);
  for (let edge = 0; edge < from.length; edge += 1) {
    const group = chosen(edge);
    if (group < 0) continue;
    const a = from[edge] as number, b = to[edge] as number;
    const ax = (x[a] as number) * view.k + view.x, ay = (y[a] as number) * view.k + view.y;
    const bx = (x[b] as number) * view.k + view.x, by = (y[b] as number) * view.k + view.y;
    if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > view.width || Math.max(ay, by) < 0 || Math.min(ay, by) > view.height) continue;
    if (Math.abs(ax - bx) + Math.abs(ay - by) < HAIR) continue;
    (groups[group] as Segment[]).push([ax, ay, bx, by]);
  }
  return groups;
}

// One path with tens of thousands of lines costs more than the same lines in several.
function stroke(ctx: CanvasRenderingContext2D, lines: Segment[]): void {
  for (let start = 0; start < lines.length; start += 500) {
    ctx.beginPath();
    for (const [ax, ay, bx, by] of lines.slice(start, start + 500)) {
      ctx.moveTo(ax, ay);
      ctx.lineTo(bx, by);
    }
    ctx.stroke();
  }
}

const PLAIN = 0, FADED = 1, DASHED = 2, CONFLICT = 3, LIT = 4;

/** What is seen of the edges, by how it is drawn. */
export function lines(columns: Columns, view: View, state: State): Segment[][] {
  const group = (edge: number): number => {
    if (state.shownEdges && !state.shownEdges[edge]) return -1;
    if (state.lit.has(edge)) return LIT;
    const marks = columns.marks[edge] as number;
    return marks & MARK.conflict ? CONFLICT : marks & MARK.faded ? FADED : marks & MARK.dashed ? DASHED : PLAIN;
  };
  return segments(columns, view, group, 5);
}

export interface Stroke {
  at: number;
  colour: string;
  alpha: number;
  width: number;
  dash: number[];
}

/** How the groups of `lines` are drawn, the lowest first; the more of them, the paler. */
export function strokes(groups: Segment[][], view: View, state: State, theme: Theme): Stroke[] {
  const crowd = groups.reduce((sum, group) => sum + group.length, 0);
  const share = (state.near ? 0.25 : 1) * Math.max(0.16, Math.min(0.75, 900 / Math.sqrt(crowd + 1) / 10));
  const width = Math.max(0.5, Math.min(1.4, view.k * 1.6));
  const dashed = (dash: number[]): number[] => (view.k > 0.35 ? dash : []);
  return [
    { at: FADED, colour: theme.edge, alpha: share * 0.6, width, dash: [] },
    { at: PLAIN, colour: theme.edge, alpha: share, width, dash: [] },
    { at: DASHED, colour: theme.edge, alpha: share, width, dash: dashed([6, 4]) },
    { at: CONFLICT, colour: theme.conflict, alpha: state.near ? 0.3 : 0.8, width, dash: dashed([4, 3]) },
    { at: LIT, colour: theme.accent, alpha: 1, width: Math.max(1.2, width), dash: [] },
  ];
}

export function paintEdges(ctx: CanvasRenderingContext2D, columns: Columns, view: View, state: State, theme: Theme): void {
  const groups = lines(columns, view, state);
  for (const { at, colour, alpha, width, dash } of strokes(groups, view, state, theme)) {
    ctx.strokeStyle = colour;
    ctx.globalAlpha = alpha;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    stroke(ctx, groups[at] as Segment[]);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

export function paintNodes(
  ctx: CanvasRenderingContext2D, columns: Columns, view: View, state: State, theme: Theme, shapes: (Path2D | null)[],
): void {
  const groups: number[][] = state.colours.map(() => []);
  for (let node = 0; node < columns.x.length; node += 1) {
    if (state.shownNodes && !state.shownNodes[node]) continue;
    const px = (columns.x[node] as number) * view.k + view.x, py = (columns.y[node] as number) * view.k + view.y;
    if (px < -30 || px > view.width + 30 || py < -30 || py > view.height + 30) continue;
    (groups[state.colourOf[node] as number] as number[]).push(node);
  }
  groups.forEach((group, colour) => {
    ctx.fillStyle = ctx.strokeStyle = state.colours[colour] as string;
    for (const node of group) {
      const px = (columns.x[node] as number) * view.k + view.x, py = (columns.y[node] as number) * view.k + view.y;
      const r = radius(columns, node, view.k);
      ctx.globalAlpha = state.near && !state.near.has(node) ? 0.22 : 1;
      const shape = shapes[columns.type[node] as number];
      if (r < SMALL) ctx.fillRect(px - r, py - r, 2 * r, 2 * r);
      else if (!outlined(r) || !shape) {
        ctx.beginPath();
        ctx.arc(px, py, r, 0, 2 * Math.PI);
        ctx.fill();
      } else {
        ctx.save();
        ctx.translate(px - (r * 8) / 6.5, py - (r * 8) / 6.5);
        ctx.scale(r / 6.5, r / 6.5);
        if (state.hollow[node]) {
          const fill: string | CanvasGradient | CanvasPattern = ctx.fillStyle;
          ctx.fillStyle = theme.paper;
          ctx.fill(shape);
          ctx.fillStyle = fill;
          ctx.lineWidth = 2;
          ctx.stroke(shape);
        } else ctx.fill(shape);
        ctx.restore();
      }
    }
  });
  ctx.globalAlpha = 1;
}
