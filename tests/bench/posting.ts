import { postClaims } from "~/credits/ledger/posting.server";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { at, HOUR } from "../support/clock";
import { actingAs } from "../support/context";
import { give, makePerson, psesd } from "../support/factories";
import { compare } from "./compare";
import { makeReadyClaims } from "./ready-claims";

const CLAIMS = 400;
const DAY = "2027-03-09";

/** A registrar posts 400 claims in one action; the floor inserts as many rows of the same bytes in one transaction. */
export async function run(db: Database): Promise<void> {
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const staff = actingAs(db, registrar, { now: at(`${DAY}T16:00`) + HOUR, scopeIds: [psesd(db).id] });
  const people = Array.from({ length: CLAIMS }, () => makePerson(db));
  const batches = Array.from({ length: 4 }, () => makeReadyClaims(db, people, DAY));
  db.$client.exec("create table floor_credits (id integer primary key, snapshot text, hash text)");
  const insert = db.$client.prepare("insert into floor_credits (snapshot, hash) values (?, ?)");
  const snapshot = "x".repeat(700);
  await compare({
    name: "400 claims posted in one action",
    against:
      "floor: 1,600 rows in one transaction; ours: gates, snapshot, hash, two history rows, audit, mail row each",
    rounds: 3,
    floor: () =>
      inTransaction(db, () => void people.forEach(() => [1, 2, 3, 4].forEach(() => insert.run(snapshot, "h")))),
    ours: () => {
      const outcome = postClaims(staff, batches.pop()!);
      if (!outcome.ok || outcome.value.length !== CLAIMS) throw new Error("not posted");
    },
  });
}
