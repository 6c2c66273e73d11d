import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { claims, credits } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { insertReferenceData } from "#seed/reference";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { openDatabase } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { HOUR } from "../../support/clock";
import { actingAs, systemContext } from "../../support/context";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";

const CLAIMS = 40;

/** A registrar in a process of its own, who posts every claim one by one, over and over, until all are posted. */
function postInProcess(
  file: string,
  registrarId: string,
  providerId: string,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/post-every-claim.ts", registrarId, providerId],
    {
      env: { ...process.env, DATABASE_FILE: file, HOURBOOK_MODE: "test", LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })));
}

test("T9 two registrars in two processes at once post each claim once", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-race-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "race.sqlite");
  const db = openDatabase(file);
  onTestFinished(() => void db.$client.close());
  insertReferenceData(systemContext(db));
  const facilitator = makePerson(db);
  const registrars = [makePerson(db), makePerson(db)];
  for (const registrar of registrars) give(db, registrar, "registrar", psesd(db).id);
  const policy = { evaluationGates: false, paymentGates: false };
  const offering = makeOffering(db, { capacity: CLAIMS, instructor: facilitator, policy });
  const people = Array.from({ length: CLAIMS }, () => makePerson(db));
  for (const person of people) register(actingAs(db, person), { offeringId: offering.id });
  const during = actingAs(db, facilitator, { now: offering.startsAt });
  markAllPresent(during, { sessionId: offering.sessions[0]!.id, deviceTime: during.now, nonce: "everybody" });
  confirmAttendance(actingAs(db, facilitator, { now: offering.endsAt }), { offeringId: offering.id });
  for (const claim of db.select().from(claims).all()) {
    const person = people.find((each) => each.personId === claim.personId)!;
    const me = actingAs(db, person, { now: offering.endsAt + HOUR });
    expect(claimAndBill(me, { claimId: claim.id, requestedMinutes: claim.earnedMinutes }).ok).toBe(true);
  }

  const results = await Promise.all(registrars.map((each) => postInProcess(file, each.personId, psesd(db).id)));

  expect(results.map((result) => [result.code, result.output.replace(/\d+/, "n").trim()])).toEqual([
    [0, "n posted"],
    [0, "n posted"],
  ]);
  const posted = results.map((result) => Number.parseInt(result.output, 10));
  expect(posted[0]! + posted[1]!).toBe(CLAIMS);
  const rows = db.select().from(credits).all();
  expect(rows).toHaveLength(CLAIMS);
  expect(new Set(rows.map((row) => row.claimId)).size).toBe(CLAIMS);
  expect(db.select().from(outboxMessages).where(eq(outboxMessages.kind, "credit-posted")).all()).toHaveLength(CLAIMS);
});
