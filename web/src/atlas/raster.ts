// Tens of thousands of lines and points, set pixel by pixel: without a graphics card a canvas needs a second for what
// takes a tenth of one here.
import type { Segments } from "./paint";

// Coverages are whole numbers, so many for a pixel that is wholly covered by one opaque line.
const WHOLE = 256;
const THICKEST = 2000;

export interface Pixels {
  image: ImageData;
  /** Pixels of the image to one of the stage. */
  ratio: number;
}

export type Colour = [number, number, number];
const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
const known = new Map<string, Colour>();
export function colourOf(text: string): Colour {
  let found = known.get(text);
  if (!found) {
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
    known.set(text, (found = [r, g, b]));
  }
  return found;
}

export function blank(width: number, height: number, ratio: number, paper: string): Pixels {
  const image = new ImageData(width, height);
  const [r, g, b] = colourOf(paper);
  new Uint32Array(image.data.buffer).fill(new Uint32Array(new Uint8Array([r, g, b, 255]).buffer)[0] as number);
  return { image, ratio };
}

/** How much of each pixel is covered: lines of several weights are gathered, then laid on at once in one colour. */
export class Veil {
  private readonly covered: Uint32Array;
  private readonly width: number;
  private readonly height: number;

  constructor(private readonly pixels: Pixels) {
    ({ width: this.width, height: this.height } = pixels.image);
    this.covered = new Uint32Array(this.width * this.height);
  }

  /** Lines of a width in pixels of the stage, as opaque as `alpha`; smooth across their way (Wu 1991). */
  add(lines: Segments, width: number, alpha: number): void {
    const { covered, width: wide, height: high } = this, ratio = this.pixels.ratio;
    const weight = Math.max(1, Math.round(alpha * width * ratio * WHOLE));
    for (let line = 0; line < lines.length; line += 4) {
      const ax = lines[line] as number, ay = lines[line + 1] as number, bx = lines[line + 2] as number, by = lines[line + 3] as number;
      const dx = (bx - ax) * ratio, dy = (by - ay) * ratio;
      const flat = Math.abs(dx) >= Math.abs(dy);
      // Along the longer of both ways; `across` is what the line moves to the side with each step.
      const long = flat ? dx : dy;
      if (!long) continue;
      const one = (flat ? ax : ay) * ratio, other = (flat ? bx : by) * ratio;
      const across = (flat ? dy : dx) / long, side = (flat ? ay : ax) * ratio - across * one;
      const step = flat ? 1 : wide, next = flat ? wide : 1, limit = flat ? high : wide;
      const begin = Math.max(0, Math.round(Math.min(one, other)));
      const end = Math.min((flat ? wide : high) - 1, Math.round(Math.max(one, other)));
      for (let along = begin; along <= end; along += 1) {
        const middle = side + across * (along + 0.5) - 0.5;
        const near = Math.floor(middle);
        if (near < 0 || near + 1 >= limit) continue;
        const share = ((middle - near) * weight) | 0;
        const at = along * step + near * next;
        (covered[at] as number) += weight - share;
        (covered[at + next] as number) += share;
      }
    }
  }

  lay(text: string): void {
    const data = this.pixels.image.data, { covered } = this;
    const [r, g, b] = colourOf(text);
    // Many veils above each other let through ever less.
    const opaque = Float32Array.from({ length: THICKEST }, (_, sum) => 1 - Math.exp(-sum / WHOLE));
    for (let at = 0, spot = 0; at < covered.length; at += 1, spot += 4) {
      const sum = covered[at] as number;
      if (!sum) continue;
      const share = opaque[Math.min(sum, THICKEST - 1)] as number;
      data[spot] = (data[spot] as number) + (r - (data[spot] as number)) * share;
      data[spot + 1] = (data[spot + 1] as number) + (g - (data[spot + 1] as number)) * share;
      data[spot + 2] = (data[spot + 2] as number) + (b - (data[spot + 2] as number)) * share;
    }
  }
}

// Discs of each size, as [aside, beneath, opacity] of their pixels.
const discs = new Map<number, [number, number, number][]>();
function discOf(radius: number): [number, number, number][] {
  const size = Math.round(radius * 4) / 4;
  let found = discs.get(size);
  if (!found) {
    found = [];
    for (let y = -Math.ceil(size); y <= size; y += 1)
      for (let x = -Math.ceil(size); x <= size; x += 1) {
        const inside = Math.max(0, Math.min(1, size + 0.5 - Math.hypot(x, y)));
        if (inside > 0) found.push([x, y, inside]);
      }
    discs.set(size, found);
  }
  return found;
}

/** A point about a spot of the stage. */
export function dot({ image, ratio }: Pixels, x: number, y: number, radius: number, [r, g, b]: Colour, alpha: number): void {
  const { data, width, height } = image;
  const middleX = Math.round(x * ratio - 0.5), middleY = Math.round(y * ratio - 0.5);
  for (const [aside, beneath, inside] of discOf(radius * ratio)) {
    const px = middleX + aside, py = middleY + beneath;
    if (px < 0 || px >= width || py < 0 || py >= height) continue;
    const spot = (py * width + px) * 4, share = inside * alpha;
    data[spot] = (data[spot] as number) + (r - (data[spot] as number)) * share;
    data[spot + 1] = (data[spot + 1] as number) + (g - (data[spot + 1] as number)) * share;
    data[spot + 2] = (data[spot + 2] as number) + (b - (data[spot + 2] as number)) * share;
  }
}
