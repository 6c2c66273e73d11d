import { renameSync, unlinkSync } from "node:fs";
import { type Scene, signedIn } from "../scene/arena";
import { Client } from "../scene/client";
import { aim } from "../scene/figures";
import { listRoutes } from "../scene/forms";
import { readIds, withId } from "../scene/ids";
import { pause, say } from "../scene/raw";

/** What stands behind the method and is no address of a page. */
const NONE_OF_OURS = [
  "/%",
  "/%zz",
  "/%E0%A4%A",
  "/catalog%00",
  "/%0a",
  "/%0d%0aX:1",
  "/catalog?x=%",
  "http://evil.example/",
  "http://localhost/catalog",
  "evil.example:443",
  "*",
  `/${"a".repeat(9_000)}`,
];
const FINE = ["/catalog?x=%", "/catalog?q=%FF", "/catalog?q=%00"];
const METHODS = ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE", "MKCOL"];

/** Addresses that are none, methods that no page has, and a database that is deleted while it is served. */
export async function run(scene: Scene): Promise<void> {
  await askForNothing(scene);
  await tryMethods(scene);
  await loseFile(scene, "");
  await loseFile(scene, "-wal");
}

async function askForNothing({ server, figures }: Scene): Promise<void> {
  const { host } = new URL(server.origin);
  for (const method of ["GET", "POST"]) {
    for (const target of NONE_OF_OURS.filter((each) => !FINE.includes(each))) {
      const status = await say(
        server.origin,
        `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`,
      );
      figures.requests++;
      aim(figures, status === 400, `${method} ${target.slice(0, 40)} was answered ${status}`);
    }
  }
  for (const target of FINE) {
    const status = await say(server.origin, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    aim(figures, status !== null && status < 500, `GET ${target} was answered ${status}`);
  }
  const wrong = {
    "no host": "GET / HTTP/1.1\r\n\r\n",
    "two hosts": `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`,
    "a host that is none": "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
    "a header of 100 KB": `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${"a".repeat(100_000)}\r\n\r\n`,
    "5,000 headers": `GET / HTTP/1.1\r\nHost: ${host}\r\n${"A: b\r\n".repeat(5_000)}\r\n`,
    "a cookie of 10 KB": `GET /desk HTTP/1.1\r\nHost: ${host}\r\nCookie: hourbook_session=${"a".repeat(10_000)}\r\n\r\n`,
    "a cookie that is none": `GET /desk HTTP/1.1\r\nHost: ${host}\r\nCookie: hourbook_session=%; __toast=%zz; =;;;\r\n\r\n`,
    "no HTTP at all": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "an old HTTP": "GET /\r\n\r\n",
  };
  for (const [name, words] of Object.entries(wrong)) {
    const status = await say(server.origin, words);
    figures.requests++;
    figures.notes.push(`${name}: ${status}`);
    aim(figures, status === null || status < 500, `${name} was answered ${status}`);
  }
}

async function tryMethods(scene: Scene): Promise<void> {
  const { figures, databaseFile } = scene;
  const admin = await signedIn(scene, "admin");
  const idsFor = readIds(databaseFile);
  for (const { path, source } of listRoutes()) {
    const address = withId(path, idsFor(path)[0] ?? "0");
    for (const method of METHODS) {
      const answer = await admin.ask(address, { method });
      aim(figures, answer?.status === 405, `${method} ${address} was answered ${answer?.status}`);
    }
    if (/export (async )?(function|const) action\b/.test(source)) continue;
    const answer = await admin.post(address, {});
    aim(figures, answer?.status === 405, `POST ${address}, which takes none, was answered ${answer?.status}`);
  }
  admin.close();
}

/** Whoever deletes the file, or the log of its newest changes, is told by /ready; the process lives, and saves what it holds. */
async function loseFile({ arena, figures }: Scene, suffix: string): Promise<void> {
  const file = arena.copy(`lost${suffix}`);
  const server = await arena.serve(file);
  const client = new Client(server.origin, { ...figures, statuses: new Map() });
  await client.ask("/catalog");
  const before = await client.ask("/ready");
  aim(figures, before?.status === 200, `/ready was answered ${before?.status} before anything was deleted`);
  if (suffix) unlinkSync(file + suffix);
  else renameSync(file, `${file}.gone`);
  await pause(1_200);
  const [health, ready] = [await client.ask("/health"), await client.ask("/ready")];
  const name = suffix ? "its log file is deleted" : "the database file is moved away";
  figures.notes.push(`${name}: /health ${health?.status}, /ready ${ready?.status} ${ready?.text.slice(0, 120)}`);
  aim(figures, health?.status === 200, `${name}: /health was answered ${health?.status}`);
  aim(figures, ready?.status === 503 && ready.text.includes("gone"), `${name}: /ready was answered ${ready?.status}`);
  client.close();
  aim(figures, (await server.stop()) === 1, `${name}: it ended as if nothing had happened`);
  aim(figures, server.output().includes("is saved in"), `${name}: nothing was saved`);
}
