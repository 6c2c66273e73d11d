import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { eq } from "drizzle-orm";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { accounts, accountSessions } from "#drizzle/schema/people";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Database, Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";

// Lucia is frozen upstream; this file is the only one that knows it.

/** Stores the hash of each session's id, so that whoever reads the database cannot sign in with what it holds. */
function hashIds(db: Database, adapter: Adapter): Adapter {
  return {
    // Each loader of a page asks: the adapter would read the session twice, once more beside its account.
    getSessionAndUser: (id) => {
      const row = db
        .select()
        .from(accountSessions)
        .where(eq(accountSessions.id, sha256(id)))
        .get();
      const found = row && { ...row, id, expiresAt: new Date(row.expiresAt * 1_000), attributes: {} };
      return Promise.resolve(found ? [found, { id: found.userId, attributes: {} }] : [null, null]);
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: (session) => adapter.setSession({ ...session, id: sha256(session.id) }),
    updateSessionExpiration: (id, expiresAt) => adapter.updateSessionExpiration(sha256(id), expiresAt),
    deleteSession: (id) => adapter.deleteSession(sha256(id)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  };
}

const instances = new WeakMap<Database, Lucia>();

function luciaOf(db: Database): Lucia {
  let lucia = instances.get(db);
  if (!lucia) {
    lucia = new Lucia(hashIds(db, new DrizzleSQLiteAdapter(db, accountSessions, accounts)), {
      sessionExpiresIn: new TimeSpan(14, "d"),
      sessionCookie: {
        name: "hourbook_session",
        // The cookie outlives the session: the server alone decides when somebody is signed out.
        expires: false,
        attributes: { sameSite: "lax", secure: origin.startsWith("https:") },
      },
    });
    instances.set(db, lucia);
  }
  return lucia;
}

/** What a request's cookie says of its session; null without one. Cookies are input: whatever cannot be read is none. */
function readCookie(lucia: Lucia, request: Request): string | null {
  const cookies = (request.headers.get("Cookie") ?? "").split(";").map((each) => each.trim());
  // Others on the same host set cookies, too, which the library would decode all at once.
  const own = cookies.find((each) => each.startsWith(`${lucia.sessionCookieName}=`));
  try {
    return lucia.readSessionCookie(own ?? "");
  } catch {
    return null;
  }
}

/** Signs an account in for 14 days, longer with every use. Returns the Set-Cookie value. */
export async function startSignInSession(db: Database, accountId: string): Promise<string> {
  const lucia = luciaOf(db);
  const session = await lucia.createSession(accountId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

/** The account that a request's cookie belongs to; null when there is none or it has expired. */
export async function findSignedInAccount(db: Database, request: Request): Promise<string | null> {
  const lucia = luciaOf(db);
  const id = readCookie(lucia, request);
  if (!id) return null;
  const { user } = await lucia.validateSession(id);
  return user?.id ?? null;
}

/** Signs the request's browser out. Returns the Set-Cookie value that clears the cookie. */
export async function endSignInSession(db: Database, request: Request): Promise<string> {
  const lucia = luciaOf(db);
  const id = readCookie(lucia, request);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** The stored id of the browser that a request comes from, whether it is still signed in or not; null without a cookie. */
export function findSessionId(db: Database, request: Request): string | null {
  const id = readCookie(luciaOf(db), request);
  return id ? sha256(id) : null;
}

/** Signs an account out everywhere, in the transaction that changes its password. */
export function endSignInSessions(tx: Transaction, accountId: string): void {
  tx.delete(accountSessions).where(eq(accountSessions.userId, accountId)).run();
}

/** Forgets sessions that have expired. */
export async function deleteExpiredSignInSessions(db: Database): Promise<void> {
  await luciaOf(db).deleteExpiredSessions();
}
