// The page in the place of one that there is not: what was asked for, what may have been meant, and where to go on.
import { h, link, name } from "./elements";
import { dot } from "./pages";
import { find } from "./search";
import { address, from, index, pageAddress, parameters, setBase } from "./source";
import { say } from "./wording";

const MOST = 5;

export async function missing(): Promise<HTMLElement[]> {
  const asked = parameters().get("iri") ?? parameters().get("of") ?? from().here;
  return [
    h("h1", {}, say("missing")),
    ...(asked ? [h("p", { class: "small" }, `${say("askedFor")}: `, h("code", {}, name(asked.slice(0, 300))))] : []),
    ...(await alike(asked)),
    h("p", {}, say("searchTip"), " ", h("a", { href: pageAddress() }, say("toStart"))),
  ];
}

// Names that have the first words of its address.
async function alike(asked: string): Promise<HTMLElement[]> {
  const words = (asked.replace(/\.\w+$/, "").split("/").pop() ?? "").split(/[-_\s]+/).filter(Boolean);
  // without names there is nothing to propose
  const all = await index().catch(() => null);
  if (all) setBase(all.base);
  for (let count = words.length; all && count; count--) {
    const hits = find(all, words.slice(0, count).join(" ")).slice(0, MOST);
    if (hits.length) return [h("p", {}, say("perhaps")), h("ul", { class: "plain" }, ...hits.map((hit) => h("li", {}, dot(hit.type), link(address(hit.iri), hit.label), hit.apart && h("span", { class: "small" }, name(` · ${hit.apart}`)))))];
  }
  return [];
}
