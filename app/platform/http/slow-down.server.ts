import { data, type HeadersFunction } from "@remix-run/node";
import { tooManyTriesInWords } from "~/platform/secrets/attempt-limit";
import type { Context } from "~/platform/context";
import type { FormReply } from "./form.server";
import type { Refusal } from "~/platform/outcome";

/** A refusal whose `retryAt` says from when the next try is taken. */
type TooMany = Pick<Refusal<string>, "detail">;

/**
 * The form's own page again for somebody who tried too often: when they may, with status 429.
 * @param advice what else they can do, as a sentence
 */
export function slowDown(
  ctx: Context,
  form: { refuse: (message: string) => FormReply },
  refusal: TooMany,
  advice = "",
): FormReply {
  const reply = form.refuse(`${tooManyTriesInWords(waitOf(ctx, refusal))} ${advice}`.trim());
  return data(reply.data, { status: 429, headers: retryAfter(ctx, refusal) });
}

/** A page of its own for somebody who tried too often, where there is no form to give back. */
export function slowDownPage(ctx: Context, refusal: TooMany): Response {
  return new Response(tooManyTriesInWords(waitOf(ctx, refusal)), {
    status: 429,
    statusText: "Too Many Requests",
    headers: retryAfter(ctx, refusal),
  });
}

/** The header that says when to try again, in whole seconds. */
export const retryAfter = (ctx: Context, refusal: TooMany): Record<string, string> => ({
  "Retry-After": String(Math.max(1, Math.ceil(waitOf(ctx, refusal) / 1000))),
});

/** For a route whose action may say when to try again: a page does not pass its action's headers on by itself. */
export const passRetryAfter: HeadersFunction = ({ actionHeaders }): Record<string, string> => {
  const seconds = actionHeaders.get("Retry-After");
  return seconds === null ? {} : { "Retry-After": seconds };
};

/** Milliseconds until the next try is taken. */
export const waitOf = (ctx: Context, { detail }: TooMany): number => Math.max(0, Number(detail.retryAt) - ctx.now);
