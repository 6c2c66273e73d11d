import type { RoleKind } from "~/people/roles/role";
import type { EducatorCertificateKind } from "~/renewal/certificates/educator-certificate";
import type { Endorsement } from "~/renewal/certificates/endorsement";
import type { OutsideInput } from "~/renewal/outside/outside-hours";
import type { RenewingMailbox } from "./accounts";

/** A course and how many days ago it began: those who name the same sit in the same room. */
type Taken = readonly [slug: string, daysAgo: number];

/** One who renews: what their papers say, cycles by the year in which they began before this one, and what they took. */
export interface RenewingPlan {
  mailbox: RenewingMailbox;
  first: string;
  last: string;
  roleKind: RoleKind;
  district: string;
  /** From July 1 so many years ago, for five years to June 30; or of a day. */
  certificates: readonly { kind: EducatorCertificateKind; yearsAgo: number }[];
  endorsements?: readonly Endorsement[];
  /** A National Board certificate of five years that began so many years ago. */
  boardYearsAgo?: number;
  taken: readonly Taken[];
  /** What they earned elsewhere, and how far it came. */
  elsewhere?: readonly Elsewhere[];
}

/** Hours from elsewhere, completed so many days ago; a reason where the registrar returned them. */
export interface Elsewhere {
  input: Pick<OutsideInput, "kind" | "amount" | "title" | "providerName" | "designations">;
  daysAgo: number;
  state: "self-reported" | "sent" | "accepted" | "returned";
}

const READ: Taken = ["how-children-learn-to-read", 700];
const DUAL: Taken = ["dual-language-teachers-summer-institute", 560];
const STEM: Taken = ["stem-leadership-institute", 500];
const CONFERENCE: Taken = ["regional-literacy-conference", 410];
const MTSS: Taken = ["mtss-team-foundations", 310];
const DESIGN: Taken = ["universal-design-for-learning-first-steps", 230];
const EQUITY: Taken = ["race-and-belonging-in-the-classroom", 160];
const RACIAL: Taken = ["leading-for-racial-equity", 360];
const SUMMER: Taken = ["administrators-summer-conference", 290];
const CIRCLE: Taken = ["new-principals-first-year-circle", 650];
const STAGE: Taken = ["instructional-framework-stage-one", 200];
const SUICIDE: Taken = ["suicide-prevention-for-school-staff", 120];
const BEFORE: Taken = ["secondary-transition-planning", 1320];
const ELL: Taken = ["paraeducators-supporting-multilingual-learners", 1100];
const SPED: Taken = ["paraeducators-in-special-education", 180];

const UNITS: readonly Taken[] = [
  ["fcs-01-cultural-identity", 900],
  ["fcs-02-instructional-support", 880],
  ["fcs-03-technology", 860],
  ["fcs-04-using-data", 850],
  ["fcs-05-district-orientation", 840],
  ["fcs-06-equity", 830],
  ["fcs-07-behavior-and-de-escalation", 810],
  ["fcs-08-child-development", 800],
  ["fcs-09-emergency-and-health", 780],
  ["fcs-10-safe-environment", 770],
  ["fcs-11-communication", 750],
  ["fcs-12-challenges-in-education", 740],
];

const ELSEWHERE: readonly Elsewhere[] = [
  {
    input: {
      ...{ kind: "quarter-credits", amount: 200, title: "Counseling across cultures" },
      ...{ providerName: "Western Washington University", designations: [{ code: "EQUITY", minutes: 300 }] },
    },
    ...{ daysAgo: 330, state: "accepted" },
  },
  {
    input: {
      ...{ kind: "clock-hours", amount: 390, title: "Grief in schools" },
      ...{ providerName: "Capital Region ESD 113", designations: [] },
    },
    ...{ daysAgo: 60, state: "sent" },
  },
  {
    input: {
      ...{ kind: "clock-hours", amount: 180, title: "Motivational interviewing online" },
      ...{ providerName: "Washington School Counselor Association", designations: [] },
    },
    ...{ daysAgo: 40, state: "self-reported" },
  },
  {
    input: {
      ...{ kind: "clock-hours", amount: 480, title: "Summer institute for counselors" },
      ...{ providerName: "Northwest ESD 189", designations: [] },
    },
    ...{ daysAgo: 420, state: "returned" },
  },
];

