import SqliteDatabase from "better-sqlite3";
import { copyFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { type Scene, signedIn } from "../scene/arena";
import { aim, noFigures } from "../scene/figures";
import { pause } from "../scene/raw";
import { makeReadyClaims, POSTING_AT } from "./ready-claims";

const CLAIMS = 300;

/** What a download came to: bytes, and whether the connection said that this was all. */
interface Download {
  bytes: Buffer;
  whole: boolean;
}

/** SIGTERM in the middle of long work: a download is whole or is seen to be broken, a posting is done or not begun. */
export async function run(scene: Scene): Promise<void> {
  await stopDownload(scene, false);
  await stopDownload(scene, true);
  const prepared = scene.arena.copy("stop-posting");
  makeReadyClaims(prepared, CLAIMS);
  writeFileSync(`${prepared}.clock`, String(POSTING_AT));
  for (const delay of [0, 5, 20, 60, 150, 400]) await stopPosting(scene, prepared, delay);
}

async function stopDownload({ arena, figures }: Scene, large: boolean): Promise<void> {
  const file = arena.copy(`stop-download-${large}`);
  if (large) employEverybody(file);
  const server = await arena.serve(file);
  const hr = await signedIn({ server, figures: noFigures() }, "hr");
  const page = await hr.ask("/hr/transcripts");
  const people = [
    ...(page?.text ?? "").matchAll(/name="person"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="person"/g),
  ];
  const ids = people.map((found) => (found[1] ?? found[2])!);
  const action = /action="(\/hr\/transcripts\/archive[^"]*)"/.exec(page?.text ?? "")?.[1]?.replaceAll("&amp;", "&");
  const body = new URLSearchParams([["intent", "download"], ...ids.map((id) => ["person", id])]).toString();
  const stopping: Promise<number | null>[] = [];
  const download = await receive(server.origin, action ?? "/hr/transcripts/archive", body, hr.cookie, () => {
    if (stopping.length === 0) stopping.push(server.stop());
  });
  const code = await stopping[0];
  const isZip =
    download.bytes.includes(Buffer.from("manifest.csv")) && download.bytes.subarray(-22).readUInt32LE(0) === 0x06054b50;
  figures.notes.push(
    `SIGTERM in the middle of an archive of ${ids.length} people: ${download.bytes.length} bytes, ` +
      `${download.whole ? "whole" : "broken off, which the client sees"}, exit code ${code}`,
  );
  aim(figures, ids.length > 5, `only ${ids.length} people were chosen`);
  aim(figures, !download.whole || isZip, "a file that is not whole looks whole");
  // What takes longer than a stopping server waits is cut, and the exit code says so.
  aim(figures, code === (download.whole ? 0 : 1), `the exit code was ${code}`);
  hr.close();
}

/** All of the demo's people work for the district whose HR downloads: an archive that takes longer than a stop waits. */
function employEverybody(file: string): void {
  const db = new SqliteDatabase(file);
  const highline = db.prepare("select id from organisations where name = 'Highline'").pluck().get();
  db.prepare("update or ignore affiliations set organisation_id = ?").run(highline);
  db.close();
}

function receive(origin: string, path: string, body: string, cookie: string, onFirst: () => void): Promise<Download> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const settle = (whole: boolean) => resolve({ bytes: Buffer.concat(chunks), whole });
    const headers = {
      Cookie: cookie,
      Origin: origin,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
    };
    const outgoing = request(new URL(path, origin), { method: "POST", headers }, (incoming) => {
      incoming.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        onFirst();
      });
      incoming.once("end", () => settle(incoming.complete));
      incoming.once("error", () => settle(false));
    });
    outgoing.once("error", () => settle(false));
    outgoing.end(body);
  });
}

/** Posts all claims that agree, and tells the server to stop some milliseconds later. */
async function stopPosting({ arena, figures }: Scene, prepared: string, delay: number): Promise<void> {
  const file = `${prepared}-${delay}`;
  copyFileSync(prepared, file);
  const clock = { HOURBOOK_MODE: "test", TEST_CLOCK_FILE: `${prepared}.clock` };
  const before = countCredits(file);
  const server = await arena.serve(file, clock);
  const own = noFigures();
  const registrar = await signedIn({ server, figures: own }, "registrar");
  const answer = registrar.post("/registrar", { intent: "post", matching: "1" });
  await pause(delay);
  const code = await server.stop();
  const status = (await answer)?.status;
  const after = countCredits(file);
  registrar.close();
  const again = await arena.serve(file, clock);
  const later = await signedIn({ server: again, figures: noFigures() }, "registrar");
  await later.post("/registrar", { intent: "post", matching: "1" });
  later.close();
  await again.stop();
  const end = countCredits(file);
  figures.notes.push(
    `SIGTERM ${delay} ms after posting began: ${after.all - before.all} posted, answer ${status ?? "none"}, exit code ${code}; ` +
      `after a restart and once more: ${end.all - before.all} posted, ${end.doubled} twice`,
  );
  aim(figures, code === 0, `the exit code was ${code} while posting`);
  const all = end.all - before.all;
  aim(figures, all >= CLAIMS, `only ${all} claims were posted`);
  aim(figures, [0, all].includes(after.all - before.all), `a posting of ${all} was cut at ${after.all - before.all}`);
  aim(
    figures,
    status !== 302 || after.all - before.all === all,
    "the registrar was told of a posting that was not made",
  );
  aim(figures, end.doubled === 0, `${end.doubled} claims were posted twice`);
}

function countCredits(file: string): { all: number; doubled: number } {
  const db = new SqliteDatabase(file, { readonly: true });
  const all = db.prepare("select count(*) from credits").pluck().get() as number;
  const doubled = db
    .prepare("select count(*) from (select 1 from credits group by claim_id, version having count(*) > 1)")
    .pluck()
    .get() as number;
  db.close();
  return { all, doubled };
}
