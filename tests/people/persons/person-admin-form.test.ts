import { expect, test } from "vitest";
import { grantForm, inviteForm, newPersonForm } from "~/people/persons/person-admin-form";
import { errorsOf } from "../../support/form";

const PERSON = { legalFirst: "Ada", legalLast: "Ames" };
const ROLE = "roleKind: Choose what the person does there.";
const FROM = "fromDate: Enter the first day there.";

test.each([
  [{}, []],
  [{ organisationId: "renton", roleKind: "teacher", fromDate: "2026-09-01" }, []],
  [{ organisationId: "renton" }, [ROLE, FROM]],
  [{ organisationId: "renton", roleKind: "teacher" }, [FROM]],
  [{ organisationId: "renton", fromDate: "2026-09-01" }, [ROLE]],
  // Where nobody works, neither is asked for.
  [{ roleKind: "teacher", fromDate: "2026-09-01" }, []],
  [{ fromDate: "2026-09-31" }, ["fromDate: Enter a date that exists."]],
  [{ email: "ada" }, ["email: Enter an email address like name@example.org."]],
  [{ legalLast: "" }, ["legalLast: Enter the last name. Whoever has one name only writes it here."]],
])("a new person with %j", (changes, errors) => {
  expect(errorsOf(newPersonForm, { ...PERSON, ...changes })).toEqual(errors);
});

const PROVIDER = "providerId: Choose the provider that the role is for.";
const ORGANISATION = "organisationId: Choose the organization that the role is for.";
const OFFERING = "inServiceNumber: Enter the in-service number of the offering.";

test.each([
  [{ role: "admin" }, []],
  [{ role: "coordinator" }, [PROVIDER]],
  [{ role: "coordinator", organisationId: "renton" }, [PROVIDER]],
  [{ role: "coordinator", providerId: "psesd" }, []],
  [{ role: "registrar" }, [PROVIDER]],
  [{ role: "registrar", providerId: "psesd" }, []],
  [{ role: "hr", providerId: "psesd" }, [ORGANISATION]],
  [{ role: "hr", organisationId: "renton" }, []],
  [{ role: "facilitator", inServiceNumber: "  " }, [OFFERING]],
  [{ role: "facilitator", inServiceNumber: "PS-2027-0088" }, []],
  [{ role: "educator" }, ["role: Choose a role."]],
])("P2 a role is granted for the parent of its rows: %j", (values, errors) => {
  expect(errorsOf(grantForm, { intent: "grant", ...values })).toEqual(errors);
});

test("an invitation may go to an address that is known already", () => {
  expect(errorsOf(inviteForm, { intent: "invite" })).toEqual([]);
  expect(inviteForm.parse({ intent: "invite", email: " Ada@Test.Example " }).email).toBe("ada@test.example");
});
