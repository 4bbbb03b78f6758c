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

type Segment = [number, number, number, number];

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

export function paintEdges(ctx: CanvasRenderingContext2D, columns: Columns, view: View, state: State, theme: Theme): void {
  const PLAIN = 0, FADED = 1, DASHED = 2, CONFLICT = 3, LIT = 4;
  const group = (edge: number): number => {
    if (state.shownEdges && !state.shownEdges[edge]) return -1;
    if (state.lit.has(edge)) return LIT;
    const marks = columns.marks[edge] as number;
    return marks & MARK.conflict ? CONFLICT : marks & MARK.faded ? FADED : marks & MARK.dashed ? DASHED : PLAIN;
  };
  const groups = segments(columns, view, group, 5);
  const crowd = groups.reduce((sum, lines) => sum + lines.length, 0);
  const share = (state.near ? 0.25 : 1) * Math.max(0.16, Math.min(0.75, 900 / Math.sqrt(crowd + 1) / 10));
  const width = Math.max(0.5, Math.min(1.4, view.k * 1.6));
  const draw = (at: number, colour: string, alpha: number, thick: number, dash: number[]): void => {
    ctx.strokeStyle = colour;
    ctx.globalAlpha = alpha;
    ctx.lineWidth = thick;
    ctx.setLineDash(view.k > 0.35 ? dash : []);
    stroke(ctx, groups[at] as Segment[]);
  };
  draw(FADED, theme.edge, share * 0.6, width, []);
  draw(PLAIN, theme.edge, share, width, []);
  draw(DASHED, theme.edge, share, width, [6, 4]);
  draw(CONFLICT, theme.conflict, state.near ? 0.3 : 0.8, width, [4, 3]);
  draw(LIT, theme.accent, 1, Math.max(1.2, width), []);
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
      else if (r < 4 || !shape) {
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
