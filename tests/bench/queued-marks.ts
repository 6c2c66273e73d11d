import type { Database } from "~/platform/database/database.server";
import { takeQueuedMarks } from "~/attendance/queue/sync.server";
import { MOST_AT_ONCE } from "~/attendance/queue/queue-reply";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { MINUTE } from "../support/clock";
import { actingAs } from "../support/context";
import { makeOffering, makePerson } from "../support/factories";
import { DEVICE, makeDevice } from "../support/door/queued-marks";
import { compare } from "./compare";

/**
 * A device sends 500 marks at once; the floor inserts the same rows, marks and their places in the audit log, by prepared statements in one
 * transaction, and decides nothing.
 */
export async function run(db: Database): Promise<void> {
  const facilitator = makePerson(db);
  const offering = makeOffering(db, { instructor: facilitator, capacity: MOST_AT_ONCE });
  const people = Array.from({ length: MOST_AT_ONCE }, () => makePerson(db));
  for (const person of people) register(actingAs(db, person), { offeringId: offering.id });
  const session = offering.sessions[0]!;
  const during = (minutes: number) => actingAs(db, facilitator, { now: session.startsAt + minutes * MINUTE });
  const device = makeDevice({ offering, session }, during(-60));
  const send = () => {
    const list = people.map(({ personId }, index) => device.mark(during(index % 60).now, personId));
    const by = during(90);
    const sent = takeQueuedMarks(by, {
      ...{ owner: facilitator.personId, device: DEVICE, run: "page", wall: by.now, steady: by.now, list },
    });
    if (!sent.ok || sent.value.answers.some(({ code }) => code !== "done")) throw new Error("not taken");
  };
  send();
  const bare = bareInsert(db);
  await compare({
    name: "500 queued marks in one sync",
    aim: 0.5,
    against:
      "floor: the same rows by prepared statements in one transaction; ours: each read, decided, written and answered",
    rounds: 5,
    floor: bare,
    ours: send,
  });
}

/** Inserts the last 500 marks once more, with their places in the audit log, as new rows. */
function bareInsert({ $client: client }: Database): () => void {
  const last = (table: string) =>
    client.prepare(`select * from ${table} order by id desc limit ${MOST_AT_ONCE}`).all() as Record<string, unknown>[];
  const into = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map(() => "?").join(", ");
    return { columns, insert: client.prepare(`insert into ${table} (${columns.join(", ")}) values (${places})`) };
  };
  const [marks, entries] = [last("attendance_marks"), last("audit_entries")];
  const [mark, entry] = [into("attendance_marks", marks[0]!), into("audit_entries", entries[0]!)];
  const insertAll = client.transaction(() => {
    for (const [index, row] of marks.entries()) {
      const made: Record<string, unknown> = { ...row, id: newId(), nonce: newId() };
      mark.insert.run(mark.columns.map((column) => made[column]));
      const noted: Record<string, unknown> = { ...entries[index]!, id: newId() };
      entry.insert.run(entry.columns.map((column) => noted[column]));
    }
  });
  return () => void insertAll.immediate();
}
