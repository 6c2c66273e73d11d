import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DefinitionActions } from "~/desks/microcredentials/DefinitionActions";
import { DefinitionLinks } from "~/desks/microcredentials/DefinitionLinks";
import {
  DEFINITION_SAID,
  getDefinitionPage,
  runDefinitionAction,
} from "~/desks/microcredentials/definition-desk.server";
import { definitionPageForm } from "~/microcredentials/definitions/definition-form";
import { toDefinitionDraft } from "~/microcredentials/definitions/definition-draft";
import { findDraftVersion, findScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { DefinitionForm } from "~/microcredentials/definitions/DefinitionForm";
import { DefinitionView } from "~/microcredentials/definitions/DefinitionView";
import { MicrocredentialStatus } from "~/microcredentials/definitions/MicrocredentialStatus";
import { MICROCREDENTIAL_REFUSALS } from "~/microcredentials/refusal";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { staleIn } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) =>
  pageTitle(loaded?.microcredential.title ?? "Micro-credential");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  return data(getDefinitionPage(ctx, param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const id = param(params, "id");
  const fields = await readFields(request, definitionPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    definitionPageForm,
    (tx) => {
      const found = fields.get("intent") === "save" ? findScopedMicrocredential(tx, ctx, id) : null;
      const version = found && findDraftVersion(tx, id);
      if (!version) return null;
      const draft = toDefinitionDraft(version.definition, found.programArea);
      return { draft, change: () => findLastChange(tx, id) };
    },
    (value) => value,
  );
  if (saved.reply) return saved.reply;
  const { form, answer: input } = saved;
  const { intent } = input;
  const outcome = once(ctx, `microcredential ${id}`, form.once, () => runDefinitionAction(ctx, id, input));
  if (!outcome.ok && outcome.reason === "unknown-microcredential") throw notFound();
  if (!outcome.ok) {
    const { words, field } = MICROCREDENTIAL_REFUSALS[outcome.reason];
    return form.refuse(words, intent === "save" ? field : undefined);
  }
  const list = "/coordinator/microcredentials";
  throw await redirectWithToast(intent === "delete" ? list : `${list}/${id}`, DEFINITION_SAID[intent]);
}

export default function CoordinatorMicrocredential() {
  const page = useLoaderData<typeof loader>();
  const { microcredential, definition, isDraft, version, faults, draft, base, areas, courses, others, audiences } =
    page;
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const saving = result?.initialValue?.intent === "save";
  const { id, title, state } = microcredential;
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: "Micro-credentials", to: "/coordinator/microcredentials" }]}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          <MicrocredentialStatus state={state} /> Version {version}
          {isDraft && state !== "draft" ? ", not published yet" : ""}
        </span>
      }
    >
      <Refused result={saving ? null : result} />
      {isDraft && faults.length > 0 ? (
        <Notice tone="info" title="Before it can be published">
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <DefinitionActions {...{ id, title, state, isDraft, version }} canPublish={faults.length === 0} />
      <DefinitionLinks {...{ id, state, isDraft, definition }} />
      {page.refusedFiles === 0 ? null : (
        <Section
          title="Refused files"
          description={`The check of files refused ${page.refusedFiles}; they stand at the end of the evidence.`}
        />
      )}
      {isDraft ? (
        <Section title="The micro-credential">
          <DefinitionForm
            lastResult={saving ? result : null}
            stale={staleIn(answer)}
            {...{ draft, base, areas, courses, others, audiences }}
          />
        </Section>
      ) : (
        <DefinitionView definition={definition} approvedMinutes={page.approvedMinutes} />
      )}
    </Page>
  );
}
