import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { claimCodeForm } from "~/credits/claims/claim-form";
import { findMyClaimByCode } from "~/credits/claims/claim.server";
import { CLAIM_REFUSALS } from "~/credits/claims/refusal";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Enter a claim code");

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireEducator(request);
  return data(null);
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, claimCodeForm);
  if (!form.ok) return form.reply;
  const found = findMyClaimByCode(ctx, form.value.code);
  if (found.ok) throw redirect(`/claims/${found.value}`);
  if (found.reason === "too-many-tries") return slowDown(ctx, form, found);
  return form.refuse(CLAIM_REFUSALS["unknown-claim"], "code");
}

export default function EnterCode() {
  const [form, fields] = useServerForm<{ code: string }>({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page title="Enter a claim code" width="narrow" breadcrumbs={[{ label: "My hours", to: "/hours" }]}>
      <FormFrame form={form}>
        <TextField
          field={fields.code}
          label="Claim code"
          hint="Six characters, from the end of the last session or the mail about it."
          autoComplete="off"
          maxLength={20}
          required
        />
        <div>
          <SubmitButton>Go to my claim</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
