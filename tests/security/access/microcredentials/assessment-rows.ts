import type { AccessRow } from "../row";

const MINE = { who: ["coordinator"], scope: "the provider of the micro-credential" } as const;
const ASSESSOR = { who: ["assessor"], scope: "the micro-credentials that the person is admitted for" } as const;

/** Who judges what people handed in, and who sees to it. */
export const ASSESSMENT_ROWS: readonly AccessRow[] = [
  {
    route: "microcredentials/microcredentials.$id_.practice",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.practised}/practice?piece={pieceSubmission}",
    shows: ["training"],
  },
  ...(["choose", "remove"] as const).map((intent): AccessRow => ({
    ...{ route: "microcredentials/microcredentials.$id_.practice", method: "POST", intent, ...MINE },
    at: "/coordinator/microcredentials/{microcredential.practised}/practice",
    send: { submissionId: "{pieceSubmission}" },
  })),
  {
    ...{ route: "microcredentials/microcredentials.$id_.practice", method: "POST", intent: "propose", ...MINE },
    at: "/coordinator/microcredentials/{microcredential.practised}/practice",
    send: {},
    answers: 409,
  },
  {
    route: "microcredentials/microcredentials.$id_.evaluation",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.practised}/evaluation",
    shows: ["training"],
  },
  {
    ...{ route: "microcredentials/assessors._index", method: "GET", ...MINE, at: "/coordinator/assessors" },
    office: "assesses",
  },
  { route: "staff/lists.$name", method: "GET", ...MINE, at: "/lists/assessors.csv", office: "assesses" },
  {
    ...{ route: "microcredentials/assessors._index", method: "POST", ...MINE, at: "/coordinator/assessors" },
    send: { email: "nobody@test.example", scopes: ["{microcredential.practised}"] },
    answers: 409,
    foreign: 409,
  },
  {
    ...{
      route: "microcredentials/assessors.$id",
      method: "GET",
      ...MINE,
      at: "/coordinator/assessors/{assessorScope}",
    },
    office: "assesses",
  },
  ...["admit", "not-yet", "recalibrate", "stop", "resume"].map((intent): AccessRow => ({
    ...{ route: "microcredentials/assessors.$id", method: "POST", intent, ...MINE },
    at: "/coordinator/assessors/{assessorScope}",
    send: { shown: "admitted", reason: "Asked for" },
    ...(["recalibrate", "stop"].includes(intent) ? {} : { answers: 409 }),
  })),
  {
    ...{ route: "microcredentials/portfolios", method: "GET", ...MINE, at: "/coordinator/portfolios" },
    shows: ["training"],
  },
  {
    ...{ route: "staff/lists.$name", method: "GET", ...MINE, at: "/lists/undecided-portfolios.csv" },
    shows: ["training"],
  },
  {
    ...{ route: "microcredentials/portfolios", method: "POST", intent: "ask-second", ...MINE },
    at: "/coordinator/portfolios",
    send: { submissionId: "{submission}", reason: "A new rubric" },
  },
  {
    ...{ route: "microcredentials/portfolios", method: "POST", intent: "withdraw-second", ...MINE },
    at: "/coordinator/portfolios",
    send: { submissionId: "{submission}" },
    answers: 409,
  },
  { route: "assessor/_index", method: "GET", ...ASSESSOR, at: "/assessor", shows: ["training"] },
  {
    route: "assessor/_index",
    method: "POST",
    intent: "take",
    ...ASSESSOR,
    at: "/assessor",
    send: { submissionId: "{submission}", noConflict: "on" },
    foreign: 409,
  },
  {
    route: "assessor/assessments.$id",
    method: "GET",
    ...ASSESSOR,
    at: "/assessor/assessments/{assessment}",
    shows: ["training", "person"],
  },
  {
    route: "assessor/assessments.$id",
    method: "POST",
    intent: "score",
    ...ASSESSOR,
    at: "/assessor/assessments/{assessment}",
    send: { "scores[0].criterion": "{asked}", "scores[0].level": "demonstrated" },
    answers: 409,
  },
  {
    route: "assessor/assessments.$id",
    method: "POST",
    intent: "hand-back",
    ...ASSESSOR,
    at: "/assessor/assessments/{assessment}",
    send: { reason: "conflict", words: "We are married." },
  },
  { route: "assessor/practice._index", method: "GET", ...ASSESSOR, at: "/assessor/practice", shows: ["training"] },
  {
    route: "assessor/practice.$id",
    method: "GET",
    ...ASSESSOR,
    at: "/assessor/practice/{piece}",
    shows: ["training"],
  },
  {
    route: "assessor/practice.$id",
    method: "POST",
    ...ASSESSOR,
    at: "/assessor/practice/{piece}",
    send: {
      "scores[0].criterion": "{pieceCriterion.first}",
      "scores[0].level": "demonstrated",
      "scores[1].criterion": "{pieceCriterion.second}",
      "scores[1].level": "not-yet",
    },
  },
];
