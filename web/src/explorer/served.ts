// Documents, addresses and answers of a server.
import { Refused } from "./refused";
import { Missing, type Source } from "./source";

export function served(): Source {
  const root = new URL(document.documentElement.dataset["root"] ?? "./", location.href);

  async function json<T>(path: string): Promise<T> {
    const answer = await fetch(new URL(path, root), { headers: { Accept: "application/json" } });
    if (answer.status === 404) throw new Missing(path);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return (await answer.json()) as T;
  }

  return {
    here: decodeURI(location.pathname.slice(root.pathname.length)),
    formats: [["Turtle", ".ttl"], ["JSON-LD", ".jsonld"], ["N-Triples", ".nt"]],
    whole: "",
    alone: false,
    reviewed: document.documentElement.hasAttribute("data-review"),
    url(page, query, ending) {
      const parameters = new URLSearchParams(query).toString();
      return new URL(page + ending + (parameters && `?${parameters}`), root).href;
    },
    own: () => true,
    told(name, iri, place) {
      if (place) return json(`api/${name}/${encodeURI(place)}.json`);
      return json(iri ? `api/${name === "id" ? "about" : name}.json?${new URLSearchParams({ iri })}` : `api/${name}.json`);
    },
    async ask(sparql, accept, signal) {
      let answer: Response;
      try {
        answer = await fetch(new URL("sparql", root), { method: "POST", body: new URLSearchParams({ query: sparql }), headers: { Accept: accept }, signal });
      } catch (error) {
        if (signal.aborted) throw error;
        throw new Refused("unreachable", "");
      }
      if (answer.ok) return answer;
      const said = (await answer.text()).trim().slice(0, 2000);
      if (/^no SPARQL query/.test(said)) throw new Refused("syntax", said.replace(/^no SPARQL query: /, ""));
      if (/^stopped after/.test(said)) throw new Refused("time", said);
      throw new Refused(answer.status === 503 ? "busy" : "refused", said);
    },
  };
}
