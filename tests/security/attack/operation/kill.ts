import { rmSync, writeFileSync } from "node:fs";
import { Chance } from "#seed/demo/chance";
import { insertReferenceData } from "#seed/reference";
import { outboxMessages } from "#drizzle/schema/messages";
import { type Database, inTransaction, openDatabase } from "~/platform/database/database.server";
import { UNKNOWN_OUTCOME } from "~/messages/delivery/mail-lease.server";
import { findRule } from "~/messages/catalog/catalog";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { TEST_NOW } from "../../../support/clock";
import { systemContext } from "../../../support/context";
import { startMailbox } from "../../../support/mailbox";
import type { Scene } from "../scene/arena";
import { aim } from "../scene/figures";
import { type JobProcess, startJobs } from "../scene/jobs";
import { pause } from "../scene/raw";

const KILLS = 100;
const AT_ONCE = 2;
/** Messages of each kind that are written before each round. */
const NEW = 30;
/** Longer than a lease: what a deliverer that was killed held is free again. */
const ROUND_MS = 180_000;
const LATEST_KILL_MS = 120;

const meaningOf = (text: string) => /occasion (\d+)\b/.exec(text)?.[1] ?? "";

/** Deliverers that are killed while they send, again and again, and what of the mail came twice or not at all. */
export async function run({ arena, figures, seed }: Scene): Promise<void> {
  const chance = new Chance(seed);
  const file = `${arena.copy("kill-place")}.outbox`;
  const clock = `${file}.clock`;
  const db = openDatabase(file);
  insertReferenceData(systemContext(db));
  const mailbox = await startMailbox();
  mailbox.onTaken = () => pause(chance.between(0, 15)).then(() => undefined);
  let now = TEST_NOW;
  const setClock = (instant: number) => writeFileSync(clock, String((now = instant)));
  setClock(now);
  const start = () =>
    startJobs({
      HOURBOOK_MODE: "test",
      NODE_ENV: "test",
      LOG_LEVEL: "error",
      ORIGIN: "http://hourbook.test",
      DATABASE_FILE: file,
      TEST_CLOCK_FILE: clock,
      SMTP_URL: mailbox.url,
    });
  let killed = 0;
  let inTheMiddle = 0;
  /** Messages that the mail server took and whose deliverer was killed before it noted so: these may come again. */
  const mayRepeat = new Set<string>();
  for (let each = 0; killed < KILLS; each++) {
    for (let message = 0; message < NEW; message++) enqueuePair(db, now, `${each * NEW + message}`);
    const before = mailbox.messages.length;
    const processes = Array.from({ length: AT_ONCE }, start);
    await waitFor(() => mailbox.messages.length > before, 30_000);
    setClock(now + 10_000);
    for (const child of processes) {
      await pause(chance.between(0, LATEST_KILL_MS));
      await killOne(child);
      killed++;
    }
    // What was on its way has arrived by now.
    await pause(60);
    const noted = rowsOf(db);
    const taken = new Set(mailbox.messages.map(({ messageId }) => messageId));
    const hanging = noted.filter((row) => row.state === "sending" && taken.has(idOf(row)));
    if (noted.some((row) => row.state === "sending")) inTheMiddle++;
    for (const row of hanging) mayRepeat.add(idOf(row));
    setClock(now + ROUND_MS);
  }
  // The last one is left alone, through every wait there is between two tries.
  const last = start();
  for (let each = 0; each < 60 && rowsOf(db).some(({ state }) => state === "queued" || state === "sending"); each++) {
    setClock(now + ROUND_MS);
    await pause(1_000);
  }
  last.kill("SIGTERM");
  aim(figures, (await last.ended) === 0, "the last deliverer did not end with code 0");
  await mailbox.stop();
  figures.notes.push(
    `${killed} processes killed, ${inTheMiddle} of ${KILLS / AT_ONCE} rounds in the middle of sending`,
  );
  judgeMail({ db, mails: mailbox.messages, mayRepeat, figures });
  db.$client.close();
  rmSync(file);
}

interface Outcome extends Pick<Scene, "figures"> {
  db: Database;
  mails: { messageId: string; text: string; to: string[] }[];
  mayRepeat: ReadonlySet<string>;
}

