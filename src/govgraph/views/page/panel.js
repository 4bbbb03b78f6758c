// The side panel: what is known about the chosen node or edge, with the words that say so.
"use strict";
((G) => {
  const { data, el, bdi, t } = G;
  const panel = document.getElementById("panel");
  const FIRST = 12;

  const safeLink = (address) => {
    if (!/^https?:\/\//i.test(address)) return null;
    try {
      return new URL(address).href;
    } catch {
      return null;
    }
  };
  const link = (address, text) => {
    const href = safeLink(address);
    return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : bdi(text);
  };

  const badge = (modality) => {
    const name = G.named("modalityNames", modality);
    const tone = (G.appearance.modalities[modality] || {}).tone || "past";
    return name ? el("span", { class: `badge ${tone}` }, name) : null;
  };

  const weighedBadge = (edge) => (edge.weighed ? el("span", { class: "badge weighed", title: t("weighedMeans") }, t("weighed")) : null);

  // Of things that are called alike: which it is.
  const which = (node) => (node.apart ? el("span", { class: "faintly which" }, " · ", bdi(node.apart)) : null);
  const nodeButton = (node) =>
    el("button", { type: "button", class: "entity", onclick: () => G.choose("n", node) }, G.icon(node.type), bdi(node.name), which(node));

  // The names of both ends, marked where the quote has them; the rest stays as it is.
  const marked = (text, nodes) => {
    const forms = nodes.flatMap((node) => {
      const last = node.type === "Person" ? node.name.split(/\s+/).slice(-1) : [];
      return [node.name, ...node.aliases, ...last];
    });
    const usable = [...new Set(forms)].filter((form) => form.length > 1 && form.length < 200).sort((a, b) => b.length - a.length);
    if (!usable.length) return [text];
    const escaped = usable.map((form) => {
      const plain = form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      return form.length < 4 ? `${plain}(?![\\p{L}\\p{N}])` : plain;
    });
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})`, "gu");
    const pieces = [];
    let end = 0;
    for (const hit of text.matchAll(pattern)) {
      pieces.push(text.slice(end, hit.index), el("mark", {}, hit[0]));
      end = hit.index + hit[0].length;
    }
    return [...pieces, text.slice(end)];
  };

  const source = (article) =>
    el("span", { class: "source" },
      el("cite", { dir: "auto" }, article.title || t("noTitle")),
      el("time", article.date ? { datetime: article.date } : {}, G.date(article.date)));

  // What stands in the place of a quote that the graph leaves out.
  const leftOut = (quote) => t("quoteLeftOut", { start: G.number(quote.start), end: G.number(quote.end) });

  const evidenceCard = (at, ends) => {
    const quote = data.quotes[at];
    const article = data.articles[quote.article];
    // Of a sentence that says „sie“ or „das Land“: who that is.
    const meant = quote.text ? [...new Set(ends)].filter((node) => marked(quote.text, [node]).length < 2) : [];
    return el("figure", { class: "evidence" },
      quote.text ? el("blockquote", { dir: "auto" }, marked(quote.text, ends)) : el("p", { class: "faint left-out" }, leftOut(quote)),
      meant.length ? el("p", { class: "faint meant" }, t("meant"), " ", meant.flatMap((node, nth) => [nth ? ", " : null, bdi(node.name)])) : null,
      el("figcaption", {}, source(article),
        safeLink(article.url) ? link(article.url, t("openArticle")) : article.source || article.url ? el("span", { class: "origin" }, bdi(article.url || article.source)) : null));
  };

  // Of an office what all articles together say; of what nothing was concluded from, what each says.
  const span = (edge) => {
    if (!edge.bounds) return stated(edge);
    const [first, begun, stayed, last] = edge.bounds.split("/");
    const end = edge.modality === "designated" && !last ? t("neverHeld") : G.edgeOfTime(stayed, last);
    return t("termOf", { begin: G.edgeOfTime(first, begun), end });
  };
  const stated = (edge) => edge.spans.map((one) => {
    const [since, until] = one.split("/");
    return [since && `${t("since")} ${G.date(since)}`, until && `${t("until")} ${G.date(until)}`].filter(Boolean).join(" ");
  }).join("; ");

  // What this statement contradicts: each message, then the other statements in it.
  const conflictNotes = (edge) => {
    if (!edge.conflicts.length) return el("span");
    const heading = G.messages[G.lang].conflict[edge.conflicts.length === 1 ? 0 : 1];
    return el("section", { class: "conflicts" }, el("h3", {}, heading, el("span", { class: "number" }, G.number(edge.conflicts.length))),
      el("p", { class: "faint" }, t("conflictHint")),
      edge.conflicts.map((at) => el("div", { class: "against" }, el("p", { dir: "auto" }, data.conflicts[at][G.lang]),
        list(data.edges.filter((other) => other !== edge && other.conflicts.includes(at)), null))));
  };

  const closeButton = () =>
    el("button", { type: "button", class: "close", "aria-label": t("close"), title: `${t("close")} (Esc)`, onclick: () => G.choose() }, "×");

  // One statement as seen from a node, or from nowhere: then both its ends are named.
  const statementRow = (edge, node = null) => {
    const end = node ? G.other(edge, node) : data.nodes[edge.from];
    const target = data.nodes[edge.to];
    const first = edge.evidence.length ? data.quotes[edge.evidence[0]] : null;
    const office = edge.predicate === "holdsOffice";
    const said = lastDate(edge);
    const when = [span(edge), edge.bounds || !said ? "" : t("saidOn", { day: G.date(said) })].filter(Boolean).join(" · ");
    return el("li", { class: "statement" },
      el("button", { type: "button", class: "open", onclick: () => G.choose("e", edge) },
        el("span", { class: "line1" }, G.icon(end.type),
          el("span", { class: "what" }, node && office ? [bdi(edge.role || edge.label), " · "] : null, bdi(end.name), which(end),
            node ? null : [el("span", { class: "faintly" }, " ", G.edgeName(edge), " "), bdi(target.name), which(target)]),
          !["asserted", "current"].includes(edge.modality) ? badge(edge.modality) : null,
          weighedBadge(edge)),
        when ? el("span", { class: "when" }, when) : null,
        first && first.text ? el("q", { class: "snippet", dir: "auto" }, first.text) : null));
  };

  // A list that opens with its first rows; the others are made when asked for.
  const firstOf = (place, all, row, around = "div") => {
    place.append(...all.slice(0, FIRST).map(row));
    if (all.length > FIRST) {
      const more = el("button", { type: "button", class: "more", onclick: () => {
        more.parentElement.remove();
        place.append(...all.slice(FIRST).map(row));
      } }, t("more", { count: G.number(all.length - FIRST) }));
      place.append(el(around, {}, more));
    }
    return place;
  };
  const list = (edges, node) => firstOf(el("ul", { class: "statements" }), edges, (edge) => statementRow(edge, node), "li");

  const grouped = (edges, node) => {
    const groups = new Map();
    for (const edge of edges) {
      const inverse = edge.from !== node.id;
      const key = `${edge.predicate} ${inverse}`;
      if (!groups.has(key)) groups.set(key, { name: G.predicateName(edge, inverse), inverse, edges: [] });
      groups.get(key).edges.push(edge);
    }
    const sorted = [...groups.values()].sort((a, b) => b.edges.length - a.edges.length || a.name.localeCompare(b.name, G.lang));
    return sorted.map((group) => el("section", { class: "group" },
      el("h4", {}, el("span", { class: "arrow", "aria-hidden": "true" }, group.inverse ? "←" : "→"), group.name,
        el("span", { class: "number" }, G.number(group.edges.length))),
      list(group.edges, node)));
  };

  // Only what is within some steps of a node, or everything.
  const around = (node) => {
    const focus = G.focus();
    const depth = !focus ? 0 : focus.node === node ? focus.depth : null;
    const choice = (steps, text) => el("button", {
      type: "button", "aria-pressed": String(steps === depth), onclick: () => {
        G.focusOn(steps ? node : null, steps);
        panel.querySelector(".around [aria-pressed=true]").focus();
      },
    }, text);
    return el("div", { class: "around", role: "group", "aria-label": t("aroundOnly") }, el("span", { class: "label" }, t("aroundOnly")),
      el("span", { class: "choices" }, G.DEPTHS.map((steps) => choice(steps, G.count(steps, "step"))), choice(0, t("all"))));
  };

  const lastDate = (edge) => G.datesOf(edge).reduce((last, date) => (date > last ? date : last), "");
  const beginOf = (edge) => { const [first, begun] = edge.bounds.split("/"); return begun || first || ""; };
  const newestFirst = (a, b) => {
    const [one, two] = [a, b].map((edge) => beginOf(edge) || (edge.spans.length ? edge.spans.at(-1).split("/")[0] : "") || lastDate(edge));
    return two.localeCompare(one) || a.id - b.id;
  };

  const showNode = (node) => {
    const visible = node.edges.filter((edge) => G.isVisible(edge));
    const tenures = visible.filter((edge) => edge.predicate === "holdsOffice").sort(newestFirst);
    const facts = visible.filter((edge) => edge.predicate !== "holdsOffice").sort(newestFirst);
    const aliases = node.aliases.filter((alias) => alias !== node.name);
    panel.replaceChildren(
      el("div", { class: "lead" }, el("p", { class: "kind" }, G.icon(node.type), G.kindName(node),
        node.jurisdiction && node.jurisdiction !== node.name ? [" · ", bdi(node.jurisdiction)] : null,
        node.apart && node.apart !== node.jurisdiction ? [" · ", bdi(node.apart)] : null), closeButton()),
      el("h2", { dir: "auto", class: node.name.length > 60 ? "long" : null }, node.name),
      aliases.length ? el("p", { class: "aliases" }, el("span", { class: "label" }, t("aliases")), " ",
        aliases.flatMap((alias, at) => (at ? [", ", bdi(alias)] : [bdi(alias)]))) : el("span"),
      node.edges.length ? around(node) : el("span"),
      tenures.length ? el("section", {}, el("h3", {}, t(node.type === "Person" ? "tenures" : "holders"),
        el("span", { class: "number" }, G.number(tenures.length))), list(tenures, node)) : el("span"),
      facts.length ? el("section", {}, el("h3", {}, t("facts"), el("span", { class: "number" }, G.number(facts.length))),
        grouped(facts, node)) : el("span"),
      visible.length ? el("span") : el("p", { class: "faint" }, t("noFacts")),
      node.links.length ? el("section", {}, el("h3", {}, t("links")),
        el("ul", { class: "links" }, node.links.map((address) => el("li", {}, link(address, address))))) : el("span"),
      el("p", { class: "iri" }, node.iri));
  };

  // How many articles say the same, and how many sources that are: versions of one text are one.
  const witnesses = (edge) =>
    t(edge.sources === 1 ? "oneSource" : "someSources", { articles: G.number(edge.articles), sources: G.number(edge.sources) });

  const showEdge = (edge) => {
    const ends = [data.nodes[edge.from], data.nodes[edge.to]];
    const when = span(edge);
    const office = edge.predicate === "holdsOffice";
    const meter = el("span", { class: "meter" }, el("span", {}));
    meter.firstChild.style.inlineSize = `${Math.max(0, Math.min(1, edge.confidence)) * 100}%`;
    const heading = G.messages[G.lang].evidence[edge.evidence.length === 1 ? 0 : 1];
    panel.replaceChildren(
      el("div", { class: "lead" }, el("p", { class: "kind" }, G.line(edge.modality), G.messages[G.lang].statement[0]), closeButton()),
      el("div", { class: "triple" }, nodeButton(ends[0]),
        el("p", { class: "relation" }, el("span", { "aria-hidden": "true" }, "↓"),
          office ? el("span", {}, t("holds"), " ", bdi(edge.role || edge.label, { class: "role" })) : el("span", { class: "role" }, G.predicateName(edge))),
        nodeButton(ends[1])),
      el("dl", { class: "facts" },
        el("div", {}, el("dt", {}, t("modality")), el("dd", {}, badge(edge.modality) || edge.modality, edge.weighed ? [" ", weighedBadge(edge)] : null)),
        el("div", {}, el("dt", {}, t("confidenceOf")), el("dd", {}, meter, G.percent(edge.confidence))),
        when ? el("div", {}, el("dt", {}, t("term")), el("dd", {}, when)) : el("span")),
      conflictNotes(edge),
      el("section", {}, el("h3", {}, heading, el("span", { class: "number" }, G.number(edge.evidence.length))),
        edge.articles > 1 ? el("p", { class: "faint witnesses" }, witnesses(edge)) : el("span"),
        edge.evidence.length ? firstOf(el("div"), edge.evidence, (at) => evidenceCard(at, ends)) : el("p", { class: "faint" }, t("noEvidence"))),
      ...[edge.iri, ...edge.also].map((iri) => el("p", { class: "iri" }, iri)));
  };

  // Everybody who held an office of a role, by Land or body.
  const showRole = ({ name, words, edges }) => {
    const visible = edges.filter((edge) => G.isVisible(edge)).sort(newestFirst);
    const groups = new Map();
    for (const edge of visible) {
      const body = data.nodes[edge.to], place = body.type === "Jurisdiction" ? body.name : body.jurisdiction || body.name;
      if (!groups.has(place)) groups.set(place, []);
      groups.get(place).push(edge);
    }
    const places = [...groups].sort(([a], [b]) => a.localeCompare(b, G.lang));
    panel.replaceChildren(
      el("div", { class: "lead" }, el("p", { class: "kind" }, t("role")), closeButton()),
      el("h2", { dir: "auto" }, [name, ...words].join(" ")),
      el("p", { class: "faint" }, G.count(new Set(visible.map((edge) => edge.from)).size, "holderCount")),
      ...places.map(([place, some]) => el("section", { class: "group" }, el("h4", {}, bdi(place), el("span", { class: "number" }, G.number(some.length))),
        firstOf(el("ul", { class: "statements" }), some, (edge) => statementRow(edge), "li"))));
  };

  // What contradicts what among what is visible, in words, each with its sides.
  const contradictions = () => {
    const found = new Map();
    for (const edge of data.edges) if (G.isVisible(edge)) for (const at of edge.conflicts) found.set(at, [...(found.get(at) || []), edge]);
    if (!found.size) return el("span");
    return el("section", { class: "conflicts" }, el("h3", {}, t("conflicts"), el("span", { class: "number" }, G.number(found.size))),
      firstOf(el("div"), [...found].sort(([a], [b]) => a - b), ([at, edges]) => el("div", { class: "against" }, el("p", { dir: "auto" }, data.conflicts[at][G.lang]), list(edges, null))));
  };

  // Best connected and newest of what is visible; of everything they were counted when the page was written.
  const TOP = 8, LATEST = 4;
  const ofVisible = () => {
    const visible = data.edges.filter(G.isVisible);
    const everything = visible.length === data.edges.length;
    if (everything) return { top: data.overview.top.map((id) => [data.nodes[id], data.nodes[id].edges.length]), latest: data.overview.latest.map((id) => data.edges[id]) };
    const degrees = new Map();
    for (const edge of visible) for (const id of new Set([edge.from, edge.to])) degrees.set(data.nodes[id], (degrees.get(data.nodes[id]) || 0) + 1);
    const newest = visible.map((edge) => [edge, lastDate(edge)]).filter(([, date]) => date);
    return {
      top: [...degrees].sort(([a, one], [b, two]) => two - one || a.id - b.id).slice(0, TOP),
      latest: newest.sort(([a, one], [b, two]) => two.localeCompare(one) || a.id - b.id).slice(0, LATEST).map(([edge]) => edge),
    };
  };
  const showHome = () => {
    const { top, latest } = ofVisible();
    panel.replaceChildren(
      el("h2", {}, t("welcome")),
      el("ul", { class: "hints" }, ["hintNode", "hintEdge", "hintShort", window.matchMedia("(pointer: coarse)").matches ? "hintTouch" : "hintKeys"].map((key) => el("li", {}, t(key)))),
      G.onlyConflicts() ? contradictions() : el("span"),
      top.length ? el("section", {}, el("h3", {}, t("top")), el("ol", { class: "toplist" }, top.map(([node, count]) =>
        el("li", {}, nodeButton(node), el("span", { class: "number" }, G.number(count)))))) : el("span"),
      latest.length ? el("section", {}, el("h3", {}, t("latest")), el("ul", { class: "statements" }, latest.map((edge) =>
        statementRow(edge)))) : el("span"));
  };

  const tell = (kind, item) => {
    if (kind === "n") showNode(item);
    else if (kind === "e") showEdge(item);
    else if (kind === "r") showRole(item);
    else showHome();
    panel.classList.toggle("told", kind !== null);
    panel.setAttribute("aria-label", t("panel"));
  };
  G.show = (kind, item) => {
    tell(kind, item);
    panel.scrollTop = 0;
    // On a small screen it stands below the picture: what was tapped is told where it can be seen.
    const top = panel.getBoundingClientRect().top;
    if (kind !== null && G.ready && top > innerHeight * 0.7) scrollBy({ top: top - innerHeight * 0.55, behavior: "instant" });
  };
  // The same again after a filter has changed: it keeps its place, and is not read out.
  G.retell = () => {
    const place = panel.scrollTop;
    panel.setAttribute("aria-live", "off");
    tell(G.chosen.kind, G.chosen.item);
    panel.scrollTop = place;
    requestAnimationFrame(() => panel.setAttribute("aria-live", "polite"));
  };
})(window.govgraph);
