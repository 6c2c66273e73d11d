import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { receiveBody, type ReceivedBody, releaseBody } from "~/platform/serving/received-body.server";

const LIMIT = 1_000;

/** A real server that receives one body after another with a limit, and says what came of it. */
async function receiving(limit = LIMIT) {
  const outcomes: ReceivedBody[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    void receiveBody(request, limit).then((outcome) => {
      outcomes.push(outcome);
      releaseBody(outcome);
      response.statusCode = outcome.ok ? 200 : 413;
      response.end(outcome.ok ? String(outcome.length) : outcome.reason);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { outcomes, port, url: `http://127.0.0.1:${port}/` };
}

test("a body within the limit comes whole", async () => {
  const { url } = await receiving();
  expect(await (await fetch(url, { method: "POST", body: "x".repeat(LIMIT) })).text()).toBe(String(LIMIT));
});

test("a body over the limit is refused in words, although all of it is sent", async () => {
  const { url } = await receiving();
  const answer = await fetch(url, { method: "POST", body: Buffer.alloc(20_000_000) });
  expect([answer.status, await answer.text()]).toEqual([413, "too-large"]);
});

test("a body in pieces of unknown number is counted as it arrives", async () => {
  const { url, outcomes } = await receiving();
  const pieces = async function* () {
    for (let i = 0; i < 5_000; i++) yield Buffer.alloc(1_000);
  };
  const body = pieces() as unknown as BodyInit;
  const answer = await fetch(url, { method: "POST", body, duplex: "half" });
  expect(answer.status).toBe(413);
  expect(outcomes).toEqual([{ ok: false, reason: "too-large" }]);
});

test("whoever leaves in the middle costs nothing", async () => {
  const { port, outcomes } = await receiving();
  const socket = connect(port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nhalf of it");
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  for (let i = 0; i < 100 && outcomes.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(outcomes).toEqual([{ ok: false, reason: "gone" }]);
});
