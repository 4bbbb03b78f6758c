// Decisions are sent to the server, whose file of corrections is the state.
import { type Decision, type Item, judged, type Judgement, type Ledger } from "./queue";

// The server does not take the token, or the file is another one than this page has read.
export class NotAdmitted extends Error {}
class Changed extends Error {}

const PATH = "api/review/decisions.json";

export class Sent implements Ledger {
  judgements: Judgement[] = [];
  private version = "";

  constructor(private readonly token: string) {}

  async read(): Promise<void> {
    const told = await this.sent("GET");
    this.version = told.version;
    this.judgements = told.judgements;
  }

  async decide(one: Item, decision: Decision): Promise<Judgement[] | null> {
    const again = async (): Promise<Judgement[] | null> => {
      const told = await this.sent("POST", decision);
      this.version = told.version;
      this.judgements.push(...told.judgements);
      return told.judgements;
    };
    try {
      return await again();
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      await this.read();
      return judged(one, this.judgements).length ? null : again();
    }
  }

  async takeBack(iris: string[]): Promise<void> {
    const query = new URLSearchParams(iris.map((iri) => ["judgement", iri]));
    try {
      const told = await this.sent("DELETE", undefined, `?${query}`);
      this.version = told.version;
      this.judgements = this.judgements.filter((one) => !iris.includes(one.judgement));
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      await this.read();
      throw new Error("changed");
    }
  }

  private async sent(method: string, body?: unknown, query = ""): Promise<{ version: string; judgements: Judgement[] }> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.token}` };
    if (method !== "GET") headers["If-Match"] = `"${this.version}"`;
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(PATH + query, { method, headers, body: body ? JSON.stringify(body) : null });
    if (answer.status === 401) throw new NotAdmitted();
    if (answer.status === 412) throw new Changed();
    if (!answer.ok) throw new Error((await answer.text()).trim());
    return (await answer.json()) as { version: string; judgements: Judgement[] };
  }
}