function judgeMail({ db, mails, mayRepeat, figures }: Outcome): void {
  const rows = rowsOf(db);
  const byId = Map.groupBy(mails, ({ messageId }) => messageId);
  const guarantee = (row: (typeof rows)[number]) => findRule(row.kind)?.guarantee;
  const once = rows.filter((row) => guarantee(row) === "at-most-once");
  const least = rows.filter((row) => guarantee(row) !== "at-most-once");
  const copies = (row: (typeof rows)[number]) => byId.get(idOf(row))?.length ?? 0;
  const doubled = once.filter((row) => copies(row) > 1);
  const repeated = least.filter((row) => copies(row) > 1);
  const undocumented = repeated.filter((row) => !mayRepeat.has(idOf(row)));
  const byMeaning = Map.groupBy(mails, ({ text, to }) => `${to.join()} ${meaningOf(text)} ${kindIn(text)}`);
  const twoIds = [...byMeaning.values()].filter((same) => new Set(same.map(({ messageId }) => messageId)).size > 1);
  const saidSent = rows.filter((row) => row.state === "sent" && copies(row) === 0);
  const givenUp = once.filter((row) => row.state === "failed" && row.lastError === UNKNOWN_OUTCOME);
  const open = rows.filter((row) => row.state === "queued" || row.state === "sending");
  const notSent = least.filter((row) => copies(row) === 0);
  const lost = saidSent.length + open.length + notSent.length + (once.length - givenUp.length - sentOf(once));
  figures.notes.push(
    `${rows.length} messages, ${mails.length} mails taken; at most once: ${sentOf(once)} sent, ${givenUp.length} given up in words ` +
      `(${givenUp.filter((row) => copies(row) === 1).length} of them had arrived), ${doubled.length} came twice`,
    `at least once: ${sentOf(least)} sent, ${repeated.length} came again under their Message-ID, ${undocumented.length} of them ` +
      `beyond the documented case; ${twoIds.length} of one meaning under two Message-IDs; lost ${lost}`,
  );
  aim(figures, doubled.length === 0, `${doubled.length} messages of at-most-once kinds came twice`);
  aim(figures, undocumented.length === 0, `${undocumented.length} messages came again for no documented reason`);
  aim(figures, twoIds.length === 0, `${twoIds.length} messages of one meaning came under two Message-IDs`);
  aim(figures, lost === 0, `${lost} messages were lost`);
}

type Row = typeof outboxMessages.$inferSelect;

const sentOf = (rows: readonly Row[]) => rows.filter(({ state }) => state === "sent").length;
const kindIn = (text: string) => (text.includes("/claims/1") ? "claim" : "offer");
const rowsOf = (db: Database): Row[] => db.select().from(outboxMessages).all();
const idOf = ({ id }: { id: string }) => `<${id}@hourbook.test>`;

/** A message of a kind that may come twice with one Message-ID, and one that may not, each with a meaning of its own. */
function enqueuePair(db: Database, now: number, occasion: string): void {
  const common = { personId: null, recipient: "bo@test.example", occasion };
  const names = {
    personName: "Bo",
    providerName: "Puget Sound ESD",
    offeringTitle: `Field science, occasion ${occasion} `,
  };
  inTransaction(db, (tx) => {
    const ctx = systemContext(db, now);
    const lapsed = { ...names, lapsedAt: "today", offeringUrl: "http://hourbook.test/offerings/1" };
    enqueueMessage(tx, ctx, {
      ...common,
      kind: "offer-lapsed",
      replyTo: null,
      subjectId: "registration",
      payload: lapsed,
    });
    const claim = { ...names, earnedHours: "7", actionUrl: "http://hourbook.test/claims/1" };
    enqueueMessage(tx, ctx, { ...common, kind: "claim-reminder", replyTo: null, subjectId: "claim", payload: claim });
  });
}

async function killOne(child: JobProcess): Promise<void> {
  child.kill("SIGKILL");
  await child.ended;
}

async function waitFor(holds: () => boolean, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds && !holds(); waited += 5) await pause(5);
}
