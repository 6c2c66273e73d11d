import type { Offering } from "~/catalog/offerings/offering.server";
import { startAction, type Started } from "~/desks/started/started-action.server";
import { renderMessage } from "~/messages/rendering.server";
import { displayNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { FILE_REFUSALS } from "~/platform/files/file-refusal";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { tooManyTriesInWords } from "~/platform/secrets/attempt-limit";
import { keepDraftFiles } from "~/registration/messages/message-draft.server";
import { keepMessageFiles } from "~/registration/messages/message-files.server";
import { type MessageForm, TOO_LARGE_FILES, TOO_MANY_FILES } from "~/registration/messages/message-form";
import type { Recipient } from "~/registration/messages/message-recipients.server";
import { TEMPLATE_REFUSALS } from "~/registration/messages/message-template-refusal";
import { addTemplate } from "~/registration/messages/message-template.server";
import { sendMessageTest } from "~/registration/messages/message-test.server";
import { makeMessages } from "~/registration/messages/message-values.server";
import { emptyPlaceholderInWords } from "~/registration/messages/placeholder";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";
import { findAudience, type MessageReach, nameDistricts, judgeAudience } from "./audience.server";

/** A file that came with an earlier post, as the page shows it. */
export type DraftFile = { position: number; name: string; size: number };

/** By its position alone a file is named in the form: nobody can name one that they did not bring. */
export const withoutHash = ({ position, name, size }: DraftFile): DraftFile => ({ position, name, size });

/** What one receiver will get, as it is rendered for them, and whom the message reaches. */
export interface MessagePreview {
  subject: string;
  html: string;
  text: string;
  to: string;
  reach: MessageReach;
}

/** What came of a post of the message's page. Files that came with it stay with the form. */
export type MessageAnswer =
  | { kind: "refused"; words: string; field?: string; files: DraftFile[] }
  | { kind: "preview"; preview: MessagePreview; said: string | null; files: DraftFile[] }
  | { kind: "kept"; said: string; files: DraftFile[] }
  | { kind: "started"; started: Extract<Started, { ok: true }> };

/**
 * Shows a message, tries it on the actor, keeps its words as a template, or starts it. The caller has checked the right to
 * the offering.
 */
export async function runMessageForm(
  ctx: ActorContext,
  offering: Offering,
  form: MessageForm,
  post: Once | null = null,
): Promise<MessageAnswer> {
  const received = await keepMessageFiles(ctx, form.files);
  if (!received.ok) return refused(FILE_REFUSALS[received.reason], "files");
  const kept = keepDraftFiles(ctx, form.nonce, { kept: form.kept, added: received.value });
  if (!kept.ok) return refused(kept.reason === "too-many-files" ? TOO_MANY_FILES : TOO_LARGE_FILES, "files");
  const files = kept.value;
  const shown = files.map(withoutHash);
  if (form.intent === "keep-template") return { ...keepTemplate(ctx, offering, form, post), files: shown };
  const people = findAudience(ctx.db, offering, form);
  const maker = makeMessages(ctx.db, offering.id, form, {
    senderName: ctx.actor.name,
    attachments: files.map(({ name }) => name),
    messageId: null,
  });
  const nobody = { ...refused(REGISTRATION_REFUSALS["nobody-chosen"], fieldOf(form)), files: shown };
  if (maker.empty.length > 0) return { ...refused(emptyPlaceholderInWords(maker.empty), "body"), files: shown };
  if (form.intent === "send") {
    if (people.length === 0) return nobody;
    const started = startMessage(ctx, offering, form, people, files);
    return started.ok
      ? { kind: "started", started }
      : { ...refused(started.words, started.field ?? fieldOf(form)), files: shown };
  }
  const { reach, example: receiver } = judgeAudience(ctx.db, people, ctx.now);
  if (!receiver) return nobody;
  // The names of whoever is not reached, and of the one whose mail is shown, are told (P5).
  const personIds = people.map(({ person }) => person.id);
  recordReading(ctx, { action: "offering.message-previewed", subjectId: offering.id, personIds });
  const tried = form.intent === "test" ? tryOut(ctx, offering, form, receiver, files, post) : null;
  if (tried && !tried.ok) return { ...refused(tried.words), files: shown };
  const rendered = renderMessage("offering-message", { ...maker.payloadFor(receiver) }, `${origin}/mail-preferences`);
  const preview = { ...rendered, to: displayNameOf(receiver.person), reach };
  return { kind: "preview", preview, said: tried?.said ?? null, files: shown };
}

const refused = (words: string, field?: string) =>
  ({ kind: "refused", words, ...(field && { field }), files: [] as DraftFile[] }) as const;

/** Where the form asks whom it goes to. */
const fieldOf = ({ audience }: MessageForm): string =>
  ({ status: "statuses", district: "districts", chosen: "people" })[audience as string] ?? "audience";

function startMessage(
  ctx: ActorContext,
  offering: Offering,
  { audience, districts, statuses, subject, body, nonce }: MessageForm,
  people: readonly Recipient[],
  files: readonly { fileHash: string; name: string }[],
): Started {
  const chosen =
    audience === "status"
      ? {}
      : {
          chosen: {
            audience,
            districts: audience === "district" ? nameDistricts(ctx.db, offering, districts) : [],
            registrationIds: people.map(({ registrationId }) => registrationId),
          },
        };
  const message = {
    ...{ subject, body, nonce, ...chosen },
    statuses: audience === "status" ? statuses : [],
    files: files.map(({ fileHash, name }) => ({ fileHash, name })),
  };
  return startAction(ctx, "message-people", { offeringId: offering.id, message });
}

function tryOut(
  ctx: ActorContext,
  offering: Offering,
  { subject, body }: MessageForm,
  receiver: Recipient,
  files: readonly { fileHash: string; name: string }[],
  post: Once | null,
): { ok: true; said: string } | { ok: false; words: string } {
  const outcome = once(ctx, "test", post, () => sendMessageTest(ctx, offering, { subject, body, receiver, files }));
  if (outcome.ok) return { ok: true, said: `The test goes to ${outcome.value}, and to nobody else.` };
  if (outcome.reason === "too-many-tries")
    return { ok: false, words: tooManyTriesInWords(Number(outcome.detail.retryAt) - ctx.now) };
  if (outcome.reason === "no-mail-address")
    return { ok: false, words: "Your own record has no email address to send a test to. The preview shows the same." };
  return { ok: false, words: REGISTRATION_REFUSALS[outcome.reason] };
}

function keepTemplate(
  ctx: ActorContext,
  { providerId }: Offering,
  { templateName = "", subject, body }: MessageForm,
  post: Once | null,
) {
  const outcome = once(ctx, "template", post, () =>
    addTemplate(ctx, providerId, { name: templateName, subject, body }),
  );
  if (!outcome.ok) return refused(TEMPLATE_REFUSALS[outcome.reason], "templateName");
  return { kind: "kept", said: `Kept as “${templateName}”. Everybody who writes for the provider finds it.` } as const;
}
