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

/** Who can sign in to the demo, in words for whoever started it. */
export const demoAccountsInWords = (): string =>
  [
    `Demo accounts, all with the password  ${DEMO_PASSWORD}`,
    ...FIXED_ACCOUNTS.map(({ mailbox, desk }) => `  ${`${mailbox}@${DEMO_DOMAIN}`.padEnd(40)} ${desk}`),
  ].join("\n");
