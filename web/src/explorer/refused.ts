// A query that got no answer, and why.
export type Trouble = "syntax" | "time" | "busy" | "size" | "refused" | "unreachable" | "broken";

export class Refused extends Error {
  constructor(readonly trouble: Trouble, message: string) {
    super(message);
  }
}
