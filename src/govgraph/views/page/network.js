// The picture: vis-network on given positions, and what is chosen in it.
"use strict";
((G) => {
  const { data, drawn } = G;
  const at = (id) => document.getElementById(id);
  const stage = at("network");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  // More names of relations than this around one node would hide each other.
  const LABELLED = 40;
  // Room kept free around a name, in pixels.
  const AIR = 10;
  // How much further from its node a name may stand where there is no room.
  const FAR = 14;
  // Where a name can stand, seen from its node: to the right and below are 1.
  const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]];
  let theme = G.themeNow();
  G.wear(theme.types);

  const alpha = (colour, share) => (share >= 1 ? colour : colour + Math.round(share * 255).toString(16).padStart(2, "0"));
  const many = Math.max(0, Math.log10(data.edges.length / 150));
  const edgeShare = Math.max(0.35, 0.85 - many * 0.25);
  // How much larger than near by nodes are drawn, so that they are seen from far away.
  let grown = 1;
  const nodeLook = (node, dim) => {
    const look = G.appearance.types[node.type];
    const colour = theme.types[node.type];
    const fill = look.hollow ? theme.paper : colour;
    const strong = { background: fill, border: theme.accent };
    return {
      id: node.id, hidden: !G.isShown(node), shape: look.shape, opacity: dim ? 0.28 : 1,
      size: drawn.nodes[node.id].size * look.scale * grown, borderWidth: look.hollow ? 2.5 : 0,
      color: { background: fill, border: colour, highlight: strong, hover: strong },
    };
  };
  const FADED = 0.45;
  // What contradicts is wider, and not in colour alone; dashes are those of what is planned.
  const AGAINST = 2;
  const edgeStyle = (edge, dim, lit) => {
    const faded = (G.appearance.modalities[edge.modality] || {}).faded;
    const weight = Math.min(2, 0.35 * Math.max(0, edge.evidence.length - 1));
    const against = edge.conflicts.length > 0;
    // What is over is paler also among what is chosen: how a statement holds is seen in either.
    const share = dim ? edgeShare * 0.3 : against ? 1 : (lit ? 1 : edgeShare) * (faded ? FADED : 1);
    return { width: 1.6 + weight + (lit ? 0.8 : 0) + (against ? AGAINST : 0), colour: against ? theme.conflict : lit ? theme.accent : theme.edge, share };
  };
  const edgeLook = (edge, dim, lit) => {
    const { width, colour, share } = edgeStyle(edge, dim, lit);
    const chosen = edgeStyle(edge, false, true);
    const strong = alpha(chosen.colour, chosen.share);
    return {
      id: edge.id, hidden: !G.isVisible(edge), width,
      // Transparency within the colour: vis-network would work it out anew for each edge in each frame.
      color: { color: alpha(colour, share), highlight: strong, hover: strong, opacity: 1 },
    };
  };
  // What is not beside the chosen node or edge steps back.
  let near = null, lit = new Set();
  const decideNear = () => {
    const { kind, item } = G.chosen;
    const edges = kind === "n" || kind === "r" ? item.edges.filter(G.isVisible) : kind === "e" ? [item] : [];
    lit = new Set(edges.map((edge) => edge.id));
    near = kind ? new Set([...(kind === "n" ? [item.id] : []), ...edges.flatMap((edge) => [edge.from, edge.to])]) : null;
  };
  // The looks that differ from those that vis-network was given last; it takes long to take one up.
  let shade = 0;
  const last = { nodes: [], edges: [] };
  const changes = () => {
    const found = { nodes: [], edges: [] };
    for (const node of data.nodes) {
      const dim = near !== null && !near.has(node.id);
      const key = shade * 4 + (G.isShown(node) ? 2 : 0) + (dim ? 1 : 0);
      if (last.nodes[node.id] !== key) found.nodes.push(nodeLook(node, dim));
      last.nodes[node.id] = key;
    }
    for (const edge of data.edges) {
      const bright = lit.has(edge.id), dim = near !== null && !bright;
      const key = shade * 8 + (G.isVisible(edge) ? 4 : 0) + (bright ? 2 : 0) + (dim ? 1 : 0);
      if (last.edges[edge.id] !== key) found.edges.push(edgeLook(edge, dim, bright));
      last.edges[edge.id] = key;
    }
    return found;
  };
  // A picture that finds no room is stretched to the shape of its frame as far as this: its nodes only move apart.
  const STRETCH = 1.7;
  const stretched = () => {
    const [wide, high] = ["x", "y"].map((axis) => {
      const all = drawn.nodes.map((node) => node[axis]);
      return all.reduce((a, b) => Math.max(a, b), -Infinity) - all.reduce((a, b) => Math.min(a, b), Infinity);
    });
    const { clientWidth: width, clientHeight: height } = stage;
    if (!(wide > width || high > height) || !wide || !high || !width || !height) return { x: 1, y: 1 };
    const by = wide / high / (width / height);
    return { x: Math.min(STRETCH, Math.max(1, 1 / by)), y: Math.min(STRETCH, Math.max(1, by)) };
  };
  const first = changes(), apart = stretched();
  const nodes = new vis.DataSet(drawn.nodes.map((node, id) => ({ x: node.x * apart.x, y: node.y * apart.y, ...first.nodes[id] })));
  const edges = new vis.DataSet(drawn.edges.map((edge, id) => ({ ...edge, ...first.edges[id] })));
  const network = new vis.Network(stage, {}, drawn.options);
  // What vis-network (9.1, as pyvis brings it) would do for thousands of nodes though nothing of it is seen. Names are
  // written by us: it need not find out their fonts, which takes longer than all the rest, nor draw them.
  const { renderer, nodesHandler, edgesHandler } = network;
  Object.getPrototypeOf(network.body.functions.createNode({ id: "none" }).labelModule).update = () => {};
  Object.assign(nodesHandler.options, { font: {}, icon: {}, imagePadding: {} });
  Object.assign(edgesHandler.options, { font: {} });
  const { _drawNodes: drawNodes, _drawArrows: drawArrows } = renderer;
  renderer._drawNodes = (...given) => { drawNodes.apply(renderer, given); return { drawExternalLabels: null }; };
  // Far away arrows are smaller than a pixel.
  renderer._drawArrows = (ctx) => { if (network.getScale() > 0.15) drawArrows.call(renderer, ctx); };
  // Taking up the data it would measure them to show them at once; that is done below, when all is known.
  renderer._resizeNodes = () => {};
  network.setData({ nodes, edges });
  delete renderer._resizeNodes;
  // Lines stay wide enough to be seen however far away they are, unless there are many.
  const THIN = Math.max(0.4, 1.2 - many * 0.5);
  let lineOf = Object.values(network.body.edges)[0]?.edgeType;
  while (lineOf && !Object.hasOwn(lineOf, "drawLine")) lineOf = Object.getPrototypeOf(lineOf);
  if (lineOf) {
    const { drawLine } = lineOf;
    lineOf.drawLine = function (ctx, look, ...given) {
      return drawLine.call(this, ctx, { ...look, width: Math.max(look.width, THIN / network.getScale()) }, ...given);
    };
  }
  // Nodes shrink with the picture by the root alone, until they would lie over one another.
  const LARGEST = 2.1;
  const grow = () => {
    const by = Math.min(LARGEST, Math.max(1, 1 / Math.sqrt(network.getScale())));
    if (Math.abs(by / grown - 1) < 0.02) return;
    for (const node of data.nodes) {
      const body = network.body.nodes[node.id];
      body.options.size *= by / grown;
      body.shape.refreshNeeded = true;
    }
    grown = by;
  };
  network.on("beforeDrawing", grow);
  const canvas = stage.querySelector("canvas");
  canvas.setAttribute("role", "img");
  // The stage takes the keys, not the frame that vis-network puts into it.
  stage.firstElementChild.tabIndex = -1;

  G.redraw = () => {
    decideNear();
    const now = changes();
    if (now.nodes.length) nodes.update(now.nodes);
    if (now.edges.length) edges.update(now.edges);
    // vis-network forgets the selection of what is hidden. Its own methods would draw at once; the next frame is enough.
    const { kind, item } = G.chosen;
    network.selectionHandler.setSelection({
      nodes: kind === "n" && G.isShown(item) ? [item.id] : [], edges: kind === "e" && G.isVisible(item) ? [item.id] : [],
    }, { highlightEdges: false });
    network.body.emitter.emit("_requestRedraw");
  };

  // Names are written by us, at one size on the screen however far the picture is zoomed: those of the best connected
  // first, and only where none covers another. vis-network would write all of them, or none.
  const byDegree = [...data.nodes].sort((a, b) => b.edges.length - a.edges.length || a.id - b.id);
  const hubs = new Set(byDegree.slice(0, 12 + Math.round(data.nodes.length / 40)));
  // Named even when they step back, so that one knows where one is.
  const landmarks = new Set(byDegree.slice(0, 14));
  let written = [];
  const touch = (box, other, air = 0) => box.left - air < other.right && box.right + air > other.left &&
    box.top - air / 2 < other.bottom && box.bottom + air / 2 > other.top;
  const meets = (box, boxes, air = 0) => boxes.some((other) => touch(box, other, air));
  // How much of nodes a name would cover: one hub counts as more than all others, its own as more than all hubs.
  const HUB = 1000, OWN = 1e6;
  const covered = (box, nodes, enough) => {
    let sum = 0;
    for (const other of nodes) {
      if (touch(box, other)) sum += other.node === box.node ? OWN : hubs.has(other.node) ? HUB : 1;
      if (sum >= enough) break;
    }
    return sum;
  };
  // The shortest that a thing is called: an abbreviation that is much shorter than its name, else how that begins.
  const BRIEF = 0.5;
  const abbreviated = (node) => {
    const known = node.aliases.filter((alias) => alias.length <= BRIEF * node.name.length && /^[\p{L}\p{N}.-]{2,12}$/u.test(alias) && /\p{Lu}.*\p{Lu}/u.test(alias));
    return known.sort((a, b) => a.length - b.length)[0] || (node.short.length > 1 ? `${node.short[0]} …` : node.short[0]);
  };
  const crowded = data.nodes.length > 500;
  // Names of relations stand beside their lines, whose dashes stay in sight: near the middle, on the upper side first, and
  // on no name, node or other line that is chosen. What finds no room is told by the panel and under the mouse.
  const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7];
  const layRelations = (names, obstacles) => {
    const font = G.fontOf(11, false), taken = [...names], found = [];
    const ways = new Map([...lit].map((id) => [id, Array.from({ length: 31 }, (_, at) => middleOf(data.edges[id], at / 30))]));
    const clear = (box, id) => !meets(box, taken, 4) && !meets(box, obstacles) && [...ways].every(([other, way]) => other === id ||
      way.every(({ x, y }) => x < box.left || x > box.right || y < box.top || y > box.bottom));
    for (const [id, way] of ways) {
      const text = G.short(G.edgeName(data.edges[id]), 36);
      const half = G.textWidth(text, font) / 2 + 2;
      const beside = (share, side) => {
        const at = Math.round(share * 30), [before, after] = [way[at - 1], way[at + 1]];
        const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
        const turn = after.x < before.x ? -side : side;
        const across = (turn * (after.y - before.y)) / length, down = (turn * (before.x - after.x)) / length;
        const off = Math.abs(across) * half + Math.abs(down) * 7 + 3;
        const x = way[at].x + across * off, y = way[at].y + down * off;
        return { left: x - half, right: x + half, top: y - 7, bottom: y + 7, x, edge: id };
      };
      const spots = SPOTS.flatMap((share) => [beside(share, 1), beside(share, -1)]);
      const box = spots.find((one) => clear(one, id)) || (G.chosen.kind === "e" && spots.find((one) => !meets(one, taken)));
      if (!box) continue;
      taken.push(box);
      found.push({ ...box, lines: [text], size: 11, bold: false, height: 12, tone: "accent" });
    }
    return found;
  };
  // Where names belong now: boxes in pixels of the stage, each with its lines and how they are written.
  const layNames = () => {
    const scale = network.getScale();
    const width = stage.clientWidth;
    const view = { left: -40, top: -30, right: width + 40, bottom: stage.clientHeight + 10 };
    const places = new Map();
    const obstacles = [];
    for (const node of byDegree) {
      if (!G.isShown(node)) continue;
      const body = network.body.nodes[node.id];
      const spot = network.canvasToDOM({ x: body.x, y: body.y });
      if (spot.x < view.left || spot.x > view.right || spot.y < view.top || spot.y > view.bottom) continue;
      const radius = body.options.size * scale;
      places.set(node, { ...spot, radius });
      if ((radius > 3 || !crowded) && (!near || near.has(node.id))) {
        obstacles.push({ left: spot.x - radius, right: spot.x + radius, top: spot.y - radius, bottom: spot.y + radius, node });
      }
    }
    const over = G.corners();
    const boxes = [];
    const first = G.chosen.kind === "n" ? [G.chosen.item] : G.chosen.kind === "e" ? [data.nodes[G.chosen.item.from], data.nodes[G.chosen.item.to]] : [];
    const order = near ? [...first, ...byDegree.filter((node) => near.has(node.id)), ...landmarks] : byDegree;
    for (const node of new Set(order)) {
      const place = places.get(node);
      const aside = near !== null && !near.has(node.id);
      if (!place || (aside && !landmarks.has(node))) continue;
      const important = Math.min(1, Math.log2(1 + node.edges.length) / 5);
      const size = Math.round(11 + 3.5 * important + Math.min(2, Math.max(0, scale - 1) * 2));
      const bold = node.edges.length > 7 || first.includes(node);
      const height = Math.round(size * 1.2);
      const font = G.fontOf(size, bold);
      // Beneath its node if there is room, else above, to the right or left, else at a corner; `off` pixels further away.
      const spotAt = ([across, down], lines, off = 0) => {
        const half = Math.max(...lines.map((line) => G.textWidth(line, font))) / 2 + 2;
        const tall = lines.length * height;
        const beside = place.radius + 4 + off;
        const x = place.x + across * (down ? half - 6 : beside + half);
        const top = place.y + (down > 0 ? beside - 1 : down < 0 ? -beside - tall : -tall / 2);
        const inside = Math.max(half + 4, Math.min(x, width - half - 4));
        return { left: inside - half, right: inside + half, top: top - 1, bottom: top + tall, x: inside, node, lines };
      };
      // The spot on which it covers no name, and least of nodes: none, unless it may cover some.
      const free = (lines, { air = 2, most = 0, off = 0 }) => {
        let best = null, least = most + 1;
        for (const side of SIDES) {
          const spot = spotAt(side, lines, off);
          if (meets(spot, boxes, air) || meets(spot, over)) continue;
          const covers = covered(spot, obstacles, least);
          if (covers < least) [best, least] = [spot, covers];
          if (!least) break;
        }
        return best;
      };
      // What is well connected is named nearly everywhere: closer to other names, shorter, further away; the best
      // connected over nodes that are not.
      const pressed = () => {
        const brief = [abbreviated(node)];
        return free(node.short, {}) || free(node.short, { off: FAR }) || free(brief, {}) || free(brief, { off: FAR }) || (bold && free(brief, { most: HUB - 1 }));
      };
      const box = free(node.short, { air: AIR }) || (hubs.has(node) && pressed()) ||
        (first.includes(node) && (free(node.short, { most: OWN - 1 }) || spotAt(SIDES[0], node.short)));
      if (box) boxes.push({ ...box, size, bold, height, tone: aside ? "faint" : "text" });
    }
    if (G.chosen.kind && lit.size <= LABELLED) boxes.push(...layRelations(boxes, [...over, ...obstacles]));
    return boxes;
  };
  // While the hand moves the picture, names move with it; their places are found anew when it rests.
  let moving = false, laidAt = { x: 0, y: 0 };
  const writeNames = (ctx) => {
    const origin = network.canvasToDOM({ x: 0, y: 0 });
    if (!moving) {
      written = layNames();
      laidAt = origin;
    }
    const ratio = canvas.width / canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, (origin.x - laidAt.x) * ratio, (origin.y - laidAt.y) * ratio);
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = theme.paper;
    for (const { lines, x, top, size, bold, height, tone } of written) {
      ctx.font = G.fontOf(size, bold);
      ctx.fillStyle = theme[tone];
      lines.forEach((line, row) => {
        ctx.strokeText(line, x, top + 1 + row * height);
        ctx.fillText(line, x, top + 1 + row * height);
      });
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
  // vis-network learns of a new size of the window a frame later, and would then move what was fitted to the old one.
  const measure = () => { if (network.canvas.setSize()) network.body.emitter.emit("_requestRedraw"); };
  // By nodes as large as they are near by: how they are drawn depends on what is fitted here.
  const MARGIN = 1.1;
  // With more neighbours than this the picture would go too far away for their names.
  const BESIDE = 60;
  const fit = (animated = true) => {
    measure();
    fitted(data.nodes.filter(G.isShown).map((node) => node.id), animated);
  };
  const fitted = (shown, animated = true) => {
    if (!shown.length || !stage.clientWidth || !stage.clientHeight) return;
    const ends = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
    for (const id of shown) {
      const body = network.body.nodes[id], { size } = drawn.nodes[id];
      for (const axis of ["x", "y"]) ends[axis] = [Math.min(ends[axis][0], body[axis] - size), Math.max(ends[axis][1], body[axis] + size)];
    }
    const [wide, high] = [ends.x, ends.y].map(([from, to]) => (to - from) * MARGIN);
    network.moveTo({
      position: { x: (ends.x[0] + ends.x[1]) / 2, y: (ends.y[0] + ends.y[1]) / 2 },
      scale: Math.min(1.25, stage.clientWidth / wide, stage.clientHeight / high), animation: animated ? animation() : false,
    });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });
  const move = (x, y) => network.moveTo({ offset: { x, y } });
  const lookAt = (kind, item) => {
    measure();
    // With what it is connected to, where that is few enough to be read at once.
    const beside = kind === "e" ? [] : [...new Set(item.edges.filter(G.isVisible).flatMap((edge) => [edge.from, edge.to]))];
    if (kind === "n" && (beside.length > BESIDE || beside.length < 2)) network.focus(item.id, { scale: Math.max(network.getScale(), 0.85), animation: animation() });
    else if (kind !== "e") fitted(beside);
    else network.fit({ nodes: [item.from, item.to], maxZoomLevel: 1.1, minZoomLevel: 0.3, animation: animation() });
  };

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
    G.hideTip();
    const [kind, item] = under(event.pointer.DOM);
    if (kind || G.chosen.kind) G.choose(kind, item, false);
  });

  network.on("hoverNode", (event) => { stage.classList.add("over"); G.showTip(data.nodes[event.node].name, event.pointer.DOM); });
  network.on("hoverEdge", (event) => { stage.classList.add("over"); G.showTip(G.edgeText(data.edges[event.edge]), event.pointer.DOM); });
  for (const gone of ["blurNode", "blurEdge"]) network.on(gone, () => { stage.classList.remove("over"); G.hideTip(); });
  // A name that is drawn short is told in full.
  stage.addEventListener("mousemove", (event) => {
    if (event.buttons || stage.classList.contains("over")) return;
    const box = stage.getBoundingClientRect(), spot = { x: event.clientX - box.left, y: event.clientY - box.top };
    const label = labelAt(spot);
    if (label) G.showTip(label.node ? label.node.name : G.edgeText(data.edges[label.edge]), spot);
    else G.hideTip();
  });
  for (const gone of ["dragStart", "zoom"]) network.on(gone, () => G.hideTip());
  network.on("dragStart", (event) => { moving = network.getNodeAt(event.pointer.DOM) === undefined; });
  for (const rest of ["dragEnd", "zoom"]) network.on(rest, () => { moving = false; network.body.emitter.emit("_requestRedraw"); });

  const paint = () => { theme = G.themeNow(); G.wear(theme.types); shade += 1; G.redraw(); };

  // The picture as figures of an SVG file, in the colours of a theme: `marks` are made of numbers and colours alone.
  const REACH = { dot: 6, square: 5.5, diamond: 7, hexagon: 7, star: 7, triangle: 6.1, triangleDown: 6.1 };
  const paths = ({ from, to, id }, end) => {
    const shape = network.body.edges[id].edgeType;
    if (from === to) {
      const [x, y, r] = shape._getCircleData().map(G.round);
      return { line: `M${x + r} ${y}a${r} ${r} 0 1 0 ${-2 * r} 0a${r} ${r} 0 1 0 ${2 * r} 0`, arrow: "" };
    }
    const a = network.body.nodes[from], b = network.body.nodes[to];
    // The arrow ends where the node begins: half the rest of the way is tried again and again.
    let inside = 1, outside = 0.5;
    for (let round = 0; round < 12; round += 1) {
      const share = (inside + outside) / 2, spot = shape.getPoint(share);
      if (Math.hypot(spot.x - b.x, spot.y - b.y) < end) inside = share;
      else outside = share;
    }
    const tip = shape.getPoint(outside), before = shape.getPoint(outside - 0.02);
    const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
    const corner = (back, side) => [tip.x - 12 * back * Math.cos(angle) - 12 * side * Math.sin(angle), tip.y - 12 * back * Math.sin(angle) + 12 * side * Math.cos(angle)].map(G.round).join(" ");
    const via = drawn.edges[id].smooth ? shape.getViaNode() : null;
    return {
      line: `M${a.x} ${a.y}${via ? `Q${G.round(via.x)} ${G.round(via.y)} ` : "L"}${b.x} ${b.y}`,
      arrow: `M${corner(0, 0)}L${corner(1, 0.3)}L${corner(0.9, 0)}L${corner(1, -0.3)}z`,
    };
  };
  const scene = (colours) => {
    const own = theme;
    theme = colours;
    // What was zoomed may not have been drawn yet.
    grow();
    const origin = network.canvasToDOM({ x: 0, y: 0 }), scale = network.getScale();
    const { clientWidth: width, clientHeight: height } = stage;
    const out = [], ends = [];
    const [left, top] = [-origin.x / scale, -origin.y / scale], [right, bottom] = [left + width / scale, top + height / scale];
    // Bends leave the straight way by less than a quarter of it.
    const seen = (a, b, air) => Math.max(a.x, b.x) + air > left && Math.min(a.x, b.x) - air < right && Math.max(a.y, b.y) + air > top && Math.min(a.y, b.y) - air < bottom;
    for (const edge of data.edges.filter(G.isVisible)) {
      const [a, b] = [network.body.nodes[edge.from], network.body.nodes[edge.to]];
      if (!seen(a, b, Math.max(60, Math.hypot(a.x - b.x, a.y - b.y) / 4))) continue;
      const bright = lit.has(edge.id);
      const look = edgeStyle(edge, near !== null && !bright, bright);
      const { dashes } = drawn.edges[edge.id];
      const { line, arrow } = paths(edge, network.body.nodes[edge.to].options.size);
      out.push(`<path d="${line}" fill="none" stroke="${look.colour}" stroke-width="${G.round(look.width)}" stroke-opacity="${G.round(look.share * 10) / 10}"${dashes ? ` stroke-dasharray="${dashes.join(" ")}"` : ""}/>`);
      if (arrow) out.push(`<path d="${arrow}" fill="${look.colour}" fill-opacity="${G.round(look.share * 10) / 10}"/>`);
    }
    for (const node of data.nodes.filter(G.isShown)) {
      const body = network.body.nodes[node.id];
      if (!seen(body, body, 60)) continue;
      ends.push(origin.y + (body.y - 44) * scale, origin.y + (body.y + 44) * scale);
      const { shape, size, borderWidth, color, opacity } = nodeLook(node, near !== null && !near.has(node.id));
      const chosen = G.chosen.item === node, { x, y } = body, grown = size / REACH[shape];
      out.push(`<path d="${G.outline[shape]}" transform="translate(${x} ${y}) scale(${grown.toFixed(3)}) translate(-8 -8)" fill="${color.background}" stroke="${chosen ? theme.accent : color.border}" stroke-width="${((chosen ? 4 : borderWidth) / grown).toFixed(2)}"${opacity < 1 ? ` opacity="${opacity}"` : ""}/>`);
    }
    const names = layNames();
    theme = own;
    return { width, height, names, ends, byType: true, marks: `<g transform="translate(${G.round(origin.x)} ${G.round(origin.y)}) scale(${scale.toFixed(4)})">${out.join("\n")}</g>` };
  };
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
  G.picture = { canvas, fit, zoom, move, lookAt, paint, scene };
})(window.govgraph);
