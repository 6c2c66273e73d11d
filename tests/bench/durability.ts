import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { actingAs } from "../support/context";
import { makeCourse, makeOffering, makePerson } from "../support/factories";
import { compare } from "./compare";

const PEOPLE = 200;

/** What it costs that a confirmed registration survives a power cut: the same 200 registrations, synced at checkpoints alone. */
export async function run(db: Database): Promise<void> {
  const people = Array.from({ length: PEOPLE }, () => makePerson(db));
  const courseId = makeCourse(db);
  const registerAll = (synchronous: "NORMAL" | "FULL") => {
    db.$client.pragma(`synchronous = ${synchronous}`);
    const offering = makeOffering(db, { courseId, capacity: PEOPLE });
    for (const person of people) {
      if (!register(actingAs(db, person), { offeringId: offering.id }).ok) throw new Error("refused");
    }
  };
  await compare({
    name: "200 registrations that survive a power cut",
    against: "floor: the same with synchronous = NORMAL",
    rounds: 7,
    floor: () => registerAll("NORMAL"),
    ours: () => registerAll("FULL"),
  });
}
