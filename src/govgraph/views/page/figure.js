// The picture as it is seen, with title, date and legend: as SVG file, as PNG file, or on paper.
"use strict";
((G) => {
  const { data, t, picture } = G;
  const at = (id) => document.getElementById(id);
  const EDGE = 24, LINE = 18, ICON = 14, DENSITY = 2;
  const wide = (text, size, bold) => G.textWidth(text, G.fontOf(size, bold));
  // Texts are the only strangers in the file: without what XML forbids, and with nothing that could be markup.
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  const escaped = (text) => text.replace(forbidden, "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const text = (words, x, y, { size = 13, bold = false, fill, more = "" }) =>
    `<text x="${G.round(x)}" y="${G.round(y)}" font-size="${size}"${bold ? ' font-weight="600"' : ""} fill="${fill}"${more}>${escaped(words)}</text>`;
  const wrapped = (words, size, bold, width) => {
    const lines = [""];
    for (const word of words.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (wide(longer, size, bold) <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  // What can be seen of types and ways of saying, as [drawing, words].
  const legend = (theme, byType, groups) => {
    const nodes = data.nodes.filter(G.isShown), edges = data.edges.filter(G.isVisible);
    const types = new Set(nodes.map((node) => node.type)), modalities = new Set(edges.map((edge) => edge.modality));
    const stroke = (colour, dashes, share = 1) =>
      `<path d="M0 7h24" fill="none" stroke="${colour}" stroke-width="2" stroke-opacity="${share}"${dashes ? ` stroke-dasharray="${dashes.map((one) => one * 0.6).join(" ")}"` : ""}/>`;
    return [
      ...groups.map(({ shade, name }) => [`<circle cx="7" cy="7" r="6" fill="${shade}"/>`, ICON, name || t("communityRest")]),
      ...Object.keys(G.appearance.types).filter((type) => types.has(type)).map((type) => {
        const { shape, hollow } = G.appearance.types[type];
        const colour = byType ? theme.types[type] : theme.text;
        return [`<path d="${G.outline[shape]}" transform="scale(.875)" fill="${hollow ? theme.paper : colour}" stroke="${colour}" stroke-width="${hollow ? 2 : 0}"/>`, ICON, G.typeName(type)];
      }),
      ...Object.entries(G.appearance.modalities).filter(([modality]) => modalities.has(modality)).map(([modality, look]) =>
        [stroke(theme.edge, look.dashes, look.faded ? 0.45 : 1), 24, G.named("modalityNames", modality) || modality]),
      ...(edges.some((edge) => edge.conflicts.length) ? [[stroke(theme.conflict), 24, t("conflicts")]] : []),
    ];
  };
  const name = (one, theme) => one.lines.map((line, row) => text(line, one.x, one.top + one.size * 0.86 + row * one.height, {
    size: one.size, bold: one.bold, fill: theme[one.tone],
    more: ` text-anchor="middle" stroke="${theme.paper}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`,
  })).join("");

  // Of what is visible, as much as lies within the frame; nothing is said of a picture that holds all.
  const framed = () => {
    const box = at("network").getBoundingClientRect(), all = G.visible().nodes;
    const inside = all.map(G.nodePosition).filter(({ x, y }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom).length;
    return box.width && inside < all.length ? t("framed", { nodes: G.number(inside) }) : "";
  };

  const svg = (printing = false) => {
    const theme = G.themeNow(printing);
    const scene = picture.scene(theme);
    const width = Math.max(scene.width, 320), room = width - 2 * EDGE;
    const out = [];
    let y = EDGE + 14;
    for (const line of wrapped(G.short(data.title || t("title"), 160), 18, true, room)) {
      out.push(text(line, EDGE, y, { size: 18, bold: true, fill: theme.text }));
      y += 24;
    }
    const until = data.articles.reduce((last, article) => (article.date > last ? article.date : last), "");
    const facts = [G.short(data.subtitle, 160), G.focusText(), at("visible").textContent, framed(), until && t("evidenceUntil", { date: G.date(until) }).replaceAll(" ", "\u00a0")];
    for (const line of wrapped(facts.filter(Boolean).join(" · "), 13, false, room)) {
      out.push(text(line, EDGE, y, { fill: theme.text }));
      y += LINE;
    }
    // Of the height only what something stands in.
    const ends = [...scene.ends, ...scene.names.flatMap((one) => [one.top, one.bottom])];
    const begin = ends.length ? Math.max(0, Math.floor(ends.reduce((a, b) => Math.min(a, b)) - 12)) : 0;
    const end = ends.length ? Math.min(scene.height, Math.ceil(ends.reduce((a, b) => Math.max(a, b)) + 12)) : scene.height;
    const top = y, high = Math.max(end - begin, 1);
    out.push(`<g clip-path="url(#govgraph-stage)"><g transform="translate(${(width - scene.width) / 2} ${top - begin})">${scene.marks}${scene.names.map((one) => name(one, theme)).join("")}</g></g>`);
    y += high + 22;
    let x = EDGE;
    for (const [drawing, breadth, words] of legend(theme, scene.byType, scene.groups || [])) {
      const whole = breadth + 7 + wide(words, 13, false) + 20;
      if (x > EDGE && x + whole - 20 > width - EDGE) {
        x = EDGE;
        y += LINE + 4;
      }
      out.push(`<g transform="translate(${G.round(x)} ${y - 11})">${drawing}</g>`, text(words, x + breadth + 7, y, { fill: theme.text }));
      x += whole;
    }
    const height = Math.round(y + EDGE - 6);
    const face = escaped(G.face);
    return {
      width, height,
      text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${face}" lang="${G.lang}">` +
        `<title>${escaped(G.short(document.title, 160))}</title><defs><clipPath id="govgraph-stage"><rect y="${top}" width="${width}" height="${high}"/></clipPath></defs>` +
        `<rect width="${width}" height="${height}" fill="${theme.paper}"/>${out.join("\n")}</svg>\n`,
    };
  };

  const save = (blob, ending) => {
    const file = /([^/]*?)(\.html?)?$/.exec(decodeURIComponent(location.pathname))[1] || "govgraph";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${file}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  at("svg").addEventListener("click", () => save(new Blob([svg().text], { type: "image/svg+xml" }), "svg"));
  at("png").addEventListener("click", async () => {
    const drawing = svg();
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.text)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: drawing.width * DENSITY, height: drawing.height * DENSITY });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "png"), "image/png");
  });
  // On paper: the picture, and what the panel tells about the chosen one; light, whatever the screen is.
  window.addEventListener("beforeprint", () => {
    const parsed = new DOMParser().parseFromString(svg(true).text, "image/svg+xml");
    at("paper").replaceChildren(document.importNode(parsed.documentElement, true));
    G.wear(G.themeNow(true).types);
  });
  window.addEventListener("afterprint", () => {
    at("paper").replaceChildren();
    picture.paint();
  });
})(window.govgraph);
