import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { RoleKind } from "~/people/roles/role";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { accounts, accountTokens, affiliations, cooperativeMemberships, formerNames } from "#drizzle/schema/people";
import { organisations, persons } from "#drizzle/schema/people";
import { addressFaults } from "#drizzle/schema/platform";
import { mailPreferences, unsubscribeKeys } from "#drizzle/schema/messages";
import { NAME_GROUPS } from "#seed/names";
import { DAY, type StatePerson, type World } from "./world";

const SCHOOLS = [
  "Cedar Elementary",
  "Alder Middle School",
  "Evergreen High School",
  "Harbor Early Learning",
  "Main office",
];
const NO_MAILBOX = "550 5.1.1 No such mailbox here";
const DOMAIN = "state.hourbook.example";

/** Those whose HR the demo has. */
const LARGE = ["Highline", "Kent"];

interface District {
  id: string;
  name: string;
  cooperative: boolean;
}

/** People with accounts, and where they work; facilitators of the providers; people who were invited and have not come. */
export function insertPeople(world: World): void {
  const districts = listDistricts(world);
  const passwordHash = readPasswordHash(world);
  for (let number = 1; number <= world.count("people", 200); number++) {
    const person = insertPerson(world, `person-${number}`, drawRole(world), passwordHash);
    affiliate(world, person, districts, number);
    world.people.push(person);
  }
  for (let number = 1; number <= world.count("facilitators", 5); number++) {
    const { id, name } = insertPerson(world, `facilitator-${number}`, "other", passwordHash);
    world.facilitators.push({ id, name });
  }
  for (let number = 1; number <= world.count("invitations", 3); number++) insertInvited(world, number);
}

/** Everybody signs in with the password of whoever is there already. */
const readPasswordHash = ({ db }: World): string =>
  db.select({ hash: accounts.passwordHash }).from(accounts).limit(1).get()?.hash ?? "no password";

function listDistricts({ db }: World): District[] {
  const members = new Set(
    db
      .select({ id: cooperativeMemberships.organisationId })
      .from(cooperativeMemberships)
      .all()
      .map(({ id }) => id),
  );
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.kind, "district"), isNotNull(organisations.code)))
    .orderBy(asc(organisations.name))
    .all()
    .map(({ id, name }) => ({ id, name, cooperative: members.has(id) }));
}

/** A few districts are large, most are small: each of the two whose HR the demo has employs a twentieth of all people. */
function drawDistrict({ chance }: World, districts: District[]): District {
  const large = districts.filter(({ name }) => LARGE.includes(name));
  if (large.length > 0 && chance.happens(0.1)) return chance.pick(large);
  return districts[Math.floor(chance.next() * chance.next() * districts.length)]!;
}

function drawRole({ chance }: World): RoleKind {
  const draw = chance.next();
  if (draw < 0.62) return "teacher";
  if (draw < 0.84) return "paraeducator";
  return draw < 0.92 ? "administrator" : "esa";
}

function drawGroup({ chance }: World) {
  let rest = chance.next() * 100;
  return NAME_GROUPS.find((group) => (rest -= group.share) < 0) ?? NAME_GROUPS[0]!;
}

function insertPerson(world: World, mailbox: string, roleKind: RoleKind, passwordHash: string): StatePerson {
  const { chance, ids } = world;
  const group = drawGroup(world);
  const [first, last] = [chance.pick(group.first), chance.pick(group.last)];
  const createdAt = world.now - chance.between(1, 7 * 365) * DAY;
  const [id, accountId] = [ids.at(createdAt), ids.at(createdAt)];
  const email = `${mailbox}@${DOMAIN}`;
  const certificateNumber = roleKind === "other" ? null : `${chance.between(300_000, 599_999)}D`;
  world.rows.insert(persons, {
    id,
    legalFirst: first,
    legalLast: last,
    email,
    certificateNumber,
    certificateExpiresOn: chance.happens(0.3) ? `${2027 + chance.between(0, 4)}-06-30` : null,
    createdAt,
    updatedAt: createdAt,
  });
  world.rows.insert(accounts, {
    id: accountId,
    personId: id,
    email,
    passwordHash,
    emailVerifiedAt: createdAt,
    createdAt,
  });
  if (chance.happens(0.05))
    world.rows.insert(mailPreferences, { personId: id, category: "reminders", choice: "daily", updatedAt: createdAt });
  world.rows.insert(unsubscribeKeys, { key: ids.digest(), personId: id, category: "reminders", createdAt });
  if (chance.happens(0.004))
    world.rows.insert(addressFaults, { address: email, source: "report", reason: NO_MAILBOX, reportedAt: createdAt });
  const names = chance.happens(0.03) ? [`${first} ${chance.pick(group.last)}`] : [];
  for (const name of names)
    world.rows.insert(formerNames, { id: ids.at(createdAt), personId: id, name, recordedAt: createdAt });
  const name = `${first} ${last}`;
  return {
    id,
    accountId,
    name,
    email,
    roleKind,
    certificateNumber,
    formerNames: names,
    organisationId: null,
    cooperative: false,
  };
}

/** One in twenty has moved; a few are not confirmed, and some never said where they work. */
function affiliate(world: World, person: StatePerson, districts: District[], number: number): void {
  const { chance } = world;
  if (number % 240 === 37) return;
  const district = drawDistrict(world, districts);
  person.organisationId = district.id;
  person.cooperative = district.cooperative;
  const since = chance.pick(["2014-08-25", "2016-08-29", "2018-08-27", "2019-08-26"]);
  if (!chance.happens(0.05)) return insertAffiliation(world, person, district.id, since, null);
  const moved = addDays(dateOf(world.now, REGION_TIME_ZONE), -chance.between(60, 900));
  insertAffiliation(world, person, chance.pick(districts).id, since, moved);
  insertAffiliation(world, person, district.id, addDays(moved, 1), null);
}

function insertAffiliation(
  world: World,
  person: StatePerson,
  organisationId: string,
  fromDate: string,
  toDate: string | null,
) {
  const { chance, ids, now } = world;
  const createdAt = now - chance.between(1, 7 * 365) * DAY;
  world.rows.insert(affiliations, {
    id: ids.at(createdAt),
    personId: person.id,
    organisationId,
    roleKind: person.roleKind,
    employeeId: String(chance.between(1_000, 999_999)).padStart(6, "0"),
    building: chance.pick(SCHOOLS),
    fromDate,
    toDate,
    createdAt,
    confirmedAt: chance.happens(0.996) ? createdAt + DAY : null,
  });
}

/** Somebody whom their district put on a list, and who has not opened the invitation. */
function insertInvited(world: World, number: number): void {
  const { chance, ids } = world;
  const group = drawGroup(world);
  const createdAt = world.now - chance.between(1, 300) * DAY;
  const [id, email] = [ids.at(createdAt), `invited-${number}@${DOMAIN}`];
  const names = { legalFirst: chance.pick(group.first), legalLast: chance.pick(group.last) };
  world.rows.insert(persons, { id, ...names, email, createdAt, updatedAt: createdAt });
  world.rows.insert(accountTokens, {
    id: ids.digest(),
    purpose: "invitation",
    personId: id,
    email,
    createdAt,
    expiresAt: createdAt + 440 * DAY,
  });
}
