import { mailboxFor } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf } from "~/people/persons/name";
import { listHolders } from "~/people/roles/holders.server";
import { getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { wordsOfAmount } from "./outside-hours";
import type { OutsideRow } from "./outside-hours.server";

/** Tells the registrars of a provider that somebody sent hours from elsewhere: of one person once a day. */
export function tellSent(
  tx: Transaction,
  ctx: ActorContext,
  row: OutsideRow & { sentAt: number },
  checker: { id: string; name: string },
): void {
  const educatorName = displayNameOf(getPerson(tx, row.personId));
  for (const registrar of listHolders(tx, "registrar", checker.id)) {
    enqueueMessage(tx, ctx, {
      kind: "outside-hours-sent",
      subjectId: row.personId,
      personId: registrar.id,
      recipient: registrar.email,
      occasion: dateOf(row.sentAt, REGION_TIME_ZONE),
      payload: {
        personName: displayNameOf(registrar),
        providerName: checker.name,
        educatorName,
        queueUrl: `${origin}/registrar/outside-hours`,
      },
    });
  }
}

/** Tells somebody what a registrar decided of their hours from elsewhere, and why. */
export function tellDecided(
  tx: Transaction,
  ctx: ActorContext,
  row: OutsideRow,
  { state, reason }: { state: "accepted" | "returned" | "taken-back"; reason: string | null },
): void {
  const person = getPerson(tx, row.personId);
  const provider = getProvider(tx, row.providerId ?? "");
  enqueueMessage(tx, ctx, {
    kind: "outside-hours-decided",
    subjectId: row.id,
    personId: row.personId,
    recipient: person.email,
    replyTo: mailboxFor(provider, provider),
    occasion: String(ctx.now),
    payload: {
      personName: displayNameOf(person),
      providerName: provider.name,
      decision: state,
      title: row.title,
      amount: wordsOfAmount(row.kind, row.amount),
      registrarName: ctx.actor.name,
      reason,
      actionUrl: `${origin}/certificate/elsewhere/${row.id}`,
    },
  });
}
