import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { accounts, accountSessions } from "#drizzle/schema/people";
import { sha256 } from "~/platform/codes.server";
import type { Database } from "~/platform/database.server";
import { origin } from "~/platform/env.server";

// Lucia is frozen upstream; this file is the only one that knows it.

/** Stores the hash of each session's id, so that whoever reads the database cannot sign in with what it holds. */
function hashIds(adapter: Adapter): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [session, user] = await adapter.getSessionAndUser(sha256(id));
      return [session && { ...session, id }, user];
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
    lucia = new Lucia(hashIds(new DrizzleSQLiteAdapter(db, accountSessions, accounts)), {
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

/** Signs an account in for 14 days, longer with every use. Returns the Set-Cookie value. */
export async function startSignInSession(db: Database, accountId: string): Promise<string> {
  const lucia = luciaOf(db);
  const session = await lucia.createSession(accountId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

/** The account that a request's cookie belongs to; null when there is none or it has expired. */
export async function findSignedInAccount(db: Database, request: Request): Promise<string | null> {
  const lucia = luciaOf(db);
  const id = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!id) return null;
  const { user } = await lucia.validateSession(id);
  return user?.id ?? null;
}

/** Signs the request's browser out. Returns the Set-Cookie value that clears the cookie. */
export async function endSignInSession(db: Database, request: Request): Promise<string> {
  const lucia = luciaOf(db);
  const id = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs an account out everywhere, for example after its password changed. */
export async function endAllSignInSessions(db: Database, accountId: string): Promise<void> {
  await luciaOf(db).invalidateUserSessions(accountId);
}

/** Forgets sessions that have expired. */
export async function deleteExpiredSignInSessions(db: Database): Promise<void> {
  await luciaOf(db).deleteExpiredSessions();
}
