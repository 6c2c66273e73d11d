import type { AccessRow } from "../row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const ENTERED = { who: ["owner"], scope: "the person who entered it" } as const;
const DESK = { who: ["registrar"], scope: "the provider to which it was sent" } as const;
const ALL = { who: ["admin"], scope: "everything" } as const;
const ELSEWHERE = "certificate/certificate.elsewhere.$id";
const ISSUER = "reference/trusted-issuers.$id";
const HOURS = {
  ...{ kind: "clock-hours", amount: "6.5", title: "Another course", providerName: "ESD 113" },
  ...{ startedOn: "2026-02-03", completedOn: "2026-02-04", "topics.EQUITY": "3" },
} as const;

/** Hours from elsewhere, and whose documents are believed. */
export const OUTSIDE_ROWS: readonly AccessRow[] = [
  { route: "certificate/certificate.elsewhere._index", method: "GET", ...MINE, at: "/certificate/elsewhere" },
  { route: "certificate/certificate.elsewhere.new", method: "GET", ...MINE, at: "/certificate/elsewhere/new" },
  {
    route: "certificate/certificate.elsewhere.new",
    method: "POST",
    intent: "save-hours",
    ...MINE,
    at: "/certificate/elsewhere/new",
    send: HOURS,
  },
  { route: ELSEWHERE, method: "GET", ...ENTERED, at: "/certificate/elsewhere/{outside.mine}", shows: ["training"] },
  {
    route: ELSEWHERE,
    method: "POST",
    intent: "save-hours",
    ...ENTERED,
    at: "/certificate/elsewhere/{outside.mine}",
    send: HOURS,
  },
  ...["send", "remove-file", "remove-hours"].map((intent): AccessRow => ({
    ...{ route: ELSEWHERE, method: "POST", intent, ...ENTERED, at: "/certificate/elsewhere/{outside.mine}", send: {} },
  })),
  {
    route: ELSEWHERE,
    method: "POST",
    intent: "call-back",
    ...ENTERED,
    at: "/certificate/elsewhere/{outside.sent}",
    send: {},
  },
  {
    route: "certificate/certificate.elsewhere.$id_.file",
    method: "GET",
    ...ENTERED,
    at: "/certificate/elsewhere/{outside.mine}/file",
    shows: ["person"],
  },
  {
    route: "registrar/outside-hours._index",
    method: "GET",
    ...DESK,
    at: "/registrar/outside-hours",
    shows: ["training", "person"],
  },
  {
    route: "registrar/outside-hours.$id",
    method: "GET",
    ...DESK,
    at: "/registrar/outside-hours/{outside.sent}",
    shows: ["training", "person"],
  },
  ...["accept", "return"].map((intent): AccessRow => ({
    ...{ route: "registrar/outside-hours.$id", method: "POST", intent, ...DESK },
    at: "/registrar/outside-hours/{outside.sent}",
    send: { seen: "{outside.seen}", reason: "Which day?" },
  })),
  {
    route: "registrar/outside-hours.$id",
    method: "POST",
    intent: "take-back",
    ...DESK,
    at: "/registrar/outside-hours/{outside.accepted}",
    send: { reason: "It was somebody else’s." },
  },
  {
    route: "registrar/outside-hours.$id_.file",
    method: "GET",
    ...DESK,
    at: "/registrar/outside-hours/{outside.sent}/file",
    shows: ["person"],
  },
  {
    route: "certificate/certificate.elsewhere.document",
    method: "GET",
    ...MINE,
    at: "/certificate/elsewhere/document",
  },
  {
    route: "certificate/certificate.elsewhere.document",
    method: "POST",
    ...MINE,
    at: "/certificate/elsewhere/document",
    sendFile: { field: "file", name: "words.txt", type: "text/plain", text: "No document." },
    send: {},
    answers: 409,
  },
  { route: "reference/trusted-issuers._index", method: "GET", ...ALL, at: "/admin/trusted-issuers" },
  {
    route: "reference/trusted-issuers._index",
    method: "POST",
    ...ALL,
    at: "/admin/trusted-issuers",
    send: { name: "Another", note: "By letter.", keys: "no list" },
    answers: 400,
  },
  { route: ISSUER, method: "GET", ...ALL, at: "/admin/trusted-issuers/{issuer}" },
  {
    route: ISSUER,
    method: "POST",
    intent: "save-issuer",
    ...ALL,
    at: "/admin/trusted-issuers/{issuer}",
    send: { name: "Renamed", note: "By letter." },
  },
  {
    route: ISSUER,
    method: "POST",
    intent: "add-keys",
    ...ALL,
    at: "/admin/trusted-issuers/{issuer}",
    send: { keys: "no list" },
    answers: 400,
  },
  ...["revoke-issuer", "restore-issuer", "delete-issuer"].map((intent): AccessRow => ({
    ...{ route: ISSUER, method: "POST", intent, ...ALL, at: "/admin/trusted-issuers/{issuer}" },
    send: { reason: "Their key was stolen." },
  })),
];
