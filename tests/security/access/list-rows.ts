import type { AccessRow } from "./row";

const MINE = { who: ["signed in"], scope: "the person who asks" } as const;
const PROVIDER = { who: ["registrar"], scope: "the providers whose registrar the person is" } as const;

const CSV = { route: "staff/lists.$name", method: "GET" } as const;

const DISTRICT = { who: ["hr"], scope: "the organizations whose HR the person is" } as const;

const COORDINATED = { who: ["coordinator"], scope: "the providers that the person coordinates" } as const;

const ALL = { who: ["admin"], scope: "everything" } as const;

/** Lists as files, and how somebody likes to see them. */
export const LIST_ROWS: readonly AccessRow[] = [
  ...["claims", "posted-credits", "corrections", "outside-hours"].map((name): AccessRow => ({
    ...CSV,
    ...PROVIDER,
    at: `/lists/${name}.csv`,
    shows: ["training", "person"],
  })),
  { ...CSV, ...PROVIDER, at: "/lists/without-district.csv" },
  { ...CSV, ...PROVIDER, at: "/lists/invoices.csv", shows: ["person"] },
  { ...CSV, ...PROVIDER, at: "/lists/claims-to-bill.csv", shows: ["training", "person"] },
  { ...CSV, ...PROVIDER, at: "/lists/documents.csv", shows: ["person"] },
  { ...CSV, ...COORDINATED, at: "/lists/instructors.csv", office: "taught by" },
  { ...CSV, ...DISTRICT, at: "/lists/district-people.csv", shows: ["person"] },
  { ...CSV, ...DISTRICT, at: "/lists/to-confirm.csv", shows: ["person"] },
  { ...CSV, ...DISTRICT, at: "/lists/exports.csv" },
  { ...CSV, ...DISTRICT, at: "/lists/submitted-hours.csv", shows: ["person"] },
  { ...CSV, ...DISTRICT, at: "/lists/district-renewals.csv", shows: ["person"] },
  { ...CSV, ...DISTRICT, at: "/lists/district-ladders.csv" },
  { ...CSV, ...DISTRICT, at: "/lists/salary-people.csv?organization={district}&year=2026", shows: ["person"] },
  {
    ...CSV,
    ...DISTRICT,
    at: "/lists/salary-rows.csv?organization={district}&year=2026",
    shows: ["training", "person"],
  },
  {
    ...CSV,
    who: ["facilitator", "coordinator", "registrar"],
    others: 404,
    scope: "the provider of the offering, or the facilitated offering",
    at: "/lists/inquiries.csv",
    shows: ["training", "person"],
  },
  {
    ...CSV,
    who: ["facilitator", "coordinator"],
    others: 404,
    scope: "the facilitated offering, or the provider of the offering",
    at: "/lists/step-people.csv?offering={offering.today}",
    shows: ["person"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    who: ["coordinator"],
    scope: "the provider of the offering",
    at: "/lists/offering-people.csv?offering={offering.coming}",
    shows: ["person"],
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    who: ["facilitator"],
    scope: "the offerings that the person facilitates",
    at: "/lists/my-offerings.csv",
    shows: ["training"],
  },
  {
    route: "staff/activity",
    method: "GET",
    who: ["coordinator", "admin"],
    scope: "the provider of the offering",
    at: "/activity?offering={offering.coming}",
    shows: ["training", "person"],
    others: 404,
  },
  {
    route: "staff/activity",
    method: "GET",
    who: ["registrar"],
    scope: "the provider of the claim",
    at: "/activity?claim={claim.posted}",
    shows: ["training", "person"],
    others: 404,
  },
  {
    route: "staff/lists.$name",
    method: "GET",
    who: ["coordinator", "admin"],
    scope: "the provider of the offering",
    at: "/lists/activity.csv?offering={offering.coming}",
    shows: ["person"],
    others: 404,
  },
  { route: "admin/audit", method: "GET", who: ["admin"], scope: "everything", at: "/admin/audit", shows: ["person"] },
  {
    route: "staff/lists.$name",
    method: "GET",
    who: ["admin"],
    scope: "everything",
    at: "/lists/audit-log.csv",
    shows: ["person"],
  },
  { ...CSV, ...COORDINATED, at: "/lists/offerings.csv", shows: ["training"] },
  { ...CSV, ...COORDINATED, at: "/lists/courses.csv", shows: ["training"] },
  { ...CSV, ...COORDINATED, at: "/lists/unreachable.csv", shows: ["person"] },
  { ...CSV, ...ALL, at: "/lists/people.csv", shows: ["person"] },
  { ...CSV, ...ALL, at: "/lists/organizations.csv" },
  { ...CSV, ...ALL, at: "/lists/providers.csv" },
  { ...CSV, ...ALL, at: "/lists/program-areas.csv" },
  { ...CSV, ...ALL, at: "/lists/places.csv" },
  { ...CSV, ...ALL, at: "/lists/mail.csv", shows: ["person"] },
  { route: "account/views", method: "GET", ...MINE, at: "/views" },
  { route: "account/views", method: "POST", intent: "save", ...MINE, at: "/views" },
  { route: "account/views", method: "POST", intent: "delete", ...MINE, at: "/views" },
  { route: "account/views", method: "POST", intent: "first", ...MINE, at: "/views" },
  { route: "account/views", method: "POST", intent: "not-first", ...MINE, at: "/views" },
];
