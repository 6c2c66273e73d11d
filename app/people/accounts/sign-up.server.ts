import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { takeTries } from "~/platform/secrets/attempts.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { withNext } from "~/platform/http/next-page";
import { ok, type Outcome } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { type Account, findAccountByEmail, type NewAccount } from "./account.server";
import { isShut } from "./account-state";
import { signUpsFromHere, unprovedMailsTo } from "./account-limit.server";
import { issueToken } from "./account-token.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";

/** Where somebody wanted to go, a path of this site. */
interface GoingOn {
  next?: string | undefined;
}

/**
 * Somebody signs up: a link goes to the mailbox, and only whoever opens it there gets an account (`finishSignUp`). Until
 * then nothing of anybody's changes. To whoever asks, an address that already has an account looks the same; its owner
 * gets a mail that says so. A mailbox gets three such mails an hour, and the rest are dropped in silence.
 */
export function signUp(ctx: Context, input: NewAccount & GoingOn): Outcome<null, "too-many-tries"> {
  return inTransaction(ctx.db, (tx) => {
    const taken = takeTries(tx, ctx.now, signUpsFromHere(ctx));
    if (!taken.ok) return taken;
    if (!takeTries(tx, ctx.now, [unprovedMailsTo(input.email)]).ok) return ok(null);
    const account = findAccountByEmail(tx, input.email);
    if (account && (account.emailVerifiedAt || isShut(account))) tellOwner(tx, ctx, account, input.next);
    else sendLink(tx, ctx, input);
    return ok(null);
  });
}

function sendLink(tx: Transaction, ctx: Context, { email, legalFirst, legalLast, next }: NewAccount & GoingOn): void {
  const secret = issueToken(tx, ctx, "verify-address", { email, legalFirst, legalLast });
  const subjectId = sha256(secret);
  const known = tx.select().from(persons).where(eq(persons.email, email)).get();
  enqueueMessage(tx, ctx, {
    kind: "verify-address",
    subjectId,
    personId: null,
    recipient: email,
    payload: {
      // Never the name that was typed: anybody could have a mail from us say what they like.
      personName: known ? displayNameOf(known) : email,
      actionUrl: withNext(`${origin}/verify-email?token=${secret}`, next),
      validFor: "48 hours",
    },
  });
  recordAudit(tx, ctx, { action: "sign-up.requested", subjectId });
}

function tellOwner(tx: Transaction, ctx: Context, account: Account, next: string | undefined): void {
  const person = getPerson(tx, account.personId);
  enqueueMessage(tx, ctx, {
    kind: "address-in-use",
    subjectId: account.id,
    personId: account.personId,
    recipient: account.email,
    occasion: String(ctx.now),
    payload: {
      personName: displayNameOf(person),
      signInUrl: withNext(`${origin}/sign-in`, next),
      resetUrl: withNext(`${origin}/forgot-password`, next),
    },
  });
}
