import { expect, test } from "vitest";
import { returnReflection } from "~/attendance/reading/answer-step.server";
import { openStepPeople } from "~/attendance/reading/step-people-list.server";
import { completeLink, handInReflection, takeQuiz } from "~/attendance/steps/do-step.server";
import { STEP_STANDINGS } from "~/attendance/steps/step-standing";
import { readList } from "~/platform/lists/list-page.server";
import { actingAs, countStatements } from "../../support/database";
import { done } from "../../support/done";
import { FIVE, makeOwnTime, pass } from "../../support/steps/own-time";

test("the list filters by the state that it shows, under as many statements for many as for one", () => {
  const { db, offering, learners, link, reflection, quiz, on, staff, stranger } = makeOwnTime(4);
  const [a, b, c] = learners as [(typeof learners)[0], (typeof learners)[0], (typeof learners)[0]];
  done(completeLink(on("2027-03-02T08:00")(a), link));
  done(handInReflection(on("2027-03-02T08:00")(a), { stepId: reflection, text: FIVE }));
  done(handInReflection(on("2027-03-02T08:00")(b), { stepId: reflection, text: FIVE }));
  done(
    returnReflection(staff("2027-03-03T08:00"), {
      stepId: reflection,
      personId: b.personId,
      number: 1,
      answer: "More.",
    }),
  );
  done(takeQuiz(on("2027-03-02T08:00")(c), pass(quiz)));
  for (const wall of ["2027-02-20T08:00", "2027-03-10T08:00", "2027-04-02T08:00"]) {
    const { source } = openStepPeople(staff(wall), offering.id);
    const rows = (query: string) => readList(source, new URLSearchParams(query)).rows;
    const all = rows("");
    expect(all).toHaveLength(12);
    for (const state of STEP_STANDINGS) {
      const expected = all.filter((row) => row.standing === state).map(({ id }) => id);
      expect(
        rows(`state=${state}`).map(({ id }) => id),
        `${state} on ${wall}`,
      ).toEqual(expected);
    }
    expect(rows("state=undone")).toHaveLength(all.filter(({ doneAt }) => doneAt === null).length);
  }
  expect(() => openStepPeople(actingAs(db, stranger), offering.id)).toThrow();
  const statements = (query: string) =>
    countStatements(db, () => {
      const { source } = openStepPeople(staff("2027-03-10T08:00"), offering.id);
      return readList(source, new URLSearchParams(query));
    });
  expect(statements(`person=${a.personId}&step=${link}`)).toBe(statements(""));
});
