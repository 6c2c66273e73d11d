import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { exportForm } from "~/hr/exports/export-form";
import { EXPORT_REFUSALS } from "~/hr/exports/making/export-refusal";
import { beginExport } from "~/hr/exports/making/order-export.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { notFound } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";

export const loader = () => redirect("/hr/export");

/** Begins an export and leads to its page, where it is ready at once if it is small. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, exportForm);
  if (!form.ok) throw new Response("This cannot be exported. Go back and choose again.", { status: 400 });
  const {
    organisationId,
    from = null,
    to = null,
    onlyNew = false,
    person = null,
    format = "csv",
    layoutId = null,
  } = form.value;
  const order = { organisationId, from, to, onlyNew, personIds: person, format, layoutId };
  const outcome = await beginExport(ctx, order, form.once);
  if (outcome.ok) return redirect(`/hr/export/${outcome.value.runId}`);
  if (outcome.reason === "unknown-organisation") throw notFound();
  return redirectWithToast("/hr/export", EXPORT_REFUSALS[outcome.reason], "attention");
}
