// The sixteen Länder, coloured by what is known of them on the day of the slider.
import { use as withParts, init, registerMap, type ECharts } from "echarts/core";
import { MapChart } from "echarts/charts";
import { GeoComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { bdi, blend, colour, contrast, count, data as all, date, drawable, el, isAnnounced, isoDay, named, number, readable, stamp, t, touched, type Land, type MapData, type Period, type Step } from "./core";
import { close, fitTable, goHome, open, parts, recount, show } from "./page";
import { savePng } from "./picture";
import { tabled, worded } from "./table";
import { TONES, link, modality, passed, periodView, statementView, thing } from "./panel";

withParts([MapChart, GeoComponent, CanvasRenderer]);

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const FRAMES = 90;
// How much paler with each year since somebody who may hold an office was last named, and the palest.
const FADING = 0.16, PALEST = 0.22;
const NARROW = 560, LETTERS = 12, MOST_LETTERS = 26, LINE = 14;
// How far an outline under the mouse or of a chosen Land is lifted above its neighbours: less than names are, which lie two above all.
const HOVERED = 1, CHOSEN = 0.5;
// See `spared`; pixels that keep names apart.
const MOST = 4, AIR = 5;
// Labels that would lie on the Land within.
const OFFSETS: Record<string, [number, number]> = { brandenburg: [24, 36], niedersachsen: [26, 0], berlin: [2, -22] };
// Länder that a name does not fit into; that of Saarland stands beneath it.
const SMALL = new Set(["saarland", "bremen", "hamburg", "berlin"]);
const BENEATH: Record<string, [number, number]> = { saarland: [0, 36] };
const letters = (() => {
  const pen = document.createElement("canvas").getContext("2d")!;
  return (text: string, size: number): number => {
    pen.font = `${size}px sans-serif`;
    return pen.measureText(text).width;
  };
})();
// A colour with lines over it, as a canvas repeats it.
const hatched = (paper: string, ink: string): { image: HTMLCanvasElement; repeat: "repeat" } => {
  const image = document.createElement("canvas"), pen = image.getContext("2d")!;
  image.width = image.height = 8;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift - 2, 10);
    pen.lineTo(shift + 10, -2);
  }
  pen.stroke();
  return { image, repeat: "repeat" };
};
const STATUS = { statements: ["asserted", "planned", "reported", "ended", "undated"], office: ["held", "possible", "announced", "former"] };
// Tones that are hatched.
const HATCHED = new Set(["come", "undated"]);

interface Outline { z2EmphasisLift?: number; style: { stroke: string } }

