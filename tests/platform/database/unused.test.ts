import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "#drizzle/schema/people";
import { deleteUnused } from "~/platform/database/unused.server";
import { useTestDatabase } from "../../support/database";
import { makePerson, organisationId } from "../../support/factories";

test("what something refers to is not deleted, and whatever else fails is thrown", () => {
  const db = useTestDatabase();
  makePerson(db, { organisation: "Kent" });
  const remove = (name: string) =>
    deleteUnused(db.delete(organisations).where(eq(organisations.id, organisationId(db, name))));
  expect([remove("Kent"), remove("Renton")]).toEqual([false, true]);
  const broken = {
    run: () => {
      throw new Error("the disk is full");
    },
  };
  expect(() => deleteUnused(broken)).toThrow("the disk is full");
});
