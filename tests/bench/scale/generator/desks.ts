import { asc, isNotNull } from "drizzle-orm";
import { correctionRequests } from "#drizzle/schema/credits";
import { hrExports } from "#drizzle/schema/hr";
import { inquiries, inquiryEntries } from "#drizzle/schema/inquiries";
import { jobRuns } from "#drizzle/schema/platform";
import { organisations } from "#drizzle/schema/people";
import { sha256 } from "~/platform/secrets/codes.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { DAY, HOUR, type Staff, type World } from "./world";

/** What lies on desks: what people asked, corrections that they ask for, runs of jobs. */
export function insertDeskWork(world: World, staff: Staff): void {
  insertInquiries(world, staff);
  insertCorrections(world);
  insertRuns(world);
}

function insertInquiries(world: World, staff: Staff): void {
  const { db, rows, ids, chance, now } = world;
  const holders = db.$client
    .prepare("select offering_id as offeringId, person_id as personId from registrations order by id desc limit ?")
    .all(world.count("inquiries", 3)) as { offeringId: string; personId: string }[];
  for (const [index, { offeringId, personId }] of holders.entries()) {
    const writtenAt = now - chance.between(1, 700) * DAY;
    const id = ids.at(writtenAt);
    const isOpen = index % 40 === 0;
    rows.insert(inquiries, {
      id,
      kind: "offering",
      offeringId,
      personId,
      state: isOpen ? "open" : "answered",
      changedAt: writtenAt,
    });
    const write = (authorId: string, answer: boolean, body: string, at: number) =>
      rows.insert(inquiryEntries, {
        id: ids.at(at),
        inquiryId: id,
        authorId,
        answer,
        body,
        writtenAt: at,
        nonce: ids.digest(),
      });
    write(personId, false, "Is there a ramp at the entrance?", writtenAt);
    if (!isOpen) write(staff.coordinator, true, "Yes, at the side door.", writtenAt + HOUR);
  }
}

/** One of so many posted credits is said to be wrong, and nobody has looked yet. */
function insertCorrections({ db, rows, ids, chance, now, factor }: World): void {
  const found = db.$client
    .prepare(
      "select id, claim_id as claimId, person_id as personId from credits where claim_id is not null order by id desc limit ?",
    )
    .all(Math.max(2, Math.round(200 * factor))) as { id: string; claimId: string; personId: string }[];
  const open = db.select({ claimId: correctionRequests.claimId }).from(correctionRequests).all();
  for (const { id, claimId, personId } of found.filter((each) => !open.some((row) => row.claimId === each.claimId))) {
    open.push({ claimId });
    const createdAt = now - chance.between(1, 20) * DAY;
    const what = { claimId, creditId: id, origin: "educator" as const, state: "open" as const };
    rows.insert(correctionRequests, {
      id: ids.at(createdAt),
      ...what,
      reason: "I stayed until the end.",
      createdAt,
      createdBy: personId,
    });
  }
}

function insertRuns({ rows, ids, now }: World): void {
  for (let hour = 1; hour <= 500; hour++) {
    const startedAt = now - hour * HOUR;
    rows.insert(jobRuns, {
      id: ids.at(startedAt),
      job: "send-reminders",
      startedAt,
      finishedAt: startedAt + 900,
      failed: false,
      outcome: "40 sent",
    });
  }
}

/** Every half year, each district exported what was new (S4). The last months are new to all of them. */
export function insertExports({ db, rows, ids, now }: World, staff: Staff): void {
  const districts = db
    .select()
    .from(organisations)
    .where(isNotNull(organisations.code))
    .orderBy(asc(organisations.name))
    .all();
  const lines = db.$client.prepare(`
    insert into hr_export_lines (export_id, credit_id)
    select ?, c.id from affiliations a join credits c on c.person_id = a.person_id
    where a.organisation_id = ? and c.posted_at between ? and ? and c.completed_on >= a.from_date
      and (a.to_date is null or c.completed_on <= a.to_date)
    on conflict do nothing`);
  for (let half = 13; half >= 1; half--) {
    const [from, to] = [now - (half + 1) * 180 * DAY, now - half * 180 * DAY];
    for (const { id: organisationId } of districts) {
      const id = ids.at(to);
      const file = { fileHash: sha256(id), fromDate: null, toDate: dateOf(to, REGION_TIME_ZONE), onlyNew: true };
      rows.insert(hrExports, { id, organisationId, madeAt: to, madeBy: staff.hr, ...file });
      lines.run(id, organisationId, from, to - 1);
    }
  }
}
