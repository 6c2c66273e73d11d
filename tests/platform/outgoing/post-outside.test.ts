import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { env } from "~/platform/env.server";
import { faultOfUrl, openLookup, postOutside } from "~/platform/outgoing/post-outside.server";

afterEach(() => {
  env.WEBHOOK_PRIVATE_ADDRESSES = "no";
});

const allow = () => (env.WEBHOOK_PRIVATE_ADDRESSES = "yes");

/** A server on this machine; gives where it is, and how often it was reached. */
async function listen(answer: RequestListener) {
  const seen = { count: 0 };
  const server = createServer((request, response) => {
    seen.count++;
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

const post = (url: string) => postOutside(url, { body: "{}", headers: {} });

test("private addresses are refused by number and by name, and nothing reaches them", async () => {
  const { port, seen } = await listen((_request, response) => response.end("inside"));
  for (const host of [
    "127.0.0.1",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "2130706433",
    "0x7f.1",
    "169.254.169.254",
  ]) {
    expect(await post(`https://${host}:${port}/`), host).toEqual({
      status: null,
      answer: "Hourbook sends nothing to private addresses.",
    });
  }
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ status: null });
  expect(seen.count).toBe(0);
});

/** What the lookup of a connection gives for a name. */
const lookUp = (name: string) =>
  new Promise<{ error: string | null; address: unknown }>((done) =>
    openLookup(name, {}, (error, address) => done({ error: error?.message ?? null, address })),
  );

test("what a name stands for is looked at when the connection is made, and that very address is used", async () => {
  // A name that is known on every machine, whatever it is called where its records are changed (DNS rebinding).
  expect(await lookUp("localhost")).toEqual({
    error: expect.stringContaining("private address") as string,
    address: "",
  });
  allow();
  expect(await lookUp("localhost")).toEqual({
    error: null,
    address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as string,
  });
});

test("where the environment allows it, a message arrives, and the answer's first words are kept", async () => {
  allow();
  const { port } = await listen((_request, response) => response.writeHead(202).end("taken ".repeat(1_000)));
  const answer = await post(`http://127.0.0.1:${port}/`);
  expect(answer.status).toBe(202);
  expect(answer.answer).toHaveLength(300);
});

test("a redirect is an answer, and is not followed", async () => {
  allow();
  const inside = await listen((_request, response) => response.end("inside"));
  const { port } = await listen((_request, response) =>
    response.writeHead(307, { Location: `http://127.0.0.1:${inside.port}/` }).end(),
  );
  expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: 307, answer: "" });
  expect(inside.seen.count).toBe(0);
});

test("an answer without an end is not waited for", async () => {
  allow();
  const { port } = await listen((_request, response) => {
    response.writeHead(200);
    const go = () => void (response.destroyed || response.write("x".repeat(2_048), go));
    go();
  });
  expect((await post(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test("nothing there, a cut line and a stop are said in words", async () => {
  allow();
  const { port } = await listen((request) => void request.socket.destroy());
  expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: null, answer: "The connection was cut off." });
  expect(await post("http://127.0.0.1:1/")).toEqual({ status: null, answer: "Nothing answers there." });
  const signal = AbortSignal.abort();
  expect((await postOutside("http://127.0.0.1:1/", { body: "", headers: {}, signal })).status).toBeNull();
});

test.each([
  ["https://payroll.example/hook", null],
  ["https://payroll.example:8443/hook", null],
  ["http://payroll.example/hook", "https"],
  ["https://10.0.0.1/", "private"],
  ["https://localhost/", "private"],
  ["https://payroll.localhost/", "private"],
])("%s: %s", (url, fault) => {
  if (fault === null) expect(faultOfUrl(url)).toBeNull();
  else expect(faultOfUrl(url)).toContain(fault);
});
