import type { z } from "zod";
import { ACCOUNT_MESSAGES } from "./account";
import { ASSESSMENT_MESSAGES } from "./assessment";
import { DESK_MESSAGES } from "./desks";
import { HOURS_MESSAGES } from "./hours";
import type { MessageEntry, MessageRule } from "./message";
import { MICROCREDENTIAL_MESSAGES } from "./microcredentials";
import { REMINDER_MESSAGES } from "./reminders";
import { RENEWAL_MESSAGES } from "./renewal";
import { SEAT_MESSAGES } from "./seats";

const entries = {
  ...ACCOUNT_MESSAGES,
  ...SEAT_MESSAGES,
  ...HOURS_MESSAGES,
  ...MICROCREDENTIAL_MESSAGES,
  ...ASSESSMENT_MESSAGES,
  ...DESK_MESSAGES,
  ...REMINDER_MESSAGES,
  ...RENEWAL_MESSAGES,
};

export type MessageKind = keyof typeof entries;

/** What each kind is made of. */
export type MessagePayloads = { [Kind in MessageKind]: z.output<(typeof entries)[Kind]["payload"]> };

/** Every kind of message that Hourbook sends: the closed catalog. */
export const MESSAGES: { readonly [Kind in MessageKind]: MessageEntry<MessagePayloads[Kind]> } = entries;

export const MESSAGE_KINDS: readonly MessageKind[] = Object.keys(MESSAGES).filter(isMessageKind);

/** Whether the catalog holds the kind: a row can be of one that it held once. */
export function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(MESSAGES, kind);
}

/**
 * A row's kind as one of the catalog.
 * @throws Error when the catalog does not hold it
 */
export function requireKind(kind: string): MessageKind {
  if (!isMessageKind(kind)) throw new Error(`No template for messages of kind ${kind}.`);
  return kind;
}

/** What is said of a kind whichever it is: the compiler keeps its payload and its subject together. */
function entryOf<Kind extends MessageKind>(kind: Kind): MessageEntry<MessagePayloads[Kind]> {
  return MESSAGES[kind];
}

/**
 * Checks what a message is made of.
 * @throws Error when the payload lacks something
 */
export function checkPayload<Kind extends MessageKind>(kind: Kind, payload: unknown): MessagePayloads[Kind] {
  return entryOf(kind).payload.parse(payload);
}

/**
 * The subject line of a message.
 * @throws Error when the kind is not in the catalog or the payload does not fit it
 */
export function subjectOf(kind: string, payload: unknown): string {
  const entry = entryOf(requireKind(kind));
  return entry.subject(entry.payload.parse(payload));
}

/** The page that a message leads to; null for one that leads to several, or is of no known kind. */
export function linkOf(kind: string, payload: Readonly<Record<string, unknown>>): string | null {
  const field = isMessageKind(kind) ? MESSAGES[kind].link : null;
  const url = field && payload[field];
  return typeof url === "string" ? url : null;
}

/** The rule of a kind; null for one that the catalog does not hold (any more). */
export function findRule(kind: string): MessageRule | null {
  return isMessageKind(kind) ? MESSAGES[kind] : null;
}

/** The kinds whose rule fits. */
export function kindsWith(fits: (rule: MessageRule) => boolean): MessageKind[] {
  return MESSAGE_KINDS.filter((kind) => fits(MESSAGES[kind]));
}

/** Whether the message holds a link that works without a password. */
export const isSecret = (kind: string): boolean => findRule(kind)?.secret === true;

/** A payload with another page in place of a link that works without a password; any other payload as it is. */
export function replaceSecretLink(
  kind: string,
  payload: Record<string, unknown>,
  url: string,
): Record<string, unknown> {
  const field = isMessageKind(kind) && isSecret(kind) ? MESSAGES[kind].link : null;
  return field ? { ...payload, [field]: url } : payload;
}
