// An element of SVG; strings among its children become text.
const SVG = "http://www.w3.org/2000/svg";

export function svg(name: string, given: Record<string, string | number> = {}, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}
