import { organisations } from "#drizzle/schema/people";
import { insertProvider, PSESD_POLICY } from "#seed/reference";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../../support/clock";
import { systemContext } from "../../support/context";
import { affiliate, give, makePerson, type TestPerson } from "../../support/factories";

/**
 * Everybody in the world of the access table. A name is one word that stands nowhere else, so that finding it in an answer
 * is finding the person. Two trainings are the same provider's; two people work for the one district and learn at the
 * other's provider.
 */
export const LEARNERS = {
  ash: { word: "Ashlearner", training: "ash", district: "ash" },
  dogwood: { word: "Dogwoodlearner", training: "ash", district: "birch" },
  cedar: { word: "Cedarlearner", training: "cedar", district: "ash" },
  birch: { word: "Birchlearner", training: "birch", district: "birch" },
  elm: { word: "Elmlearner", training: "birch", district: "ash" },
} as const;
export type LearnerName = keyof typeof LEARNERS;

/** Each training, its provider, and the word in its title and its place. */
export const TRAININGS = {
  ash: { word: "Ashtraining", provider: "ash" },
  cedar: { word: "Cedartraining", provider: "ash" },
  birch: { word: "Birchtraining", provider: "birch" },
} as const;
export type TrainingName = keyof typeof TRAININGS;

export const OWNERS = ["ash", "birch"] as const;
export type Owner = (typeof OWNERS)[number];

/** Staff by role and whose they are. The word in their name is both together: "Ashregistrar". */
export type StaffName =
  `facilitator ${TrainingName}` | `${"coordinator" | "registrar" | "assessor" | "hr"} ${Owner}` | "admin";

export interface Cast {
  learners: Record<LearnerName, TestPerson>;
  staff: Record<StaffName, TestPerson>;
  providers: Record<Owner, string>;
  districts: Record<Owner, string>;
}

/** Two providers, two districts, and everybody with the role and the scope that their name says. */
export function makeCast(db: Database): Cast {
  const districts = { ash: addOrganisation(db, "ash"), birch: addOrganisation(db, "birch") };
  const providers = { ash: addProvider(db, "ash"), birch: addProvider(db, "birch") };
  const learners = Object.fromEntries(
    Object.entries(LEARNERS).map(([name, { word, district }]) => {
      const person = makePerson(db, { first: "Lee", last: word });
      affiliate(db, person, { organisation: districtName(district) });
      return [name, person];
    }),
  ) as Cast["learners"];
  const staff: Record<string, TestPerson> = { admin: makePerson(db, { first: "Sam", last: "Theadmin" }) };
  give(db, staff.admin!, "admin");
  for (const training of Object.keys(TRAININGS))
    staff[`facilitator ${training}`] = makeStaff(db, training, "facilitator");
  for (const owner of OWNERS) {
    const [provider, hr] = [providers[owner], districts[owner]];
    const scopes = { coordinator: provider, registrar: provider, assessor: provider, hr };
    for (const [role, scope] of Object.entries(scopes)) {
      const person = makeStaff(db, owner, role);
      give(db, person, role as keyof typeof scopes, scope);
      staff[`${role} ${owner}`] = person;
    }
  }
  return { learners, staff: staff, providers, districts };
}

/** Somebody, with the word by which they are found in an answer. */
const found = (person: TestPerson, word: string) => ({ word, email: person.email, personId: person.personId });

/** The learners of the world and their words. */
export const namedPeople = ({ learners }: Cast) =>
  (Object.keys(LEARNERS) as LearnerName[]).map((name) => found(learners[name], LEARNERS[name].word));

/** The staff of the world and their words. */
export const namedStaff = ({ staff }: Cast) =>
  Object.values(staff).map((person) => found(person, person.name.split(" ")[1]!));

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const districtName = (owner: Owner) => `${capital(owner)} School District`;

const makeStaff = (db: Database, owner: string, role: string) =>
  makePerson(db, { first: "Sam", last: `${capital(owner)}${role}` });

function addOrganisation(db: Database, owner: Owner): string {
  const id = newId();
  const code = { ash: "90001", birch: "90002" }[owner];
  db.insert(organisations)
    .values({ id, code, name: districtName(owner), kind: "district", county: "King", createdAt: TEST_NOW })
    .run();
  return id;
}

function addProvider(db: Database, owner: Owner): string {
  return inTransaction(db, (tx) =>
    insertProvider(tx, systemContext(db), {
      organisationName: districtName(owner),
      name: `${capital(owner)} Learning`,
      shortName: owner.toUpperCase(),
      address: null,
      designeeName: "The Designee",
      designeeTitle: "Registrar",
      policies: [
        { fromDate: "2020-01-01", policy: PSESD_POLICY },
        { fromDate: "2030-01-01", policy: PSESD_POLICY },
      ],
    }),
  );
}
