// Data of the page, its language, and the few helpers that build elements. Text goes in by textContent alone.
"use strict";
window.govgraph = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  // Rows that are stored by columns (views/columns.py). A row looks up what it is asked for: to make a hundred thousand
  // with all their fields would take longer than to draw them.
  const rows = ({ count, columns }) => {
    class Row {
      constructor(id) { this.id = id; }
    }
    for (const [field, stored] of Object.entries(columns)) {
      const value = Array.isArray(stored) ? (id) => stored[id] : "all" in stored ? () => stored.all
        : "of" in stored ? (id) => stored.of[stored.at[id]] : (id) => stored.start + stored.rest[id];
      Object.defineProperty(Row.prototype, field, { get() { return value(this.id); } });
    }
    return Array.from({ length: count }, (_, id) => new Row(id));
  };
  const data = read("data-payload");
  for (const table of ["nodes", "edges", "quotes", "articles"]) data[table] = rows(data[table]);
  const messages = read("data-messages");
  const appearance = read("data-appearance");
  // A large graph is drawn before the rest of the file is read.
  const early = window.govgraphAtlas;
  const drawn = early ? null : { nodes: read("data-nodes"), edges: read("data-edges"), options: read("data-options") };
  const { types, from, to } = early || {
    types: drawn.nodes.map((node) => node.group), from: drawn.edges.map((edge) => edge.from), to: drawn.edges.map((edge) => edge.to),
  };
  const SVG = "http://www.w3.org/2000/svg";
  // Written without a language, the page follows the browser.
  data.lang ||= navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
  let lang = data.lang;

  for (const node of data.nodes) {
    node.type = types[node.id];
    node.edges = [];
  }
  for (const edge of data.edges) {
    edge.from = from[edge.id];
    edge.to = to[edge.id];
    data.nodes[edge.from].edges.push(edge);
    if (edge.to !== edge.from) data.nodes[edge.to].edges.push(edge);
  }
  const once = (make) => {
    let made = null;
    return () => (made ??= make());
  };
  const nodesByIri = once(() => new Map(data.nodes.map((node) => [node.iri, node])));
  const edgesByIri = once(() => new Map(data.edges.flatMap((edge) => [edge.iri, ...edge.also].map((iri) => [iri, edge]))));
  // Offices of one role, of which some words may name body, Land or holder: what „CIO“ and „CIO Hessen“ mean.
  const roleForms = once(() => {
    const found = data.roles.map(({ iri, name }) => ({ iri, name, forms: new Set([name]), edges: [] }));
    for (const edge of data.edges) {
      if (edge.roleAt < 0) continue;
      found[edge.roleAt].edges.push(edge);
      found[edge.roleAt].forms.add(edge.role);
    }
    return found;
  });
  const officeWords = (edge) => [edge.from, edge.to].flatMap((id) => [data.nodes[id].name, data.nodes[id].jurisdiction, ...data.nodes[id].aliases]).map(fold).join("\n");
  const officesOf = (role, words = []) => {
    const edges = words.length ? role.edges.filter((edge) => { const all = officeWords(edge); return words.every((word) => all.includes(fold(word))); }) : role.edges;
    return edges.length ? { iri: [role.iri, ...words].join(","), name: role.name, words, edges } : null;
  };
  const roleAt = (address) => {
    const [iri, ...words] = address.split(",");
    const role = roleForms().find((one) => one.iri === iri);
    return role ? officesOf(role, words.filter(Boolean)) : null;
  };
  const byIri = { r: { has: (iri) => roleAt(iri) !== null, get: roleAt }, get n() { return nodesByIri(); }, get e() { return edgesByIri(); } };

  // A text of the interface; {name} is filled from `values`.
  const t = (key, values = {}) =>
    messages[lang][key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const named = (table, key) => (Object.hasOwn(messages[lang][table], key) ? messages[lang][table][key] : null);
  // Formats are dear to make and cheap to use.
  const formats = new Map();
  const format = (kind, options) => {
    const key = `${lang} ${JSON.stringify(options)}`;
    if (!formats.has(key)) formats.set(key, new kind(lang, options));
    return formats.get(key);
  };
  const number = (value) => format(Intl.NumberFormat, {}).format(value);
  const percent = (value) => format(Intl.NumberFormat, { style: "percent" }).format(value);
  const count = (value, key) => `${number(value)} ${messages[lang][key][value === 1 ? 0 : 1]}`;

  // A date as precise as it is given: day, month or year.
  const date = (text) => {
    if (!text) return t("noDate");
    const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
    if (!parts) return text;
    const day = new Date(Date.UTC(+parts[1], +parts[2] - 1, +(parts[3] || 1)));
    const form = parts[3] ? { day: "numeric", month: "long", year: "numeric" } : { month: "long", year: "numeric" };
    return Number.isNaN(day.getTime()) ? text : format(Intl.DateTimeFormat, { ...form, timeZone: "UTC" }).format(day);
  };
  // Begin or end of a time in office, from the first day to the last that it can have.
  const edgeOfTime = (first, last) => {
    if (!first && !last) return t("unknownDay");
    if (!last) return t("dayOrLater", { day: date(first) });
    if (!first) return t("dayAtLatest", { day: date(last) });
    if (first === last) return date(first);
    if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith("-01") && last === lastOfMonth(last)) return date(first.slice(0, 7));
    if (first.slice(0, 4) === last.slice(0, 4) && first.endsWith("-01-01") && last.endsWith("-12-31")) return first.slice(0, 4);
    return t("daysBetween", { first: date(first), last: date(last) });
  };
  const lastOfMonth = (day) => new Date(Date.UTC(+day.slice(0, 4), +day.slice(5, 7), 0)).toISOString().slice(0, 10);
  const firstDay = (text) => text + "-01-01".slice(text.length - 4);
  const lastDay = (text) => text + "-12-31".slice(text.length - 4);

  // el("p", {class: "x"}, "text", child): strings become text nodes, null is left out.
  const el = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };
  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  // A name from an article, kept from reordering the text around it.
  const bdi = (text, attributes = {}) => el("bdi", attributes, text);

  const outline = {
    dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    square: "M2.5 2.5h11v11h-11z",
    diamond: "M8 1l7 7-7 7-7-7z",
    hexagon: "M4.5 2h7l3.5 6-3.5 6h-7L1 8z",
    star: "M8 .8l2.2 4.7 5 .6-3.7 3.5 1 5L8 12.1l-4.5 2.5 1-5L.8 6.1l5-.6z",
    triangle: "M8 1.5l7 12.5H1z",
    triangleDown: "M8 14.5L1 2h14z",
  };
  const icon = (type) => {
    const look = appearance.types[type];
    const picture = svg("svg", { viewBox: "0 0 16 16", class: `icon${look.hollow ? " hollow" : ""}`, "aria-hidden": "true" });
    picture.append(svg("path", { d: outline[look.shape] }));
    picture.style.color = `var(--type-${type})`;
    return picture;
  };
  const line = (modality) => {
    const look = appearance.modalities[modality] || {};
    const stroke = svg("path", { d: "M1 8h24", "stroke-dasharray": look.dashes ? look.dashes.map((d) => d * 0.6).join(" ") : "none" });
    return svg("svg", { viewBox: "0 0 26 16", class: `line${look.faded ? " faded" : ""}`, "aria-hidden": "true" }, stroke);
  };

  const conflictLine = () =>
    svg("svg", { viewBox: "0 0 26 16", class: "line conflict", "aria-hidden": "true" }, svg("path", { d: "M1 8h24", "stroke-width": 4 }));

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const themeNow = (printing = false) => {
    const shade = dark.matches && !printing ? "dark" : "light";
    const colours = Object.fromEntries(Object.entries(appearance.types).map(([type, look]) => [type, look[shade]]));
    const styles = getComputedStyle(document.documentElement);
    const variable = (name) => styles.getPropertyValue(name).trim();
    return printing
      ? { shade, types: colours, text: "#1b2330", faint: "#8a95a6", paper: "#ffffff", edge: "#8592a6", accent: "#1f5fd1", conflict: "#b3261e" }
      : { shade, types: colours, text: variable("--ink"), faint: variable("--ink-faint"), paper: variable("--canvas"), edge: variable("--edge"), accent: variable("--accent"), conflict: variable("--conflict") };
  };

  const face = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  // Icons take the colour of their type from the style of the page.
  const wear = (colours) => {
    for (const [type, colour] of Object.entries(colours)) document.documentElement.style.setProperty(`--type-${type}`, colour);
  };

  const fontOf = (size, bold) => `${bold ? "600 " : ""}${size}px ${face}`;
  // Letter by letter: thousands of names have few letters, and to measure is dear.
  const pen = document.createElement("canvas").getContext("2d");
  const letters = new Map();
  const textWidth = (text, font) => {
    if (!letters.has(font)) letters.set(font, new Map());
    const known = letters.get(font);
    let sum = 0;
    for (const letter of text) {
      let width = known.get(letter);
      if (width === undefined) {
        pen.font = font;
        known.set(letter, (width = pen.measureText(letter).width));
      }
      sum += width;
    }
    return sum;
  };
  // What stands over the picture at its lower edge, in pixels of the stage; no name is written beneath it.
  const corners = () => {
    const stage = document.querySelector(".stage").getBoundingClientRect();
    return [...document.querySelectorAll("#visible, .zoom")].map((one) => one.getBoundingClientRect()).filter((box) => box.width)
      .map(({ left, right, top, bottom }) => ({ left: left - stage.left, right: right - stage.left, top: top - stage.top, bottom: bottom - stage.top }));
  };
  // For files that hold many coordinates.
  const round = (value) => Math.round(value * 10) / 10;
  const fold = (text) => text.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "");
  const capital = (text) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
  const typeName = (type) => capital(named("termNames", type) || (type === "Other" ? t("otherType") : type));
  // Where a thing is called like its kind, what it is more generally says more.
  const kindName = (node) => {
    const kind = named("termNames", node.kind);
    return kind && kind !== node.name ? capital(kind) : typeName(node.type);
  };
  const predicateName = (edge, inverse = false) =>
    named(inverse ? "inverseNames" : "termNames", edge.predicate) || edge.label || edge.predicate;
  // What is written on an edge: the role for an office, the relation for a fact.
  const edgeName = (edge) => (edge.predicate === "holdsOffice" ? edge.role || edge.label : "") || predicateName(edge);
  const other = (edge, node) => data.nodes[edge.from === node.id ? edge.to : edge.from];
  const datesOf = (edge) => edge.evidence.map((at) => data.articles[data.quotes[at].article].date).filter(Boolean);

  const unruly = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g;
  const short = (text, longest) => {
    const plain = text.slice(0, 400).replace(unruly, " ").trim();
    return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
  };

  return {
    chosen: { kind: null, item: null }, DEPTHS: [1, 2, 3], short, outline, face, fontOf, textWidth, corners, round, once,
    data, drawn, appearance, messages, byIri, t, named, number, percent, edgeOfTime, roleForms, officesOf, count, date, firstDay, lastDay, el, svg, bdi, icon, line, conflictLine,
    dark, themeNow, wear, fold, typeName, kindName, predicateName, edgeName, other, datesOf,
    get lang() { return lang; },
    set lang(value) { lang = value; },
  };
})();
