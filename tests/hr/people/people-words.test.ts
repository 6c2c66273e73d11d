import { expect, test } from "vitest";
import { peopleSource } from "~/hr/people/people-list.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId } from "../../support/factories";
import { pageOfList } from "../../support/request";

test("S1 words, short ones too, find the district's own by parts of their names and employee IDs, in any order", () => {
  const db = useTestDatabase();
  const hana = makePerson(db, { first: "Hana", last: "HR" });
  const highline = organisationId(db, "Highline");
  give(db, hana, "hr", highline);
  const employed = (last: string, employeeId: string, organisation = "Highline") =>
    affiliate(db, makePerson(db, { first: "A", last }), { organisation, employeeId });
  employed("Lindqvist", "00412");
  employed("Oliveira", "7-90");
  employed("Park", "00413");
  employed("Lindqvist-Kent", "00414", "Kent");
  const hr = actingAs(db, hana, { scopeIds: [highline] });
  const found = (q: string) =>
    pageOfList((search) => peopleSource(hr, search), `period=all&q=${encodeURIComponent(q)}`).rows.map(
      ({ name }) => name,
    );
  expect(found("li")).toEqual(["Lindqvist, A", "Oliveira, A"]);
  expect(found("lindqvist")).toEqual(["Lindqvist, A"]);
  expect(found("41")).toEqual(["Lindqvist, A", "Park, A"]);
  expect(found("0041")).toEqual(["Lindqvist, A", "Park, A"]);
  expect(found("li 0041")).toEqual(["Lindqvist, A"]);
  expect(found("0041 li")).toEqual(["Lindqvist, A"]);
  expect(found("kent")).toEqual([]);
});
