import { beforeAll, expect, test } from "vitest";
import { cloneDatabase, setDatabase } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { admit } from "../../support/microcredentials/portfolios";
import { listActors } from "../access/actors";
import { findRoutes } from "../access/extracted";
import type { AccessRow } from "../access/row";
import { TABLE } from "../access/table";
import { cookieOf, listTold, visit } from "../access/visit";
import { makeWorld, type World } from "../access/world";
import { needle, PLACES, type Place, plant, STAGES, type Stage } from "./planted";

let world: World;
let planted: Record<Stage, Record<string, string>>;
let visitors: { name: string; cookie: string | undefined }[];
const code = await findRoutes();

beforeAll(async () => {
  world = await makeWorld();
  const { db, cast } = world;
  const provider = cast.providers.ash;
  const assessors = {
    "assessor ash, who holds nothing": makeAssessor(provider, "admitted"),
    "assessor ash, in practice": makeAssessor(provider, "calibrating"),
    "assessor ash, who handed it back": makeAssessor(provider, "admitted"),
    "assessor ash, stopped": makeAssessor(provider, "stopped"),
  };
  const recused = actingAs(db, assessors["assessor ash, who handed it back"], {
    now: TEST_NOW,
    scopeIds: [provider],
  });
  planted = Object.fromEntries(STAGES.map((stage) => [stage, plant(world, stage, recused)])) as typeof planted;
  const everybody: [string, TestPerson | undefined][] = [
    ...listActors(cast).map(({ name, person }): [string, TestPerson | undefined] => [name, person]),
    ...Object.entries(assessors),
  ];
  visitors = [];
  for (const [name, person] of everybody) visitors.push({ name, cookie: await cookieOf(db, person) });
}, 60_000);

function makeAssessor(provider: string, state: "admitted" | "calibrating" | "stopped"): TestPerson {
  const person = makePerson(world.db);
  give(world.db, person, "assessor", provider);
  admit(world.db, person, provider, { state });
  return person;
}

const NAMED = [
  "portfolio",
  "portfolio.waiting",
  "portfolio.awarded",
  "portfolioFile",
  "submission",
  "assessment",
  "pieceSubmission",
];
const namesPlanted = ({ at, send = {} }: AccessRow) =>
  [at, ...Object.values(send).flat()].some((text) => NAMED.some((name) => text.includes(`{${name}}`)));
const NEEDLES = STAGES.flatMap((stage) => PLACES.map((place) => [stage, place] as const));

/** Whom a page or a form told which evidence: "held text: learner ash". Pages that name a portfolio are asked for each of those planted. */
async function walk(rows: readonly AccessRow[], who: typeof visitors): Promise<Map<string, Set<string>>> {
  const told = new Map<string, Set<string>>();
  for (const { name, cookie } of who) {
    for (const row of rows) {
      for (const stage of namesPlanted(row) ? STAGES : STAGES.slice(0, 1)) {
        const answer = await visit(code, row, { ...world.ids.ash, ...planted[stage] }, cookie);
        for (const [of, place] of NEEDLES) {
          if (listTold(answer.told, [needle(of, place)]).length === 0) continue;
          const key = `${of} ${place}`;
          told.set(key, (told.get(key) ?? new Set<string>()).add(name));
        }
      }
    }
  }
  return told;
}

const AUTHOR = ["learner ash"];
const JUDGE = [...AUTHOR, "assessor ash"];
const WITH_COORDINATOR = ["learner ash", "coordinator ash", "assessor ash"];

// Of each stage, who reads what on some page. A file carries its own name.
const READERS: Record<Stage, Partial<Record<Place, string[]>>> = {
  draft: { text: AUTHOR, link: AUTHOR, "file-name": AUTHOR, "file-bytes": AUTHOR },
  held: { text: JUDGE, link: JUDGE, "file-name": WITH_COORDINATOR, "file-bytes": WITH_COORDINATOR },
  scored: {
    text: AUTHOR,
    link: AUTHOR,
    "file-name": WITH_COORDINATOR,
    "file-bytes": WITH_COORDINATOR,
    comment: AUTHOR,
  },
};

test("P2 evidence is read by its author, by whoever holds or scored it, and files by the provider’s coordinator: by nobody else on any page", async () => {
  setDatabase(world.db);
  const told = await walk(
    TABLE.filter(({ method }) => method === "GET"),
    visitors,
  );
  const found = Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      Object.fromEntries(
        PLACES.flatMap((place) => {
          const readers = told.get(`${stage} ${place}`);
          return readers ? [[place, visitors.map(({ name }) => name).filter((name) => readers.has(name))]] : [];
        }),
      ),
    ]),
  );
  expect(found).toEqual(READERS);
}, 180_000);

test("P2 no form tells evidence to anybody but its author", async () => {
  const bytes = world.db.$client.serialize();
  for (const visitor of visitors.filter(({ name }) => name !== "learner ash")) {
    const db = cloneDatabase(bytes);
    setDatabase(db);
    const rows = TABLE.filter((row) => row.method === "POST" && namesPlanted(row));
    expect([...(await walk(rows, [visitor]))], visitor.name).toEqual([]);
    db.$client.close();
  }
  setDatabase(world.db);
}, 180_000);
