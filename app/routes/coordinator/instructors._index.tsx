import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import {
  addInstructor,
  INSTRUCTOR_REFUSALS,
  listUnlistedInstructors,
} from "~/catalog/instructors/instructor-entry.server";
import { newInstructorForm } from "~/catalog/instructors/instructor-form";
import { INSTRUCTOR_LIST } from "~/catalog/instructors/instructor-list";
import { instructorSource } from "~/catalog/instructors/instructor-list.server";
import { InstructorEntryFields } from "~/catalog/instructors/InstructorEntryFields";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { RowLink } from "~/ui/lists/RowLink";
import { asksForAll } from "~/ui/lists/show-all";
import { WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle(INSTRUCTOR_LIST.title);

/** With the value "all", the page proposes more people than the newest. */
const UNLISTED = "unlisted";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const providers = listScopedProviders(ctx).map(({ id, name }) => ({ value: id, label: name }));
  const list = showList(ctx, request, instructorSource(ctx));
  const all = asksForAll(new URL(request.url).searchParams, UNLISTED);
  return data({ ...list, options: { provider: providers }, unlisted: listUnlistedInstructors(ctx, all) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, newInstructorForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "instructor", form.once, () => addInstructor(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/coordinator/instructors", `${form.value.name} was added.`);
  const { words, field } = INSTRUCTOR_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function Instructors() {
  const { options, unlisted, ...list } = useLoaderData<typeof loader>();
  return (
    <Page title={INSTRUCTOR_LIST.title} lead="Who teaches: what the form of an offering proposes." width="wide">
      <WorkList
        shape={INSTRUCTOR_LIST}
        list={list}
        options={options}
        empty={
          <EmptyState title="No instructors yet">
            <p>Add somebody below. Offerings can name people who are not in the list, too.</p>
          </EmptyState>
        }
        cells={{
          name: (row) => <RowLink to={`/coordinator/instructors/${row.id}`}>{row.name}</RowLink>,
          provider: (row) => row.provider,
          qualifications: (row) => row.qualifications ?? "–",
          account: (row) => (row.email ? "Yes" : "Guest"),
          offerings: (row) => row.taught,
          last: (row) => (row.lastTaught === null ? "–" : formatDate(row.lastTaught, row.timeZone)),
          state: (row) =>
            row.retiredAt === null ? <Status tone="good">Proposed</Status> : <Status tone="ended">Retired</Status>,
        }}
      />
      {unlisted.total > 0 ? <Unlisted {...unlisted} /> : null}
      <Section title="Add an instructor">
        <InstructorEntryFields
          key={list.total}
          lastResult={useActionData<typeof action>()?.result}
          providers={options.provider}
        />
      </Section>
    </Page>
  );
}

/** People who were typed on offerings: one tap takes them in. */
function Unlisted({ rows, total }: ReturnType<typeof useLoaderData<typeof loader>>["unlisted"]) {
  return (
    <Section title="Taught, and not in the list" description="Take them in, and the next offering proposes them.">
      <ul className="grid gap-2">
        {rows.map(({ providerId, name, email, qualifications, offerings }) => (
          <li key={`${providerId} ${name}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span className="min-w-0">
              <span className="font-semibold">{name}</span>
              <span className="text-soft">
                {" "}
                {plural(offerings, "offering")}
                {qualifications ? ` · ${qualifications}` : ""}
              </span>
            </span>
            <Form method="post" preventScrollReset>
              <OnceField />
              <Hidden name="providerId" value={providerId} />
              <Hidden name="name" value={name} />
              {email ? <Hidden name="email" value={email} /> : null}
              {qualifications ? <Hidden name="qualifications" value={qualifications} /> : null}
              <SubmitButton variant="secondary" size="sm">
                Take in<span className="sr-only"> {name}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <HowMany shown={rows.length} total={total} noun="people" parameter={UNLISTED} />
    </Section>
  );
}
