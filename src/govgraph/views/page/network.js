// The picture: vis-network on given positions, what is chosen in it, search, keys, languages and themes.
"use strict";
((G) => {
  const { data, drawn, t, el } = G;
  const at = (id) => document.getElementById(id);
  const stage = at("network");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  // More names of relations than this around one node would hide each other.
  const LABELLED = 40;
  // Room kept free around a name, in pixels.
  const AIR = 10;
  let theme = G.themeNow();
  let chosen = { kind: null, item: null };

  const alpha = (colour, share) => colour + Math.round(share * 255).toString(16).padStart(2, "0");
  const many = Math.max(0, Math.log10(data.edges.length / 150));
  const edgeShare = Math.max(0.3, 0.8 - many * 0.3);
  const nodeLook = (node, dim) => {
    const look = G.appearance.types[node.type];
    const colour = theme.types[node.type];
    const fill = look.hollow ? theme.paper : colour;
    const strong = { background: fill, border: theme.accent };
    return {
      id: node.id, hidden: !G.isShown(node), shape: look.shape, opacity: dim ? 0.28 : 1,
      size: drawn.nodes[node.id].size * look.scale, borderWidth: look.hollow ? 2.5 : 1,
      color: { background: fill, border: colour, highlight: strong, hover: strong },
    };
  };
  const edgeLook = (edge, dim, lit) => {
    const faded = (G.appearance.modalities[edge.modality] || {}).faded;
    const weight = Math.min(2, 0.35 * Math.max(0, edge.evidence.length - 1));
    const against = edge.conflicts.length > 0;
    const share = dim ? edgeShare * 0.3 : lit || against ? 1 : edgeShare * (faded ? 0.45 : 1);
    return {
      id: edge.id, hidden: !G.isVisible(edge), width: 1.6 + weight + (lit ? 0.8 : 0),
      color: { color: against ? theme.conflict : lit ? theme.accent : theme.edge, highlight: theme.accent, hover: theme.accent, opacity: share },
    };
  };
  const unruly = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g;
  const short = (text, longest) => {
    const plain = text.slice(0, 400).replace(unruly, " ").trim();
    return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
  };

  // The look of everything now. What is not beside the chosen node or edge steps back.
  let near = null, lit = new Set();
  const looks = () => {
    const nearNodes = new Set(), litEdges = new Set();
    if (chosen.kind === "n") {
      nearNodes.add(chosen.item.id);
      for (const edge of chosen.item.edges) {
        if (!G.isVisible(edge)) continue;
        litEdges.add(edge.id);
        nearNodes.add(edge.from).add(edge.to);
      }
    } else if (chosen.kind === "e") {
      litEdges.add(chosen.item.id);
      nearNodes.add(chosen.item.from).add(chosen.item.to);
    }
    const some = chosen.kind !== null;
    near = some ? nearNodes : null;
    lit = litEdges;
    return {
      nodes: data.nodes.map((node) => nodeLook(node, some && !nearNodes.has(node.id))),
      edges: data.edges.map((edge) => edgeLook(edge, some && !litEdges.has(edge.id), litEdges.has(edge.id))),
    };
  };
  let last = { nodes: [], edges: [] };
  const changed = (kind, now) => {
    const texts = now.map((look) => JSON.stringify(look));
    const different = now.filter((look, index) => texts[index] !== last[kind][index]);
    last[kind] = texts;
    return different;
  };
  const first = (() => {
    const now = looks();
    changed("nodes", now.nodes);
    changed("edges", now.edges);
    return {
      nodes: drawn.nodes.map((node, id) => ({ id, x: node.x, y: node.y, ...now.nodes[id] })),
      edges: drawn.edges.map((edge, id) => ({ ...edge, ...now.edges[id] })),
    };
  })();
  const nodes = new vis.DataSet(first.nodes);
  const edges = new vis.DataSet(first.edges);
  const network = new vis.Network(stage, { nodes, edges }, drawn.options);
  const canvas = stage.querySelector("canvas");
  canvas.setAttribute("role", "img");

  G.redraw = () => {
    const now = looks();
    const changedNodes = changed("nodes", now.nodes), changedEdges = changed("edges", now.edges);
    if (changedNodes.length) nodes.update(changedNodes);
    if (changedEdges.length) edges.update(changedEdges);
    // vis-network forgets the selection of what is hidden.
    if (chosen.kind === "n" && G.isShown(chosen.item)) network.selectNodes([chosen.item.id], false);
    else if (chosen.kind === "e" && G.isVisible(chosen.item)) network.setSelection({ nodes: [], edges: [chosen.item.id] }, { highlightEdges: false });
    else network.unselectAll();
  };

  // Names are written by us, at one size on the screen however far the picture is zoomed: those of the best connected
  // first, and only where none covers another. vis-network would write all of them, or none.
  const byDegree = [...data.nodes].sort((a, b) => b.edges.length - a.edges.length || a.id - b.id);
  const hubs = new Set(byDegree.slice(0, 12 + Math.round(data.nodes.length / 40)));
  // Named even when they step back, so that one knows where one is.
  const landmarks = new Set(byDegree.slice(0, 14));
  const face = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  const widths = new Map();
  let written = [];
  const measured = (ctx, text, font) => {
    const key = `${font} ${text}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  };
  const meets = (box, boxes, air = 0) =>
    boxes.some((other) => box.left - air < other.right && box.right + air > other.left &&
      box.top - air / 2 < other.bottom && box.bottom + air / 2 > other.top);
  const write = (ctx, lines, x, top, font, height, colour) => {
    ctx.font = font;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = theme.paper;
    ctx.fillStyle = colour;
    lines.forEach((line, row) => {
      ctx.strokeText(line, x, top + row * height);
      ctx.fillText(line, x, top + row * height);
    });
  };
  const writeNames = (ctx) => {
    const scale = network.getScale();
    const view = { left: -40, top: -30, right: stage.clientWidth + 40, bottom: stage.clientHeight + 10 };
    const places = new Map();
    const obstacles = [];
    for (const node of byDegree) {
      if (!G.isShown(node)) continue;
      const body = network.body.nodes[node.id];
      const spot = network.canvasToDOM({ x: body.x, y: body.y });
      if (spot.x < view.left || spot.x > view.right || spot.y < view.top || spot.y > view.bottom) continue;
      const radius = body.options.size * scale;
      places.set(node, { ...spot, radius });
      if (radius > 3 && (!near || near.has(node.id))) {
        obstacles.push({ left: spot.x - radius, right: spot.x + radius, top: spot.y - radius, bottom: spot.y + radius, node });
      }
    }
    const ratio = canvas.width / canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    written = [];
    const first = chosen.kind === "n" ? [chosen.item] : chosen.kind === "e" ? [data.nodes[chosen.item.from], data.nodes[chosen.item.to]] : [];
    const order = near ? [...first, ...byDegree.filter((node) => near.has(node.id)), ...landmarks] : byDegree;
    for (const node of new Set(order)) {
      const place = places.get(node);
      const aside = near !== null && !near.has(node.id);
      if (!place || (aside && !landmarks.has(node))) continue;
      const important = Math.min(1, Math.log2(1 + node.edges.length) / 5);
      const pixels = Math.round(11 + 3.5 * important + Math.min(2, Math.max(0, scale - 1) * 2));
      const font = `${node.edges.length > 7 || first.includes(node) ? "600 " : ""}${pixels}px ${face}`;
      const height = Math.round(pixels * 1.2);
      const lines = node.short;
      const half = Math.max(...lines.map((line) => measured(ctx, line, font))) / 2 + 2;
      const tall = lines.length * height;
      const beside = place.radius + 4;
      // Beneath its node if there is room, else above, to the right or to the left; hubs may cover other nodes.
      const spots = [
        [place.x, place.y + beside - 1], [place.x, place.y - beside - tall],
        [place.x + beside + half, place.y - tall / 2], [place.x - beside - half, place.y - tall / 2],
      ].map(([x, top]) => {
        const inside = Math.max(half + 4, Math.min(x, stage.clientWidth - half - 4));
        return { left: inside - half, right: inside + half, top: top - 1, bottom: top + tall, x: inside, node };
      });
      const others = obstacles.filter((other) => other.node !== node);
      const box = spots.find((spot) => !meets(spot, written, AIR) && !meets(spot, others)) ||
        (hubs.has(node) && spots.find((spot) => !meets(spot, written, 2))) || (first.includes(node) && spots[0]);
      if (!box) continue;
      written.push(box);
      write(ctx, lines, box.x, box.top + 1, font, height, aside ? theme.faint : theme.text);
    }
    if (chosen.kind && lit.size <= LABELLED) {
      const font = `500 11px ${face}`;
      for (const id of lit) {
        const text = short(G.edgeName(data.edges[id]), 36);
        const half = measured(ctx, text, font) / 2 + 3;
        const boxes = [[0.5, 0], [0.4, 0], [0.6, 0], [0.5, -15], [0.5, 15], [0.5, -30], [0.5, 30]].map(([share, up]) => {
          const spot = middleOf(data.edges[id], share);
          return { left: spot.x - half, right: spot.x + half, top: spot.y + up - 7, bottom: spot.y + up + 7, edge: id };
        });
        const box = boxes.find((one) => !meets(one, written));
        if (!box) continue;
        written.push(box);
        write(ctx, [text], box.left + half, box.top + 1, font, 12, theme.accent);
      }
    }
    ctx.restore();
  };
  // A spot on an edge, in pixels of the stage; 0.5 is its middle.
  const middleOf = (edge, share = 0.5) => {
    const shape = network.body.edges[edge.id].edgeType;
    if (edge.from !== edge.to) return network.canvasToDOM(shape.getPoint(share));
    const [x, y, radius] = shape._getCircleData();
    const turn = share * 2 * Math.PI;
    return network.canvasToDOM({ x: x + radius * Math.cos(turn), y: y + radius * Math.sin(turn) });
  };
  network.on("afterDrawing", writeNames);
  const labelAt = (spot) =>
    written.find((box) => spot.x >= box.left && spot.x <= box.right && spot.y >= box.top && spot.y <= box.bottom);

  const animation = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
  const fit = (animated = true) => {
    const shown = data.nodes.filter(G.isShown).map((node) => node.id);
    if (shown.length) network.fit({ nodes: shown, maxZoomLevel: 1.25, animation: animated ? animation() : false });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });
  const lookAt = (kind, item) => {
    if (kind === "n") network.focus(item.id, { scale: Math.max(network.getScale(), 0.85), animation: animation() });
    else network.fit({ nodes: [item.from, item.to], maxZoomLevel: 1.1, minZoomLevel: 0.3, animation: animation() });
  };

  // What is chosen stands in the address, so that a link leads back to it and the browser's own keys go back.
  const addressOf = (kind, item) => (kind ? `#${kind}=${encodeURIComponent(item.iri)}` : "#");
  const render = (kind, item) => {
    chosen = { kind, item };
    G.redraw();
    G.show(kind, item);
  };
  const choose = (kind = null, item = null, move = true) => {
    if (kind === "n" && !G.isShown(item)) G.resetFilters();
    if (kind === "e" && !G.isVisible(item)) G.resetFilters();
    render(kind, item);
    if (kind && move) lookAt(kind, item);
    if (location.hash !== addressOf(kind, item) && (kind || location.hash)) history.pushState(null, "", addressOf(kind, item));
  };
  G.choose = choose;
  const fromAddress = () => {
    const asked = /^#([ne])=(.+)$/.exec(location.hash);
    let item = null;
    try {
      item = asked && G.byIri[asked[1]].get(decodeURIComponent(asked[2]));
    } catch {
      item = null;
    }
    if (item) choose(asked[1], item);
    else render(null, null);
  };
  window.addEventListener("popstate", fromAddress);

  // What lies at a spot of the stage: a node, else a name written there, else an edge.
  const under = (spot) => {
    const node = network.getNodeAt(spot);
    if (node !== undefined) return ["n", data.nodes[node]];
    const label = labelAt(spot);
    if (label) return label.node ? ["n", label.node] : ["e", data.edges[label.edge]];
    const edge = network.getEdgeAt(spot);
    return edge !== undefined ? ["e", data.edges[edge]] : [null, null];
  };
  network.on("click", (event) => {
    hideTip();
    const [kind, item] = under(event.pointer.DOM);
    if (kind || chosen.kind) choose(kind, item, false);
  });

  const tip = at("tip");
  const hideTip = () => { tip.hidden = true; };
  const showTip = (text, pointer) => {
    tip.textContent = short(text, 160);
    tip.hidden = false;
    tip.style.left = `${Math.max(8, Math.min(pointer.x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(8, Math.min(pointer.y + 16, stage.clientHeight - tip.offsetHeight - 8))}px`;
  };
  const edgeText = (edge) => `${short(data.nodes[edge.from].name, 48)} – ${G.edgeName(edge)} → ${short(data.nodes[edge.to].name, 48)}`;
  network.on("hoverNode", (event) => { stage.classList.add("over"); showTip(data.nodes[event.node].name, event.pointer.DOM); });
  network.on("hoverEdge", (event) => { stage.classList.add("over"); showTip(edgeText(data.edges[event.edge]), event.pointer.DOM); });
  for (const gone of ["blurNode", "blurEdge"]) network.on(gone, () => { stage.classList.remove("over"); hideTip(); });
  for (const gone of ["dragStart", "zoom"]) network.on(gone, hideTip);

  // Search: names and aliases, without marks and case; what begins with the words comes first.
  const search = at("search"), hits = at("hits");
  const index = data.nodes.map((node) => ({ node, forms: [node.name, ...node.aliases].map((form) => [G.fold(form.slice(0, 300)), form]) }));
  let found = [], active = -1;
  const grade = (form, words) => {
    if (form === words) return 0;
    if (form.startsWith(words)) return 1;
    const inside = form.indexOf(words);
    if (inside < 0) return words.split(/\s+/).every((word) => form.includes(word)) ? 4 : 9;
    for (let spot = inside; spot >= 0; spot = form.indexOf(words, spot + 1)) {
      if (!/[\p{L}\p{N}]/u.test(form[spot - 1])) return 2;
    }
    return 3;
  };
  const find = (text) => {
    const words = G.fold(text.trim());
    if (!words) return [];
    return index.map(({ node, forms }) => {
      const graded = forms.map(([folded, form], place) => [grade(folded, words) + (place ? 0.5 : 0), form]).sort((a, b) => a[0] - b[0]);
      return { node, grade: graded[0][0], form: graded[0][1] };
    }).filter((hit) => hit.grade < 9).sort((a, b) => a.grade - b.grade || b.node.edges.length - a.node.edges.length || a.node.id - b.node.id).slice(0, 9);
  };
  const closeHits = () => {
    hits.hidden = true;
    active = -1;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  };
  const take = (hit) => {
    closeHits();
    search.value = short(hit.node.name, 120);
    search.blur();
    choose("n", hit.node);
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
    found = find(search.value);
    if (!search.value.trim()) return closeHits();
    hits.replaceChildren(...(found.length ? found.map((hit, place) => el("li", {
      id: `hit-${place}`, role: "option", onmousedown: (event) => { event.preventDefault(); take(hit); },
    }, G.icon(hit.node.type), el("span", { class: "name" }, G.bdi(short(hit.node.name, 90))),
    hit.form !== hit.node.name ? el("span", { class: "alias" }, G.bdi(short(hit.form, 50))) : null,
    G.isShown(hit.node) ? null : el("span", { class: "alias" }, t("hiddenHit")))) : [el("li", { class: "none" }, t("noHit"))]));
    hits.hidden = false;
    search.setAttribute("aria-expanded", "true");
    point(0);
  };
  search.addEventListener("input", suggest);
  search.addEventListener("focus", () => { search.select(); if (search.value && !chosen.kind) suggest(); });
  search.addEventListener("blur", closeHits);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active - 1);
    else if (event.key === "Enter" && found[active] && !hits.hidden) take(found[active]);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "/" && !(typing && event.target === search) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      search.value = "";
      closeHits();
      search.blur();
      hideTip();
      choose();
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
    canvas.setAttribute("aria-label", `${title}: ${parts.join(", ")}`);
    for (const [id, key] of [["zoom-in", "zoomIn"], ["zoom-out", "zoomOut"], ["fit", "fit"]]) {
      at(id).title = t(key);
      at(id).setAttribute("aria-label", t(key));
    }
    at("language").textContent = t("switch");
    at("language").lang = G.lang === "de" ? "en" : "de";
    G.buildFilters();
    G.show(chosen.kind, chosen.item);
  };
  at("language").addEventListener("click", () => { G.lang = G.lang === "de" ? "en" : "de"; speak(); });
  at("zoom-in").addEventListener("click", () => zoom(1.4));
  at("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  at("fit").addEventListener("click", () => fit());

  const paint = (printing) => { theme = G.themeNow(printing); G.redraw(); network.redraw(); };
  G.dark.addEventListener("change", () => paint(false));
  window.addEventListener("beforeprint", () => paint(true));
  window.addEventListener("afterprint", () => paint(false));

  speak();
  fit(false);
  fromAddress();

  // For tests and for scripts of the reader: where something can be clicked now, in coordinates of the window.
  const inWindow = (spot) => {
    const box = stage.getBoundingClientRect();
    return { x: box.left + spot.x, y: box.top + spot.y };
  };
  const edgeOf = (id) => (typeof id === "number" ? data.edges[id] : G.byIri.e.get(id));
  const nodeOf = (id) => (typeof id === "number" ? data.nodes[id] : G.byIri.n.get(id));
  // As near to the middle as nothing else lies above it.
  G.edgePosition = (id) => {
    const edge = edgeOf(id);
    const shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];
    const free = shares.map((share) => middleOf(edge, share)).find((spot) => under(spot)[1] === edge);
    return inWindow(free || middleOf(edge));
  };
  G.nodePosition = (id) => inWindow(network.canvasToDOM(network.getPosition(nodeOf(id).id)));
  G.visible = () => ({
    nodes: data.nodes.filter((node) => !nodes.get(node.id).hidden).map((node) => node.iri),
    edges: data.edges.filter((edge) => !edges.get(edge.id).hidden).map((edge) => edge.iri),
  });
  G.network = network;
  G.ready = true;
})(window.govgraph);
