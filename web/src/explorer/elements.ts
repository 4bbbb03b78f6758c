// Elements of a page. Words from the graph become text, never markup.
export type Child = Node | string | null | false | undefined;
type Given = Record<string, string | boolean | ((event: Event) => void)>;

export function h(name: string, given: Given = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

// a name keeps its own direction, and does not turn the words around it
export const name = (text: string): HTMLElement => h("bdi", { class: "name" }, text);

export function link(href: string, text: string, given: Given = {}): HTMLElement {
  return h("a", { href, ...given }, name(text));
}

export function outside(url: string, text: string): HTMLElement {
  return /^https?:\/\//i.test(url) ? h("a", { href: url, rel: "noopener noreferrer external" }, name(text)) : name(text);
}
