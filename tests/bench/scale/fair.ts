import type { Database } from "~/platform/database/database.server";
import { SEAT_STATUSES } from "~/registration/seats/status";
import type { Registrant } from "./crowd";
import { signIn } from "./server";

/** Of all who come to an offering, so many find a seat; the others wait. */
const SEATED = 0.8;

const seats = SEAT_STATUSES.map((status) => `'${status}'`).join(", ");

/**
 * Gives offerings seats enough for most of the people who will come, and signs the people in.
 * @param crowds how many people come each time; whoever comes again wants another offering
 * @returns who comes each time, and what they want
 */
export async function openFair(db: Database, offerings: number, crowds: readonly number[]): Promise<Registrant[][]> {
  const chosen = listComing(db, offerings);
  const accounts = db.$client
    .prepare("select id, person_id as personId from accounts where email like 'person-%' order by id limit ?")
    .all(Math.max(...crowds)) as { id: string; personId: string }[];
  const coming = crowds.reduce((sum, count) => sum + Math.min(count, accounts.length), 0);
  for (const id of chosen) giveSeats(db, id, Math.floor((SEATED * coming) / offerings));
  const isIn = db.$client.prepare("select 1 from registrations where offering_id = ? and person_id = ?");
  const registrants: Registrant[][] = crowds.map(() => []);
  db.$client.pragma("synchronous = OFF");
  for (const [index, { id, personId }] of accounts.entries()) {
    const cookie = await signIn(db, id);
    crowds.forEach((count, time) => {
      const offeringId = chosen[(index + time) % chosen.length]!;
      if (index < count && isIn.get(offeringId, personId) === undefined)
        registrants[time]!.push({ cookie, offeringId });
    });
  }
  db.$client.pragma("synchronous = FULL");
  return registrants;
}

/** The next published offerings, at least ten days away. */
function listComing({ $client }: Database, count: number): string[] {
  const coming = $client
    .prepare("select id from offerings where state = 'published' and starts_at > ? order by starts_at, id limit ?")
    .pluck()
    .all(Date.now() + 10 * 86_400_000, count) as string[];
  if (coming.length < count) throw new Error("There are too few offerings to come: make a larger state.");
  return coming;
}

/** Opens an offering to everybody, with so many free seats and a waitlist without an end. */
function giveSeats({ $client }: Database, id: string, free: number): void {
  const taken = `(select count(*) from registrations where offering_id = offerings.id and status in (${seats}))`;
  $client
    .prepare(
      `update offerings set capacity = ? + ${taken}, waitlist_limit = null, supervisor_hours = null, audience_only = 0,
       first_opens_at = null, registration_opens_at = null, registration_closes_at = null where id = ?`,
    )
    .run(free, id);
}

/** How many offerings have more people in seats than seats (R2): none, ever. */
export function findOversold({ $client }: Database): number {
  const sql = `select count(*) from offerings o where capacity <
    (select count(*) from registrations r where r.offering_id = o.id and r.status in (${seats}))`;
  return $client.prepare(sql).pluck().get() as number;
}
