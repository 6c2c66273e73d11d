import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { outsideForm } from "~/renewal/outside/outside-form";
import { OUTSIDE_REFUSALS, refusedOutsideField } from "~/renewal/outside/outside-hours";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { MOST_EVIDENCE, readEvidence } from "~/renewal/outside/outside-page.server";
import { OutsideFields } from "~/renewal/outside/OutsideFields";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Enter hours or credits");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireEducator(request);
  return data({ most: MOST_EVIDENCE });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const fields = await readFields(request, outsideForm);
  const read = await readEvidence(ctx, fields, outsideForm);
  if (read.reply) return read.reply;
  const form = parseForm(fields, outsideForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "outside hours", form.once, () => enterOutside(ctx, form.value, read.evidence));
  if (!outcome.ok) return form.refuse(OUTSIDE_REFUSALS[outcome.reason], refusedOutsideField(outcome.reason));
  throw await redirectWithToast(`/certificate/elsewhere/${outcome.value}`, "Saved.");
}

export default function EnterOutside() {
  const { most } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Enter hours or credits"
      lead="One entry for each course. What you took for college credit, enter as credit only, never as clock hours, too."
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "Hours from elsewhere", to: "/certificate/elsewhere" },
      ]}
      width="narrow"
    >
      <OutsideFields draft={{}} lastResult={useActionData<typeof action>()?.result} base={null} most={most} />
    </Page>
  );
}
