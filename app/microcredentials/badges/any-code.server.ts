import { findVerification } from "~/documents/checking/verification.server";
import type { Verification } from "~/documents/checking/verification";
import type { Context } from "~/platform/context";
import type { CheckedBadge } from "./badge-check";
import { standingOfBadge } from "./badge-standing.server";
import { findBadge } from "./badge.server";
import { instantWords } from "./badge";
import { badgeAddresses } from "./badge-address";
import { origin } from "~/platform/env.server";

/** What a code stands for: a document, or a badge. */
export interface FoundByCode {
  verification: Verification | null;
  badge: CheckedBadge | null;
}

/** What was issued under a code that somebody typed; null for nothing. Whoever has the code may see it (D5, M3). */
export function findByAnyCode(ctx: Context, typed: string): FoundByCode | null {
  const verification = findVerification(ctx.db, typed);
  if (verification) return { verification, badge: null };
  const badge = findBadge(ctx.db, typed);
  if (!badge) return null;
  const { code, parameters } = badge;
  const standing = standingOfBadge(ctx.db, badge, ctx.now);
  const { provider, definition, validFrom, validUntil } = parameters;
  const words = {
    id: badgeAddresses(origin).badge(code),
    title: definition.title,
    issuer: provider.name,
    validFrom: instantWords(validFrom),
    validUntil: validUntil === null ? null : instantWords(validUntil),
  };
  const checked: CheckedBadge = {
    name: code,
    verdict: standing.verdict,
    problems: [],
    words,
    record: { code, standing },
  };
  return { verification: null, badge: checked };
}
