import type { Database } from "~/platform/database/database.server";
import { SEAT_STATUSES } from "~/registration/seats/status";
import type { Registrant } from "./crowd";
import { signIn } from "./server";

interface Fair {
  people: number;
  offerings: number;
  /** How many offerings to pass over, which another fair has taken. */
  skip: number;
}

/** Of all who come to an offering, so many find a seat; the others wait. */
const SEATED = 0.8;

const seats = SEAT_STATUSES.map((status) => `'${status}'`).join(", ");

/** Gives offerings seats enough for most of the people, and signs the people in; each wants one of the offerings. */
export async function openFair(db: Database, { people, offerings, skip }: Fair): Promise<Registrant[]> {
  const { $client } = db;
  const chosen = $client
    .prepare(
      `select id from offerings where state = 'published' and link is not 'https://meet.example/hourbook-demo' and starts_at > ?
       order by starts_at, id limit ? offset ?`,
    )
    .pluck()
    .all(Date.now() + 10 * 86_400_000, offerings, skip) as string[];
  if (chosen.length < offerings) throw new Error("There are too few offerings to come: make a larger state.");
  const accounts = $client
    .prepare("select id, person_id as personId from accounts where email like 'person-%' order by id limit ?")
    .all(people) as { id: string; personId: string }[];
  const widen = $client.prepare(
    `update offerings set waitlist_limit = null, supervisor_hours = null, audience_only = 0, first_opens_at = null,
       registration_opens_at = null, registration_closes_at = null,
       capacity = ? + (select count(*) from registrations where offering_id = offerings.id and status in (${seats}))
     where id = ?`,
  );
  for (const id of chosen) widen.run(Math.floor((SEATED * accounts.length) / offerings), id);
  const isIn = $client.prepare("select 1 from registrations where offering_id = ? and person_id = ?");
  $client.pragma("synchronous = OFF");
  const registrants: Registrant[] = [];
  for (const [index, { id, personId }] of accounts.entries()) {
    const offeringId = chosen[index % chosen.length]!;
    if (isIn.get(offeringId, personId) === undefined) registrants.push({ cookie: await signIn(db, id), offeringId });
  }
  $client.pragma("synchronous = FULL");
  return registrants;
}

/** How many offerings have more people in seats than seats (R2): none, ever. */
export function findOversold({ $client }: Database): number {
  const sql = `select count(*) from offerings o where capacity <
    (select count(*) from registrations r where r.offering_id = o.id and r.status in (${seats}))`;
  return $client.prepare(sql).pluck().get() as number;
}
