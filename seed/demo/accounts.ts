/** Where all invented people have their mail; nothing is ever delivered there. */
export const DEMO_DOMAIN = "demo.hourbook.example";

/** What opens every account of the demo. */
export const DEMO_PASSWORD = "hourbook-demo";

/** The accounts with fixed addresses, who they are, and what the demo says of them. */
export const FIXED_ACCOUNTS = [
  { mailbox: "educator", first: "Maya", roleKind: "teacher", district: "Highline", desk: "teacher in Highline" },
  { mailbox: "paraeducator", first: "Luis", roleKind: "paraeducator", district: "Kent", desk: "paraeducator in Kent" },
  {
    mailbox: "facilitator",
    first: "Inés",
    roleKind: "other",
    district: null,
    desk: "facilitator with a session today",
  },
  { mailbox: "coordinator", first: "Jordan", roleKind: "other", district: null, desk: "coordinator" },
  { mailbox: "assessor", first: "Tariq", roleKind: "other", district: null, desk: "assessor of micro-credentials" },
  {
    mailbox: "assessor-new",
    first: "Mele",
    roleKind: "other",
    district: null,
    desk: "assessor who practises and is not admitted yet",
  },
  { mailbox: "registrar", first: "Priya", roleKind: "other", district: null, desk: "registrar" },
  { mailbox: "hr", first: "Noor", roleKind: "other", district: "Highline", desk: "HR of Highline" },
  { mailbox: "hr-kent", first: "Alex", roleKind: "other", district: "Kent", desk: "HR of Kent" },
  { mailbox: "admin", first: "Robin", roleKind: "administrator", district: null, desk: "administrator" },
] as const;

export type FixedMailbox = (typeof FIXED_ACCOUNTS)[number]["mailbox"];

/** Whose certificates show what a renewal can take; who they are, and what their pages say. */
export const RENEWING_ACCOUNTS = [
  { mailbox: "renewal-equity", desk: "teacher who lacks hours in equity alone" },
  { mailbox: "renewal-two", desk: "teacher and principal who renews both" },
  { mailbox: "renewal-board", desk: "teacher with a National Board certificate" },
  { mailbox: "renewal-admin", desk: "principal who lacks government-to-government hours" },
  { mailbox: "renewal-counselor", desk: "school counselor" },
  { mailbox: "renewal-changed", desk: "teacher whose rule changed within the cycle" },
  { mailbox: "para-units", desk: "paraeducator within the fundamental course of study" },
  { mailbox: "para-general", desk: "paraeducator on the way to the general certificate" },
  { mailbox: "para-subject", desk: "paraeducator with the general and a subject matter certificate" },
  { mailbox: "para-advanced", desk: "paraeducator close to the advanced certificate" },
] as const;

export type RenewingMailbox = (typeof RENEWING_ACCOUNTS)[number]["mailbox"];

/** Who can sign in to the demo, in words for whoever started it. */
export const demoAccountsInWords = (): string =>
  [
    `Demo accounts, all with the password  ${DEMO_PASSWORD}`,
    ...[...FIXED_ACCOUNTS, ...RENEWING_ACCOUNTS].map(
      ({ mailbox, desk }) => `  ${`${mailbox}@${DEMO_DOMAIN}`.padEnd(40)} ${desk}`,
    ),
  ].join("\n");
