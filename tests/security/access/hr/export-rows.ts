import type { AccessRow } from "../row";

const DISTRICT = { who: ["hr"], scope: "the district in which the person worked on the day (S1)" } as const;

const EXPORTS = { who: ["hr"], scope: "the district for which it was made" } as const;

/** A layout of one column. */
const LAYOUT = {
  name: "For the payroll",
  ...{ days: "m/d/yyyy", separator: "comma", hours: "decimal" },
  ...{ "columns[0].key": "employeeId", "columns[0].place": "1", "columns[0].header": "EMPID" },
};

/** What HR takes along, how it is written, and what was taken before. */
export const EXPORT_ROWS: readonly AccessRow[] = [
  { route: "hr/export", method: "GET", ...DISTRICT, at: "/hr/export" },
  { route: "hr/exports._index", method: "GET", ...DISTRICT, at: "/hr/exports" },
  {
    route: "hr/exports.new",
    method: "GET",
    who: ["everybody"],
    scope: "nobody's: leads to the export",
    at: "/hr/exports/new",
    answers: 302,
  },
  {
    route: "hr/exports.new",
    method: "POST",
    ...DISTRICT,
    at: "/hr/exports/new",
    send: { organisationId: "{district}", onlyNew: "false", format: "csv" },
  },
  {
    route: "hr/exports.new",
    method: "POST",
    ...DISTRICT,
    at: "/hr/exports/new",
    send: { organisationId: "{district}", onlyNew: "false", person: "{person}", layoutId: "{layout}", format: "xlsx" },
  },
  {
    route: "hr/export",
    method: "GET",
    ...DISTRICT,
    at: "/hr/export?period=all&rows=all&person={person}",
    foreign: 200,
  },
  { route: "hr/export_.$id", method: "GET", ...EXPORTS, at: "/hr/export/{exportRun}", office: "asked for by" },
  {
    route: "hr/export_.$id",
    method: "POST",
    intent: "stop",
    ...EXPORTS,
    at: "/hr/export/{exportRun}",
    send: {},
    answers: 409,
  },
  { route: "hr/layouts._index", method: "GET", ...EXPORTS, at: "/hr/layouts" },
  {
    route: "hr/layouts._index",
    method: "POST",
    ...EXPORTS,
    at: "/hr/layouts",
    send: { organisationId: "{district}", ...LAYOUT },
  },
  { route: "hr/layouts.$id", method: "GET", ...EXPORTS, at: "/hr/layouts/{layout}", office: "added by" },
  { route: "hr/layouts.$id", method: "POST", intent: "save", ...EXPORTS, at: "/hr/layouts/{layout}", send: LAYOUT },
  { route: "hr/layouts.$id", method: "POST", intent: "delete", ...EXPORTS, at: "/hr/layouts/{layout}", send: {} },
  {
    route: "hr/exports.$id",
    method: "GET",
    who: ["hr"],
    scope: "the district for which it was made",
    at: "/hr/exports/{export}",
    shows: ["training", "person"],
    office: "taught by, verified by",
  },
];
