import { lookUp, triedFromHere } from "./attempts.server";
import type { Context } from "~/platform/context";
import { env } from "~/platform/env.server";
import { type Outcome, refuse } from "~/platform/outcome";
import { slowDownPage } from "~/platform/http/slow-down.server";

const MINUTE = 60_000;

/** One count for all links that hold a secret: of 160 random bits, nobody hits one by guessing. */
const unknownLinks = (ctx: Context) =>
  triedFromHere(ctx, "secret link", { free: env.LIMIT_LINKS_PER_ADDRESS, windowMs: 15 * MINUTE, waits: null });

/** What the secret of a link stands for. Each link that stands for nothing counts against the network that opened it. */
export function openSecretLink<Found>(
  ctx: Context,
  find: () => Found | null,
): Outcome<Found, "link-expired" | "too-many-tries"> {
  const opened = lookUp(ctx, unknownLinks(ctx), find);
  return opened.ok || opened.reason === "too-many-tries"
    ? (opened as Outcome<Found, "too-many-tries">)
    : refuse("link-expired");
}

/**
 * The same for a page that is looked at; null for a link that stands for nothing.
 * @throws Response 429 when too many of those were opened from here
 */
export function findBehindLink<Found>(ctx: Context, find: () => Found | null): Found | null {
  const opened = openSecretLink(ctx, find);
  if (opened.ok) return opened.value;
  if (opened.reason === "too-many-tries") throw slowDownPage(ctx, opened);
  return null;
}
