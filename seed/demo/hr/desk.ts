import { asc, eq } from "drizzle-orm";
import { addHrNote, changeHrNote } from "~/hr/notes/hr-note.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { affiliations } from "#drizzle/schema/people";
import { must } from "../offerings";
import type { DemoPeople } from "../people";

const DAY = 86_400_000;

const SCHOOLS = {
  Highline: ["Cedarhurst Elementary", "Evergreen High", "Mount Rainier High", "Sylvester Middle"],
  Kent: ["Kentridge High", "Meridian Elementary", "Mill Creek Middle"],
} as const;

/** Of every so many people, one has no employee ID on file, and one no school. */
const WITHOUT_ID = 17;
const WITHOUT_SCHOOL = 11;

/** What HR of Highline and of Kent has on file: where people work, a few IDs that are missing, and notes. */
export function insertHrDesk(tx: Transaction, people: DemoPeople, now: number): void {
  placeStaff(tx, people);
  const hr = (mailbox: "hr" | "hr-kent", at: number): ScopedContext => ({
    ...people.acting(people.account(mailbox), at),
    scopeIds: [people.organisationId(mailbox === "hr" ? "Highline" : "Kent")],
  });
  const { personId } = people.account("educator");
  const highline = { organisationId: people.organisationId("Highline"), personId };
  const body = "Asked whether hours from the summer count this year. Told her: by the day of completion.";
  const noteId = addHrNote(hr("hr", now - 40 * DAY), { ...highline, body });
  const more = `${body} She will send the transcript of the other provider.`;
  must(changeHrNote(hr("hr", now - 38 * DAY), { personId, noteId, body: more }));
  addHrNote(hr("hr", now - 6 * DAY), { ...highline, body: "Moves to the next column of the schedule in October." });
  addHrNote(hr("hr-kent", now - 12 * DAY), {
    organisationId: people.organisationId("Kent"),
    personId: people.account("paraeducator").personId,
    body: "Works toward the general certificate. Look at the ladder again in spring.",
  });
}

/** The same schools for the same people every time, whatever else the demo invents. */
function placeStaff(tx: Transaction, people: DemoPeople): void {
  for (const [district, schools] of Object.entries(SCHOOLS)) {
    const rows = tx
      .select({ id: affiliations.id, building: affiliations.building, employeeId: affiliations.employeeId })
      .from(affiliations)
      .where(eq(affiliations.organisationId, people.organisationId(district)))
      .orderBy(asc(affiliations.id))
      .all();
    rows.forEach(({ id, building, employeeId }, index) => {
      if (building !== null) return;
      const placed = {
        building: index % WITHOUT_SCHOOL === 0 ? null : schools[index % schools.length]!,
        employeeId: index % WITHOUT_ID === 5 ? null : employeeId,
      };
      tx.update(affiliations).set(placed).where(eq(affiliations.id, id)).run();
    });
  }
}
