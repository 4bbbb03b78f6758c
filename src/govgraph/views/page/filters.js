// Filters and focus: what of the graph is visible, and the controls that decide it.
"use strict";
((G) => {
  const { data, el, t } = G;
  const at = (id) => document.getElementById(id);
  const state = {};
  const atRest = () => Object.assign(state, {
    types: new Set(), predicates: new Set(), modalities: new Set(), since: "", until: "", undated: true, confidence: 0, jurisdiction: "", conflicts: false, weighed: true,
    focus: null, depth: 1,
  });
  atRest();

  const inOrder = (counts, order) => {
    const rank = new Map(order.map((key, index) => [key, index]));
    return Object.entries(counts).sort((a, b) => (rank.get(a[0]) ?? 99) - (rank.get(b[0]) ?? 99) || b[1] - a[1]);
  };
  const { overview } = data;
  const counts = {
    types: inOrder(overview.types, Object.keys(G.appearance.types)),
    modalities: inOrder(overview.modalities, Object.keys(G.appearance.modalities)),
    predicates: Object.entries(overview.predicates).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    // Those that something belongs to, and those that are in the picture themselves.
    jurisdictions: [...new Set(data.nodes.map((node) => (node.type === "Jurisdiction" ? node.name : node.jurisdiction)).filter(Boolean))].sort((a, b) => a.localeCompare(b, "de")),
  };
  // What nothing is said of has an entry of its own among the relations.
  const UNRELATED = "-";
  const unrelated = data.nodes.filter((node) => !node.edges.length);
  if (unrelated.length) counts.predicates.push([UNRELATED, unrelated.length]);
  // How offices are held and how statements hold are told apart.
  const statuses = new Set(overview.statuses);

  const inPeriod = (edge) => {
    if (!state.since && !state.until && state.undated) return true;
    const dates = G.datesOf(edge);
    if (!dates.length) return state.undated;
    return dates.some((date) => (!state.since || G.lastDay(date) >= state.since) && (!state.until || G.firstDay(date) <= state.until));
  };
  const inLand = (node) => !state.jurisdiction || node.jurisdiction === state.jurisdiction || node.name === state.jurisdiction;
  const edgePasses = (edge) =>
    !state.predicates.has(edge.predicate) && !state.modalities.has(edge.modality) && edge.confidence >= state.confidence &&
    (!state.conflicts || edge.conflicts.length > 0) && (state.weighed || !edge.weighed) && inPeriod(edge) && (inLand(data.nodes[edge.from]) || inLand(data.nodes[edge.to]));

  // 1 for what is visible, by number.
  const shownNodes = new Uint8Array(data.nodes.length).fill(1), shownEdges = new Uint8Array(data.edges.length).fill(1);
  // An edge is visible when it passes and both its ends are of a chosen type; a node when it has such an edge, or
  // when it has none at all, is wanted so, and nothing is asked of evidence.
  const decide = () => {
    const evidenceAtRest = !state.since && !state.until && state.undated && !state.confidence && !state.conflicts && state.weighed;
    const everything = evidenceAtRest && !state.predicates.size && !state.modalities.size && !state.jurisdiction && !state.types.size;
    const shown = (node) => !state.types.has(node.type) || node === state.focus;
    shownEdges.fill(everything ? 1 : 0);
    shownNodes.fill(everything ? 1 : 0);
    for (const edge of everything ? [] : data.edges) {
      const from = data.nodes[edge.from], to = data.nodes[edge.to];
      if (!edgePasses(edge)) continue;
      if (shown(from) && shown(to)) shownEdges[edge.id] = 1;
      for (const node of [from, to]) if (shown(node) && (inLand(node) || G.isVisible(edge))) shownNodes[node.id] = 1;
    }
    if (evidenceAtRest && !state.predicates.has(UNRELATED)) for (const node of unrelated) if (shown(node) && inLand(node)) shownNodes[node.id] = 1;
    if (state.focus) keepAround(state.focus, state.depth);
  };
  // Of what is visible, the part within some steps of a node, which itself is always kept.
  const keepAround = (centre, depth) => {
    const kept = new Set([centre]);
    let rim = [centre];
    for (let step = 0; step < depth; step += 1) {
      const next = new Set(rim.flatMap((node) => node.edges.filter(G.isVisible).map((edge) => G.other(edge, node))));
      rim = [...next].filter((node) => !kept.has(node));
      for (const node of rim) kept.add(node);
    }
    for (const node of data.nodes) shownNodes[node.id] = kept.has(node) ? 1 : 0;
    for (const edge of data.edges) if (!shownNodes[edge.from] || !shownNodes[edge.to]) shownEdges[edge.id] = 0;
  };
  G.isVisible = (edge) => shownEdges[edge.id] === 1;
  G.isShown = (node) => shownNodes[node.id] === 1;

  const tell = () => {
    const [nodes, edges] = [shownNodes, shownEdges].map((shown) => shown.reduce((sum, one) => sum + one, 0));
    at("visible").textContent = t("visible", {
      nodes: G.number(nodes), allNodes: G.number(data.nodes.length), edges: G.number(edges), allEdges: G.number(data.edges.length),
    });
    at("nothing").hidden = nodes > 0;
    at("confidence-value").textContent = G.percent(state.confidence);
    at("focus").hidden = !state.focus;
    at("focus-text").textContent = G.focusText();
    at("focus-off").setAttribute("aria-label", t("aroundAll"));
    at("focus-off").title = t("aroundAll");
  };
  const apply = (lasting = true) => {
    decide();
    tell();
    G.redraw();
    G.retell();
    if (lasting) G.remember();
  };
  G.focus = () => (state.focus ? { node: state.focus, depth: state.depth } : null);
  G.focusText = () => (state.focus ? `${t("around")}: \u2068${G.short(state.focus.name, 60)}\u2069 · ${G.count(state.depth, "step")}` : "");
  G.focusOn = (node, depth = 1) => {
    Object.assign(state, { focus: node, depth });
    apply();
    G.picture.fit();
    G.show(G.chosen.kind, G.chosen.item);
  };
  at("focus-off").addEventListener("click", () => G.focusOn(null));

  // Only one entry of a group, or all again. Of a way of saying only it: what nothing is said of steps back too.
  const isOnly = (hidden, key) => counts[hidden].every(([other]) => state[hidden].has(other) === (other !== key));
  const only = (hidden, key) => {
    const back = isOnly(hidden, key);
    state[hidden] = new Set(back ? [] : counts[hidden].map(([other]) => other).filter((other) => other !== key));
    if (hidden === "modalities") state.predicates[back ? "delete" : "add"](UNRELATED);
  };
  // What the entries tell of their state; they themselves stay, and with them the focus.
  const mark = () => {
    for (const entry of document.querySelectorAll(".chips li")) {
      const [chip, single] = entry.children, { hidden, name } = entry.dataset, { key } = chip.dataset, back = isOnly(hidden, key);
      chip.setAttribute("aria-pressed", String(!state[hidden].has(key)));
      if (!single) continue;
      single.textContent = t(back ? "all" : "only");
      single.setAttribute("aria-label", t(back ? "notOnly" : "onlyThis", { name }));
    }
  };
  const chips = (id, entries, picture, nameOf, hidden = id) => {
    const act = (action) => () => { action(); mark(); apply(); };
    const toggle = (key) => state[hidden].delete(key) || state[hidden].add(key);
    at(id).replaceChildren(...entries.map(([key, count]) => {
      const name = nameOf(key);
      return el("li", { "data-hidden": hidden, "data-name": name },
        el("button", { type: "button", class: "chip", "data-key": key, onclick: act(() => toggle(key)) },
          picture ? picture(key) : null, el("span", { class: "name" }, name), el("span", { class: "number" }, G.number(count))),
        counts[hidden].length > 1 ? el("button", { type: "button", class: "only", onclick: () => { act(() => only(hidden, key))(); G.picture.fit(); } }) : null);
    }));
    at(id).closest("fieldset").hidden = entries.length < 1;
  };

  // Evidence by year, or by month when it spans less than four years; a bar sets the period.
  const span = G.once(() => {
    const days = new Map(Object.entries(overview.days));
    const years = [...days.keys()].filter((date) => /^\d{4}/.test(date)).map((date) => +date.slice(0, 4)).sort((a, b) => a - b);
    if (!years.length) return null;
    const first = years[0], last = years.at(-1), months = last - first < 4;
    const slots = [], bars = new Map();
    for (let year = first; year <= last; year += 1) {
      if (months) for (let month = 1; month <= 12; month += 1) slots.push(`${year}-${String(month).padStart(2, "0")}`);
      else slots.push(String(year));
    }
    for (const [day, count] of days) {
      const slot = months ? (day.length >= 7 ? day.slice(0, 7) : `${day.slice(0, 4)}-01`) : day.slice(0, 4);
      bars.set(slot, (bars.get(slot) || 0) + count);
    }
    return { first, last, months, slots, bars, highest: Math.max(...bars.values()) };
  });
  const histogram = () => {
    const picture = at("histogram"), known = span();
    picture.replaceChildren();
    picture.toggleAttribute("hidden", !known);
    if (!known) return;
    const { first, last, months, slots, bars, highest } = known;
    const width = 224 / slots.length;
    picture.setAttribute("viewBox", "0 0 224 44");
    slots.forEach((slot, index) => {
      const value = bars.get(slot) || 0;
      const height = value ? Math.max(2, (value / highest) * 32) : 0;
      const inside = (!state.since || G.lastDay(slot) >= state.since) && (!state.until || G.firstDay(slot) <= state.until);
      const bar = G.svg("rect", { x: index * width + 0.5, y: 32 - height, width: Math.max(1, width - 1), height, class: inside ? "in" : "out" });
      const field = G.svg("rect", { x: index * width, y: 0, width, height: 32, class: "field" }, G.svg("title", {}));
      field.firstChild.textContent = `${G.date(slot)}: ${G.number(value)}`;
      field.addEventListener("click", () => {
        state.since = at("since").value = G.firstDay(slot);
        const end = new Date(Date.UTC(+slot.slice(0, 4), months ? +slot.slice(5, 7) : 12, 0));
        state.until = at("until").value = end.toISOString().slice(0, 10);
        histogram();
        apply();
      });
      picture.append(bar, field);
    });
    const mark = (text, x, anchor) => {
      const label = G.svg("text", { x, y: 43, "text-anchor": anchor });
      label.textContent = text;
      picture.append(label);
    };
    mark(first, 0, "start");
    if (last > first) mark(last, 224, "end");
    picture.append(G.svg("path", { d: "M0 32.5h224" }));
  };

  const build = () => {
    chips("types", counts.types, G.icon, G.typeName);
    const manner = (key) => G.named("modalityNames", key) || key;
    chips("modalities", counts.modalities.filter(([key]) => !statuses.has(key)), G.line, manner);
    chips("statuses", counts.modalities.filter(([key]) => statuses.has(key)), G.line, manner, "modalities");
    chips("predicates", counts.predicates, null, (key) => (key === UNRELATED ? t("unrelated") : G.named("termNames", key) || overview.labels[key] || key));
    mark();
    at("conflicts").hidden = !data.conflicts.length;
    at("with-weighed").hidden = !overview.weighed;
    at("conflicts-line").replaceChildren(G.conflictLine());
    at("jurisdictions").hidden = !counts.jurisdictions.length;
    at("jurisdiction").replaceChildren(el("option", { value: "" }, t("anyJurisdiction")),
      ...counts.jurisdictions.map((name) => el("option", { value: name }, name.slice(0, 60))));
    at("jurisdiction").value = state.jurisdiction;
    histogram();
  };

  const on = (id, type, action) => at(id).addEventListener(type, (event) => { action(event.target); apply(type !== "input"); });
  on("since", "change", (field) => { state.since = field.value; histogram(); });
  on("until", "change", (field) => { state.until = field.value; histogram(); });
  on("undated", "change", (field) => { state.undated = field.checked; });
  on("confidence", "input", (field) => { state.confidence = +field.value; });
  on("confidence", "change", (field) => { state.confidence = +field.value; });
  // What is left are a few, anywhere in the picture.
  at("conflicts-only").addEventListener("change", (event) => { state.conflicts = event.target.checked; apply(); G.picture.fit(); });
  G.onlyConflicts = () => state.conflicts;
  on("weighed", "change", (field) => { state.weighed = field.checked; });
  on("jurisdiction", "change", (field) => { state.jurisdiction = field.value; });
  on("predicates-all", "click", () => { state.predicates.clear(); build(); });
  on("predicates-none", "click", () => { state.predicates = new Set(counts.predicates.map(([key]) => key)); build(); });
  at("reset").addEventListener("click", () => {
    const focused = state.focus;
    G.resetFilters();
    if (focused) G.picture.fit();
    G.redraw();
    G.retell();
    G.remember();
  });
  const setControls = () => {
    at("since").value = state.since;
    at("until").value = state.until;
    at("undated").checked = state.undated;
    at("confidence").value = state.confidence;
    at("conflicts-only").checked = state.conflicts;
    at("weighed").checked = state.weighed;
    G.buildFilters();
  };
  // Where everything stands below one another they are folded above the picture.
  const narrow = window.matchMedia("(max-width: 820px)");
  const fold = () => { at("filters").firstElementChild.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();
  G.resetFilters = () => { atRest(); decide(); setControls(); };
  G.buildFilters = () => { build(); tell(); };

  // What differs from a page at rest, as it stands in an address; and back. Words that the page does not know are left out.
  const HIDDEN = { types: "hide-types", predicates: "hide-predicates", modalities: "hide-modalities" };
  G.filterWords = () => [
    ...Object.entries(HIDDEN).map(([name, key]) => [key, [...state[name]]]),
    ["since", [state.since]], ["until", [state.until]], ["undated", [state.undated ? "" : "no"]],
    ["confidence", [state.confidence ? String(state.confidence) : ""]], ["land", [state.jurisdiction]],
    ["conflicts", [state.conflicts ? "only" : ""]], ["weighed", [state.weighed ? "" : "no"]],
    ...(state.focus ? [["focus", [state.focus.iri]], ["depth", [String(state.depth)]]] : []),
  ].filter(([, values]) => values.some(Boolean));
  G.setFilters = (words) => {
    const one = (key) => (words.get(key) || []).join(",");
    const day = (key) => (/^\d{4}-\d\d-\d\d$/.test(one(key)) ? one(key) : "");
    atRest();
    for (const [name, key] of Object.entries(HIDDEN)) {
      const asked = words.get(key) || [];
      state[name] = new Set(counts[name].map(([known]) => known).filter((known) => asked.includes(known)));
    }
    Object.assign(state, {
      since: day("since"), until: day("until"), undated: one("undated") !== "no", conflicts: one("conflicts") === "only", weighed: one("weighed") !== "no",
      confidence: Math.max(0, Math.min(1, +one("confidence") || 0)),
      jurisdiction: counts.jurisdictions.includes(one("land")) ? one("land") : "",
      focus: (words.has("focus") && G.byIri.n.get(one("focus"))) || null, depth: Math.max(1, Math.min(G.DEPTHS.length, Math.trunc(+one("depth")) || 1)),
    });
    decide();
    setControls();
  };
})(window.govgraph);
