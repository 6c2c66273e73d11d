import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Database } from "~/platform/database/database.server";
import { type RunningServer, startServer } from "../e2e/server-process";
import { give, makePerson, organisationId, type TestPerson } from "../support/factories";
import { memoryMb } from "../e2e/server-memory";
import { insertArchivePeople } from "./archive-people";
import { tell } from "./figures";
import { hasBuild, lookIdle, lookWhile, tellBeside } from "./looks";
import { signIn } from "./scale/server";
import { percentile } from "./scale/visit";

const TRANSCRIPTS = 1_000;
const LOOKS = 200;
const CREDITS = 30;
const AIMS = { memoryMb: 300, firstByteMs: 300 };

/**
 * A thousand transcripts of thirty credits as one ZIP, asked for by HR of the built server: the most memory that its
 * process held, and how long the catalog's page takes meanwhile, against what it takes when nothing else goes on. And
 * how long one person waits for the first byte of their own. Needs a build, and Linux for the memory.
 */
export async function run(db: Database): Promise<void> {
  if (!hasBuild("A ZIP of 1,000 transcripts")) return;
  const people = insertArchivePeople(db, TRANSCRIPTS, CREDITS);
  const hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  const server = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name, JOBS: "elsewhere" });
  try {
    await measureFirstByte(db, server, people.slice(0, 20));
    await measureArchive(db, server, hr, people);
  } finally {
    await server.stop();
  }
}

async function measureFirstByte(db: Database, { origin }: RunningServer, people: TestPerson[]): Promise<void> {
  const times: number[] = [];
  for (const person of people) {
    const headers = { Cookie: await signIn(db, person.accountId), Origin: origin };
    const start = performance.now();
    const answer = await fetch(`${origin}/transcript`, {
      method: "POST",
      headers,
      body: new URLSearchParams(),
      redirect: "manual",
    });
    const file = await fetch(new URL(answer.headers.get("Location")!, origin), { headers });
    await file.body!.getReader().read();
    times.push(performance.now() - start);
  }
  tell(
    {
      name: `first byte of a new transcript of ${CREDITS} credits`,
      ...{ value: percentile(times, 0.5), unit: "ms", better: "less", aim: AIMS.firstByteMs },
    },
    `median; slowest ${percentile(times, 1).toFixed(0)} ms of ${times.length}`,
  );
}

async function measureArchive(
  db: Database,
  server: RunningServer,
  hr: TestPerson,
  people: TestPerson[],
): Promise<void> {
  const { origin } = server;
  await lookIdle(origin, 30);
  const idle = await lookIdle(origin, LOOKS);
  const idleMb = memoryMb(server.pid, "VmRSS");
  const body = new URLSearchParams({ intent: "download" });
  for (const { personId } of people) body.append("person", personId);
  const downloader = fork(path.resolve("tests/bench/apart/downloader.ts"), { execArgv: ["--import", "tsx"] });
  await once(downloader, "message");
  const start = performance.now();
  let done = false;
  const archive = Promise.race([once(downloader, "message"), once(downloader, "exit")]).finally(() => (done = true));
  downloader.send({
    address: `${origin}/hr/transcripts/archive?period=all`,
    method: "POST",
    headers: {
      ...{ Cookie: await signIn(db, hr.accountId), Origin: origin },
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: body.toString(),
  });
  const busy = await lookWhile(origin, () => !done);
  const [bytes] = (await archive) as [number];
  if (downloader.exitCode !== null) throw new Error("The archive could not be downloaded.");
  downloader.kill();
  const seconds = (performance.now() - start) / 1_000;
  const peakMb = memoryMb(server.pid, "VmHWM");
  tell(
    {
      name: `memory at most while a ZIP of ${TRANSCRIPTS} transcripts is made`,
      ...{ value: peakMb, unit: "MB", better: "less", aim: AIMS.memoryMb },
    },
    `${idleMb} MB idle; ${(bytes / 1e6).toFixed(0)} MB of ${CREDITS} credits each in ${seconds.toFixed(0)} s`,
  );
  tellBeside("catalog while that ZIP is made", idle, busy);
}
