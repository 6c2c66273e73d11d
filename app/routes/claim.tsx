import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { findMyClaimByCode } from "~/credits/claim.server";
import { claimCodeForm } from "~/credits/claim-form";
import { CLAIM_REFUSALS } from "~/credits/refusal";
import { requireEducator } from "~/people/permission.server";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/form";
import { Page } from "~/ui/Page";
import { TextField } from "~/ui/text-fields";

export const meta = () => pageTitle("Enter a claim code");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireEducator(request);
  return data(null);
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, claimCodeForm);
  if (!form.ok) return form.reply;
  const claimId = findMyClaimByCode(ctx, form.value.code);
  if (!claimId) return form.refuse(CLAIM_REFUSALS["unknown-claim"], "code");
  throw redirect(`/claims/${claimId}`);
}

export default function EnterCode() {
  const [form, fields] = useServerForm<{ code: string }>({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page title="Enter a claim code" width="narrow" breadcrumbs={[{ label: "My hours", to: "/hours" }]}>
      <FormFrame form={form}>
        <TextField
          field={fields.code}
          label="Claim code"
          hint="Six characters, from the end of the training or the mail about it."
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
