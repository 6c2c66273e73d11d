import { expect, test } from "vitest";
import { decideOutside, sendOutside } from "~/renewal/outside/outside-check.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { outside } from "../../renewal/outside/samples";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, organisationId, psesd } from "../../support/factories";
import { exportNow } from "../../support/hr/exports";

test("what a registrar accepted from elsewhere stands in a column of its own, by the row's salary year, and in no sum", async () => {
  const db = useTestDatabase();
  const person = makePerson(db, { organisation: "Highline" });
  const me = actingAs(db, person);
  postCreditFor(db, person);
  const registrar = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const enter = (title: string, day: string) =>
    done(enterOutside(me, outside({ title, startedOn: day, completedOn: day }), null));
  const accept = (id: string) => {
    done(sendOutside(me, id));
    done(decideOutside(registrar, id, { intent: "accept", seen: TEST_NOW }));
  };
  accept(enter("Of this salary year", "2026-10-01"));
  accept(enter("Of the one before", "2026-09-30"));
  enter("Self-reported", "2026-10-02");
  const id = organisationId(db, "Highline");
  const hr = actingAs(db, makePerson(db), { scopeIds: [id] });
  const { csv } = done(await exportNow(hr, { organisationId: id, from: null, to: null, onlyNew: true }));
  const [head, row] = csv.split("\r\n").map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  const cell = (name: string) => row![head!.indexOf(name)];
  expect([cell("hours_earned"), cell("hours_from_elsewhere")]).toEqual(["7", "6.5"]);
});
