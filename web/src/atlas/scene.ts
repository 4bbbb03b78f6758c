// The picture as paths of an SVG file: what the canvas draws, one path for all that has one colour and one width.
import type { Columns, Theme } from "./data";
import { lines, outlined, radius, strokes, type State, type View } from "./paint";

const round = (value: number): number => Math.round(value * 10) / 10;

export interface Scene {
  /** Paths, made of numbers and colours alone. */
  marks: string;
  /** Where the picture begins and ends from above, in pixels of the stage; both empty where nothing is seen. */
  ends: number[];
}

export function scene(columns: Columns, view: View, state: State, theme: Theme, outlines: string[]): Scene {
  const out: string[] = [];
  const groups = lines(columns, view, state);
  for (const { at, colour, alpha, width, dash } of strokes(groups, view, state, theme)) {
    const group = groups[at] ?? [];
    if (!group.length) continue;
    const path = group.map((value, at) => `${"M L "[at % 4]}${round(value)}`).join("");
    out.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-opacity="${alpha.toFixed(2)}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`);
  }
  // Points are lines without a length and with round ends.
  const points = new Map<string, string[]>();
  const shapes: string[] = [];
  let top = Infinity, bottom = -Infinity;
  for (let node = 0; node < columns.x.length; node += 1) {
    if (state.shownNodes && !state.shownNodes[node]) continue;
    const x = round((columns.x[node] as number) * view.k + view.x), y = round((columns.y[node] as number) * view.k + view.y);
    if (x < -30 || x > view.width + 30 || y < -30 || y > view.height + 30) continue;
    const r = radius(columns, node, view.k), colour = state.colours[state.colourOf[node] as number] as string;
    top = Math.min(top, y - r);
    bottom = Math.max(bottom, y + r);
    const opacity = state.near && !state.near.has(node) ? ' opacity=".22"' : "";
    if (outlined(r)) {
      const look = state.hollow[node] ? `fill="${theme.paper}" stroke="${colour}" stroke-width="2"` : `fill="${colour}"`;
      shapes.push(`<path d="${outlines[columns.type[node] as number]}" transform="translate(${x} ${y}) scale(${(r / 6.5).toFixed(3)}) translate(-8 -8)" ${look}${opacity}/>`);
    } else {
      const key = `stroke="${colour}" stroke-width="${round(2 * r)}"${opacity}`;
      const known = points.get(key);
      if (known) known.push(`M${x} ${y}h0`);
      else points.set(key, [`M${x} ${y}h0`]);
    }
  }
  for (const [look, spots] of points) out.push(`<path d="${spots.join("")}" stroke-linecap="round" ${look}/>`);
  return { marks: [...out, ...shapes].join("\n"), ends: top > bottom ? [] : [top, bottom] };
}
