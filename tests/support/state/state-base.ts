import { Chance } from "#seed/demo/chance";
import { DemoCatalog } from "#seed/demo/offerings";
import type { FixedMailbox } from "#seed/demo/accounts";
import { DemoPeople } from "#seed/demo/people";
import { insertProviders } from "#seed/demo/providers";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { systemContext } from "../context";
import type { TestPerson } from "../factories";

/** Inserts what stands in the demo before anything is offered: people of all desks, providers and courses; gives the people. */
export function insertStateBase(db: Database): (mailbox: FixedMailbox) => TestPerson {
  const ctx = systemContext(db);
  return inTransaction(db, (tx) => {
    const chance = new Chance(121);
    const people = new DemoPeople(tx, ctx, chance, "no password");
    const providers = insertProviders(tx, ctx);
    people.insertEveryone();
    for (const providerId of Object.values(providers))
      for (const role of ["coordinator", "registrar", "assessor"] as const)
        people.grant(people.account(role), role, providerId);
    new DemoCatalog(people, chance, providers, [people.insertFacilitator(1)], ctx.now).insertCourses();
    return (mailbox: FixedMailbox): TestPerson => {
      const { personId, accountId, name } = people.account(mailbox);
      return { personId, accountId, name, email: "" };
    };
  });
}
