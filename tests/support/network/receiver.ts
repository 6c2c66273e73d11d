import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A message as it arrived. */
export interface Received {
  id: string;
  timestamp: number;
  body: { type: string; data: Record<string, unknown> };
  /** Whether the signature is that of Standard Webhooks under the secret, computed here anew. */
  isGenuine: boolean;
}

/** A real server of a district's payroll, on this machine: takes messages, or answers with another status while it is told to. */
export async function startReceiver() {
  const received: Received[] = [];
  const state = { secret: "", status: 204, answer: "" };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString("utf8");
      const said = (name: string) => String(request.headers[name]);
      const key = Buffer.from(state.secret.replace("whsec_", ""), "base64");
      const signed = `${said("webhook-id")}.${said("webhook-timestamp")}.${text}`;
      const signature = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
      received.push({
        id: said("webhook-id"),
        timestamp: Number(said("webhook-timestamp")),
        body: JSON.parse(text) as Received["body"],
        isGenuine: said("webhook-signature") === signature,
      });
      response.writeHead(state.status).end(state.status === 204 ? undefined : state.answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received, state };
}
