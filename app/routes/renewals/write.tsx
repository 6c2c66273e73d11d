import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renewalNoteForm } from "~/hr/renewals/note-form";
import { RENEWAL_LIST } from "~/hr/renewals/renewal-list";
import { openRenewals, readRenewalChoice } from "~/hr/renewals/renewal-list.server";
import { listToWrite, reckonLacking, writeAboutRenewal } from "~/hr/renewals/renewal-note.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Write about renewals");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const { organisation } = readRenewalChoice(ctx, search);
  const chosen = search.getAll("person");
  const ids = chosen.length > 0 ? chosen : listMatchingIds((await openRenewals(ctx, search)).source, search);
  return data({ organisation, ...(await listToWrite(ctx, organisation, ids)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { organisation } = readRenewalChoice(ctx, new URL(request.url).searchParams);
  const form = await readForm(request, renewalNoteForm);
  if (!form.ok) return form.reply;
  const { person: personIds, body } = form.value;
  const note = { lacking: await reckonLacking(ctx, organisation, personIds), body };
  const written = once(ctx, "renewal note", form.once, () => writeAboutRenewal(ctx, organisation, note));
  if (!written.ok)
    return form.refuse("It goes to nobody: they were written to this week, have no address, or lack nothing any more.");
  const back = `${RENEWAL_LIST.path}?${new URLSearchParams({ organization: organisation.id }).toString()}`;
  throw await redirectWithToast(back, `Your message goes to ${plural(written.value, "person", "people")}.`);
}

export default function WriteAboutRenewals() {
  const { organisation, people, total } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ body: string }>({
    id: "note",
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title={`Write to ${plural(people.length, "person", "people")}`}
      lead={`In the name of ${organisation.name}. Each reads what they lack themselves, and nothing of anybody else.`}
      breadcrumbs={[{ label: RENEWAL_LIST.title, to: RENEWAL_LIST.path }]}
    >
      {people.length === 0 ? (
        <EmptyState
          title="Nobody of these to write to"
          action={<LinkButton to={RENEWAL_LIST.path}>Choose people</LinkButton>}
        >
          <p>
            Only people who show you their renewal and lack hours can be written to, and nobody more than once a week.
          </p>
        </EmptyState>
      ) : (
        <>
          <FormFrame form={form} className="grid max-w-2xl gap-5">
            {people.map(({ personId }) => (
              <Hidden key={personId} name="person" value={personId} />
            ))}
            <TextArea
              field={fields.body}
              label="Message"
              hint="A blank line starts a paragraph. What is missing and by when, your name and your address stand below it."
              rows={6}
              maxLength={5000}
              required
            />
            <div>
              <SubmitButton>Send it to {plural(people.length, "person", "people")}</SubmitButton>
            </div>
            <p className="text-soft">
              Nobody gets more than one a week.
              {total > people.length
                ? ` ${plural(total, "person lacks hours", "people lack hours")}: these are the first ${people.length.toLocaleString("en-US")}. Choose again afterwards for the others.`
                : null}
            </p>
          </FormFrame>
          <Section title="To whom, and what each reads">
            <ul className="grid gap-2">
              {people.map(({ personId, name, missing, deadline }) => (
                <li key={personId}>
                  <span className="font-semibold">{name}</span>: {missing} by {formatPlainDate(deadline)}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}
