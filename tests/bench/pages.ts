import { fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import path from "node:path";
import { signIn } from "./scale/server";
import type { Database } from "~/platform/database/database.server";
import { startServer } from "../e2e/server-process";
import { makeCourse, makeOffering, makePerson } from "../support/factories";
import { compare } from "./compare";

const OFFERINGS = 30;
const REQUESTS = 400;
const AT_ONCE = 8;

/** The catalog of a server of its own, for visitors and for somebody signed in, against a bare answer of the same bytes. */
export async function run(db: Database): Promise<void> {
  for (let i = 0; i < OFFERINGS; i++) makeOffering(db, { courseId: makeCourse(db, { title: `Course ${i}` }) });
  const cookie = await signIn(db, makePerson(db).accountId);
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name });
  const html = await (await fetch(`${server.origin}/catalog`)).text();
  const bare = fork(path.resolve("tests/bench/apart/bare-express.ts"), { execArgv: ["--import", "tsx"] });
  await once(bare, "message");
  bare.send(html);
  const [port] = (await once(bare, "message")) as [number];
  const floor = () => askMany(`http://127.0.0.1:${port}/`);
  const against = `floor: Express that packs the same ${html.length} bytes with Brotli for each of ${REQUESTS} requests`;
  try {
    await compare({
      name: "catalog for visitors",
      ...{ against, floor, rounds: 9, aim: 0.5 },
      ours: () => askMany(`${server.origin}/catalog`),
    });
    await compare({
      name: "catalog for somebody signed in",
      ...{ against, floor, rounds: 5 },
      ours: () => askMany(`${server.origin}/catalog`, cookie),
    });
  } finally {
    bare.kill();
    await server.stop();
  }
}

/** Asks for a page many times, some at once, as browsers do. */
async function askMany(address: string, cookie?: string): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = REQUESTS;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { "Accept-Encoding": "br", ...(cookie && { Cookie: cookie }) };
      http
        .get(address, { agent, headers }, (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`));
          answer.resume().once("end", resolve);
        })
        .once("error", reject);
    });
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await ask();
    }),
  );
  agent.destroy();
}
