import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Answer, percentile, visit } from "./visit";

/** Somebody who wants a place in an offering, signed in. */
export interface Registrant {
  cookie: string;
  offeringId: string;
}

export const STEPS = ["catalog", "offering", "form", "register", "confirmation"] as const;
type Step = (typeof STEPS)[number];

/** What a crowd met with. */
export class Tally {
  readonly times = new Map<Step, number[]>(STEPS.map((step) => [step, []]));
  readonly outcomes = { registered: 0, refused: 0, busy: 0, failed: 0 };
  /** The first answers that were not as they should be. */
  readonly faults: string[] = [];

  note(step: Step, { status, milliseconds }: Answer): void {
    this.times.get(step)!.push(milliseconds);
    if (status === 503) this.outcomes.busy++;
    else if (status >= 400) this.fail(`${step}: ${status}`);
  }

  fail(what: string): void {
    this.outcomes.failed++;
    if (this.faults.length < 5) this.faults.push(what);
  }

  /** Of every answer, milliseconds. */
  get all(): number[] {
    return STEPS.flatMap((step) => this.times.get(step)!);
  }

  get p95(): number {
    return percentile(this.all, 0.95);
  }
}

/** One person's morning: looks through the catalog, opens the offering, registers, and reads what came of it. */
async function register(origin: string, { cookie, offeringId }: Registrant, tally: Tally): Promise<void> {
  const look = async (step: Step, path: string, form?: URLSearchParams) => {
    const answer = await visit(origin + path, { cookie, ...(form && { form }) });
    tally.note(step, answer);
    return answer;
  };
  await look("catalog", "/catalog");
  await look("offering", `/offerings/${offeringId}`);
  const page = `/offerings/${offeringId}/register`;
  const shown = await look("form", page);
  if (shown.status !== 200) return;
  const sent = await look("register", page, hiddenFields(textOf(shown)));
  const place = sent.headers.location;
  if (sent.status !== 302 || typeof place !== "string") {
    if (sent.status < 500) tally.outcomes.refused++;
    return;
  }
  const { status } = await look("confirmation", place);
  if (status === 200) tally.outcomes.registered++;
}

function textOf({ body, headers }: Answer): string {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(body).toString();
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}

/** What the form sends without anybody typing, such as the mark by which a second tap is known. */
function hiddenFields(html: string): URLSearchParams {
  const start = html.indexOf('id="register"');
  const form = html.slice(start, html.indexOf("</form>", start));
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields.append(name, /value="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  return fields;
}

/** Lets people come evenly over some seconds, however long the pages take, and waits for the last of them. */
export async function come(
  origin: string,
  people: readonly Registrant[],
  seconds: number,
  tally: Tally,
): Promise<void> {
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (const [index, person] of people.entries()) {
    const wait = (index * seconds * 1_000) / people.length - (performance.now() - start);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    under.push(register(origin, person, tally).catch((error: Error) => tally.fail(error.message)));
  }
  await Promise.all(under);
}
