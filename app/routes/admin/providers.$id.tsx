import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HolidaySection } from "~/catalog/providers/HolidaySection";
import { PermissionSection } from "~/catalog/providers/PermissionSection";
import { providerPageForm } from "~/catalog/providers/provider-form";
import { providerRefusalText } from "~/catalog/providers/provider-refusal";
import { changeProvider, getProviderPage } from "~/catalog/providers/provider.server";
import { ProviderFacts } from "~/catalog/providers/ProviderFacts";
import { YearSection } from "~/catalog/providers/YearSection";
import { deleteProvider, listProviderUses } from "~/desks/admin/provider-desk.server";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.provider.name ?? "Provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const page = getProviderPage(ctx, param(params, "id"));
  return data({ ...page, uses: listProviderUses(ctx.db, page.provider.id) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const providerId = param(params, "id");
  const form = await readForm(request, providerPageForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const outcome = once(ctx, "provider", form.once, () =>
    value.intent === "delete" ? deleteProvider(ctx, providerId) : changeProvider(ctx, providerId, value),
  );
  if (!outcome.ok) {
    const { words, field } = providerRefusalText(outcome);
    return form.refuse(words, field);
  }
  if (outcome.value !== null) throw await redirectWithToast("/admin/providers", `${outcome.value} is deleted.`);
  throw await redirectWithToast(`/admin/providers/${providerId}`, "Saved.");
}

export default function Provider() {
  const { provider, today, currentYear, years, permissions, holidays, uses, history, ...rest } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  const resultOf = (form: string) => (intent === form ? result : null);
  const hasFields = intent === "add-year" || intent === "add-holiday" || intent === "list-designation";
  return (
    <Page
      title={provider.name}
      breadcrumbs={[{ label: "Providers", to: "/admin/providers" }]}
      actions={
        <>
          <LinkButton to={`/admin/providers/${provider.id}/edit`}>Change</LinkButton>
          <LinkButton to={`/admin/providers/${provider.id}/policies`} variant="secondary">
            Policies
          </LinkButton>
          <LinkButton to={`/admin/providers/${provider.id}/documents`} variant="secondary">
            Documents and keys
          </LinkButton>
        </>
      }
    >
      {hasFields ? null : <Refused result={result} />}
      <ProviderFacts provider={provider} {...rest} />
      <YearSection years={years} currentYear={currentYear} lastResult={resultOf("add-year")} />
      <PermissionSection
        permissions={permissions}
        kind={rest.organisation.kind}
        today={today}
        lastResult={resultOf("list-designation")}
      />
      <HolidaySection holidays={holidays} today={today} lastResult={resultOf("add-holiday")} />
      <ChangeHistory events={history} timeZone={provider.timeZone} />
      <Section
        title="Delete"
        description={
          uses.length > 0
            ? `It has ${uses.join(", ")}, so it stays on record.`
            : "Nothing stands under it yet, so it can be deleted."
        }
      >
        {uses.length > 0 ? null : (
          <div>
            <ConfirmDialog
              trigger="Delete the provider"
              title={`Delete ${provider.name}?`}
              confirmLabel="Delete the provider"
              intent="delete"
            >
              <p>Its years, policies, evaluation forms and holidays go with it. This cannot be undone.</p>
            </ConfirmDialog>
          </div>
        )}
      </Section>
    </Page>
  );
}
