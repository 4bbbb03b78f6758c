// Offices as swim lanes, grouped by Land: who held what, as surely as it is known.
import { use as withParts, init, type ECharts } from "echarts/core";
import { CustomChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, MarkLineComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { svg } from "../shared/svg";
import { bdi, colour, count, data as all, el, fold, isAnnounced, label, named, number, printing, stamp, state, t, touched, type Lane, type Period, type TimelineData } from "./core";
import { drawBars, type Bar } from "./bars";
import { close, fitTable, goHome, open, parts, recount, show } from "./page";
import { savePng } from "./picture";
import { periodView, shortEdge, thing } from "./panel";
import { tabled, worded } from "./table";

withParts([CustomChart, GridComponent, DataZoomComponent, MarkLineComponent, CanvasRenderer]);

// High enough for an office above its body.
const ROW = 34;
const DAY = 86_400_000;
// Width of the buttons beside the slider.
const ZOOM = 138;
// A share of terms this small is left to the slider at first where the rest then has a share of the time this small.
const FEW = 0.03, MUCH = 0.7;
// Steps between years that are written, and the pixels that a year needs.
const YEARS = [1, 2, 5, 10, 20, 50, 100], YEAR_WIDTH = 46;

// Round years between two moments, if there are enough of them to tell the time.
const roundYears = ([from, to]: [number, number], width: number): number[] | undefined => {
  const years = (to - from) / (365.25 * DAY);
  const by = YEARS.find((one) => (years / one) * YEAR_WIDTH <= width) ?? YEARS.at(-1)!;
  if (years / by < 3) return undefined;
  const first = Math.ceil((new Date(from).getFullYear() + 1) / by) * by;
  const found: number[] = [];
  for (let year = first; new Date(year, 0, 1).getTime() <= to; year += by) found.push(new Date(year, 0, 1).getTime());
  return found;
};

// Stands in the address for what belongs to no Land.
const NO_LAND = "-";

interface Row { land?: string; lane?: Lane; first?: boolean }

// Periods of an office that may have run at one time get tracks of their own.
const tracks = (lane: Lane): number[] => {
  const ends: number[] = [];
  return lane.periods.map((period) => {
    const days = period.bounds.flatMap((bound) => (bound ? [stamp(bound.day)] : []));
    const from = days.length ? Math.min(...days) : 0;
    let at = ends.findIndex((end) => end < from);
    if (at < 0) at = ends.length;
    ends[at] = days.length ? Math.max(...days) : 0;
    return at;
  });
};

export const openTimeline = (data: TimelineData) => {
  // An empty name is that of no Land.
  const lands = [...new Set(data.lanes.flatMap((lane) => (lane.lands.length ? lane.lands : [""])))];
  const roles = [...new Set(data.lanes.map((lane) => lane.role))];
  const wanted = { land: "*", role: "*", text: "", conflicts: false };
  const everything = data.lanes.flatMap((lane) => lane.periods.map((period) => ({ lane, period })));
  const words = new Map(data.lanes.map((lane) => [lane, fold([lane.role, lane.body, ...lane.lands, ...lane.periods.map((one) => one.person)].join("\n"))]));
  const now = Date.now();
  const daysOf = (period: Period): number[] => period.bounds.flatMap((bound) => (bound ? [stamp(bound.day)] : [])).filter(Number.isFinite);
  const newest = Math.max(...everything.flatMap(({ period }) => daysOf(period)));

  let lanes: Lane[] = [];
  let rows: Row[] = [];
  let bars: Bar[] = [];
  let chosen: { lane: Lane; period?: Period } | null = null;
  let chart: ECharts | undefined;
  // Years on the axis now.
  let written = "";
  // The days that the bars have, and the time around them that can be shown.
  let span: [number, number] = [now - 3650 * DAY, now];
  let domain: [number, number] = span;
  let shown: { x: [number, number]; y: number } = { x: domain, y: 0 };

  // Time around some days, with room for a name; up to today, unless the newest article is of long ago.
  const around = ([first, last]: [number, number]): [number, number] => {
    const room = Math.max((last - first) * 0.05, 120 * DAY);
    const goesOn = last === newest && now - last < 8 * room;
    return [first - room, (goesOn ? Math.max(last, now) : last) + 2 * room];
  };
  const measure = (): void => {
    const days = bars.flatMap(({ period }) => daysOf(period));
    span = days.length ? [Math.min(...days), Math.max(...days)] : [now - 3650 * DAY, now];
    domain = around(span);
  };
  // What the chart opens with: all of it, unless a few that began long before all others would press them together.
  const opening = (): [number, number] => {
    const firsts = bars.flatMap(({ period }) => { const days = daysOf(period); return days.length ? [Math.min(...days)] : []; }).sort((a, b) => a - b);
    const most = firsts[Math.floor(firsts.length * FEW)];
    if (most === undefined) return domain;
    const part = around([most, span[1]]);
    return part[1] - part[0] < MUCH * (domain[1] - domain[0]) ? part : domain;
  };

  const articlesOf = (periods: Period[]): number => new Set(periods.flatMap((period) => period.evidence.map((at) => all.quotes[at]!.article))).size;
  const landName = (land: string): string => land || t("noLand");
  // Above which offices stand together; the names of Länder are none of the interface's.
  const group = (lane: Lane): string => (lane.lands.length > 1 ? t("severalLands") : landName(lane.lands[0] ?? ""));

  const select = (): void => {
    const text = fold(wanted.text.trim());
    lanes = data.lanes.filter((lane) =>
      (wanted.land === "*" || (wanted.land ? lane.lands.includes(wanted.land) : !lane.lands.length)) && (wanted.role === "*" || lane.role === wanted.role) &&
      (!wanted.conflicts || lane.periods.some((period) => period.conflicts.length)) && (!text || words.get(lane)!.includes(text)));
    rows = [];
    bars = [];
    let land: string | undefined;
    for (const lane of lanes) {
      if (group(lane) !== land) rows.push({ land: (land = group(lane)) });
      const at = tracks(lane);
      const first = rows.length;
      for (let track = 0; track <= Math.max(0, ...at); track++) rows.push({ lane, first: track === 0 });
      const next = (place: number): number => {
        const starts = lane.periods.flatMap((other, index) => {
          const begin = other.bounds[0] ?? other.bounds[1] ?? other.bounds[2];
          return index > place && at[index] === at[place] && begin ? [stamp(begin.day)] : [];
        });
        return starts.length ? Math.min(...starts) : Infinity;
      };
      const before = (place: number): number => Math.max(...lane.periods.flatMap((other, index) =>
        index < place && at[index] === at[place] ? other.bounds.flatMap((bound) => (bound ? [stamp(bound.day)] : [])) : []));
      lane.periods.forEach((period, place) => bars.push({ lane, period, row: first + at[place]!, next: next(place), before: before(place), first, place, track: at }));
    }
    measure();
  };

  const fits = (): number => Math.max(3, Math.floor((parts.chart.clientHeight - 86) / ROW));
  // On paper nothing can be scrolled: what is more than fits is told by the table.
  const spill = (): void => { parts.table.parentElement!.classList.toggle("spills", rows.length > fits()); };
  const narrow = (): boolean => parts.chart.clientWidth < 560;
  const wide = (): number => (narrow() ? 138 : 270);

  const ticks = (): number[] | undefined => roundYears(shown.x, parts.chart.clientWidth - wide() - 22);

  const option = () => {
    const visible = fits();
    const empty = Math.max(0, visible - rows.length);
    const names = [...rows.keys(), ...Array.from({ length: empty }, (_, at) => rows.length + at)].map(String);
    const left = wide();
    const letters = Math.floor((left - 14) / 6.6);
    return {
      animation: false,
      grid: { left, right: 22, top: 34, bottom: 52 },
      xAxis: {
        type: "time", min: domain[0], max: domain[1], position: "top",
        axisLabel: { color: colour("ink-2"), hideOverlap: true, fontSize: 11.5, formatter: { month: "{MM}/{yyyy}" }, customValues: ticks() },
        axisLine: { lineStyle: { color: colour("rule") } }, axisTick: { show: false, customValues: ticks() },
        splitLine: { show: true, lineStyle: { color: colour("rule") } },
      },
      yAxis: {
        type: "category", inverse: true, data: names, axisLine: { show: false }, axisTick: { show: false }, triggerEvent: true,
        axisLabel: {
          interval: 0, align: "left", margin: left - 10, color: colour("ink"), fontSize: 12.5,
          // By its name: the place that ECharts gives beside it counts from the first row in view.
          formatter: (name: string): string => {
            const row = rows[+name];
            if (!row) return "";
            if (row.land !== undefined) return `{land|${label(row.land, letters)}}`;
            if (!row.first || !row.lane) return "";
            const role = label(row.lane.role, letters);
            const { body, short, lands: whose } = row.lane;
            if (whose.length === 1 && body === whose[0]) return role;
            if (role.length + body.length < letters) return `${role} {body|${label(body, letters)}}`;
            return `${role}\n{body|${label(body.length > letters && short ? short : body, letters)}}`;
          },
          lineHeight: 15,
          rich: { land: { fontWeight: 650, fontSize: 12.5, color: colour("ink") }, body: { color: colour("ink-3"), fontSize: 12, lineHeight: 15 } },
        },
      },
      dataZoom: [
        { id: "x", type: "inside", xAxisIndex: 0, filterMode: "none", startValue: shown.x[0], endValue: shown.x[1], minValueSpan: 20 * DAY, zoomOnMouseWheel: "ctrl", moveOnMouseWheel: "shift", moveOnMouseMove: true },
        { id: "slider", type: "slider", show: !printing.matches, xAxisIndex: 0, filterMode: "none", startValue: shown.x[0], endValue: shown.x[1], bottom: 10, height: 22, left: narrow() ? 14 : left, right: ZOOM, brushSelect: false,
          borderColor: colour("rule"), fillerColor: colour("accent-soft"), backgroundColor: "transparent", showDetail: false, handleStyle: { color: colour("paper"), borderColor: colour("accent") }, moveHandleStyle: { color: colour("accent"), opacity: 0.35 }, emphasis: { moveHandleStyle: { color: colour("accent") } } },
        { id: "y", type: "inside", yAxisIndex: 0, filterMode: "none", startValue: shown.y, endValue: shown.y + visible - 1, zoomLock: true, zoomOnMouseWheel: false, moveOnMouseWheel: true, moveOnMouseMove: true },
        ...(empty ? [] : [{ id: "bar", type: "slider", show: !printing.matches, yAxisIndex: 0, filterMode: "none", startValue: shown.y, endValue: shown.y + visible - 1, zoomLock: true, right: 4, width: 10, brushSelect: false, showDetail: false, handleSize: 0, borderColor: "transparent", backgroundColor: colour("hover"), fillerColor: colour("edge"), moveHandleSize: 0 }]),
      ],
      series: [{
        id: "bars", type: "custom", clip: true, encode: { x: [1, 2], y: 0 },
        data: bars.map((bar) => [bar.row, span[0], span[1]]),
        renderItem: drawBars(bars, () => chosen),
        markLine: {
          silent: true, symbol: "none", animation: false, data: [{ xAxis: now }],
          lineStyle: { color: colour("accent"), type: "solid", width: 1.4 },
          label: { formatter: t("today"), position: "end", distance: 4, color: colour("accent"), fontSize: 11 },
        },
      }, {
        id: "bands", type: "custom", silent: true, z: 0, encode: { y: 0 },
        data: rows.flatMap((row, at) => (row.land !== undefined ? [[at]] : [])),
        renderItem: (params: { coordSys: { x: number; y: number; width: number; height: number } }, api: { value(at: number): number; coord(at: [number, number]): number[] }) => {
          const y = api.coord([domain[0], api.value(0)])[1]!;
          const { x, width, y: top, height } = params.coordSys;
          if (y < top || y > top + height) return undefined;
          return { type: "rect", shape: { x: x - left, y: y - ROW / 2, width: width + left, height: ROW - 2 }, style: { fill: colour("hover") } };
        },
        clip: false,
      }],
    };
  };

  const draw = (): void => {
    if (!parts.chart.clientWidth) return;
    if (!chart) {
      chart = init(parts.chart, null, { renderer: "canvas" });
      listen(chart);
    }
    // What is drawn anew under the mouse would stay lifted.
    chart.dispatchAction({ type: "downplay", seriesId: "bars" });
    chart.resize();
    spill();
    const most = Math.max(0, rows.length - fits());
    shown.y = Math.max(0, Math.min(shown.y, most));
    written = String(ticks());
    chart.setOption(option() as Parameters<ECharts["setOption"]>[0], true);
  };

  const listen = (made: ECharts): void => {
    made.on("datazoom", () => {
      const zooms = (made.getOption() as { dataZoom: { id: string; startValue: number; endValue: number }[] }).dataZoom;
      for (const one of zooms) {
        if (one.id === "x") shown.x = [one.startValue, one.endValue];
        if (one.id === "y") shown.y = one.startValue;
      }
      const years = ticks();
      if (String(years) === written) return;
      written = String(years);
      // null takes away what undefined would leave
      made.setOption({ xAxis: { axisLabel: { customValues: years ?? null }, axisTick: { customValues: years ?? null } } } as unknown as Parameters<ECharts["setOption"]>[0]);
    });
    made.on("click", (event) => {
      const hit = event as unknown as { componentType: string; value?: string; dataIndex?: number; seriesId?: string };
      if (hit.componentType === "yAxis") {
        const lane = rows[Number(hit.value)]?.lane;
        if (lane) choose(lane);
      } else if (hit.seriesId === "bars" && hit.dataIndex !== undefined) {
        const bar = bars[hit.dataIndex]!;
        choose(bar.lane, bar.period);
      }
    });
    // Names in full, where the edge has no room for them.
    made.on("mouseover", (event) => {
      const hit = event as unknown as { componentType: string; value?: string };
      const lane = hit.componentType === "yAxis" ? rows[Number(hit.value)]?.lane : undefined;
      parts.chart.title = lane ? [lane.role, lane.body, ...(lane.lands.length > 1 ? [lane.lands.join(", ")] : [])].join(" · ") : "";
    });
    made.on("mouseout", () => parts.chart.removeAttribute("title"));
    made.getZr().on("click", (event: { target?: unknown }) => {
      if (!event.target && chosen) clear();
    });
  };

  // What is chosen and what is filtered, as it stands in the address.
  const remember = (): void => {
    const told: [string, string][] = [
      ["p", chosen ? (chosen.period ? chosen.period.iri : chosen.lane.office) : ""], ["land", wanted.land === "*" ? "" : wanted.land || NO_LAND],
      ["role", wanted.role === "*" ? "" : wanted.role], ["text", wanted.text.trim()], ["conflicts", wanted.conflicts ? "only" : ""],
    ];
    history.replaceState(null, "", `#${told.filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`);
  };
  // Words that the page does not know are left out.
  const recall = (): string => {
    const words = new Map(location.hash.slice(1).split("&").flatMap((part) => {
      const [key, value] = part.split("=");
      try {
        return [[key!, decodeURIComponent(value ?? "")] as const];
      } catch {
        return [];
      }
    }));
    const land = words.get("land") ?? "", role = words.get("role") ?? "";
    if (land === NO_LAND && lands.includes("")) wanted.land = "";
    else if (land && lands.includes(land)) wanted.land = land;
    if (role && roles.includes(role)) wanted.role = role;
    Object.assign(wanted, { text: words.get("text") ?? "", conflicts: words.get("conflicts") === "only" });
    return words.get("p") ?? "";
  };

  const choose = (lane: Lane, period?: Period): void => {
    chosen = period ? { lane, period } : { lane };
    remember();
    again();
    reveal();
    draw();
  };
  const clear = (): void => {
    chosen = null;
    remember();
    goHome();
    draw();
  };
  // Scrolls so that what is chosen can be seen.
  const reveal = (): void => {
    const bar = bars.find((one) => one.lane === chosen?.lane && (!chosen.period || one.period === chosen.period));
    if (!bar) return;
    if (bar.row < shown.y + 1 || bar.row > shown.y + fits() - 2) shown.y = bar.row - Math.floor(fits() / 2);
    const at = bar.period.bounds.flatMap((bound) => (bound ? [stamp(bound.day)] : []));
    const half = (shown.x[1] - shown.x[0]) / 2;
    if (chosen?.period && at.length && (Math.max(...at) < shown.x[0] || Math.min(...at) > shown.x[1])) {
      const middle = Math.min(Math.max(at[0]!, domain[0] + half), domain[1] - half);
      shown.x = [middle - half, middle + half];
    }
  };

  const again = (): void => {
    if (!chosen) return goHome();
    const { lane, period } = chosen;
    const lead = el("div", { class: "lead" }, el("p", { class: "kind" }, t(period ? "tenure" : "office"), lane.lands.length ? [" · ", bdi(lane.lands.join(", "))] : null), close(clear));
    if (period) {
      const others = lane.periods.filter((one) => one !== period);
      show(lead, periodView(period), others.length ? el("section", {}, el("h3", {}, t("sameOffice")), list(lane, others)) : null,
        el("p", { class: "iri" }, period.iri));
    } else {
      show(lead, el("h2", { dir: "auto" }, lane.role), el("p", { class: "office" }, thing(lane.bodyIri, lane.body)), list(lane, lane.periods),
        lane.vacancies.length ? el("section", {}, el("h3", {}, t("vacant")), el("ul", {}, lane.vacancies.map(([from, until]) =>
          el("li", {}, `${shortEdge({ day: from, rule: "" }, { day: from, rule: "" })} – ${shortEdge({ day: until, rule: "" }, { day: until, rule: "" })}`)))) : null,
        el("p", { class: "iri" }, lane.office));
    }
  };
  const when = (period: Period): string => `${shortEdge(period.bounds[0], period.bounds[1])} → ${shortEdge(period.bounds[2], period.bounds[3])}`;
  const list = (lane: Lane, some: Period[]): HTMLElement => el("ul", { class: "others" }, some.map((one) =>
    el("li", {}, el("button", { type: "button", class: "open", onclick: () => choose(lane, one) }, bdi(one.person), el("span", { class: "when" }, when(one))))));

  const zoom = (factor: number, shift = 0): void => {
    const middle = (shown.x[0] + shown.x[1]) / 2 + shift * (shown.x[1] - shown.x[0]);
    const half = Math.min(((shown.x[1] - shown.x[0]) / 2) * factor, (domain[1] - domain[0]) / 2);
    const at = Math.min(Math.max(middle, domain[0] + half), domain[1] - half);
    shown.x = [at - half, at + half];
    draw();
  };
  const fit = (): void => {
    shown = { x: domain, y: 0 };
    draw();
  };
  // From one bar to the next: within a lane by left and right, between lanes by up and down.
  const step = (along: number, across: number): void => {
    if (!bars.length) return;
    const at = bars.findIndex((bar) => bar.period === chosen?.period);
    if (at < 0) return choose(bars[0]!.lane, bars[0]!.period);
    let next = bars[at + along];
    if (across) {
      const lane = lanes[lanes.indexOf(bars[at]!.lane) + across];
      next = bars.find((bar) => bar.lane === lane);
    }
    if (next) choose(next.lane, next.period);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
    "+": () => zoom(0.7), "-": () => zoom(1 / 0.7), "0": fit, "<": () => zoom(1, -0.25), ">": () => zoom(1, 0.25),
    PageDown: () => { shown.y += fits(); draw(); }, PageUp: () => { shown.y -= fits(); draw(); }, Escape: clear,
  };
  parts.chart.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) clear();
  });

  const refresh = (): void => {
    select();
    // What is filtered away is told no longer.
    if (chosen && !lanes.includes(chosen.lane)) clear();
    else if (!chosen) goHome();
    shown = { x: opening(), y: 0 };
    remember();
    recount();
    fill();
    draw();
  };

  const options = (names: string[], spelled: (name: string) => string): HTMLOptionElement[] =>
    [...names].sort((a, b) => +!a - +!b || a.localeCompare(b, state.lang)).map((name) => el("option", { value: name }, spelled(name)));
  const field = (key: string, control: HTMLElement): HTMLElement => el("label", { class: "field" }, el("span", {}, t(key)), control);
  const chooser = (key: "land" | "role", names: string[], spelled = (name: string) => name): HTMLSelectElement => {
    const made = el("select", { id: key, onchange: () => { wanted[key] = made.value; refresh(); } }, el("option", { value: "*" }, t("all")), options(names, spelled));
    made.value = wanted[key];
    return made;
  };

  const legend = (): HTMLElement => {
    const sample = (key: string, ...shapes: SVGElement[]): HTMLElement => el("li", {}, svg("svg", { viewBox: "0 0 46 16", "aria-hidden": "true" }, ...shapes), el("span", {}, t(key)));
    return el("ul", { class: "legend" },
      sample("legendSure", svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "sure" })),
      sample("legendUnsure", svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "unsure" })),
      sample("legendAnnounced", svg("rect", { x: "20", y: "2", width: "6", height: "12", rx: "3", class: "unsure" })),
      sample("legendFormer", svg("linearGradient", { id: "comes" }, svg("stop", { offset: 0, class: "fades", "stop-opacity": 0 }), svg("stop", { offset: 1, class: "fades" })), svg("rect", { x: "2", y: "2", width: "40", height: "12", fill: "url(#comes)" }), svg("rect", { x: "41", y: "1", width: "3", height: "14", class: "sure" })),
      sample("legendOpen", svg("linearGradient", { id: "fades" }, svg("stop", { offset: 0, class: "fades" }), svg("stop", { offset: 1, class: "fades", "stop-opacity": 0 })), svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "open" })),
      sample("legendSeen", svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "sure" }), svg("rect", { x: "12", y: "11", width: "3", height: "3", class: "seen" }), svg("rect", { x: "31", y: "11", width: "3", height: "3", class: "seen" })),
      sample("legendActing", svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "acting" })),
      sample("legendHandover", svg("path", { d: "M12 2V14M34 2V14M12 8H34M29 4l5 4-5 4", class: "handover" })),
      sample("legendVacant", svg("rect", { x: "2", y: "2", width: "42", height: "12", class: "vacant" })),
      sample("legendConflict", svg("rect", { x: "2", y: "2", width: "42", height: "12", rx: "3", class: "contradicts" })));
  };

  const fill = (): void => {
    const rows = lanes.flatMap((lane) => lane.periods.map((period) => ({ heading: 3, cells: [
      [worded(lane.lands.join(", ") || landName(""))], [worded(period.role)], [worded(lane.body)],
      [el("button", { type: "button", class: "open", onclick: () => choose(lane, period) }, worded(period.person)), period.acting ? ` (${t("acting")})` : null, isAnnounced(period) ? ` (${t("announcedOnly")})` : null,
        period.conflicts.length ? el("span", { class: "badge wrong" }, count(period.conflicts.length, "conflict")) : null],
      [shortEdge(period.bounds[0], period.bounds[1])], [isAnnounced(period) && !period.bounds[3] ? "–" : shortEdge(period.bounds[2], period.bounds[3])], [number(period.evidence.length)],
    ] })));
    parts.table.replaceChildren(tabled(t("timelineCaption"), ["land", "office", "body", "person", "begin", "end", "evidence"], rows, ["evidence"]),
      rows.length ? "" : el("p", { class: "faint" }, t("nothing")));
    fitTable();
  };

  const write = (): void => {
    select();
    const search = el("input", { id: "text", type: "search", value: wanted.text, autocomplete: "off", spellcheck: "false", oninput: () => { wanted.text = search.value; refresh(); } });
    const only = el("input", { id: "conflicts-only", type: "checkbox", onchange: () => { wanted.conflicts = only.checked; refresh(); } });
    only.checked = wanted.conflicts;
    const conflicts = everything.filter(({ period }) => period.conflicts.length).length;
    parts.filters.replaceChildren(field("search", search), field("land", chooser("land", lands, landName)), field("role", chooser("role", roles)),
      conflicts ? el("label", { class: "check" }, only, t("conflictsOnly", { count: number(conflicts) })) : "",
      el("button", { type: "button", id: "reset", class: "wide", onclick: () => {
        Object.assign(wanted, { land: "*", role: "*", text: "", conflicts: false });
        write();
        refresh();
      } }, t("reset")), el("button", { type: "button", id: "png", class: "wide", onclick: () => {
        if (!chart) return;
        const sliders = (chart.getOption() as { dataZoom: { id: string; type: string }[] }).dataZoom.filter(({ type }) => type === "slider");
        savePng(chart, counts(), () => chart!.setOption({ dataZoom: sliders.map(({ id }) => ({ id, show: false })) } as Parameters<ECharts["setOption"]>[0]));
        draw();
      } }, t("savePng")), el("h2", { class: "label" }, t("legend")), legend());
    const button = (id: string, sign: string, key: string, act: () => void): HTMLElement => el("button", { type: "button", id, "aria-label": t(key), title: t(key), onclick: act }, sign);
    parts.controls.replaceChildren(button("zoom-in", "+", "zoomIn", () => zoom(0.7)), button("zoom-out", "−", "zoomOut", () => zoom(1 / 0.7)), button("fit", "⤢", "fit", fit));
    fill();
  };

  const home = (): Node[] => [
    el("h2", {}, t("welcome")), el("ul", { class: "hints" }, ["hintBar", "hintLane", ...(touched.matches ? ["hintTouch"] : ["hintZoom", "hintKeys"])].map((key) => el("li", {}, t(key)))),
    ...contradictions(),
  ];
  // Of what is shown: each with those who are in it, who are many where an office has many holders.
  const contradictions = (): Node[] => {
    const those = bars.filter(({ period }) => period.conflicts.length);
    if (!those.length) return [];
    const some = new Set(those.flatMap(({ period }) => period.conflicts)).size;
    return [el("section", {}, el("h3", {}, named("plurals", "conflicts"), el("span", { class: "number" }, number(some))),
      el("ul", { class: "others" }, those.slice(0, 8).map(({ lane, period }) =>
        el("li", {}, el("button", { type: "button", class: "open", onclick: () => choose(lane, period) }, bdi(period.person), el("span", { class: "when" }, bdi(`${lane.role} · ${lane.body}`)))))))];
  };

  const asked = recall();
  const counts = (): string => `${count(lanes.length, "officeCount")} · ${count(bars.length, "periodCount")} · ${count(articlesOf(bars.map((bar) => bar.period)), "articleCount")}`;
  open({ about: () => all.subtitle, counts, write, draw, home, again });
  shown = { x: opening(), y: 0 };
  draw();

  const find = (iri: string): void => {
    const period = everything.find((one) => one.period.iri === iri);
    const lane = data.lanes.find((one) => one.office === iri);
    if (period) choose(period.lane, period.period);
    else if (lane) choose(lane);
  };
  if (asked) find(asked);

  return {
    choose: find,
    visible: () => bars.map((bar) => bar.period.iri),
    shown: () => shown,
    // What stands on the left edge now.
    edge: (): string[] => {
      const { axis } = (chart as unknown as { getModel(): { getComponent(kind: string): { axis: { getViewLabels(): { formattedLabel: string }[] } } } }).getModel().getComponent("yAxis");
      return axis.getViewLabels().map((one) => one.formattedLabel);
    },
    // What stands on the upper edge now.
    years: (): string[] => {
      const { axis } = (chart as unknown as { getModel(): { getComponent(kind: string): { axis: { getViewLabels(): { formattedLabel: string }[] } } } }).getModel().getComponent("xAxis");
      return axis.getViewLabels().map((one) => one.formattedLabel.replace(/\{\w+\||\}/g, ""));
    },
    // Where the middle of a bar is on the page, in pixels.
    position: (iri: string) => {
      const bar = bars.find((one) => one.period.iri === iri)!;
      const sure = [bar.period.bounds[1] ?? bar.period.bounds[0], bar.period.bounds[2] ?? bar.period.bounds[3]].flatMap((bound) => (bound ? [stamp(bound.day)] : []));
      const at = sure.reduce((sum, one) => sum + one, 0) / (sure.length || 1);
      const [x, y] = chart!.convertToPixel({ gridIndex: 0 }, [at, bar.row]) as unknown as [number, number];
      const box = parts.chart.getBoundingClientRect();
      return { x: box.left + x, y: box.top + y };
    },
  };
};
