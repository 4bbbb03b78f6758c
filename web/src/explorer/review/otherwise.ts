// What the words say instead: the same statement with other ends, predicate or modality.
import { h } from "../elements";
import type { Index } from "../source";
import { term } from "../statements";
import { modality } from "../wording";
import texts from "./messages.json";
import type { Offered, Row } from "./queue";

const OFFICE = "holdsOffice";
type Say = (word: keyof (typeof texts)["de"], values?: Record<string, string | number>) => string;

export function form(row: Row, offered: Offered, all: Index, say: Say, save: (claim: Record<string, string>) => void, cancel: () => void): HTMLElement {
  const office = row.predicate === OFFICE;
  const label = (iri: string): string => offered.things[iri]?.[0] ?? iri;
  // several things may have one name: the kind at the end of the IRI then tells them apart
  const called = new Map<string, string>();
  for (const [iri, name] of [[row.subject, label(row.subject)], [row.object, label(row.object)], ...all.entities] as [string, string][])
    if (!called.has(name)) called.set(name, iri);
    else if (called.get(name) !== iri) called.set(`${name} (${iri.split("/").slice(-2).join("/")})`, iri);
  const names = h("datalist", { id: "things" }, ...[...called.keys()].map((name) => h("option", { value: name })));
  const field = (value: string, list = ""): HTMLInputElement => h("input", { type: "text", value, ...(list && { list, title: say("pick") }) }) as HTMLInputElement;
  const select = (options: [string, string][], value: string): HTMLSelectElement =>
    h("select", {}, ...options.map(([key, text]) => h("option", { value: key, selected: key === value }, text))) as HTMLSelectElement;
  const subject = field(label(row.subject), "things");
  const object = field(label(row.object), "things");
  const predicate = select(offered.words.predicates.map((one) => [one, term(one)]), row.predicate);
  const role = select(offered.roles.map((one) => [one, label(one)]), row.role);
  const how = select((office ? offered.words.statuses : offered.words.modalities).map((one) => [one, modality(one)]), row.modality);
  const [since, until] = [field(row.since), field(row.until)];
  const alert = h("p", { role: "alert", class: "small" });
  const submit = (event: Event): void => {
    event.preventDefault();
    const ends = [subject, object].map((one) => called.get(one.value.trim()) ?? "");
    const wrong = [subject, object].find((_, at) => !ends[at]);
    if (wrong) return void (alert.textContent = say("unknown", { name: wrong.value }));
    const claim = { subject: ends[0]!, object: ends[1]!, modality: how.value };
    save(office ? { ...claim, predicate: OFFICE, role: role.value, object: row.object === row.role && object.value === label(row.object) ? role.value : ends[1]!, since: since.value.trim(), until: until.value.trim() } : { ...claim, predicate: predicate.value });
  };
  const labelled = (word: Parameters<Say>[0], one: HTMLElement): HTMLElement => h("label", {}, say(word), one);
  return h("form", { submit }, names, labelled(office ? "person" : "subject", subject), office ? labelled("office", role) : labelled("predicate", predicate),
    labelled(office ? "body" : "object", object), labelled("modality", how), ...(office ? [labelled("since", since), labelled("until", until)] : []),
    h("button", {}, say("save")), h("button", { type: "button", click: cancel }, say("cancel")), alert);
}
