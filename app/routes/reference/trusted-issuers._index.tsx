import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { newIssuerForm } from "~/renewal/outside/issuers/issuer-form";
import { IssuerFields } from "~/renewal/outside/issuers/IssuerFields";
import { ISSUER_REFUSALS } from "~/renewal/outside/issuers/trusted-issuer";
import { addIssuer, listIssuers } from "~/renewal/outside/issuers/trusted-issuer.server";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Trusted issuers");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data({ issuers: listIssuers(ctx.db) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, newIssuerForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "trusted issuer", form.once, () => addIssuer(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/admin/trusted-issuers", `${form.value.name} is trusted from now on.`);
  const { words, field } = ISSUER_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function TrustedIssuers() {
  const { issuers } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Trusted issuers"
      lead="Who runs other Hourbooks whose signed documents are believed here: people hand in a PDF, and its hours are read without typing."
    >
      <DataTable
        caption="Trusted issuers"
        rows={issuers}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nobody is trusted yet">
            Until you add an issuer, documents of other Hourbooks are not checked.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Issuer",
            primary: true,
            cell: ({ id, name }) => (
              <Link to={`/admin/trusted-issuers/${id}`} className="link">
                {name}
              </Link>
            ),
          },
          { key: "keys", header: "Keys", align: "end", cell: ({ keys }) => keys },
          { key: "added", header: "Added", cell: ({ addedAt }) => formatDate(addedAt, REGION_TIME_ZONE) },
          {
            key: "state",
            header: "Trust",
            cell: ({ revokedAt }) =>
              revokedAt === null ? <Status tone="good">Trusted</Status> : <Status tone="ended">Not any more</Status>,
          },
        ]}
      />
      <Section title="Trust another issuer">
        <div className="max-w-2xl">
          <IssuerFields key={issuers.length} lastResult={useActionData<typeof action>()?.result} />
        </div>
      </Section>
    </Page>
  );
}
