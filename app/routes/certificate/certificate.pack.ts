import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPack } from "~/desks/renewal/audit-pack.server";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { packForm } from "~/renewal/summary/pack-form";

/** Every document of the cycle as a file to save; a page of its own, since an answer that is a file is no page. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, packForm);
  const packed = form.ok ? await answerPack(ctx, form.value.as) : null;
  const why = "Nothing was packed: your documents are being packed already, or no certificate is entered.";
  return packed ?? redirectWithToast("/certificate/application", why);
}
