import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  changeInstructor,
  findInstructorEntry,
  getInstructorEntry,
  INSTRUCTOR_REFUSALS,
  toInstructorEntryDraft,
} from "~/catalog/instructors/instructor-entry.server";
import { instructorPageForm } from "~/catalog/instructors/instructor-form";
import { InstructorEntryFields } from "~/catalog/instructors/InstructorEntryFields";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.entry.name ?? "Instructor");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const found = getInstructorEntry(ctx, param(params, "id"));
  return data({ ...found, base: writeBase(toInstructorEntryDraft(found.entry)) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const id = param(params, "id");
  const fields = await readFields(request, instructorPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    instructorPageForm,
    (tx) => {
      const entry = fields.get("intent") === "save-instructor" ? findInstructorEntry(tx, ctx, id) : null;
      return entry && { draft: toInstructorEntryDraft(entry), change: () => findLastChange(tx, id) };
    },
    (form) => changeInstructor(ctx, id, form),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok && outcome.reason === "unknown-instructor") throw notFound();
  if (!outcome.ok) {
    const { words, field } = INSTRUCTOR_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const list = "/coordinator/instructors";
  const isGone = form.value.intent === "delete-instructor";
  throw await redirectWithToast(isGone ? list : `${list}/${id}`, outcome.value);
}

export default function Instructor() {
  const { entry, uses, history, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save-instructor";
  return (
    <Page
      title={entry.name}
      lead={`${plural(uses, "offering names", "offerings name")} them. What an offering says stays as it was saved.`}
      breadcrumbs={[{ label: "Instructors", to: "/coordinator/instructors" }]}
      width="narrow"
    >
      {isSave ? null : <Refused result={result} />}
      <InstructorEntryFields
        key={entry.id}
        lastResult={isSave ? result : null}
        entry={entry}
        base={base}
        stale={staleIn(answer)}
      />
      <RetireAndDelete
        noun="instructor"
        name={entry.name}
        isRetired={entry.retiredAt !== null}
        meaning="Somebody who is retired is proposed no more. Offerings that name them keep them."
        restoreLabel="Propose them again"
        intents={{ retire: "retire", restore: "restore", delete: "delete-instructor" }}
        unused={uses > 0 ? null : "No offering names them, so the entry can be deleted."}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
