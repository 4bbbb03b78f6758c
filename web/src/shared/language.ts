// The language of the browser, of those that the pages speak.
export const spoken = (): "de" | "en" => (navigator.language.toLowerCase().startsWith("de") ? "de" : "en");
