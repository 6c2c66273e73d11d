import path from "node:path";
import { accounts } from "#drizzle/schema/people";
import { DEMO_DOMAIN, FIXED_ACCOUNTS, type FixedMailbox } from "#seed/demo/accounts";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { type RunningServer, startServer } from "../../e2e/server-process";

interface Serving {
  /** A file for what it asks the database. */
  statements?: string;
  jobs?: "here" | "elsewhere";
  /** More of the environment. */
  more?: Record<string, string>;
}

/** Starts the built server on a database, as the demo is served; without its jobs, unless asked for. */
export function serve(
  databaseFile: string,
  { statements, jobs = "elsewhere", more = {} }: Serving = {},
): Promise<RunningServer> {
  return startServer({
    HOURBOOK_MODE: "demo",
    DATABASE_FILE: databaseFile,
    JOBS: jobs,
    // Empty: the demo's own, with which its keys are sealed.
    SIGNING_SECRET: "",
    ...(statements && {
      NODE_OPTIONS: `--import=${path.resolve("tests/bench/scale/log-statements.mjs")}`,
      STATEMENTS_FILE: statements,
    }),
    ...more,
  });
}

/** Signs in every account that the demo has for visitors; gives the cookie of each. */
export async function signInAll(db: Database): Promise<Map<FixedMailbox, string>> {
  const ids = new Map(
    db
      .select()
      .from(accounts)
      .all()
      .map(({ id, email }) => [email, id]),
  );
  const cookies = new Map<FixedMailbox, string>();
  for (const { mailbox } of FIXED_ACCOUNTS)
    cookies.set(mailbox, await signIn(db, ids.get(`${mailbox}@${DEMO_DOMAIN}`)!));
  return cookies;
}

/** Signs an account in; gives the cookie. */
export const signIn = async (db: Database, accountId: string): Promise<string> =>
  (await startSignInSession(db, accountId)).split(";")[0]!;
