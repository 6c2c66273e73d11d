import { eq } from "drizzle-orm";
import { insertAccount } from "~/people/accounts/account.server";
import { insertGrant } from "~/people/roles/grant.server";
import { insertAffiliation } from "~/people/affiliations/affiliation.server";
import type { GrantRole, RoleKind } from "~/people/roles/role";
import type { ActorContext, Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { organisations, persons } from "#drizzle/schema/people";
import { NAME_GROUPS } from "../names";
import { DEMO_DOMAIN, FIXED_ACCOUNTS, type FixedMailbox } from "./accounts";
import type { Chance } from "./chance";

export interface DemoPerson {
  personId: string;
  accountId: string;
  name: string;
  email: string;
  roleKind: RoleKind;
}

/** Twenty districts whose educators the demo invents. */
const DISTRICTS = [
  "Seattle",
  "Federal Way",
  "Highline",
  "Renton",
  "Bellevue",
  "Tukwila",
  "Auburn",
  "Tahoma",
  "Issaquah",
  "Lake Washington",
  "Kent",
  "Northshore",
  "Bainbridge Island",
  "Puyallup",
  "Tacoma",
  "University Place",
  "Clover Park",
  "Peninsula",
  "Bethel",
  "Fife",
];

/** Large enough that what is told of groups tells something. */
const LARGEST = "Highline";

const PEOPLE = 612;

/** Inserts people and lets each act afterwards. */
export class DemoPeople {
  readonly educators: DemoPerson[] = [];
  readonly fixed = new Map<FixedMailbox, DemoPerson>();
  readonly #organisations: Map<string, string>;

  constructor(
    private readonly tx: Transaction,
    private readonly ctx: Context,
    private readonly chance: Chance,
    private readonly passwordHash: string,
  ) {
    this.#organisations = new Map(
      tx
        .select()
        .from(organisations)
        .all()
        .map((row) => [row.name, row.id]),
    );
  }

  organisationId(name: string): string {
    const id = this.#organisations.get(name);
    if (!id) throw new Error(`There is no organisation named ${name}.`);
    return id;
  }

  /** The context in which a person acts at an instant. */
  acting(person: DemoPerson, now: number): ActorContext {
    const { personId, accountId, name } = person;
    return { ...this.ctx, now, actor: { personId, accountId, name }, address: "192.0.2.10" };
  }

  account(mailbox: FixedMailbox): DemoPerson {
    const person = this.fixed.get(mailbox);
    if (!person) throw new Error(`There is no account ${mailbox} yet.`);
    return person;
  }

  grant(person: DemoPerson, role: GrantRole, scopeId: string | null): void {
    insertGrant(this.tx, this.ctx, person.personId, { role, scopeId });
  }

  insertEveryone(): void {
    for (const { mailbox, first, roleKind, district } of FIXED_ACCOUNTS) {
      const person = this.insert(first, "Sample", mailbox, roleKind);
      this.fixed.set(mailbox, person);
      if (district) this.affiliate(person, district, "2023-08-28", null);
    }
    this.grant(this.account("admin"), "admin", null);
    this.grant(this.account("hr"), "hr", this.organisationId("Highline"));
    this.grant(this.account("hr-kent"), "hr", this.organisationId("Kent"));
    for (let number = 1; number <= PEOPLE; number++) this.insertEducator(number);
    this.educators.push(this.account("educator"), this.account("paraeducator"));
  }

  /** Somebody with a name and a mailbox of their own, confirmed at a district. */
  insertNamed(named: {
    mailbox: string;
    first: string;
    last: string;
    roleKind: RoleKind;
    district: string;
  }): DemoPerson {
    const person = this.insert(named.first, named.last, named.mailbox, named.roleKind);
    this.affiliate(person, named.district, "2020-08-31", null);
    return person;
  }

  /** Somebody who teaches offerings; works for the ESD. */
  insertFacilitator(number: number): DemoPerson {
    const group = this.chance.pick(NAME_GROUPS);
    return this.insert(this.chance.pick(group.first), this.chance.pick(group.last), `facilitator-${number}`, "other");
  }

  private insertEducator(number: number): void {
    const { chance } = this;
    const group = this.drawGroup();
    const roleKind = this.drawRole();
    const person = this.insert(chance.pick(group.first), chance.pick(group.last), `person-${number}`, roleKind);
    const drawn = chance.pick(DISTRICTS);
    const district = number % 5 === 0 ? LARGEST : drawn;
    if (chance.happens(0.05)) {
      const moved = addDays(dateOf(this.ctx.now, REGION_TIME_ZONE), -chance.between(60, 300));
      const other = DISTRICTS[(DISTRICTS.indexOf(district) + 1) % DISTRICTS.length]!;
      this.affiliate(person, other, "2022-08-29", moved);
      this.affiliate(person, district, addDays(moved, 1), null);
    } else {
      const since = chance.pick(["2019-08-26", "2021-08-30", "2022-08-29", "2024-08-26"]);
      const today = dateOf(this.ctx.now, REGION_TIME_ZONE);
      // A few never said where they work, and of a few the first day is wrong: their hours reach no district yet.
      if (number % 60 !== 37) this.affiliate(person, district, number % 60 === 23 ? addDays(today, -9) : since, null);
    }
    this.educators.push(person);
  }

  private drawGroup() {
    let rest = this.chance.next() * 100;
    return NAME_GROUPS.find((group) => (rest -= group.share) < 0) ?? NAME_GROUPS[0]!;
  }

  private drawRole(): RoleKind {
    const draw = this.chance.next();
    if (draw < 0.62) return "teacher";
    if (draw < 0.84) return "paraeducator";
    return draw < 0.92 ? "administrator" : "esa";
  }

  private insert(legalFirst: string, legalLast: string, mailbox: string, roleKind: RoleKind): DemoPerson {
    const email = `${mailbox}@${DEMO_DOMAIN}`;
    const { passwordHash } = this;
    const account = insertAccount(this.tx, this.ctx, { legalFirst, legalLast, email, passwordHash }, this.ctx.now);
    const certificateNumber = roleKind === "other" ? null : `${this.chance.between(300_000, 599_999)}D`;
    this.tx.update(persons).set({ certificateNumber }).where(eq(persons.id, account.personId)).run();
    return { personId: account.personId, accountId: account.id, name: `${legalFirst} ${legalLast}`, email, roleKind };
  }

  private affiliate(person: DemoPerson, district: string, fromDate: string, toDate: string | null): void {
    insertAffiliation(
      this.tx,
      this.ctx,
      person.personId,
      {
        organisationId: this.organisationId(district),
        roleKind: person.roleKind,
        title: null,
        employeeId: String(this.chance.between(1_000, 99_999)).padStart(6, "0"),
        building: null,
        fromDate,
        toDate,
      },
      { confirmed: true },
    );
  }
}
