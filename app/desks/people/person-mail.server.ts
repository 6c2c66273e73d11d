import { replaceSecretLink, isSecret } from "~/messages/catalog/catalog";
import { renderMessage } from "~/messages/rendering.server";
import { staffNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";
import { isHrAlone, rightsIn } from "./person-scope";
import { scopeOn } from "./person-scope.server";
import { findMailOf } from "./paper-sections.server";

/**
 * What a mail to a person said, for staff who find it among the person's mails, and for facilitators where it was written to the
 * people of their offering; HR has none. A link that works without a password is never shown. Looking is audited (P5).
 * @throws Response 404
 */
export function getPersonMail(ctx: ActorContext, personId: string, mailId: string) {
  const scope = scopeOn(ctx, personId);
  const mail = isHrAlone(scope) ? null : findMailOf(ctx.db, scope, personId, mailId);
  if (!mail) throw notFound();
  recordReading(ctx, { action: "message.read", subjectId: mailId, personIds: [personId] });
  const { reach } = rightsIn(scope);
  const { kind, state, createdAt, sentAt, digestDueAt, suppressedBecause, lastError, recipient } = mail;
  const hidden = isSecret(kind);
  const payload = hidden ? replaceSecretLink(kind, mail.payload, `${origin}/not-shown-here`) : mail.payload;
  const attachments = Array.isArray(payload.attachments) ? payload.attachments.map(String) : [];
  return {
    ...{ id: mail.id, state, createdAt, sentAt, digestDueAt, suppressedBecause, lastError, hidden, attachments },
    recipient: reach ? recipient : null,
    back: reach ? "?view=mails" : "",
    name: staffNameOf(getPerson(ctx.db, personId)),
    administers: scope.everything,
    ...renderMessage(kind, payload),
  };
}