/** The people of the demo's certificates, one for each account. */
export const RENEWING: readonly RenewingPlan[] = [
  {
    ...{ mailbox: "renewal-equity", first: "Hana", last: "Takahashi", roleKind: "teacher", district: "Highline" },
    certificates: [{ kind: "teacher", yearsAgo: 3 }],
    endorsements: ["English Language Arts"],
    taken: [BEFORE, READ, DUAL, STEM, CONFERENCE, MTSS, EQUITY],
  },
  {
    ...{ mailbox: "renewal-two", first: "Diego", last: "Fuentes", roleKind: "administrator", district: "Kent" },
    certificates: [
      { kind: "teacher", yearsAgo: 3 },
      { kind: "principal", yearsAgo: 2 },
    ],
    endorsements: ["History", "Social Studies"],
    taken: [CIRCLE, STEM, RACIAL, MTSS, DESIGN],
  },
  {
    ...{ mailbox: "renewal-board", first: "Mei", last: "Lindqvist", roleKind: "teacher", district: "Highline" },
    certificates: [{ kind: "teacher", yearsAgo: 3 }],
    endorsements: ["Biology", "General Science"],
    boardYearsAgo: 1,
    taken: [READ, DUAL, CONFERENCE, MTSS, DESIGN],
  },
  {
    ...{ mailbox: "renewal-admin", first: "Thomas", last: "Okafor", roleKind: "administrator", district: "Highline" },
    certificates: [{ kind: "principal", yearsAgo: 3 }],
    taken: [CIRCLE, CONFERENCE, RACIAL, MTSS, SUMMER, DESIGN, STAGE],
  },
  {
    ...{ mailbox: "renewal-counselor", first: "Aisha", last: "Rahman", roleKind: "esa", district: "Kent" },
    certificates: [{ kind: "school-counselor", yearsAgo: 2 }],
    taken: [STEM, CONFERENCE, MTSS, SUICIDE],
    elsewhere: ELSEWHERE,
  },
  {
    ...{ mailbox: "renewal-changed", first: "Sven", last: "Halvorsen", roleKind: "teacher", district: "Kent" },
    certificates: [{ kind: "cte-teacher", yearsAgo: 4 }],
    endorsements: ["CTE (all)"],
    taken: [BEFORE, READ, STEM, EQUITY],
  },
  {
    ...{ mailbox: "para-units", first: "Rosa", last: "Delgado", roleKind: "paraeducator", district: "Kent" },
    certificates: [],
    taken: UNITS.slice(0, 4),
  },
  {
    ...{ mailbox: "para-general", first: "Amina", last: "Warsame", roleKind: "paraeducator", district: "Highline" },
    certificates: [],
    taken: [...UNITS, ELL],
  },
  {
    ...{ mailbox: "para-subject", first: "Viktor", last: "Petrenko", roleKind: "paraeducator", district: "Kent" },
    certificates: [
      { kind: "para-general", yearsAgo: 1 },
      { kind: "para-ell", yearsAgo: 1 },
    ],
    taken: [...UNITS, READ, ELL, CONFERENCE, MTSS],
  },
  {
    ...{ mailbox: "para-advanced", first: "Lani", last: "Kealoha", roleKind: "paraeducator", district: "Highline" },
    certificates: [
      { kind: "para-general", yearsAgo: 2 },
      { kind: "para-special-education", yearsAgo: 0 },
    ],
    taken: [...UNITS, READ, DUAL, STEM, CONFERENCE, MTSS, SPED, DESIGN],
  },
];
