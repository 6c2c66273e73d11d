import { createServer } from "node:http";
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { env } from "~/platform/env.server";
import { action } from "~/routes/services/webhooks.mail-bounce";

export const SECRET = "a secret of the mail server";

/** The one address of Hourbook that takes mail which came back, on loopback, until the test ends. */
export async function startReturnedMailServer() {
  const before = env.MAIL_BOUNCE_SECRET;
  env.MAIL_BOUNCE_SECRET = SECRET;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const headers = new Headers(request.headers as Record<string, string>);
      const sent = new Request("http://hourbook.test/webhooks/mail-bounce", { method: "POST", body, headers });
      const answer = await action({ request: sent, params: {}, context: {} }).catch((error: unknown) => {
        if (error instanceof Response) return error;
        throw error;
      });
      response.writeHead(answer.status).end(await answer.text());
    })();
  });
  const start = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await start(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(async () => {
    env.MAIL_BOUNCE_SECRET = before;
    await stop();
  });
  return { url: `http://127.0.0.1:${address.port}`, start, stop };
}

/** A folder that everybody may look into, until the test ends. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-alias-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A configuration of the alias's command. */
export function writeConfiguration(folder: string, values: Record<string, string>): string {
  const file = path.join(folder, "mail-bounce.conf");
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(file, `# Of Hourbook\n${lines.join("")}`);
  return file;
}
