import type { AccessRow } from "../row";

const MINE = { who: ["coordinator"], scope: "the provider of the micro-credential" } as const;
const HR = { who: ["hr"], scope: "the organization of the person on the day of the award" } as const;
const REGISTRAR = { who: ["registrar"], scope: "the provider of the award" } as const;

/** Awards, their badges, pages and hours: who gives and takes away, who holds, who posts. */
export const AWARD_ROWS: readonly AccessRow[] = [
  { route: "hr/awards", method: "GET", ...HR, at: "/hr/awards", shows: ["training", "person"] },
  { route: "staff/lists.$name", method: "GET", ...HR, at: "/lists/district-awards.csv", shows: ["training", "person"] },
  {
    route: "microcredentials/microcredentials.$id_.awards",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.awarded}/awards",
    shows: ["training", "person"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    ...MINE,
    at: "/lists/holders.csv?microcredential={microcredential.awarded}",
    shows: ["person"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    ...REGISTRAR,
    at: "/lists/award-hours.csv",
    shows: ["training", "person"],
  },
  {
    route: "microcredentials/microcredentials.$id_.hours",
    method: "GET",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.awarded}/hours",
    shows: ["training"],
  },
  {
    route: "microcredentials/microcredentials.$id_.hours",
    method: "POST",
    intent: "approve",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.awarded}/hours",
    send: { committeeMetOn: "2026-10-01" },
  },
  {
    route: "microcredentials/microcredentials.$id_.hours",
    method: "POST",
    intent: "decline",
    ...MINE,
    at: "/coordinator/microcredentials/{microcredential.awarded}/hours",
    send: { committeeMetOn: "2026-10-01", note: "Too many hours" },
  },
  {
    route: "registrar/awards._index",
    method: "GET",
    ...REGISTRAR,
    at: "/registrar/awards",
    shows: ["training", "person"],
  },
  {
    route: "registrar/awards._index",
    method: "POST",
    intent: "post-all",
    ...REGISTRAR,
    at: "/registrar/awards",
    send: { awards: "{award}" },
    foreign: 409,
  },
  {
    route: "registrar/awards.$id",
    method: "GET",
    ...REGISTRAR,
    at: "/registrar/awards/{award}",
    shows: ["training", "person"],
  },
  {
    route: "registrar/awards.$id",
    method: "POST",
    intent: "post",
    ...REGISTRAR,
    at: "/registrar/awards/{award}",
    send: {},
  },
  {
    route: "registrar/awards.$id",
    method: "POST",
    intent: "return",
    ...REGISTRAR,
    at: "/registrar/awards/{award}",
    send: { reason: "Which name?" },
  },
  ...(["revoked", "suspended", "resumed", "replaced"] as const).map((intent): AccessRow => ({
    ...{ route: "microcredentials/microcredentials.$id_.awards", method: "POST", intent, ...MINE },
    at: "/coordinator/microcredentials/{microcredential.awarded}/awards",
    send: { awardId: "{award}", reason: "Asked for" },
    ...(intent === "resumed" && { answers: 409 }),
  })),
  {
    route: "portfolios/portfolios.awards.$id",
    method: "GET",
    who: ["owner"],
    scope: "the holder of the award",
    at: "/portfolios/awards/{award}",
    shows: ["training"],
  },
  {
    route: "portfolios/portfolios.awards.$id",
    method: "POST",
    intent: "page",
    who: ["owner"],
    scope: "the holder of the award",
    at: "/portfolios/awards/{award}",
    send: { isPublic: "on", revision: "1" },
  },
  ...(["claim-hours", "take-hours-back"] as const).map((intent): AccessRow => ({
    ...{
      route: "portfolios/portfolios.awards.$id",
      method: "POST",
      intent,
      who: ["owner"],
      scope: "the holder of the award",
    },
    at: "/portfolios/awards/{award}",
    send: intent === "claim-hours" ? { affidavit: "on" } : {},
    ...(intent === "claim-hours" && { answers: 409 }),
  })),
  {
    route: "portfolios/portfolios.awards.$id",
    method: "POST",
    intent: "renew-badge",
    who: ["owner"],
    scope: "the holder of the award",
    at: "/portfolios/awards/{award}",
    send: {},
    answers: 409,
  },
  {
    route: "public/awards.$code._index",
    method: "GET",
    who: ["bearer"],
    scope: "what its holder shows",
    at: "/awards/{awardPage}",
    open: ["trainings", "person"],
  },
  ...[
    { route: "services/awards.$code.card[.]png", at: "/awards/{awardPage}/card.png" },
    { route: "services/awards.$code.files.$fileId", at: "/awards/{awardPage}/files/{shownFile}" },
  ].map((row): AccessRow => ({
    ...{ ...row, method: "GET", who: ["bearer"], scope: "what its holder shows", open: ["trainings", "person"] },
  })),
  ...[
    { route: "services/badges.$code._index", at: "/badges/{badge}" },
    { route: "services/badges.$code.badge[.]json", at: "/badges/{badge}/badge.json" },
    { route: "services/badges.$code.badge[.]png", at: "/badges/{badge}/badge.png" },
    { route: "services/badges.$code.badge[.]svg", at: "/badges/{badge}/badge.svg" },
  ].map((row): AccessRow => ({
    ...{ ...row, method: "GET", who: ["bearer"], scope: "the badge of the code", open: ["trainings"] },
  })),
  ...[
    { route: "services/issuers.$id._index", at: "/issuers/{provider}" },
    { route: "services/issuers.$id.did[.]json", at: "/issuers/{provider}/did.json" },
    { route: "services/issuers.$id.status.$purpose.$list", at: "/issuers/{provider}/status/revocation/1" },
    {
      route: "services/microcredentials.$id_.versions.$number._index",
      at: "/microcredentials/{public.microcredential}/versions/1",
    },
    {
      route: "services/microcredentials.$id_.versions.$number.picture[.]png",
      at: "/microcredentials/{public.microcredential}/versions/1/picture.png",
    },
    {
      route: "services/microcredentials.$id_.versions.$number.picture[.]svg",
      at: "/microcredentials/{public.microcredential}/versions/1/picture.svg",
    },
  ].map((row): AccessRow => ({
    ...{ ...row, method: "GET", who: ["everybody"], scope: "what issuers publish", open: ["trainings"] },
  })),
];
