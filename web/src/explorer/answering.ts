// Sends queries to an engine in a worker, which is started with the first of them and ended with one that is given up.
import type { Reply, ToEngine } from "../engine/messages";
import { Refused } from "./refused";
import type { Source } from "./source";
import { bytes } from "./written";

interface Engine {
  script: string;
  wasm: string;
  prefixes: Record<string, string>;
}

export function answering(told: <T>(name: string) => Promise<T>): Source["ask"] {
  let open: Promise<Worker> | undefined;

  async function opened(): Promise<Worker> {
    const [engine, graph] = await Promise.all([told<Engine>("engine"), told<{ quads: string }>("graph")]);
    // from a blob: a page from disk may start no other worker
    const worker = new Worker(URL.createObjectURL(new Blob([engine.script], { type: "text/javascript" })));
    await exchanged(worker, { kind: "open", wasm: bytes(engine.wasm).buffer, quads: bytes(graph.quads).buffer, prefixes: engine.prefixes });
    return worker;
  }

  return async (sparql, accept, signal) => {
    const worker = await (open ??= opened());
    signal.throwIfAborted();
    const stop = (): void => {
      worker.terminate();
      open = undefined;
    };
    signal.addEventListener("abort", stop);
    try {
      const { text, type } = await exchanged(worker, { kind: "ask", sparql, accept: accept.split(",").map((one) => one.split(";")[0]!.trim()) }, signal);
      return new Response(text, { headers: { "Content-Type": type } });
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };

  function exchanged(worker: Worker, message: ToEngine, signal?: AbortSignal): Promise<{ text: string; type: string }> {
    return new Promise((resolve, reject) => {
      const broken = (said: string): void => {
        worker.terminate();
        open = undefined;
        reject(new Refused("broken", said));
      };
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.onerror = (event) => broken(event.message ?? "");
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind === "answer") resolve(data);
        else if (data.kind === "broken") broken(data.message);
        else reject(new Refused(data.kind, data.message));
      };
      worker.postMessage(message);
    });
  }
}
