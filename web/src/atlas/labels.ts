// Names beside nodes: the best connected first, at one size, and only where none covers another.
import type { Columns, Node, Page, Theme } from "./data";
import { radius, type State, type View } from "./paint";

/** A name where it belongs, in pixels of the stage, and how it is written. */
export interface Written {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: number;
  node: number;
  lines: string[];
  size: number;
  bold: boolean;
  height: number;
  tone: "text";
}

// Names that are written at most, and nodes that are tried: in a crowd most of them find no room.
const MOST = 160, TRIED = 2000;
const CELL = 80;
let ranked: number[] | null = null;

function byDegree(nodes: Node[]): number[] {
  const degrees = Int32Array.from(nodes, (node) => node.edges.length);
  return Array.from(degrees.keys()).sort((a, b) => (degrees[b] as number) - (degrees[a] as number) || a - b);
}

export function layNames(columns: Columns, view: View, state: State, page: Page): Written[] {
  const { nodes } = page.data;
  ranked ??= byDegree(nodes);
  const near = state.near;
  const first = page.chosen.kind === "n" && page.chosen.item ? [(page.chosen.item as Node).id] : [];
  const order = near ? [...first, ...ranked.filter((node) => near.has(node))] : ranked;
  const written: Written[] = [];
  const grid = new Map<string, Written[]>();
  const cells = (box: Written): string[] => {
    const found: string[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) found.push(`${x} ${y}`);
    return found;
  };
  const over = page.corners();
  const free = (box: Written): boolean =>
    over.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top) &&
    cells(box).every((cell) => (grid.get(cell) ?? []).every((other) =>
      box.left - 8 > other.right || box.right + 8 < other.left || box.top - 4 > other.bottom || box.bottom + 4 < other.top));
  let tried = 0;
  for (const id of near ? new Set(order) : order) {
    if (written.length >= MOST || tried >= TRIED) break;
    if (state.shownNodes && !state.shownNodes[id]) continue;
    const x = (columns.x[id] as number) * view.k + view.x, y = (columns.y[id] as number) * view.k + view.y;
    if (x < 0 || x > view.width || y < 0 || y > view.height) continue;
    tried += 1;
    const node = nodes[id] as Node;
    const size = 11 + Math.round(3 * Math.min(1, Math.log2(1 + node.edges.length) / 8));
    const bold = node.edges.length > 7 || first.includes(id);
    const font = page.fontOf(size, bold);
    const half = Math.max(...node.short.map((line) => page.textWidth(line, font))) / 2 + 2;
    const middle = Math.max(half + 4, Math.min(x, view.width - half - 4));
    const top = y + radius(columns, id, view.k) + 2;
    const height = Math.round(size * 1.2);
    const box: Written = {
      left: middle - half, right: middle + half, top, bottom: top + height * node.short.length, x: middle, node: id,
      lines: node.short, size, bold, height, tone: "text",
    };
    if (!free(box) && !first.includes(id)) continue;
    written.push(box);
    for (const cell of cells(box)) grid.set(cell, [...(grid.get(cell) ?? []), box]);
  }
  return written;
}

export function writeNames(ctx: CanvasRenderingContext2D, names: Written[], theme: Theme, page: Page): void {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.paper;
  ctx.fillStyle = theme.text;
  for (const { lines, x, top, size, bold, height } of names) {
    ctx.font = page.fontOf(size, bold);
    lines.forEach((line, row) => {
      ctx.strokeText(line, x, top + row * height);
      ctx.fillText(line, x, top + row * height);
    });
  }
}
