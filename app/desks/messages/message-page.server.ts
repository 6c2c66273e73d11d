import type { Offering } from "~/catalog/offerings/offering.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { formatBytes } from "~/platform/format";
import { ATTACHMENTS_BYTES } from "~/platform/http/body-limit";
import { newId } from "~/platform/ids";
import { MOST_CHOSEN, MOST_FILES } from "~/registration/messages/message-form";
import { listMessages } from "~/registration/messages/message-people.server";
import { listOnce } from "~/registration/messages/message-recipients.server";
import { listTemplates } from "~/registration/messages/message-template.server";
import { countByStatus } from "~/registration/seats/registration-row.server";
import { listAudiences, judgeAudience } from "./audience.server";

/**
 * What the page of messages to an offering's people shows. It names everybody who can be chosen, in the audit log, too (P5).
 * @param query `person`, any number of times, for people who were chosen in a list; `template` for one to begin with
 */
export function getMessagePage(ctx: ActorContext, offering: Offering, query: URLSearchParams) {
  const audiences = listAudiences(ctx.db, offering);
  const personIds = audiences.people.map(({ id }) => id);
  recordReading(ctx, { action: "registrations.read", subjectId: offering.id, personIds });
  const asked = query.getAll("person").slice(0, MOST_CHOSEN);
  const templates = listTemplates(ctx.db, offering.providerId);
  return {
    timeZone: offering.timeZone,
    counts: countByStatus(ctx.db, offering.id),
    audiences,
    reach: judgeAudience(ctx.db, listOnce(ctx.db, offering.id), ctx.now).reach,
    chosen: personIds.filter((id) => asked.includes(id)),
    templates: templates.map(({ id, name }) => ({ id, name })),
    template: templates.find(({ id }) => id === query.get("template")) ?? null,
    messages: listMessages(ctx, offering.id),
    nonce: newId(),
    limits: { files: MOST_FILES, bytes: formatBytes(ATTACHMENTS_BYTES) },
  };
}
