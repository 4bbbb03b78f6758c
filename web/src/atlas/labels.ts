// Names beside nodes: the best connected first, at one size, and only where none covers another.
import type { Columns, Node, Page, Theme } from "./data";
import { radius, type State, type View } from "./paint";

export interface Written {
  left: number;
  right: number;
  top: number;
  bottom: number;
  node: number;
}

const FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const MOST = 160, CELL = 80;
let ranked: number[] | null = null;

export function labels(
  ctx: CanvasRenderingContext2D, columns: Columns, view: View, state: State, theme: Theme, page: Page,
): Written[] {
  const { nodes } = page.data;
  ranked ??= nodes.map((node) => node.id).sort((a, b) => (nodes[b] as Node).edges.length - (nodes[a] as Node).edges.length || a - b);
  const near = state.near;
  const first = page.chosen.kind === "n" && page.chosen.item ? [page.chosen.item.id] : [];
  const order = near ? [...first, ...ranked.filter((node) => near.has(node))] : ranked;
  const written: Written[] = [];
  const grid = new Map<string, Written[]>();
  const cells = (box: Written): string[] => {
    const found: string[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) found.push(`${x} ${y}`);
    return found;
  };
  const free = (box: Written): boolean =>
    cells(box).every((cell) => (grid.get(cell) ?? []).every((other) =>
      box.left - 8 > other.right || box.right + 8 < other.left || box.top - 4 > other.bottom || box.bottom + 4 < other.top));
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.paper;
  ctx.fillStyle = theme.text;
  for (const id of new Set(order)) {
    if (written.length >= MOST) break;
    if (state.shownNodes && !state.shownNodes[id]) continue;
    const x = (columns.x[id] as number) * view.k + view.x, y = (columns.y[id] as number) * view.k + view.y;
    if (x < 0 || x > view.width || y < 0 || y > view.height) continue;
    const node = nodes[id] as Node;
    const pixels = 11 + Math.round(3 * Math.min(1, Math.log2(1 + node.edges.length) / 8));
    ctx.font = `${node.edges.length > 7 || first.includes(id) ? "600 " : ""}${pixels}px ${FACE}`;
    const half = Math.max(...node.short.map((line) => ctx.measureText(line).width)) / 2 + 2;
    const middle = Math.max(half + 4, Math.min(x, view.width - half - 4));
    const top = y + radius(columns, id, view.k) + 2;
    const height = Math.round(pixels * 1.2);
    const box = { left: middle - half, right: middle + half, top, bottom: top + height * node.short.length, node: id };
    if (!free(box) && !first.includes(id)) continue;
    written.push(box);
    for (const cell of cells(box)) grid.set(cell, [...(grid.get(cell) ?? []), box]);
    node.short.forEach((line, row) => {
      ctx.strokeText(line, middle, top + row * height);
      ctx.fillText(line, middle, top + row * height);
    });
  }
  return written;
}
