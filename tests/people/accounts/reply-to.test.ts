import { expect, test } from "vitest";
import { providers } from "#drizzle/schema/providers";
import { invitePerson, renewInvitation } from "~/people/accounts/invitation.server";
import { addPerson } from "~/people/persons/person-admin.server";
import { secretSent } from "../../support/accounts";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";

test("who is asked to ask the one who invited them reaches that person, and the provider's contact where nobody did", () => {
  const db = useTestDatabase();
  const admin = makePerson(db, { first: "Ada", last: "Min" });
  db.update(providers).set({ contactName: "Dana Reyes", contactEmail: "dana@esd.example" }).run();
  const noa = { legalFirst: "Noa", legalLast: "Count", email: "noa@test.example", employeeId: null };
  const added = addPerson(actingAs(db, admin), noa);
  if (!added.ok) throw new Error(added.reason);
  invitePerson(actingAs(db, admin), { personId: added.value, email: undefined });
  const late = systemContext(db, TEST_NOW + 200 * DAY);
  renewInvitation(late, secretSent(db, noa.email));
  expect(messagesOf(db, "account-invitation").map(({ replyTo }) => replyTo)).toEqual([
    { name: admin.name, address: admin.email },
    { name: "Dana Reyes", address: "dana@esd.example" },
  ]);
});