export const openMap = (data: MapData) => {
  const byId = new Map(data.lands.map((land) => [land.id, land]));
  const office = data.predicate === "holdsOffice";
  const statuses = STATUS[office ? "office" : "statements"];
  const dated = data.lands.flatMap((land) => land.steps.map((step) => step.day)).filter(Boolean).sort();
  const first = stamp(dated[0] ?? isoDay(Date.now() - 3650 * DAY));
  const last = Math.max(Date.now(), stamp(dated.at(-1) ?? isoDay(Date.now())));
  // The last day that an article tells of: what is so still today, none of them can say.
  const told = all.articles.map((one) => one.date).filter((one) => one.length === 10).sort().at(-1) ?? dated.at(-1);
  const latest = told ? Math.min(last, Math.max(first, stamp(told))) : last;
  let day = isoDay(latest);
  let chosen: string | null = null;
  let chart: ECharts | undefined;
  let timer = 0;

  const drawing = Object.entries(data.geometry.paths).map(([id, path]) => `<path name="${id}" d="${path}"/>`).join("");
  registerMap("laender", { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${data.geometry.viewBox}">${drawing}</svg>` });
  // Names of Länder that the graph says nothing of: the end of the IRI is all that is known of them.
  const nameOf = (id: string): string => byId.get(id)?.name ?? named("lands", id);

  const stepAt = (land: Land | undefined, when = day): Step | null =>
    land?.steps.reduce<Step | null>((found, step) => (step.day <= when ? step : found), null) ?? null;
  const statusOf = (id: string): Step | null => stepAt(byId.get(id));
  const periodsOf = (land: Land, step: Step): Period[] => step.entries.map((at) => land.entries[at] as Period);
  const awaited = (some: Period[]): string => t("announcedFor", { year: [...new Set(some.map((one) => one.bounds[1]!.day.slice(0, 4)))].join(", ") });
  const announcement = (one: Period): string => (isAnnounced(one) ? `${one.person} (${awaited([one])})` : one.person);
  // How many statements count on the day, or who holds the office.
  const brief = (land: Land, step: Step): string => {
    return office ? [...new Set(periodsOf(land, step).map(announcement))].join(", ") : count(step.entries.length, "statementCount");
  };

  // Of those who may hold an office, a Land names whom somebody saw in it; who was only announced, if there is nobody else.
  const holders = (land: Land, step: Step): Period[] => periodsOf(land, step).filter((one) => step.status === "announced" || !isAnnounced(one));
  // When those who may hold the office on the day were last named; an empty string for others.
  const lastSeen = (land: Land | undefined, step: Step | null): string => {
    const periods = land && step?.status === "possible" ? holders(land, step) : [];
    const dates = periods.flatMap((one) => one.evidence.map((at) => all.articles[all.quotes[at]!.article]!.date));
    return dates.filter((one) => one && one <= day).sort().at(-1) ?? "";
  };
  const fillOf = (land: Land | undefined, step: Step | null): string => {
    const tone = step ? TONES[step.status]! : "none";
    const seen = lastSeen(land, step);
    const years = seen ? (stamp(day) - stamp(`${seen}-12-31`.slice(0, 10))) / YEAR : 0;
    const own = colour(step?.local && !HATCHED.has(tone) ? `map-${tone}-soft` : `map-${tone}`);
    return blend(own, colour("map-none"), Math.max(PALEST, 1 - FADING * Math.max(0, years)));
  };
  // How much of its name each Land goes without, so that none lies on another: 1, family names; 2, the year alone;
  // 3, no year; 4, no holder.
  let spared = new Map<string, number>();
  const sparedOf = (id: string): number => Math.max(spared.get(id) ?? 0, Number(parts.chart.clientWidth < NARROW || SMALL.has(id)));
  // Where there is little room: family names, broken where they have a hyphen.
  const drawnHolder = (land: Land, step: Step): string => {
    const names = [...new Set(holders(land, step).map((one) => one.person))];
    // A long name has its family name beneath it.
    const whole = names.length === 1 && names[0]!.length > MOST_LETTERS ? names[0]!.split(/ (?=\S+$)/) : [names.join(", ")];
    if (sparedOf(land.id) < 1) return whole.map((line) => drawable(line, MOST_LETTERS)).join("\n");
    return names.map((name) => drawable(name.split(" ").at(-1)!, MOST_LETTERS))
      .map((name) => (name.length > LETTERS ? name.replace("-", "-\n") : name)).slice(0, 2).join("\n");
  };
  const extraOf = (land: Land | undefined, step: Step | null): string => {
    // what counts on no day has no number of the day
    if (!land || !step || step.status === "undated") return "";
    const seen = lastSeen(land, step).slice(0, 4), less = sparedOf(land.id);
    const since = step.status === "announced" ? (less < 3 ? `\n${less < 2 ? awaited(holders(land, step)) : named("modalities", step.status)}` : "")
      : seen && seen < day.slice(0, 4) && less < 3 ? `\n${less < 2 ? t("lastSeen", { year: seen }) : seen}` : "";
    if (less > 3) return "";
    return office ? `\n${drawnHolder(land, step)}${since}` : `\n${number(step.entries.length)}`;
  };
  const titleOf = (id: string): string => {
    const land = byId.get(id), step = stepAt(land);
    if (!land || !step) return `${nameOf(id)}: ${t("nothingKnown")}`;
    return `${land.name}: ${[...(step.status === "announced" ? [] : [named("modalities", step.status)]), brief(land, step)].join(" · ")}`;
  };
  const regions = () => Object.keys(data.geometry.paths).map((id) => {
    const land = byId.get(id);
    const step = stepAt(land);
    const fill = fillOf(land, step);
    const areaColor = step && HATCHED.has(TONES[step.status]!) ? hatched(fill, colour(`map-${TONES[step.status]}-line`)) : fill;
    const extra = extraOf(land, step);
    const outside = SMALL.has(id) && extra !== "";
    const text = outside ? colour("ink") : readable([colour("ink"), colour("on-map")], fill);
    return {
      name: id,
      itemStyle: { areaColor, borderColor: colour("map-border"), borderWidth: 1.2 },
      select: { itemStyle: { areaColor, borderColor: colour("ink"), borderWidth: 2.6, borderJoin: "round" }, label: { color: text } },
      emphasis: { itemStyle: { areaColor, borderColor: colour("accent"), borderWidth: 2.4, borderJoin: "round" }, label: { color: text } },
      label: {
        show: true, formatter: `${named("shortLands", id)}${extra}`, color: text, offset: (outside && BENEATH[id]) || OFFSETS[id] || [0, 0],
        // A name that is longer than its Land is wide can be read across its border.
        textBorderColor: outside ? colour("canvas") : fill, textBorderWidth: 3,
      },
    };
  });

  // Where the names are that would be written now, in pixels of the chart.
  const written = (): { id: string; left: number; right: number; top: number; bottom: number }[] => regions().map(({ name: id, label: { formatter, offset } }) => {
    const [x, y] = middleOf(id), lines = formatter.split("\n"), [right, down] = offset as [number, number];
    const half = Math.max(...lines.map((line) => letters(line, fontSize()))) / 2, tall = lines.length * LINE / 2;
    return { id, left: x + right - half, right: x + right + half, top: y + down - tall, bottom: y + down + tall };
  });
  // Takes from names that lie on one another, the longer first, until none does.
  const spare = (): void => {
    spared = new Map();
    for (let round = 0; round < 4 * order.length; round += 1) {
      const boxes = written();
      const pair = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other] as const)).find(([one, other]) =>
        one.left < other.right + AIR && other.left < one.right + AIR && one.top < other.bottom && other.top < one.bottom && Math.min(sparedOf(one.id), sparedOf(other.id)) < MOST);
      if (!pair) return;
      const [first] = [...pair].sort((a, b) => sparedOf(a.id) - sparedOf(b.id) || b.right - b.left - (a.right - a.left));
      spared.set(first!.id, sparedOf(first!.id) + 1);
    }
  };

  // Height of the map, so that it fits with its proportions above the slider.
  const size = (): number => {
    const [, , width, height] = data.geometry.viewBox.split(" ").map(Number) as [number, number, number, number];
    return Math.max(120, Math.min(parts.chart.clientHeight - 104, ((parts.chart.clientWidth - 24) * height) / width));
  };

  // Where the middle of a Land is, in pixels of the chart.
  const middleOf = (id: string): [number, number] => {
    const model = (chart as unknown as { getModel(): { getComponent(name: string): { coordinateSystem: { getRegion(name: string): { getCenter(): number[] }; dataToPoint(at: number[]): number[] } } } }).getModel();
    const geo = model.getComponent("geo").coordinateSystem;
    return geo.dataToPoint(geo.getRegion(id).getCenter()) as [number, number];
  };
  // ECharts keeps the order of the SVG: an outline under the mouse would lie beneath the Länder that come later.
  const outlines = (): Outline[] => {
    const { storage } = chart!.getZr() as unknown as { storage: { getDisplayList(update: boolean): Outline[] } };
    return storage.getDisplayList(true).filter((one) => one.z2EmphasisLift !== undefined);
  };
  const lift = (): void => {
    for (const one of outlines()) Object.assign(one, { z2EmphasisLift: HOVERED, z2SelectLift: CHOSEN });
  };
  const fontSize = (): number => (parts.chart.clientWidth < NARROW ? 10 : 11.5);

  const draw = (): void => {
    if (!parts.chart.clientWidth) return;
    if (!chart) {
      chart = init(parts.chart, null, { renderer: "canvas" });
      // On paper its table stands beneath it.
      parts.chart.parentElement!.classList.add("mapped");
      chart.on("click", (event) => choose((event as unknown as { name: string }).name));
      // Names in full, where a Land has no room for them.
      chart.on("mouseover", (event) => { parts.chart.title = titleOf((event as unknown as { name: string }).name); });
      chart.on("mouseout", () => parts.chart.removeAttribute("title"));
    }
    // What is drawn anew under the mouse would keep the outline that it has there.
    else for (const name of order) chart.dispatchAction({ type: "downplay", geoIndex: 0, name });
    chart.resize();
    chart.setOption({
      animation: false,
      geo: {
        map: "laender", roam: false, layoutCenter: ["50%", 14 + (parts.chart.clientHeight - 104) / 2], layoutSize: size(), selectedMode: "single",
        label: { show: true, fontSize: fontSize(), lineHeight: LINE, textBorderWidth: 0 },
        itemStyle: { borderColor: colour("map-border"), areaColor: colour("map-none") },
        regions: [],
      },
    } as Parameters<ECharts["setOption"]>[0], true);
    spare();
    chart.setOption({ geo: { regions: regions() } } as Parameters<ECharts["setOption"]>[0]);
    lift();
    if (chosen) chart.dispatchAction({ type: "geoSelect", name: chosen });
  };

  const choose = (id: string): void => {
    if (!Object.hasOwn(data.geometry.paths, id)) return;
    chosen = id;
    history.replaceState(null, "", `#l=${encodeURIComponent(id)}`);
    again();
    draw();
  };
  const clear = (): void => {
    chosen = null;
    history.replaceState(null, "", "#");
    goHome();
    draw();
  };
  const again = (): void => {
    if (!chosen) return goHome();
    const land = byId.get(chosen);
    const step = stepAt(land);
    const lead = el("div", { class: "lead" }, el("p", { class: "kind" }, t("onDay", { day: date(day) })), close(clear));
    const known = land && step ? step.entries.map((at) => land.entries[at]!) : [];
    const others = land && !office ? land.entries.filter((one) => !known.includes(one)) : [];
    const isUndated = (one: Land["entries"][number]): boolean => one.kind === "statement" && !one.date;
    const apart = (key: string, some: Land["entries"]): HTMLElement | null => (some.length ? el("section", { class: "later" }, el("h3", {}, t(key), el("span", { class: "number" }, number(some.length))), entries(some)) : null);
    const entries = (some: Land["entries"]): HTMLElement[] => some.map((one) => (one.kind === "period" ? periodView(one, "h3") : statementView(one)));
    show(lead, el("h2", { dir: "auto" }, land ? thing(land.iri, land.name) : nameOf(chosen)),
      el("p", { class: "office" }, step ? modality(step.status) : t("nothingKnown"), lastSeen(land, step) ? ` ${t("lastNamed", { day: date(lastSeen(land, step)) })}` : null, step?.local ? ` ${t("onlyLocal")}` : null),
      ...entries(office ? known : [...known].reverse()),
      apart("later", others.filter((one) => !isUndated(one))), apart("withoutDate", others.filter(isUndated)));
  };

  const slider = el("input", { id: "day", type: "range", min: 0, max: Math.max(1, Math.round((last - first) / DAY)), step: 1 });
  const shownDay = el("output", { id: "shown-day", for: "day" });
  const play = el("button", { id: "play", type: "button", class: "play" });

  const tell = (): void => {
    shownDay.textContent = date(day);
    slider.setAttribute("aria-valuetext", date(day));
    play.textContent = timer ? "❚❚" : "▶";
    play.setAttribute("aria-label", t(timer ? "pause" : "play"));
    play.title = t(timer ? "pause" : "play");
  };
  const setDay = (next: string): void => {
    day = next;
    slider.value = String(Math.round((stamp(day) - first) / DAY));
    tell();
    recount();
    legend();
    fill();
    again();
    draw();
  };
  const stop = (): void => {
    window.clearInterval(timer);
    timer = 0;
    tell();
  };
  const start = (): void => {
    if (stamp(day) >= latest - DAY) setDay(isoDay(first));
    const stride = Math.max(1, Math.round((last - first) / DAY / FRAMES));
    timer = window.setInterval(() => {
      const next = Math.min(stamp(day) + stride * DAY, last);
      setDay(isoDay(next));
      if (next >= last) stop();
    }, 160);
    tell();
  };
  slider.addEventListener("input", () => setDay(isoDay(first + Number(slider.value) * DAY)));
  play.addEventListener("click", () => (timer ? stop() : start()));

  const order = Object.keys(data.geometry.paths);
  parts.chart.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = chosen ? order.indexOf(chosen) : by > 0 ? -1 : 0;
    choose(order[(at + by + order.length) % order.length]!);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) clear();
  });

  // Since when an office is held, by the bounds of those who hold it, or by when they had left; of statements, since
  // which day articles have said without a break how it is.
  const begun = (land: Land, step: Step): string => {
    if (office) {
      const own = step.status === "former" ? periodsOf(land, step) : holders(land, step);
      const told = own.map(({ bounds: [first, begin, stayed, last] }) => (step.status === "former" ? passed(stayed, last) : passed(first, begin)));
      return [...new Set(told)].join(", ");
    }
    const before = land.steps.slice(0, land.steps.indexOf(step)).reverse();
    const other = before.findIndex((one) => one.status !== step.status);
    return step.day ? date([step, ...(other < 0 ? before : before.slice(0, other))].at(-1)!.day) : "–";
  };

  const fill = (): void => {
    const ids = [...order].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "de"));
    const rows = ids.map((id) => {
      const land = byId.get(id);
      const step = stepAt(land);
      return { heading: 0, cells: [
        [el("button", { type: "button", class: "open", onclick: () => choose(id) }, worded(nameOf(id)))],
        [step ? modality(step.status) : "–", step?.local ? ` ${t("onlyLocal")}` : null],
        [land && step ? worded(brief(land, step)) : "–"], [land && step ? begun(land, step) : "–"],
      ] };
    });
    parts.table.replaceChildren(tabled(t("mapCaption", { day: date(day) }), ["land", "status", office ? "person" : "statements", office ? "since" : "saidSince"], rows));
    fitTable();
  };

  const key = el("ul", { class: "legend" });
  const legend = (): void => {
    const sums = (status: string, local: boolean): number => order.filter((id) => { const step = statusOf(id); return step?.status === status && step.local === local; }).length;
    const line = (name: string, tone: string, total?: number): HTMLElement => el("li", {}, el("span", { class: `swatch ${tone}` }), el("span", {}, name), total === undefined ? null : el("span", { class: "number" }, number(total)));
    const local = data.lands.some((land) => land.steps.some((step) => step.local && step.status !== "undated"));
    const spelled = (status: string): string => (status === "announced" ? t("legendAnnounced") : status === "undated" ? t("undatedLegend") : named("modalities", status));
    // Those that are rare are told where there are any.
    const told = statuses.filter((status) => status !== "undated" || data.lands.some((land) => land.steps.some((step) => step.status === status)));
    key.replaceChildren(...told.map((status) => line(spelled(status), TONES[status]!, sums(status, false) + (HATCHED.has(TONES[status]!) ? sums(status, true) : 0))),
      local ? line(t("onlyLocalLegend"), "local", statuses.reduce((sum, status) => sum + (HATCHED.has(TONES[status]!) ? 0 : sums(status, true)), 0)) : "",
      office ? line(t("fadesLegend"), "fading") : "",
      line(t("nothingKnownLegend"), "none", order.filter((id) => !statusOf(id)).length),
      office ? "" : el("li", {}, el("span", { class: "swatch none figure" }, number(2)), el("span", {}, t("numberLegend"))));
  };

  const write = (): void => {
    legend();
    parts.filters.replaceChildren(
      el("h2", { class: "label" }, t("legend")),
      key,
      el("button", { type: "button", id: "png", class: "wide", onclick: () => { if (chart) savePng(chart, parts.chart.closest(".charts")!.parentElement!.querySelector("#counts")!.textContent ?? ""); } }, t("savePng")),
      data.elsewhere.length ? el("details", { class: "elsewhere" }, el("summary", {}, count(data.elsewhere.length, "elsewhereCount")), data.elsewhere.map(statementView)) : "");
    parts.controls.className = "controls time";
    parts.controls.replaceChildren(play, el("label", {}, el("span", { class: "hidden" }, t("day")), slider), shownDay);
    const { attribution } = data.geometry;
    parts.foot.replaceChildren(`${t("attribution")} `, link(attribution.work, `${attribution.title}, ${attribution.author}`), ", ", link(attribution.licenceUrl, attribution.licence), ` (${t("changed")})`);
    slider.value = String(Math.round((stamp(day) - first) / DAY));
    tell();
    fill();
  };

  const home = (): Node[] => [
    el("h2", {}, question()), el("ul", { class: "hints" }, ["hintLand", "hintSlider", ...(touched.matches ? [] : ["hintMapKeys"])].map((key) => el("li", {}, t(key, { day: date(isoDay(latest)) })))),
    el("section", {}, el("h3", {}, t("first")), el("ol", { class: "others" }, [...data.lands].filter((land) => land.steps.some((step) => step.day))
      .map((land) => ({ land, step: land.steps.find((step) => step.day)! })).sort((a, b) => a.step.day.localeCompare(b.step.day)).slice(0, 8)
      .map(({ land, step }) => el("li", {}, el("button", { type: "button", class: "open", onclick: () => choose(land.id) }, bdi(land.name), el("span", { class: "when" }, `${date(step.day)} · ${named("modalities", step.status)}`)))))),
  ];
  const about = (): string => (office ? data.role : data.things.join(", "));
  const question = (): string => (office ? t("questionOffice", { role: about() }) : t("question", { thing: about(), predicate: named("termNames", data.predicate) }));

  open({
    about,
    counts: () => `${about()} · ${date(day)} · ${count(order.filter((id) => (statusOf(id)?.status ?? "undated") !== "undated").length, "landCount")} · ${count(all.articles.length, "articleCount")}`,
    write, draw, home, again,
  });
  draw();
  const hash = /^#l=([\w-]+)$/.exec(location.hash);
  if (hash) choose(hash[1]!);

  return {
    choose, setDay,
    status: () => Object.fromEntries(order.flatMap((id) => { const step = statusOf(id); return step ? [[id, step.status]] : []; })),
    label: (id: string) => `${named("shortLands", id)}${extraOf(byId.get(id), statusOf(id))}`,
    playing: () => timer !== 0,
    position: (id: string) => {
      const box = parts.chart.getBoundingClientRect();
      const [x, y] = middleOf(id);
      return { x: box.left + x, y: box.top + y };
    },
    written,
    // How well the name of a Land is read on it.
    contrast: (id: string): number => {
      const { itemStyle, label } = regions().find((one) => one.name === id)!;
      return contrast(label.color, typeof itemStyle.areaColor === "string" ? itemStyle.areaColor : label.textBorderColor);
    },
    // Colours of the outlines, from the lowest to the uppermost.
    layers: () => outlines().map(({ style }) => style.stroke),
  };
};
