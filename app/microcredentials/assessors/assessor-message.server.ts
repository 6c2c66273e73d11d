import { getProvider } from "~/catalog/providers/provider.server";
import type { MessagePayloads } from "~/messages/catalog/catalog";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getMicrocredential } from "~/microcredentials/definitions/definition.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import type { AssessorScope } from "./assessor-scope.server";
import { allInWords } from "./assessor-words";

/** Tells an assessor what became of them. */
export function tellAssessor(
  tx: Transaction,
  ctx: Context,
  { id: subjectId, personId, providerId, microcredentialId }: AssessorScope,
  { change, reason }: Pick<MessagePayloads["assessor-changed"], "change" | "reason">,
): void {
  const provider = getProvider(tx, providerId);
  const person = getPerson(tx, personId);
  const scopeName =
    microcredentialId === null ? allInWords(provider.shortName) : getMicrocredential(tx, microcredentialId).title;
  const page = { admitted: "/assessor", stopped: "/desk" }[change as "admitted" | "stopped"] ?? "/assessor/practice";
  enqueueMessage(tx, ctx, {
    kind: "assessor-changed",
    subjectId,
    personId,
    recipient: person.email,
    // Each time anew: somebody can be stopped and named again.
    occasion: `${change} ${ctx.now}`,
    payload: {
      personName: displayNameOf(person),
      providerName: provider.name,
      ...{ scopeName, change, reason },
      actionUrl: `${origin}${page}`,
    },
  });
}
