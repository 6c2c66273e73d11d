import type { ActionFunctionArgs } from "@remix-run/node";
import { queuedMarksForm } from "~/attendance/queue/queued-mark";
import { takeQueuedMarks } from "~/attendance/queue/sync.server";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";

/** A device sends the marks that it made without a network; each is answered for itself. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, queuedMarksForm);
  // No page is drawn from this answer: a form's own would come without its status.
  if (!form.ok) return Response.json({ reason: "unreadable" }, { status: 400 });
  const outcome = takeQueuedMarks(ctx, form.value);
  // Somebody else has signed in: the marks stay sealed until their own person does.
  return outcome.ok ? Response.json(outcome.value) : Response.json({ reason: outcome.reason }, { status: 409 });
}
