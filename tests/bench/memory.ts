import type { Database } from "~/platform/database/database.server";
import { idleMemoryMb, memoryMb } from "../e2e/server-memory";
import { startServer } from "../e2e/server-process";
import { insertArchivePeople } from "./archive-people";
import { tell } from "./figures";
import { hasBuild } from "./looks";
import { signIn } from "./scale/server";

const PEOPLE = 1_000;
const CREDITS = 30;
const PAGES = ["/desk", "/catalog", "/registrations", "/hours", "/transcript"];
const AIMS = { idleMb: 300, afterMb: 450 };

/**
 * Memory of the whole server with its jobs: when it has started, and after as many people have each seen a page and made
 * their transcript, two at once. Needs a build, and Linux.
 */
export async function run(db: Database): Promise<void> {
  if (!hasBuild("Memory after 1,000 pages and 1,000 transcripts")) return;
  const people = insertArchivePeople(db, PEOPLE, CREDITS);
  const cookies = await Promise.all(people.map(({ accountId }) => signIn(db, accountId)));
  const { origin, pid, ...server } = await startServer({ HOURBOOK_MODE: "test", DATABASE_FILE: db.$client.name });
  const fewer = { unit: "MB", better: "less" } as const;
  try {
    const idleMb = await idleMemoryMb(pid);
    tell({ name: "memory at rest, jobs included", value: idleMb, ...fewer, aim: AIMS.idleMb }, "resident");
    for (const [n, cookie] of cookies.entries()) await read(origin, PAGES[n % PAGES.length]!, cookie);
    const pagesMb = memoryMb(pid, "VmRSS");
    const waiting = [...cookies];
    const lane = async () => {
      for (let cookie = waiting.pop(); cookie !== undefined; cookie = waiting.pop())
        await makeTranscript(origin, cookie);
    };
    await Promise.all([lane(), lane()]);
    const value = memoryMb(pid, "VmRSS");
    tell(
      { name: `memory after ${PEOPLE} pages and ${PEOPLE} transcripts`, value, ...fewer, aim: AIMS.afterMb },
      `resident; ${pagesMb} MB after the pages, ${memoryMb(pid, "VmHWM")} MB at most`,
    );
  } finally {
    await server.stop();
  }
}

async function makeTranscript(origin: string, cookie: string): Promise<void> {
  const headers = { Cookie: cookie, Origin: origin };
  const body = new URLSearchParams();
  const made = await fetch(`${origin}/transcript`, { method: "POST", headers, body, redirect: "manual" });
  await read(origin, made.headers.get("Location")!, cookie);
}

async function read(origin: string, address: string, cookie: string): Promise<void> {
  const answer = await fetch(new URL(address, origin), { headers: { Cookie: cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answered with ${answer.status}.`);
}
