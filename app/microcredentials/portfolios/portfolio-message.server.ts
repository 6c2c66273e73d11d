import { getProvider } from "~/catalog/providers/provider.server";
import type { MessagePayloads } from "~/messages/catalog/catalog";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getMicrocredential } from "~/microcredentials/definitions/definition.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDate, formatPlainDate } from "~/platform/format";

interface About {
  id: string;
  personId: string;
  microcredentialId: string;
}

const pageOf = (portfolioId: string) => `${origin}/portfolios/${portfolioId}`;
const awardPageOf = (awardId: string) => `${origin}/portfolios/awards/${awardId}`;

/** What every message about a portfolio or an award says: whose it is, of what and of whom. */
function readFacts(tx: Transaction, { personId, microcredentialId }: About) {
  const { title, providerId } = getMicrocredential(tx, microcredentialId);
  const provider = getProvider(tx, providerId);
  const person = getPerson(tx, personId);
  return {
    timeZone: provider.timeZone,
    recipient: person.email,
    words: { personName: displayNameOf(person), providerName: provider.name, microcredentialTitle: title },
  };
}

/** Tells the author that a portfolio is handed in, and until when a decision is promised. */
export function tellSubmitted(
  tx: Transaction,
  ctx: Context,
  portfolio: About,
  { promisedAt, round }: { promisedAt: number; round: number },
): void {
  const { timeZone, recipient, words } = readFacts(tx, portfolio);
  const { id: subjectId, personId } = portfolio;
  const payload = { ...words, promisedOn: formatDate(promisedAt, timeZone), actionUrl: pageOf(subjectId) };
  const occasion = String(round);
  enqueueMessage(tx, ctx, { kind: "portfolio-submitted", subjectId, personId, recipient, occasion, payload });
}

/** Tells the author that somebody has begun to read, once for each time that it was handed in. */
export function tellBeingRead(
  tx: Transaction,
  ctx: Context,
  portfolio: About & { promisedAt: number | null },
  round: number,
): void {
  const { timeZone, recipient, words } = readFacts(tx, portfolio);
  const { id: subjectId, personId, promisedAt } = portfolio;
  const promisedOn = promisedAt === null ? null : formatDate(promisedAt, timeZone);
  const payload = { ...words, promisedOn, actionUrl: pageOf(subjectId) };
  const occasion = String(round);
  enqueueMessage(tx, ctx, { kind: "portfolio-being-read", subjectId, personId, recipient, occasion, payload });
}

/** Tells the author what is not demonstrated yet. */
export function tellNotYet(tx: Transaction, ctx: Context, portfolio: About, criteria: string[], round: number): void {
  const { recipient, words } = readFacts(tx, portfolio);
  const { id: subjectId, personId } = portfolio;
  const payload = { ...words, criteria, actionUrl: pageOf(subjectId) };
  const occasion = String(round);
  enqueueMessage(tx, ctx, { kind: "portfolio-not-yet", subjectId, personId, recipient, occasion, payload });
}

/** Tells somebody of an award. */
export function tellAwarded(tx: Transaction, ctx: Context, award: About & { awardedOn: string }): void {
  const { recipient, words } = readFacts(tx, award);
  const { id: subjectId, personId, awardedOn } = award;
  const payload = { ...words, awardedOn: formatPlainDate(awardedOn), actionUrl: awardPageOf(subjectId) };
  enqueueMessage(tx, ctx, { kind: "award-issued", subjectId, personId, recipient, payload });
}

/** Tells somebody what became of an award, and why. */
export function tellAwardChanged(
  tx: Transaction,
  ctx: Context,
  award: About,
  change: { changeId: string; kind: MessagePayloads["award-changed"]["change"]; reason: string },
): void {
  const { recipient, words } = readFacts(tx, award);
  const { id: subjectId, personId } = award;
  const { changeId: occasion, kind, reason } = change;
  const payload = { ...words, change: kind, reason, actionUrl: awardPageOf(subjectId) };
  enqueueMessage(tx, ctx, { kind: "award-changed", subjectId, personId, recipient, occasion, payload });
}

/** Tells somebody that an award expires, and what they can do. Gives the message's id; null where they were told before. */
export function tellAwardExpires(
  tx: Transaction,
  ctx: Context,
  award: About & { expiresAt: number; expiresOn: string; isOpen: boolean },
): string | null {
  const { recipient, words } = readFacts(tx, award);
  const { id: subjectId, personId, microcredentialId, isOpen } = award;
  const payload = {
    ...words,
    expiresOn: formatPlainDate(award.expiresOn),
    isOpen,
    actionUrl: isOpen ? `${origin}/microcredentials/${microcredentialId}` : awardPageOf(subjectId),
  };
  const occasion = String(award.expiresAt);
  return enqueueMessage(tx, ctx, { kind: "award-expires", subjectId, personId, recipient, occasion, payload });
}
