import { type Cast, LEARNERS, type LearnerName, OWNERS, type Owner, TRAININGS, type TrainingName } from "./cast";
import type { AccessRow, Who } from "./row";
import type { TestPerson } from "../../support/factories";

/** Somebody who tries every row of the table; the insiders are those of "ash", whose ids the addresses hold. */
export interface Actor {
  name: string;
  person: TestPerson | undefined;
  role: Who | "visitor";
  /** Whether the insider's rows are theirs, by their role. */
  inside: boolean;
  owner: Owner;
  learners: readonly LearnerName[];
  trainings: readonly TrainingName[];
}

const learnersOf = (holds: (name: LearnerName) => boolean) => (Object.keys(LEARNERS) as LearnerName[]).filter(holds);

const trainingsOf = (holds: (name: TrainingName) => boolean) =>
  (Object.keys(TRAININGS) as TrainingName[]).filter(holds);

/** A visitor, and of each role one inside and one outside; of learners and facilitators, neighbours, too. */
export function listActors(cast: Cast): Actor[] {
  const learners = (["ash", "dogwood", "cedar", "birch"] as const).map((name): Actor => {
    const { training } = LEARNERS[name];
    const whose = { learners: [name], trainings: [training], owner: TRAININGS[training].provider };
    return { name: `learner ${name}`, person: cast.learners[name], role: "owner", inside: name === "ash", ...whose };
  });
  const facilitators = (Object.keys(TRAININGS) as TrainingName[]).map((name): Actor => {
    const whose = { learners: learnersOf((each) => LEARNERS[each].training === name), trainings: [name] };
    const { provider: owner } = TRAININGS[name];
    const person = cast.staff[`facilitator ${name}`];
    return { name: `facilitator ${name}`, person, role: "facilitator", inside: name === "ash", owner, ...whose };
  });
  const staff = OWNERS.flatMap((owner) => [
    ...(["coordinator", "registrar", "assessor"] as const).map((role): Actor => ({
      ...{ name: `${role} ${owner}`, person: cast.staff[`${role} ${owner}`], role, inside: owner === "ash", owner },
      learners: learnersOf((each) => TRAININGS[LEARNERS[each].training].provider === owner),
      trainings: trainingsOf((each) => TRAININGS[each].provider === owner),
    })),
    hrOf(cast, owner),
  ]);
  const everything = { owner: "ash" as const, learners: learnersOf(() => true), trainings: trainingsOf(() => true) };
  return [
    { name: "visitor", person: undefined, role: "visitor", inside: false, owner: "ash", learners: [], trainings: [] },
    ...learners,
    ...facilitators,
    ...staff,
    { name: "admin", person: cast.staff.admin, role: "admin", inside: true, ...everything },
  ];
}

function hrOf(cast: Cast, owner: Owner): Actor {
  const learners = learnersOf((each) => LEARNERS[each].district === owner);
  const trainings = trainingsOf((each) => learners.some((name) => LEARNERS[name].training === each));
  const person = cast.staff[`hr ${owner}`];
  return { name: `hr ${owner}`, person, role: "hr", inside: owner === "ash", owner, learners, trainings };
}

export type Right = "may" | "sign in" | "lacks the role" | "another scope";

/** What the table says of an actor and a row. */
export function rightOf(row: AccessRow, actor: Actor): Right {
  if (row.who.includes("everybody") || row.who.includes("bearer")) return "may";
  if (actor.role === "visitor") return "sign in";
  if (row.who.includes("signed in")) return "may";
  const seated = actor.role === "owner" && actor.trainings.includes("ash");
  if (row.who.includes("participant")) {
    if (seated) return "may";
    if (actor.role === "owner" || row.who.length === 1) return "another scope";
  }
  if (row.who.includes(actor.role)) return actor.inside || !namesRows(row) ? "may" : "another scope";
  // Everybody on the staff is an educator, too, only never the one whose row it is.
  return row.who.length === 1 && row.who[0] === "owner" ? "another scope" : "lacks the role";
}

/** Whether the address or the form names rows that are the insider's, and nobody else's to know of. */
export const namesRows = ({ at, send = {} }: AccessRow): boolean =>
  [at, ...Object.values(send).flat()].some((text) => /\{(?!public\.)/.test(text));

/** The words that stand for what an actor must never read on a row's page. */
export function listForbidden(row: AccessRow, actor: Actor, cast: Cast): string[] {
  const { open = [] } = row;
  const people = learnersOf((name) => !actor.learners.includes(name) && !(open.includes("person") && name === "ash"));
  const trainings = open.includes("trainings") ? [] : trainingsOf((name) => !actor.trainings.includes(name));
  const staff = open.includes("trainings") || actor.role === "admin" ? [] : listOthersStaff(actor, cast);
  return [
    ...people.flatMap((name) => [LEARNERS[name].word, cast.learners[name].email]),
    ...trainings.map((name) => TRAININGS[name].word),
    ...staff,
  ];
}

/** Staff of the other provider and district, except those who taught or verified what the actor may read. */
function listOthersStaff(actor: Actor, cast: Cast): string[] {
  return Object.entries(cast.staff).flatMap(([name, person]) => {
    if (person === actor.person) return [];
    if (name === "admin") return [person.email];
    const [role, whose] = name.split(" ") as [string, TrainingName];
    const trusted = actor.trainings.some((each) => each === whose || TRAININGS[each].provider === whose);
    const known = role === "hr" ? whose === actor.owner : trusted;
    return known ? [] : [person.name.split(" ")[1]!, person.email];
  });
}
