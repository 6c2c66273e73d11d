import type { ScopedContext } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import type { Once } from "~/platform/http/once";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { ok } from "~/platform/outcome";
import { reviewHours } from "./review.server";
import type { ReviewInput } from "./review-form";
import { readSalaryYear } from "./salary-year.server";

/**
 * Records what HR said of ticked rows, and leads back to where it was said.
 * @param front where to go where the address leads nowhere of ours
 */
export async function answerReview(
  ctx: ScopedContext,
  address: string,
  { value, once: post }: { value: ReviewInput; once: Once | null },
  front: string,
): Promise<Response> {
  const { pathname, search, searchParams } = new URL(address);
  const { organisation } = readSalaryYear(ctx, searchParams);
  const { value: count } = once(ctx, "salary-review", post, () => ok(reviewHours(ctx, organisation.id, value)));
  return redirectWithToast(safePath(pathname + search, front), `${plural(count, "row")} reviewed.`);
}
