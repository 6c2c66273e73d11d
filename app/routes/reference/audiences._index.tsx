import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { audiencesForm } from "~/catalog/audiences/audience-form";
import { AUDIENCE_REFUSALS, changeAudiences, listAudiences, wordsOfKinds } from "~/catalog/audiences/audience.server";
import { AudienceTable } from "~/catalog/audiences/AudienceTable";
import { AudienceFields } from "~/catalog/audiences/AudienceFields";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Audiences");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data({ audiences: listAudiences(ctx.db).map((row) => ({ ...row, kinds: wordsOfKinds(row.roleKinds) })) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, audiencesForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "audience", form.once, () => changeAudiences(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/admin/audiences", outcome.value);
  const { words, field } = AUDIENCE_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function Audiences() {
  const { audiences } = useLoaderData<typeof loader>();
  return (
    <Page title="Audiences" lead="For whom courses are, in the order in which the catalog shows them.">
      <AudienceTable rows={audiences} />
      <Section title="Add an audience" description="Courses can choose it at once.">
        <AudienceFields key={audiences.length} lastResult={useActionData<typeof action>()?.result} />
      </Section>
    </Page>
  );
}
