import type { Database } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { actingAs } from "../support/context";
import { makeCourse, makeOffering, makePerson } from "../support/factories";
import { compare } from "./compare";

const PEOPLE = 200;

/** 200 people register; the floor is 200 immediate transactions that insert one bare row each. */
export async function run(db: Database): Promise<void> {
  const people = Array.from({ length: PEOPLE }, () => makePerson(db));
  const courseId = makeCourse(db);
  db.$client.exec("create table floor_rows (id integer primary key, a text, b text)");
  const insert = db.$client.prepare("insert into floor_rows (a, b) values (?, ?)");
  const insertion = db.$client.transaction((a: string) => insert.run(a, "registered"));
  await compare({
    name: "200 registrations",
    against: "floor: 200 transactions of one row; ours: seats counted, registration, history, audit and mail row",
    rounds: 5,
    floor: () => people.forEach((person) => insertion.immediate(person.personId)),
    ours: () => {
      const offering = makeOffering(db, { courseId, capacity: PEOPLE });
      for (const person of people) {
        if (!register(actingAs(db, person), { offeringId: offering.id }).ok) throw new Error("refused");
      }
    },
  });
}
