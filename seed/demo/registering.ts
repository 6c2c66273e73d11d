import { changeProvider } from "~/catalog/providers/provider.server";
import { addQuestion } from "~/catalog/courses/question.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { register, withdraw } from "~/registration/seats/registration.server";
import type { CourseSeed } from "../courses/course-seed";
import { type DemoCatalog, must } from "./offerings";
import type { DemoPeople, DemoPerson } from "./people";

const HOUR = 3_600_000;

/** What registering looks like at its corners: an offered seat for the teacher, a question, days without office hours. */
export function insertRegistering(
  catalog: DemoCatalog,
  people: DemoPeople,
  course: CourseSeed,
  { psesd, now }: { psesd: string; now: number },
): void {
  const coordinator = catalog.coordinating(now - 6 * HOUR);
  const full = catalog.publish(course, 47, { capacity: 2 });
  const teacher = people.account("educator");
  const [first, second] = people.educators.filter(
    (person) => person !== teacher && full.audiences.includes(person.roleKind),
  );
  if (!first || !second) throw new Error("The demo needs two people who wait with the teacher.");
  const enter = (person: DemoPerson, hoursAgo: number) =>
    must(register(people.acting(person, now - hoursAgo * HOUR), { offeringId: full.id }));
  const leaving = enter(first, 30);
  enter(second, 29);
  enter(teacher, 28);
  must(withdraw(people.acting(first, now - 2 * HOUR), leaving.id));
  const question = { kind: "access" as const, choices: [], required: false };
  must(
    addQuestion(coordinator, {
      ...question,
      courseId: catalog.courseIdOf(course),
      prompt: "Is there anything that you need to take part?",
    }),
  );
  const today = dateOf(now, REGION_TIME_ZONE);
  for (const [days, name] of [
    [33, "Offices closed (invented)"],
    [40, "Winter inventory (invented)"],
  ] as const)
    must(changeProvider(coordinator, psesd, { intent: "add-holiday", date: addDays(today, days), name }));
}
