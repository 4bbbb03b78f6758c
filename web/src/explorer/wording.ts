// Texts of the pages, in the language that the reader has chosen.
import { spoken } from "../shared/language";
import messages from "./messages.json";

export type Lang = keyof typeof messages;
type Word = Exclude<keyof (typeof messages)["de"], "modalityNames">;

const KEPT = "govgraph-lang";

function chosen(): Lang {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === "de" || kept === "en") return kept;
  } catch {
    // storage is not allowed here: the language of the browser decides
  }
  // a site may have been written to open in a language
  const told = document.documentElement.dataset["lang"];
  return told === "de" || told === "en" ? told : spoken();
}

export const lang: Lang = chosen();

export function changeLanguage(): void {
  try {
    localStorage.setItem(KEPT, lang === "de" ? "en" : "de");
  } catch {
    return;
  }
  location.reload();
}

export type Values = Record<string, string | number>;

// A text with its {places} filled; what is not given stays.
export const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export function say(word: Word, values: Values = {}): string {
  return filled(messages[lang][word], values);
}

export function modality(name: string): string {
  return (messages[lang].modalityNames as Record<string, string>)[name] ?? name;
}

export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split("-");
  if (!year) return say("noDate");
  if (lang === "en") return date;
  return [dayOfMonth, month, year].filter(Boolean).join(".");
}

export const number = (value: number): string => value.toLocaleString(lang);
