import { handInReflection } from "~/attendance/steps/do-step.server";
import type { Database } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../../support/clock";
import { actingAs } from "../../../support/database";
import { done } from "../../../support/done";
import type { TestPerson } from "../../../support/factories";
import { addOwnTime } from "../../../support/steps/own-time";
import type { AccessRow } from "../row";

const DOOR = {
  who: ["facilitator", "coordinator"],
  others: 404,
  scope: "the facilitated offering, or the provider of the offering",
} as const;
const MINE = {
  who: ["participant"],
  scope: "the person who is registered for the step's offering",
  foreign: 404,
  others: 404,
} as const;

const PLAN = {
  route: "facilitator/offerings.$id_.steps._index",
  ...DOOR,
  at: "/facilitator/offerings/{offering.today}/steps",
};
const NEW = {
  route: "facilitator/offerings.$id_.steps.new",
  ...DOOR,
  at: "/facilitator/offerings/{offering.today}/steps/new?session={ownTime}&kind=link",
};
const STEP = { route: "facilitator/steps.$id._index", ...DOOR, at: "/facilitator/steps/{step.spare}" };
const PERSON = {
  route: "facilitator/steps.$id.people.$personId",
  ...DOOR,
  at: "/facilitator/steps/{step.reflection}/people/{person}",
};
const OWN = { route: "educator/steps.$id", ...MINE };
const DRAFT = { route: "educator/steps.$id_.draft", method: "POST", ...MINE, at: "/steps/{step.later}/draft" } as const;

const REASON = { reason: "As agreed with the committee" };
const CONTENT = { title: "Read the guide", link: "https://reading.example/guide" };

/** Steps of sessions on people's own time: who plans them, who reads what was done, and who does them. */
export const STEP_ROWS: readonly AccessRow[] = [
  { ...PLAN, method: "GET", shows: ["training"] },
  { ...PLAN, method: "POST", intent: "move-up", send: { stepId: "{step.reflection}" } },
  {
    ...PLAN,
    method: "POST",
    intent: "minutes",
    send: { sessionId: "{ownTime}", "steps[0].id": "{step.link}", "steps[0].minutes": "60", ...REASON },
    answers: 409,
  },
  { ...NEW, method: "GET", shows: ["training"] },
  { ...NEW, method: "POST", intent: "add", send: { kind: "link", minutes: "0", ...CONTENT, ...REASON } },
  { ...STEP, method: "GET", shows: ["training"] },
  { ...STEP, method: "POST", intent: "save", send: { ...CONTENT, ...REASON } },
  { ...PLAN, method: "POST", intent: "remove", send: { stepId: "{step.spare}", ...REASON } },
  {
    route: "facilitator/offerings.$id_.steps.people",
    method: "GET",
    ...DOOR,
    at: "/facilitator/offerings/{offering.today}/steps/people",
    shows: ["training", "person"],
  },
  { ...PERSON, method: "GET", shows: ["training", "person"] },
  { ...PERSON, method: "POST", intent: "accept", send: { number: "1" } },
  { ...PERSON, method: "POST", intent: "return", send: { number: "1", answer: "Please say more." } },
  { ...PERSON, method: "POST", intent: "record", send: { reason: "It came on paper" } },
  {
    ...PERSON,
    at: "/facilitator/steps/{step.link}/people/{person}",
    method: "POST",
    intent: "undo",
    send: { reason: "It was somebody else" },
    answers: [302, 409],
  },
  { ...OWN, method: "GET", at: "/steps/{step.reflection}", shows: ["training"] },
  { ...OWN, method: "POST", intent: "done", at: "/steps/{step.link}", send: {} },
  { ...OWN, method: "POST", intent: "take-back", at: "/steps/{step.link}", send: {}, answers: [302, 409] },
  { ...OWN, method: "POST", intent: "save-draft", at: "/steps/{step.later}", send: { text: "A beginning" } },
  { ...OWN, method: "POST", intent: "hand-in", at: "/steps/{step.later}", send: { text: "One two three four five" } },
  {
    ...OWN,
    method: "POST",
    intent: "take-quiz",
    at: "/steps/{step.quiz}",
    send: { version: String(TEST_NOW), "answers[0]": "1", "answers[1]": "0" },
  },
  { ...DRAFT, intent: "save-draft", send: { text: "A beginning" }, answers: 200 },
  ...(["done", "take-back", "hand-in", "take-quiz"] as const).map((intent): AccessRow => ({
    ...DRAFT,
    intent,
    send: intent === "take-quiz" ? { version: "1" } : {},
    answers: 400,
  })),
];

/** Today's training has work on people's own time, too: somebody handed a reflection in, which waits. */
export function addSteps(
  db: Database,
  offeringId: string,
  facilitator: TestPerson,
  learner: TestPerson,
): Record<string, string> {
  const times = { startsAt: TEST_NOW - DAY, endsAt: TEST_NOW + 30 * DAY };
  const { sessionId, stepIds } = addOwnTime(db, { offeringId, ...times, by: facilitator.personId }, [
    { kind: "link", minutes: 60 },
    { kind: "reflection", minutes: 60 },
    { kind: "quiz", minutes: 60 },
    { kind: "reflection", title: "What comes next", minutes: 60 },
    { kind: "link", title: "Look at more", minutes: 0 },
  ]);
  const [link, reflection, quiz, later, spare] = stepIds as [string, string, string, string, string];
  const text = "I will ask before I tell.";
  done(handInReflection(actingAs(db, learner, { now: TEST_NOW }), { stepId: reflection, text }));
  return {
    ownTime: sessionId,
    ...{
      "step.link": link,
      "step.reflection": reflection,
      "step.quiz": quiz,
      "step.later": later,
      "step.spare": spare,
    },
  };
}
