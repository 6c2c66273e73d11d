import type { AccessRow } from "../row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const WRITER = { who: ["owner"], scope: "the person who wrote it" } as const;
const REVIEWER = {
  who: ["bearer"],
  scope: "who was asked to review: signed in with the address that was asked",
} as const;
const PLAN = "certificate/certificate.growth-plans.$id";
const REVIEW = "certificate/growth-plan-reviews.$secret";

/** Growth plans, and the page behind the link of their reviewer. */
export const GROWTH_PLAN_ROWS: readonly AccessRow[] = [
  { route: "certificate/certificate.growth-plans._index", method: "GET", ...MINE, at: "/certificate/growth-plans" },
  {
    route: "certificate/certificate.growth-plans._index",
    method: "POST",
    ...MINE,
    at: "/certificate/growth-plans",
    send: { year: "2022" },
  },
  { route: PLAN, method: "GET", ...WRITER, at: "/certificate/growth-plans/{plan.mine}", shows: ["training"] },
  {
    route: PLAN,
    method: "POST",
    intent: "save-plan",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}",
    send: { goals: "Another" },
  },
  {
    route: PLAN,
    method: "POST",
    intent: "add-file",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}",
    send: {},
    sendFile: { field: "file", name: "more.txt", type: "text/plain", text: "More." },
  },
  {
    route: PLAN,
    method: "POST",
    intent: "remove-file",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}",
    send: { fileId: "{plan.mineFile}" },
  },
  {
    route: PLAN,
    method: "POST",
    intent: "send-plan",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}",
    send: { reviewerEmail: "reviewer@elsewhere.example" },
  },
  {
    route: PLAN,
    method: "POST",
    intent: "withdraw-plan",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.sent}",
    send: {},
  },
  {
    route: PLAN,
    method: "POST",
    intent: "remove-plan",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}",
    send: {},
  },
  {
    route: PLAN,
    method: "POST",
    intent: "make-document",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.signed}",
    send: {},
  },
  {
    route: "certificate/certificate.growth-plans.$id_.draft",
    method: "POST",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}/draft",
    intent: "save-plan",
    send: { goals: "By itself" },
    answers: 200,
  },
  {
    route: "certificate/certificate.growth-plans.$id_.files.$fileId",
    method: "GET",
    ...WRITER,
    at: "/certificate/growth-plans/{plan.mine}/files/{plan.mineFile}",
    shows: ["person"],
  },
  {
    route: REVIEW,
    method: "GET",
    ...REVIEWER,
    at: "/growth-plan-reviews/{reviewSecret}",
    open: ["trainings", "person"],
  },
  {
    route: REVIEW,
    method: "POST",
    intent: "sign",
    ...REVIEWER,
    at: "/growth-plan-reviews/{reviewSecret}",
    answers: [302, 409],
    send: { certificateNumber: "1", affirmed: "on" },
    open: ["trainings", "person"],
  },
  {
    route: REVIEW,
    method: "POST",
    intent: "return",
    ...REVIEWER,
    at: "/growth-plan-reviews/{reviewSecret}",
    answers: [302, 409],
    send: { words: "Which standards?" },
    open: ["trainings", "person"],
  },
  {
    route: "certificate/growth-plan-reviews.$secret_.files.$fileId",
    method: "GET",
    ...REVIEWER,
    at: "/growth-plan-reviews/{reviewSecret}/files/{plan.sentFile}",
    answers: [200, 302, 404],
    open: ["trainings", "person"],
  },
];
