import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 4_000 });

export interface Answer {
  status: number;
  /** Of the body as it was sent. */
  bytes: number;
  /** From the request to the last byte. */
  milliseconds: number;
  body: Buffer;
  headers: Record<string, string | string[] | undefined>;
}

/** Asks for a page as a browser does, packed; or posts a form. */
export function visit(
  url: string,
  { cookie, form, from }: { cookie?: string | undefined; form?: URLSearchParams; from?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = {
      "Accept-Encoding": "br, gzip",
      Accept: "text/html",
      ...(cookie ? { Cookie: cookie } : {}),
      ...(from ? { "X-Forwarded-For": from } : {}),
      ...(form ? { "Content-Type": "application/x-www-form-urlencoded", Origin: new URL(url).origin } : {}),
    };
    const sent = request(url, { agent, method: form ? "POST" : "GET", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const milliseconds = performance.now() - start;
        resolve({
          status: response.statusCode ?? 0,
          bytes: body.length,
          milliseconds,
          body,
          headers: response.headers,
        });
      });
    });
    sent.on("error", reject);
    sent.end(form?.toString());
  });
}

/** The value below which a share of some figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
