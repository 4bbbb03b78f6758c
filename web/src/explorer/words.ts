// Texts of one view, in the language that the reader has chosen.
import { lang, type Lang } from "./wording";

type Table = Record<string, string>;

export function words<T extends Table>(texts: Record<Lang, T>): (word: keyof T & string, values?: Record<string, string | number>) => string {
  return (word, values = {}) => texts[lang][word]!.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
