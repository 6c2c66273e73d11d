import { listChangeHistory } from "~/people/history/change-history.server";
import { findLastChange } from "~/people/persons/last-change.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { FILE_REFUSALS } from "~/platform/files/file-refusal";
import { formatBytes, formatDateTime } from "~/platform/format";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { type FormReply, parseForm } from "~/platform/http/form.server";
import { notFound } from "~/platform/http/responses.server";
import type { VersionedRow } from "~/platform/http/stale-form.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { z } from "zod";
import { receiveEvidence } from "./evidence.server";
import { OUTSIDE_ACTIONS, OUTSIDE_CHANGES } from "./outside-changes";
import { callBackOutside, findChecker, sendOutside } from "./outside-check.server";
import { type outsidePageForm, toOutsideDraft } from "./outside-form";
import { isChangeable, isRemovable } from "./outside-hours";
import {
  changeOutside,
  type Evidence,
  findMyOutside,
  listOutsideHours,
  removeOutside,
  removeOutsideFile,
} from "./outside-hours.server";
import { toShownOutside } from "./outside-shown";

/** How large a file may be, in words. */
export const MOST_EVIDENCE = formatBytes(FILE_BYTES);

/** Everything that the actor earned elsewhere. */
export const listMyOutside = ({ db, actor }: ActorContext) =>
  listOutsideHours(db, actor.personId).map((row) => toShownOutside(row));

/**
 * One entry of the actor with how it came about.
 * @throws Response 404 for any other
 */
export function getMyOutsidePage(ctx: ActorContext, id: string) {
  const row = findMyOutside(ctx.db, ctx.actor.personId, id);
  if (!row) throw notFound();
  return {
    shown: toShownOutside(row),
    draft: toOutsideDraft(row),
    fileName: row.fileName,
    documentCode: row.documentCode,
    sentAt: row.state === "sent" && row.sentAt ? formatDateTime(row.sentAt, REGION_TIME_ZONE) : null,
    canChange: isChangeable(row.state, row.issuer),
    canRemove: isRemovable(row.state),
    checker: row.checker ?? findChecker(ctx.db, row.personId, dateOf(ctx.now, REGION_TIME_ZONE)).name,
    history: listChangeHistory(ctx.db, id, OUTSIDE_CHANGES),
    most: MOST_EVIDENCE,
  };
}

/** The version of an entry, for whoever saves its form; null for what else its page posts. */
export function outsideVersion(tx: Transaction, ctx: ActorContext, id: string, intent: unknown): VersionedRow | null {
  const row = intent === "save-hours" ? findMyOutside(tx, ctx.actor.personId, id) : null;
  const { entered, changed } = OUTSIDE_ACTIONS;
  return row && { draft: toOutsideDraft(row), change: () => findLastChange(tx, id, [entered, changed]) };
}

/** Carries out what the page of an entry posted. */
export function changeMyOutside(
  ctx: ActorContext,
  id: string,
  value: z.output<typeof outsidePageForm>,
  evidence: Evidence | null,
) {
  switch (value.intent) {
    case "send":
      return sendOutside(ctx, id);
    case "call-back":
      return callBackOutside(ctx, id);
    case "remove-file":
      return removeOutsideFile(ctx, id);
    case "remove-hours":
      return removeOutside(ctx, id);
    default:
      return changeOutside(ctx, id, value, evidence);
  }
}

const NAME_DIFFERS =
  "The content of the file is not what the end of its name says. Export it anew, or give it the right name.";

/**
 * The file of a posted form. Where it is none that is kept, the form comes back with everything else that was typed, and says so
 * at the file.
 */
export async function readEvidence<Schema extends z.ZodType>(
  ctx: ActorContext,
  fields: FormData,
  schema: Schema,
): Promise<{ evidence: Evidence | null; reply: null } | { reply: FormReply }> {
  const received = await receiveEvidence(ctx, fields.get("file"));
  if (received.ok) return { evidence: received.value, reply: null };
  const form = parseForm(fields, schema);
  const words = received.reason === "name-differs" ? NAME_DIFFERS : FILE_REFUSALS[received.reason];
  return { reply: form.ok ? form.refuse(words, "file", { status: 400 }) : form.reply };
}
