import { signUp } from "~/people/accounts/sign-up.server";
import { finishSignUp } from "~/people/accounts/sign-up-link.server";
import type { Context } from "~/platform/context";
import type { Database } from "~/platform/database/database.server";
import { outboxMessages } from "#drizzle/schema/messages";

export const MARIA = {
  legalFirst: "Maria",
  legalLast: "Example",
  email: "maria@test.example",
  password: "a long enough one",
};

/** The secret in the link of the newest message, or of the newest to somebody. */
export function secretSent(db: Database, recipient?: string): string {
  const rows = db.select().from(outboxMessages).all();
  const message = rows.findLast((row) => !recipient || row.recipient === recipient)!;
  return new URL(String(message.payload.actionUrl)).searchParams.get("token")!;
}

/** Signs somebody up and finishes by the link; gives the account's id. */
export async function makeAccount(ctx: Context, person = MARIA): Promise<string> {
  signUp(ctx, person);
  const outcome = await finishSignUp(ctx, {
    ...person,
    workplace: null,
    token: secretSent(ctx.db, person.email),
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.accountId;
}
