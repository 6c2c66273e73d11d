import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPolicyPage } from "~/catalog/policies/policy-versions.server";
import { PolicyVersions } from "~/catalog/policies/PolicyVersions";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Policies of a provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getPolicyPage(await requireRole(request, "admin"), param(params, "id")));
}

export default function Policies() {
  const { provider, versions, history } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Policies of ${provider.name}`}
      lead="An offering follows the policy in force on the day of its first session, and keeps a copy of it once approved."
      breadcrumbs={[
        { label: "Providers", to: "/admin/providers" },
        { label: provider.name, to: `/admin/providers/${provider.id}` },
      ]}
      actions={<LinkButton to={`/admin/providers/${provider.id}/policies/new`}>Add a policy</LinkButton>}
    >
      <PolicyVersions versions={versions} providerId={provider.id} />
      <ChangeHistory events={history} timeZone={provider.timeZone} />
    </Page>
  );
}
