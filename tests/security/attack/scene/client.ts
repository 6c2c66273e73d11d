import { Agent, type IncomingHttpHeaders, request as httpRequest } from "node:http";
import type { Figures } from "./figures";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Milliseconds from asking to the last byte. */
  took: number;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

const PATIENCE_MS = 60_000;
const WORDS_OF_OVERLOAD = ["Hourbook is busy", "Too many files are"];

/**
 * A client that keeps to the rules: it asks, waits for the whole answer, and counts everything. Each has an address of
 * its own in 127.0.0.0/8, by which the server tells clients apart.
 */
export class Client {
  /** The session's cookie, once signed in. */
  cookie = "";
  private readonly agent: Agent;
  private readonly host: string;
  private readonly port: number;

  constructor(
    origin: string,
    private readonly figures: Figures,
    readonly address = "127.0.0.1",
    connections = 16,
  ) {
    const url = new URL(origin);
    this.host = url.host;
    this.port = Number(url.port);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, timeout: PATIENCE_MS });
  }

  /** Asks and counts; null where the connection broke. */
  async ask(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Answer | null> {
    this.figures.requests++;
    const started = performance.now();
    try {
      const answer = await this.exchange(path, method, headers, body);
      this.count(answer);
      return answer;
    } catch (error) {
      this.figures.dropped++;
      const after = Math.round(performance.now() - started);
      const words = `dropped: ${method} ${path.slice(0, 80)}: ${(error as Error).message} after ${after} ms`;
      if (this.figures.dropped <= 5) this.figures.notes.push(words);
      return null;
    }
  }

  /** Posts the fields of a form, as a browser does. */
  post(path: string, fields: Record<string, string> | URLSearchParams, headers: Record<string, string> = {}) {
    return this.ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: `http://${this.host}`, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /**
   * Signs in.
   * @throws Error when it does not work
   */
  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post("/sign-in", { email, password });
    this.keepCookie(answer);
    if (!this.cookie) throw new Error(`${email} cannot sign in: ${answer?.status}`);
  }

  /** Takes over the session that an answer starts or ends. */
  keepCookie(answer: Answer | null): void {
    const set = answer?.headers["set-cookie"]?.find((each) => each.startsWith("hourbook_session="));
    if (set) this.cookie = set.split(";", 1)[0]!;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange(path: string, method: string, headers: Record<string, string>, body?: Buffer | string) {
    const started = performance.now();
    return new Promise<Answer>((resolve, reject) => {
      const outgoing = httpRequest(
        {
          host: "127.0.0.1",
          port: this.port,
          path,
          method,
          agent: this.agent,
          localAddress: this.address,
          headers: { Host: this.host, ...(this.cookie && { Cookie: this.cookie }), ...lengthOf(body), ...headers },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", reject);
          incoming.once("end", () =>
            resolve({
              status: incoming.statusCode!,
              headers: incoming.headers,
              text: Buffer.concat(chunks).toString(),
              took: performance.now() - started,
            }),
          );
        },
      );
      outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy(new Error("no answer in a minute")));
      outgoing.once("error", reject);
      outgoing.end(body);
    });
  }

  private count({ status, text }: Answer): void {
    const { statuses } = this.figures;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status !== 503) return;
    if (WORDS_OF_OVERLOAD.some((words) => text.includes(words))) this.figures.overload++;
    else this.figures.busy++;
  }
}

const lengthOf = (body?: Buffer | string): Record<string, string> =>
  body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };

/** Does some work in so many lanes at once. */
export async function inLanes<Item>(items: Iterable<Item>, lanes: number, work: (item: Item) => Promise<unknown>) {
  const iterator = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
