// How one period is drawn: what is sure filled, what may be hatched lighter, what is open fading out.
import { colour, data, drawable, isAnnounced, stamp, type Lane, type Period } from "./core";

export interface Bar {
  lane: Lane; period: Period;
  row: number;
  // When the next period in the same track begins, and when the one before ends.
  next: number;
  before: number;
  // Row of the first track, place in the lane, and tracks of all periods of the lane.
  first: number; place: number; track: number[];
}

interface Api { coord(at: [number, number]): number[] }
interface Params { dataIndex: number; coordSys: { x: number; y: number; width: number; height: number } }
type Shape = Record<string, unknown>;

const HALF = 8;
const TAIL = 26;
// Names stay above shapes, which ECharts lifts by ten under the mouse.
const TOP = 20;

const gradient = (from: string, to: string): Shape =>
  ({ type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops: [{ offset: 0, color: from }, { offset: 1, color: to }] });

const clear = (hex: string): string => (/^#[0-9a-f]{6}$/i.test(hex) ? `${hex}00` : "transparent");

const measure = (() => {
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = "12px system-ui, sans-serif";
  return (text: string): number => pen.measureText(text).width;
})();

// Text that fits into a width, or nothing.
const fitting = (text: string, width: number): string => {
  if (width < 24) return "";
  const whole = drawable(text, 60);
  if (measure(whole) <= width) return whole;
  let most = whole.length;
  while (most > 2 && measure(`${whole.slice(0, most)}…`) > width) most -= 1;
  return most > 2 ? `${whole.slice(0, most).trimEnd()}…` : "";
};

export const drawBars = (bars: Bar[], chosen: () => { lane: Lane; period?: Period } | null) =>
  (params: Params, api: Api): Shape | undefined => {
    const bar = bars[params.dataIndex]!;
    const { period, lane } = bar;
    const { x: left, y: top, width, height } = params.coordSys;
    const place = (day: string): number => api.coord([stamp(day), bar.row])[0]!;
    const y = api.coord([stamp("2000-01-01"), bar.row])[1]!;
    if (y < top - 60 || y > top + height + 60) return undefined;
    const [first, begun, stayed, last] = period.bounds.map((bound) => (bound ? place(bound.day) : null)) as [number | null, number | null, number | null, number | null];
    const known = [begun, stayed, first, last].filter((one): one is number => one !== null && Number.isFinite(one));
    if (!known.length) return undefined;
    const wrong = period.conflicts.length > 0;
    const main = colour(wrong ? "conflict" : period.acting ? "acting" : "bar");
    const soft = colour(wrong ? "conflict-soft" : period.acting ? "acting-soft" : "bar-soft");
    // What is known for sure lies between the last day of the begin and the first of the end.
    let from = begun ?? stayed ?? first ?? last!;
    let to = stayed ?? begun ?? last ?? first!;
    // Somebody who is only known to be gone, or not yet there, on some day was in office for sure on none.
    const announced = isAnnounced(period);
    const sure = (begun !== null || stayed !== null) && to >= from && !announced;
    // Of whom nothing is known but that they had left by some day: no place in office, only its end.
    const former = begun === null && stayed === null && last !== null && !announced;
    if (to < from) [from, to] = [to, from];
    const thin = to - from < 6;
    if (thin) [from, to] = [(from + to) / 2 - 3, (from + to) / 2 + 3];
    const shapes: Shape[] = [];
    const rect = (x: number, end: number, style: Shape, r: number | number[] = 0): void => {
      if (end > x) shapes.push({ type: "rect", shape: { x, y: y - HALF, width: end - x, height: 2 * HALF, r }, style });
    };
    const unsure = { fill: soft, stroke: main, lineWidth: 1, lineDash: [3, 3] };
    if (first !== null && first < from) rect(first, from, unsure, [3, 0, 0, 3]);
    else if (first === null) rect(from - TAIL, former ? to - 3 : from, { fill: gradient(clear(soft), soft) });
    if (last !== null && last > to) rect(to, last, unsure, [0, 3, 3, 0]);
    else if (last === null && !announced) rect(to, to + TAIL, { fill: gradient(soft, clear(soft)) });
    if (former) rect(to - 3, to, { fill: main }, 1);
    else rect(from, to, sure ? { fill: main } : unsure, thin ? 3 : 2);
    for (const at of period.evidence) {
      const day = data.articles[data.quotes[at]!.article]!.date;
      const x = day.length === 10 ? place(day) : NaN;
      if (sure && !thin && x >= from && x <= to) shapes.push({ type: "rect", shape: { x: x - 1.5, y: y + HALF - 3, width: 3, height: 3 }, style: { fill: colour("paper") } });
    }
    const selected = chosen();
    if (selected && selected.lane === lane && (!selected.period || selected.period === period)) {
      const start = Math.min(first ?? from, from) - 3;
      shapes.push({ type: "rect", shape: { x: start, y: y - HALF - 3, width: Math.max(last ?? to, to) + 3 - start, height: 2 * HALF + 6, r: 5 }, style: { fill: "none", stroke: colour("ink"), lineWidth: 2 } });
    }
    shapes.push(...name(bar, api, { left, from: Math.max(from, left), to: Math.max(Math.min(to, left + width), left), y, edge: left + width, wrong, sure }));
    shapes.push(...between(bar, api, y));
    return { type: "group", children: shapes };
  };

interface Room { left: number; from: number; to: number; y: number; edge: number; wrong: boolean; sure: boolean }

const name = (bar: Bar, api: Api, room: Room): Shape[] => {
  const sign = room.wrong ? "⚠ " : "";
  const inside = sign + bar.period.person;
  const within = room.to - room.from - 10;
  const middle = { y: room.y, verticalAlign: "middle", font: "12px system-ui, sans-serif" };
  // What stands half on a bar and half beside it is read on neither without a rim.
  const rimmed = { ...middle, fill: colour("ink"), stroke: colour("paper"), lineWidth: 3 };
  if (within > 20 && measure(drawable(inside, 60)) <= within)
    return [{ type: "text", z2: TOP, silent: true, style: { ...middle, text: drawable(inside, 60), x: room.from + 5, fill: colour(room.sure ? "on-bar" : "ink") } }];
  // Beside it, over what is open, as far as the next in the track.
  const next = Number.isFinite(bar.next) ? api.coord([bar.next, bar.row])[0]! - 6 : room.edge;
  const beside = fitting(inside, Math.min(next, room.edge) - room.to - 6);
  const right = { type: "text", z2: TOP, style: { ...rimmed, text: beside, x: room.to + 5 } };
  if (beside && beside.at(-1) !== "…") return [right];
  // Or before it, as far as the one before.
  const end = Number.isFinite(bar.before) ? api.coord([bar.before, bar.row])[0]! + 6 : room.left;
  const ahead = fitting(inside, room.from - Math.max(end, room.left) - 10);
  const left = { type: "text", z2: TOP, style: { ...rimmed, text: ahead, x: room.from - 5, align: "right" } };
  if (ahead && ahead.at(-1) !== "…") return [left];
  // Where the whole name has no room the family name may have some.
  const brief = sign + (bar.period.person.trim().split(/\s+/).at(-1) ?? "");
  if (brief !== inside) {
    const long = measure(drawable(brief, 60));
    if (long <= within) return [{ type: "text", z2: TOP, silent: true, style: { ...middle, text: drawable(brief, 60), x: room.from + 5, fill: colour(room.sure ? "on-bar" : "ink") } }];
    if (long <= Math.min(next, room.edge) - room.to - 6) return [{ ...right, style: { ...right.style, text: drawable(brief, 60) } }];
    if (long <= room.from - Math.max(end, room.left) - 10) return [{ ...left, style: { ...left.style, text: drawable(brief, 60) } }];
  }
  if (ahead.length > Math.max(3, beside.length)) return [left];
  if (beside.length > 3) return [right];
  const cut = fitting(inside, within);
  return cut ? [{ type: "text", z2: TOP, silent: true, style: { ...middle, text: cut, x: room.from + 5, fill: colour(room.sure ? "on-bar" : "ink") } }] : [];
};

// What lies after a period: its handover to the next, and times without anybody, drawn with the first of the lane.
const between = (bar: Bar, api: Api, y: number): Shape[] => {
  const shapes: Shape[] = [];
  const tone = colour("ink-3");
  for (const [before, after, earliest, latest] of bar.lane.successions) {
    if (before !== bar.place) continue;
    const end = api.coord([stamp(latest), bar.row])[0]!;
    const x = earliest ? api.coord([stamp(earliest), bar.row])[0]! : end;
    const down = api.coord([stamp(latest), bar.first + bar.track[after]!])[1]!;
    const middle = down === y ? y + HALF + 3 : (y + down) / 2;
    const line = { stroke: tone, lineWidth: 1.2, fill: "none" };
    const low = down === y ? middle - 3 : y < down ? y + HALF : y - HALF;
    const goal = down === y ? middle - 3 : y < down ? down - HALF : down + HALF;
    shapes.push({ type: "polyline", silent: true, shape: { points: [[x, low], [x, middle], [end, middle], [end, goal]] }, style: line });
    const tip = goal > middle ? -3.5 : 3.5;
    if (down !== y) shapes.push({ type: "polygon", silent: true, shape: { points: [[end, goal], [end - 3, goal + tip], [end + 3, goal + tip]] }, style: { fill: tone } });
  }
  if (bar.place === 0)
    for (const [since, until] of bar.lane.vacancies) {
      const [x, end] = [since, until].map((day) => api.coord([stamp(day), bar.first])[0]!) as [number, number];
      const at = api.coord([stamp(since), bar.first])[1]!;
      shapes.push({ type: "rect", silent: true, shape: { x, y: at - HALF, width: Math.max(end - x, 2), height: 2 * HALF }, style: { fill: "none", stroke: tone, lineDash: [2, 3], lineWidth: 1.4 } });
      for (let line = x + 4; line < end - 4; line += 7)
        shapes.push({ type: "line", silent: true, shape: { x1: line, y1: at + HALF, x2: line + 5, y2: at - HALF }, style: { stroke: tone, lineWidth: 0.8, opacity: 0.7 } });
    }
  return shapes;
};
