import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { FOREIGN_REFUSALS } from "~/renewal/outside/issuers/foreign-document";
import { readForeignDocument } from "~/renewal/outside/issuers/foreign-document.server";
import { listTrustedNames } from "~/renewal/outside/issuers/trusted-issuer.server";
import { foreignDocumentForm } from "~/renewal/outside/outside-form";
import { SubmitButton } from "~/ui/Button";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Hand in a signed document");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ issuers: listTrustedNames(ctx.db) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, foreignDocumentForm);
  if (!form.ok) return form.reply;
  const outcome = await readForeignDocument(ctx, form.value.file);
  if (!outcome.ok) return form.refuse(FOREIGN_REFUSALS[outcome.reason], "file");
  throw await redirectWithToast("/certificate/elsewhere", outcome.value);
}

export default function HandInDocument() {
  const { issuers } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ file: string }>({
    id: "document",
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title="Hand in a signed document"
      lead="A transcript or certificate that another Hourbook issued to you. Its signature is checked, and its hours are read without typing."
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "Hours from elsewhere", to: "/certificate/elsewhere" },
      ]}
      width="narrow"
    >
      <p>
        {issuers.length > 0
          ? `Documents of these issuers are checked: ${issuers.join(", ")}.`
          : "No issuer is on this Hourbook’s list yet, so that no document can be checked. Enter the hours by hand for now."}
      </p>
      <FormFrame form={form} encType="multipart/form-data">
        <FileField
          field={fields.file}
          label="PDF"
          hint="The very file that you were given: a scan or a printout has lost its signature."
          accept=".pdf,application/pdf"
          required
        />
        <div>
          <SubmitButton pendingLabel="Reading …">Check and read it</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
