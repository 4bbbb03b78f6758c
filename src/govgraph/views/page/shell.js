// What every picture of a graph has around it: what is chosen, its address, search, keys, languages and themes.
"use strict";
((G) => {
  const { data, picture, t, el, short } = G;
  const at = (id) => document.getElementById(id);
  const stage = at("network");
  // What is chosen, filtered and focused stands in the address, so that a link leads back to it and the browser's own
  // keys go back. `#n=IRI&focus=IRI&depth=2&hide-types=Law,Event&lang=en`: words with one value or several.
  const encode = (value) => encodeURIComponent(value).replace(/%(3A|2F)/g, decodeURIComponent);
  const addressNow = () => {
    const { kind, item } = G.chosen;
    const words = [...(kind ? [[kind, kind === "r" ? item.iri.split(",") : [item.iri]]] : []), ...G.filterWords(), ...(picture.words ? picture.words() : [])];
    if (G.lang !== data.lang) words.push(["lang", [G.lang]]);
    return `#${words.map(([word, values]) => `${word}=${values.map(encode).join(",")}`).join("&")}`;
  };
  const wordsOf = (address) => {
    const words = new Map();
    for (const part of address.slice(1).split("&")) {
      const [, word, value] = /^([\w-]+)=(.*)$/.exec(part) || [];
      try {
        if (word) words.set(word, value.split(",").map(decodeURIComponent));
      } catch {
        // Broken off in the middle of a letter: as if it were not there.
      }
    }
    return words;
  };
  let address = null;
  G.remember = (instead = false) => {
    if (address === null || addressNow() === address) return;
    address = addressNow();
    history[instead ? "replaceState" : "pushState"](null, "", address);
  };
  const render = (kind, item) => {
    G.chosen = { kind, item };
    G.redraw();
    G.show(kind, item);
  };
  const choose = (kind = null, item = null, move = true) => {
    if (kind === "n" && !G.isShown(item)) G.resetFilters();
    if (kind === "e" && !G.isVisible(item)) G.resetFilters();
    if (kind === "r" && !item.edges.some(G.isVisible)) G.resetFilters();
    render(kind, item);
    if (kind && move) picture.lookAt(kind, item);
    G.remember();
  };
  G.choose = choose;
  const fromAddress = () => {
    const words = wordsOf(location.hash), focused = G.focus()?.node;
    const kind = ["n", "e", "r"].find((word) => words.has(word) && G.byIri[word].has(words.get(word).join(","))) || null;
    G.chosen = { kind, item: kind && G.byIri[kind].get(words.get(kind).join(",")) };
    G.lang = Object.hasOwn(G.messages, (words.get("lang") || [])[0]) ? words.get("lang")[0] : data.lang;
    G.setFilters(words);
    if (picture.setWords) picture.setWords(words);
    speak();
    G.redraw();
    const first = address === null;
    address = addressNow();
    const focus = G.focus()?.node;
    if (first || focus !== focused) picture.fit(!first);
    if (kind && G.chosen.item !== focus) picture.lookAt(kind, G.chosen.item);
  };
  window.addEventListener("popstate", fromAddress);

  const tip = at("tip");
  const hideTip = () => { tip.hidden = true; };
  const showTip = (text, pointer) => {
    tip.textContent = short(text, 160);
    tip.hidden = false;
    tip.style.left = `${Math.max(8, Math.min(pointer.x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(8, Math.min(pointer.y + 16, stage.clientHeight - tip.offsetHeight - 8))}px`;
  };
  Object.assign(G, { showTip, hideTip });
  G.edgeText = (edge) => `${short(data.nodes[edge.from].name, 48)} – ${G.edgeName(edge)} → ${short(data.nodes[edge.to].name, 48)}`;
  // Search: names and aliases, without marks and case; what begins with the words comes first.
  const search = at("search"), hits = at("hits");
  let index = null;
  const indexed = () => (index ||= data.nodes.map((node) => ({ node, forms: [node.name, ...node.aliases].map((form) => [G.fold(form.slice(0, 300)), form]) })));
  let found = [], active = -1;
  // how little a name fits: 0 is the name itself, NONE not at all
  const NONE = 9;
  const grade = (form, words) => {
    if (form === words) return 0;
    if (form.startsWith(words)) return 1;
    const inside = form.indexOf(words);
    if (inside < 0) return words.split(/\s+/).every((word) => form.includes(word)) ? 4 : NONE;
    for (let spot = inside; spot >= 0; spot = form.indexOf(words, spot + 1)) {
      if (!/[\p{L}\p{N}]/u.test(form[spot - 1])) return 2;
    }
    return 3;
  };
  // As `govgraph find` does, what fits less is looked for only where nothing fits: first words in other forms, then words with
  // letters that are wrong, then names that have some of the words.
  const { formed, near } = window.govgraphLikeness;
  const loosely = (words) => (form) => Math.min(grade(form, words), grade(formed(form), formed(words)) + 0.25);
  const closely = (words) => (form) => (words.split(/\s+/).every((word) => near(form, word)) ? 5 : NONE);
  const partly = (words) => (form) => {
    const all = words.split(/\s+/);
    return NONE - all.filter((word) => word.length > 2 && grade(formed(form), formed(word)) < 3).length / all.length;
  };
  const find = (text) => {
    const words = G.fold(text.trim());
    if (!words) return { hits: [], exact: true };
    for (const measure of [loosely, closely, ...(/\s/.test(words) ? [partly] : [])]) {
      const hits = measured(measure(words));
      if (hits.length) return { hits, exact: measure === loosely };
    }
    return { hits: [], exact: true };
  };
  const measured = (measure) => {
    const hits = [];
    for (const { node, forms } of indexed()) {
      const hit = { node, grade: Infinity, form: "" };
      forms.forEach(([folded, form], place) => {
        const own = measure(folded), weighed = own + (place ? 0.5 : 0);
        if (own < NONE && weighed < hit.grade) Object.assign(hit, { grade: weighed, form });
      });
      if (hit.form) hits.push(hit);
    }
    return hits.sort((a, b) => a.grade - b.grade || b.node.edges.length - a.node.edges.length || a.node.id - b.node.id).slice(0, 9);
  };
  // Offices: all words name a role, or some do and the others its body, Land or holder.
  const offices = (text) => {
    const words = text.trim().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (const role of G.roleForms()) {
      const forms = [...role.forms].map(G.fold);
      const mine = words.filter((word) => forms.some((form) => word.length > 1 && grade(form, G.fold(word)) < 3)), rest = words.filter((word) => !mine.includes(word));
      const item = mine.length ? G.officesOf(role, rest) : null;
      if (item) found.push({ kind: "r", item, exact: forms.includes(G.fold(mine.join(" "))) ? 0 : 1, size: item.edges.length });
    }
    return found.sort((a, b) => a.exact - b.exact || b.size - a.size).slice(0, 4);
  };
  // Sentences that have all words, where no name has them.
  let quoted = null;
  const LETTERS = 3, SENTENCES = 6;
  const sentences = (text) => {
    const words = G.fold(text.trim()).split(/\s+/).filter(Boolean);
    if (text.trim().length < LETTERS) return [];
    quoted ||= data.edges.flatMap((edge) => edge.evidence.map((at) => [edge, data.quotes[at].text]));
    const found = new Map();
    for (const [edge, quote] of quoted) {
      if (found.size >= SENTENCES) break;
      if (!found.has(quote) && words.every((word) => G.fold(quote).includes(word))) found.set(quote, edge);
    }
    return [...found].map(([quote, edge]) => ({ kind: "e", item: edge, quote }));
  };
  const closeHits = () => {
    hits.hidden = true;
    active = -1;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  };
  const take = (hit) => {
    closeHits();
    search.value = hit.node ? short(hit.node.name, 120) : "";
    search.blur();
    if (hit.node) choose("n", hit.node);
    else choose(hit.kind, hit.item);
  };
  const point = (to) => {
    active = found.length ? (to + found.length) % found.length : -1;
    [...hits.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) {
      search.setAttribute("aria-activedescendant", `hit-${active}`);
      hits.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const suggest = () => {
    const { hits: names, exact } = find(search.value);
    const roles = offices(search.value), inText = !roles.length && (!exact || !names.length) ? sentences(search.value) : [];
    // names that are merely alike are told where nothing has the words themselves
    const near = exact ? names : roles.length || inText.length ? [] : names;
    found = [...roles, ...near.slice(0, 9), ...inText];
    if (!search.value.trim()) return closeHits();
    const note = exact || !near.length ? null : el("li", { class: "none" }, t("near"));
    hits.replaceChildren(...(found.length ? [...found.map((hit, place) => el("li", {
      id: `hit-${place}`, role: "option", onmousedown: (event) => { event.preventDefault(); take(hit); },
    }, hit.kind === "r" ? [el("span", { class: "name" }, G.bdi([hit.item.name, ...hit.item.words].join(" "))), el("span", { class: "alias" }, `${t("role")} · ${G.count(new Set(hit.item.edges.map((edge) => edge.from)).size, "holderCount")}`)]
      : hit.kind === "e" ? [el("span", { class: "name" }, G.bdi(short(hit.quote, 120))), el("span", { class: "alias" }, t("inSentence"))] : named(hit))), note].filter(Boolean) : [el("li", { class: "none" }, t("noHit")), el("li", { class: "none" }, t("noHitHint"))]));
    hits.hidden = false;
    search.setAttribute("aria-expanded", "true");
    point(0);
  };
  const named = (hit) => [G.icon(hit.node.type), el("span", { class: "name" }, G.bdi(short(hit.node.name, 90))),
    hit.form !== hit.node.name ? el("span", { class: "alias" }, G.bdi(short(hit.form, 50))) : null,
    hit.node.apart ? el("span", { class: "alias" }, G.bdi(short(hit.node.apart, 50))) : null,
    G.isShown(hit.node) ? null : el("span", { class: "alias" }, t("hiddenHit"))];
  search.addEventListener("input", suggest);
  search.addEventListener("focus", () => { search.select(); if (search.value && !G.chosen.kind) suggest(); });
  search.addEventListener("blur", closeHits);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active - 1);
    else if (event.key === "Enter" && found[active] && !hits.hidden) take(found[active]);
    else return;
    event.preventDefault();
  });
  // Keys that move the picture; arrows only where nothing else would take them.
  const STEP = 80;
  const moves = {
    "+": () => picture.zoom(1.4), "-": () => picture.zoom(1 / 1.4), 0: () => picture.fit(),
    ArrowLeft: () => picture.move(STEP, 0), ArrowRight: () => picture.move(-STEP, 0),
    ArrowUp: () => picture.move(0, STEP), ArrowDown: () => picture.move(0, -STEP),
  };
  // Within the picture arrows go from node to node, Enter to a line of it and on to its other end; from line to line arrows go too.
  const middle = () => {
    const box = stage.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const nearest = (node, across, down) => {
    const from = node ? G.nodePosition(node.id) : middle();
    let best = null, least = Infinity;
    for (const other of data.nodes) {
      if (other === node || !G.isShown(other)) continue;
      const spot = G.nodePosition(other.id), x = spot.x - from.x, y = spot.y - from.y;
      const ahead = x * across + y * down, aside = Math.abs(x * down) + Math.abs(y * across);
      const far = node ? ahead + 2 * aside : Math.hypot(x, y);
      if (far < least && (!node || (ahead > 0 && aside <= 2 * ahead))) [best, least] = [other, far];
    }
    return best;
  };
  // Whose lines the keys go through.
  let centre = null;
  const step = (kind, item) => {
    if (!item) return;
    G.chosen = { kind, item };
    const box = stage.getBoundingClientRect(), { x, y } = G.nodePosition((kind === "n" ? item : data.nodes[item.from]).id);
    render(kind, item);
    if (kind === "e" || x < box.left + STEP || x > box.right - STEP || y < box.top + STEP || y > box.bottom - STEP) picture.lookAt(kind, item);
    G.remember(true);
  };
  const lineOf = (node, from, by) => {
    const lines = node.edges.filter(G.isVisible);
    return lines[(lines.indexOf(from) + by + lines.length) % lines.length];
  };
  const goes = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  const go = (key) => {
    const { kind, item } = G.chosen, ends = kind === "e" ? [data.nodes[item.from], data.nodes[item.to]] : [];
    if (!ends.includes(centre)) centre = ends[0] || (kind === "n" ? item : null);
    if (key === "Enter" && kind === "n") step("e", lineOf(item, null, 1));
    else if (key === "Enter" && kind === "e") step("n", G.other(item, centre));
    else if (kind === "e") step("e", lineOf(centre, item, goes[key][0] + goes[key][1]));
    else if (key !== "Enter") step("n", nearest(kind === "n" ? item : null, ...goes[key]));
  };
  // Whoever came with the mouse moves the picture by arrows, wherever they pressed.
  let held = false, byKeys = false;
  stage.addEventListener("pointerdown", () => { held = true; byKeys = false; }, true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { held = false; }, true);
  stage.addEventListener("focus", () => { byKeys = !held; });
  stage.addEventListener("keydown", (event) => {
    if (!byKeys || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== "Enter" && !Object.hasOwn(goes, event.key)) return;
    event.preventDefault();
    go(event.key);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "/" && !(typing && event.target === search) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      // The last thing that was done is lifted first: what was typed or chosen, then the focus.
      const typed = event.target === search;
      search.value = "";
      closeHits();
      search.blur();
      hideTip();
      if (!G.chosen.kind && !typed && G.focus()) return G.focusOn(null);
      if (G.chosen.kind) picture.fit();
      choose();
    } else if ((event.target === document.body || (stage.contains(event.target) && (!byKeys || event.shiftKey || !Object.hasOwn(goes, event.key)))) && Object.hasOwn(moves, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      moves[event.key]();
    }
  });

  const speak = () => {
    document.documentElement.lang = G.lang;
    const title = data.title || t("title");
    document.title = title;
    at("title").textContent = title;
    const parts = [G.count(data.counts.nodes, "entity"), G.count(data.counts.edges, "statement"), G.count(data.articles.length, "article")];
    at("counts").textContent = [data.subtitle, ...parts].filter(Boolean).join(" · ");
    const cut = data.counts.allNodes > data.counts.nodes;
    at("notice").hidden = !cut;
    at("notice").textContent = cut ? t("shownPart", { shown: G.number(data.counts.nodes), all: G.number(data.counts.allNodes) }) : "";
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
    search.placeholder = t("search");
    search.setAttribute("aria-label", t("search"));
    picture.canvas.setAttribute("aria-label", `${title}: ${parts.join(", ")}`);
    stage.setAttribute("aria-label", t("stage"));
    for (const [id, key] of [["zoom-in", "zoomIn"], ["zoom-out", "zoomOut"], ["fit", "fit"]]) {
      at(id).title = t(key);
      at(id).setAttribute("aria-label", t(key));
    }
    at("language").textContent = t("switch");
    at("language").lang = G.lang === "de" ? "en" : "de";
    G.show(G.chosen.kind, G.chosen.item);
  };
  // For keys: past all filters, without a word of the address.
  at("skip").addEventListener("click", (event) => { event.preventDefault(); stage.focus(); });
  at("language").addEventListener("click", () => { G.lang = G.lang === "de" ? "en" : "de"; G.buildFilters(); speak(); G.redraw(); G.remember(); });
  at("zoom-in").addEventListener("click", () => picture.zoom(1.4));
  at("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.4));
  at("fit").addEventListener("click", () => picture.fit());

  G.dark.addEventListener("change", () => picture.paint());

  fromAddress();

  G.ready = true;
})(window.govgraph);
