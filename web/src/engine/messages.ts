// What a page and the worker that answers its queries tell one another.
export interface Open {
  kind: "open";
  // gzip, both
  wasm: ArrayBuffer;
  quads: ArrayBuffer;
  // known to every query that does not declare them
  prefixes: Record<string, string>;
}
export interface Ask {
  kind: "ask";
  sparql: string;
  // media types in the order in which they are liked
  accept: string[];
}
export type ToEngine = Open | Ask;
export type Reply =
  | { kind: "answer"; text: string; type: string }
  // `broken`: the engine cannot go on
  | { kind: "syntax" | "refused" | "size" | "broken"; message: string };
