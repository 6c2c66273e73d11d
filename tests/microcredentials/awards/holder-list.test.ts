import { expect, test } from "vitest";
import { holderSource } from "~/microcredentials/awards/holder-list.server";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { TEST_NOW } from "../../support/clock";
import { copyRow } from "../../support/copies";
import { useTestDatabase } from "../../support/database";
import { makePerson, psesd } from "../../support/factories";
import { makeAward } from "../../support/microcredentials/awards";
import { makeAssessor, makeCoordinator } from "../../support/microcredentials/portfolios";
import { readingsOf } from "../../support/readings";
import { pageOfList } from "../../support/request";

test("M3 everybody who was ever awarded it is found, however many there are", () => {
  const db = useTestDatabase();
  const cora = makeCoordinator(db);
  const ada = makePerson(db, { first: "Ada", last: "Ames" });
  const made = makeAward(db, { coordinator: cora, assessor: makeAssessor(db), providerId: psesd(db).id }, ada);
  const source = () => holderSource(cora, made.microcredentialId);
  const long = TEST_NOW + 1;
  copyRow(db, { table: "awards", id: made.award.id, times: 600 }, (nth) => ({
    portfolio_id: null,
    awarded_on: "2027-01-01",
    expires_at: long + nth,
    ...(nth === 0 && { revoked_at: TEST_NOW }),
    ...(nth === 1 && { suspended_at: TEST_NOW }),
    ...(nth === 2 && { expires_at: TEST_NOW }),
  }));
  expect(pageOfList(source)).toMatchObject({ total: 601, rows: { length: 50 } });
  const [last] = pageOfList(source, "page=13").rows;
  expect(last).toMatchObject({ id: made.award.id, name: "Ames, Ada", standing: "current", expiresAt: null });
  expect(readingsOf(db, "awards.listed").at(-1)).toMatchObject({ personIds: [ada.personId] });
  expect(pageOfList(source, "to=2026-12-31").rows).toHaveLength(1);
  expect(pageOfList(source, "q=ames").total).toBe(601);
  expect(pageOfList(source, "q=nobody").total).toBe(0);
  for (const standing of ["revoked", "suspended", "expired"])
    expect(pageOfList(source, `standing=${standing}`).rows).toMatchObject([{ standing }]);
  expect(pageOfList(source, "standing=current").total).toBe(598);
  expect(writeListCsv(source(), new URLSearchParams("sort=name"))).toMatchObject({ rows: 601, total: 601 });
});
