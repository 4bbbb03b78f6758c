// Documents and addresses of a written site: a folder, whose scripts hold them, since pages from disk may not fetch; or one
// file, which holds them all in itself. Queries are answered by an engine within the browser.
import { answering } from "./answering";
import { Missing, setBase, type Source } from "./source";

interface Given {
  here: string;
  root: string;
  base: string;
  // among so many scripts the documents are parted of what has no page of its own
  parts: number;
  whole: string;
  reviewed: boolean;
}

declare global {
  // scripts of a folder tell their documents by it: JSON, an object of documents by key
  var govgraph: { kept: string[]; tell: (documents: string) => void };
}

// What has a file of its own: entities, roles and articles, if their address is a name on every file system. The same stands
// in `site/places.py`.
const OWN = /^(person|organisation|jurisdiction|municipality|law|document|programme|system|service|event|role|article)\/[a-z0-9][a-z0-9-]{0,159}$/;
const DEVICE = /\/(con|prn|aux|nul|com\d|lpt\d)$/;

// FNV-1a, 32 bits
function hashed(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

export function written(element: HTMLElement): Source {
  const given = JSON.parse(element.textContent ?? "") as Given;
  setBase(given.base);
  const packed = document.getElementById("document-index") !== null;
  const documents = packed ? within(given) : beside(given);
  const told: Source["told"] = async (name, iri, place) => {
    const key = place ? `${name}/${place}` : iri ? `${name} ${iri}` : name;
    const file = place ? `${name === "id" ? "id" : `data/${name}`}/${place}` : iri ? `data/${name}/${hashed(iri) % given.parts}` : `data/${name}`;
    return (await documents(key, file)) as never;
  };
  return {
    here: packed ? (new URLSearchParams(location.search).get("at") ?? "") : given.here,
    formats: packed ? [] : [["Turtle", ".ttl"]],
    alone: true,
    reviewed: given.reviewed,
    whole: given.whole && new URL(given.root + given.whole, location.href).href,
    url(page, query, ending) {
      const at = packed ? { ...(page && { at: page }), ...query } : query;
      const parameters = new URLSearchParams(at).toString();
      const file = packed ? location.pathname : `${given.root}${page || "index"}${ending || ".html"}`;
      return new URL(file + (parameters && `?${parameters}`), location.href).href;
    },
    own: (place) => OWN.test(place) && !DEVICE.test(place),
    told,
    ask: answering(<T>(name: string): Promise<T> => told<T>(name, "", "")),
  };
}

type Documents = (key: string, file: string) => Promise<unknown>;

function found(held: Record<string, unknown>, key: string): unknown {
  if (!Object.hasOwn(held, key)) throw new Missing(key);
  return held[key];
}

// Those of one file: in elements of their own if they are about the graph as a whole, else in parts chosen by a hash of their
// key, so that a page unpacks little more than it shows.
function within({ parts }: Given): Documents {
  const read = new Map<string, Promise<unknown>>();
  const element = (id: string): HTMLElement | null => document.getElementById(id);
  const opened = (id: string): Promise<unknown> => {
    if (!read.has(id)) read.set(id, unpacked(element(id)?.textContent ?? "{}").then(JSON.parse));
    return read.get(id)!;
  };
  return async (key) => {
    if (element(`document-${key}`)) return opened(`document-${key}`);
    return found((await opened(`part-${hashed(key) % parts}`)) as Record<string, unknown>, key);
  };
}

// JSON as it is, or as gzip in Base64
async function unpacked(text: string): Promise<string> {
  if (text.startsWith("{")) return text;
  const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const made = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) made[at] = text.charCodeAt(at);
  return made;
}

// Those of a folder: what a page shows first comes with it, another script when the first of its documents is asked for.
function beside({ root }: Given): Documents {
  const held: Record<string, unknown> = {};
  const coming = new Map<string, Promise<void>>();
  govgraph.tell = (documents) => void Object.assign(held, JSON.parse(documents));
  govgraph.kept.splice(0).forEach(govgraph.tell);
  const brought = (file: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${root}${file}.js`, location.href).href;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new (file.includes("/") ? Missing : Error)(file)));
      document.head.append(script);
    });
  return async (key, file) => {
    if (!Object.hasOwn(held, key)) {
      if (!coming.has(file)) coming.set(file, brought(file).finally(() => coming.delete(file)));
      await coming.get(file);
    }
    return found(held, key);
  };
}
