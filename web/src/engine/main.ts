// Runs in a worker: opens a graph in Oxigraph and answers queries. A page ends the worker to give a query up.
import init, { Store } from "oxigraph/web.js";
import type { Ask, Open, Reply, ToEngine } from "./messages";

// Characters; a page could not show a longer answer.
const MOST = 100 * 1024 * 1024;

let store: Store;
let prologue = "";

async function unpacked(packed: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function open({ wasm, quads, prefixes }: Open): Promise<Reply> {
  const [engine, graph] = await Promise.all([unpacked(wasm), unpacked(quads)]);
  await init({ module_or_path: engine });
  store = new Store();
  store.load(graph, { format: "application/n-quads", no_transaction: true, lenient: true });
  prologue = `${Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(" ")}\n`;
  return { kind: "answer", text: "", type: "" };
}

// The first media type that fits the form of the query; which that is, the engine knows.
function answer({ sparql, accept }: Ask): Reply {
  for (const [at, type] of accept.entries())
    try {
      const text = store.query(prologue + sparql, { use_default_graph_as_union: true, results_format: type }) as string;
      return text.length > MOST ? { kind: "size", message: "" } : { kind: "answer", text, type };
    } catch (error) {
      if (at === accept.length - 1 || !/format|media type/i.test(String(error))) throw error;
    }
  throw new Error("no media type");
}

function failure(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  // what comes from WebAssembly itself leaves it in no state to go on
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return { kind: "broken", message };
  const place = /^error at (\d+):/.exec(message);
  // the first line is ours
  return place ? { kind: "syntax", message: message.replace(/^error at \d+/, `error at ${Number(place[1]) - 1}`) } : { kind: "refused", message };
}

self.addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  const tell = (reply: Reply): void => postMessage(reply);
  if (data.kind === "open") open(data).then(tell, (error: unknown) => tell({ ...failure(error), kind: "broken" } as Reply));
  else
    try {
      tell(answer(data));
    } catch (error) {
      tell(failure(error));
    }
});
