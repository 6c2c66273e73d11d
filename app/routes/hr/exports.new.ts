import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { exportAnyCredits } from "~/hr/exports/export.server";
import { exportFileName } from "~/hr/exports/export-file.server";
import { exportForm } from "~/hr/exports/export-form";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { fileResponse, notFound } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";

export const loader = () => redirect("/hr/export");

/** Makes an export, records it and answers with the file. The form has no field to get wrong; its page chooses. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, exportForm);
  if (!form.ok) throw new Response("These dates cannot be exported. Go back and choose others.", { status: 400 });
  const { organisationId, from = null, to = null, onlyNew = false } = form.value;
  const outcome = await exportAnyCredits(ctx, { organisationId, from, to, onlyNew }, form.once);
  if (outcome.ok) {
    const name = exportFileName(outcome.value.organisation, ctx.now, getHomeProvider(ctx.db).timeZone);
    return fileResponse(outcome.value.csv, "text/csv; charset=utf-8", name);
  }
  if (outcome.reason === "unknown-organisation") throw notFound();
  return redirectWithToast("/hr/export", "There is nothing new to export.", "attention");
}
