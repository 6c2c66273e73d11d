import { asc } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { postClaims } from "~/credits/ledger/posting.server";
import { getDatabase } from "~/platform/database/database.server";
import { DAY, at } from "./clock";

// A registrar in a process of its own: posts every claim of the database one by one and says how many it was.

const [registrarId = "", providerId = ""] = process.argv.slice(2);
const db = getDatabase();
const ctx = {
  db,
  now: at("2027-03-09T16:00") + DAY,
  actor: { personId: registrarId, accountId: registrarId, name: "Registrar" },
  address: null,
  requestId: null,
  scopeIds: [providerId],
};
let posted = 0;
for (const { id } of db.select({ id: claims.id }).from(claims).orderBy(asc(claims.id)).all()) {
  const outcome = postClaims(ctx, [id]);
  if (!outcome.ok) throw new Error(outcome.reason);
  posted += outcome.value.length;
}
console.log(`${posted} posted`);
