// Which words are alike: forms of one word, and a word with letters that are wrong. What `govgraph find` knows of German, in a
// few lines: endings and umlauts.
const ENDING = /(?:ern|en|er|em|es|e|n|s)$/;
const STEM = 3, LEAST = 4, LONG = 8;

// A word, or a text, with the forms of a word made one: `gesetzes` and `gesetze` become `gesetz`, `aemter` becomes `amt`.
export const formed = (text: string): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const stem = word.replace(ENDING, "");
    return (stem.length < STEM ? word : stem).replace(/([aou])e(?=[^aeiou])/g, "$1");
  });

// Whether a text has a word that differs in a letter, in two where the word is long; or begins so, while it is typed.
export function near(text: string, word: string): boolean {
  const most = word.length < LEAST ? 0 : word.length < LONG ? 1 : 2;
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).some((one) => apart(one, word, most) || (one.length > word.length && apart(one.slice(0, word.length), word, most)));
}

// Whether two words are at most so many letters apart: another, one more or less, two in the wrong order.
function apart(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let [above, before] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      now[at] = Math.min(before[at]! + 1, now[at - 1]! + 1, before[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) now[at] = Math.min(now[at]!, above[at - 2]! + 1);
    }
    if (Math.min(...now) > most) return false;
    [above, before] = [before, now];
  }
  return before[other.length]! <= most;
}
