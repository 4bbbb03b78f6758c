// Texts of one view, in the language that the reader has chosen.
import { filled, lang, type Lang, type Values } from "./wording";

type Table = Record<string, string>;

export function words<T extends Table>(texts: Record<Lang, T>): (word: keyof T & string, values?: Values) => string {
  return (word, values = {}) => filled(texts[lang][word]!, values);
}
