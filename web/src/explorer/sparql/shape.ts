// What an answer can be shown as, by what its cells hold.
import type { Rows, Term } from "./answer";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DATE = /^\d{4}(-\d\d(-\d\d(T.*)?)?)?$/;
const FROM = /^(from|since|begin|began|begun|start|first|earliest|von|seit|beginn)/i;
const UNTIL = /(until|^to$|^end|^last|^latest|^bis|^ende|ended)/i;
const LOOKED_AT = 500;

export interface Shape {
  // columns of numbers to draw, and of what they are drawn over
  numbers: string[];
  over: string[];
  // whether the first of `over` is a time
  time: boolean;
  // columns of begin and end
  from: string;
  until: string;
  // columns of the ends of edges, of the words on them, and of what edges and ends are called
  edge: { source: string; target: string; verb: string } | null;
}

const filled = (rows: Rows["rows"], column: string): Term[] => rows.slice(0, LOOKED_AT).flatMap((row) => row[column] ?? []);
const every = (terms: Term[], test: (term: Term) => boolean): boolean => terms.length > 0 && terms.every(test);
const isNumber = (term: Term): boolean => term.type !== "uri" && NUMBER.test(term.value);
const isDate = (term: Term): boolean => term.type !== "uri" && DATE.test(term.value);
const isNode = (term: Term): boolean => term.type === "uri" || term.type === "bnode";

export function shape(answer: Pick<Rows, "columns" | "rows"> & { kind: "rows" | "triples" }): Shape {
  const { columns, rows } = answer;
  const cells = new Map(columns.map((column) => [column, filled(rows, column)]));
  const are = (test: (term: Term) => boolean): string[] => columns.filter((column) => every(cells.get(column)!, test));
  // four digits that are counted are no year, unless the column says so
  const dates = are(isDate).filter((column) => /year|jahr/i.test(column) || !cells.get(column)!.every((term) => /#(integer|decimal)$/.test(term.datatype ?? "")));
  const numbers = are(isNumber).filter((column) => !dates.includes(column));
  const over = [...dates, ...columns.filter((column) => !dates.includes(column) && !numbers.includes(column) && cells.get(column)!.length)];
  const from = dates.find((column) => FROM.test(column)) ?? "";
  const until = dates.find((column) => column !== from && UNTIL.test(column)) ?? "";
  const time = dates.length > 0 && !from;
  // a name goes before an IRI
  const named = [...over].sort((one, other) => Number(every(cells.get(one)!, isNode)) - Number(every(cells.get(other)!, isNode)));
  return { numbers: rows.length ? numbers : [], over: time ? over : named, time, from, until, edge: edgeOf(answer, are(isNode)) };
}

function edgeOf({ kind, columns, rows }: Pick<Rows, "columns" | "rows"> & { kind: "rows" | "triples" }, nodes: string[]): Shape["edge"] {
  if (!rows.length) return null;
  if (kind === "triples") return { source: "subject", target: "object", verb: "predicate" };
  const called = (...words: string[]): string => columns.find((column) => words.includes(column.toLowerCase())) ?? "";
  const source = called("subject", "s", "sub", "source");
  const target = called("object", "o", "obj", "target");
  const verb = called("predicate", "p", "pred", "relation", "property");
  if (source && target) return { source, target, verb };
  // two columns of things, as in a list of pairs
  const [one, other] = nodes.filter((column) => !/article|evidence|statement|url|status|modality|relation|predicate/i.test(column));
  return one && other ? { source: one, target: other, verb } : null;
}

// The column with the name of a thing in another column: `oneName` for `one`; the same column if there is none.
export function nameColumn(columns: string[], column: string): string {
  return columns.find((other) => [`${column}name`, `${column}label`, `${column}title`].includes(other.toLowerCase())) ?? (column === "person" && columns.includes("name") ? "name" : column);
}
