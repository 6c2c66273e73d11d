import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LEVEL_LABELS, type Level } from "~/microcredentials/assessment/assessment";
import { practiceForm } from "~/microcredentials/assessment/assessment-form";
import { ScoreForm } from "~/microcredentials/assessment/ScoreForm";
import { AnonymousParts } from "~/microcredentials/practice/AnonymousParts";
import { getPiece, handInPractice } from "~/microcredentials/practice/practise.server";
import { PRACTICE_REFUSALS } from "~/microcredentials/practice/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Practice");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getPiece(await requireRole(request, "assessor"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "assessor");
  const pieceId = param(params, "id");
  const form = await readForm(request, practiceForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, `practice ${pieceId}`, form.once, () => handInPractice(ctx, pieceId, form.value.scores));
  if (!outcome.ok && outcome.reason === "unknown-piece") throw notFound();
  if (!outcome.ok) return form.refuse(PRACTICE_REFUSALS[outcome.reason]);
  throw await redirectWithToast(
    `/assessor/practice/${pieceId}`,
    "Handed in. Compare your scores with what was decided.",
  );
}

export default function PracticePiece() {
  const { title, criteria, parts, left, scored } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title={title}
      lead="A piece of practice. Names, workplaces and addresses are replaced."
      breadcrumbs={[{ label: "Practice", to: "/assessor/practice" }]}
    >
      {scored ? <Compared rows={scored} /> : null}
      <Section
        title="What was handed in"
        {...(left.length > 0 && { description: `Left out, as everywhere in practice: ${left.join(", ")}.` })}
      >
        <AnonymousParts parts={parts} />
      </Section>
      {scored ? null : (
        <Section title="Your scores" description="It was decided with files and links, too; score what the texts show.">
          <ScoreForm criteria={criteria} lastResult={result} isPractice />
        </Section>
      )}
    </Page>
  );
}

function Level({ level }: { level: Level }) {
  return <Status tone={level === "demonstrated" ? "good" : "attention"}>{LEVEL_LABELS[level]}</Status>;
}

/** One's own scores beside those that were decided. */
function Compared({ rows }: { rows: { criterion: string; mine: Level; agreed: Level }[] }) {
  return (
    <Section title="Your scores, and what was decided">
      <DataTable
        caption="Your scores, and what was decided"
        rows={rows}
        rowKey={(row) => row.criterion}
        empty={null}
        columns={[
          { key: "criterion", header: "Criterion", primary: true, cell: (row) => row.criterion },
          { key: "mine", header: "You", cell: (row) => <Level level={row.mine} /> },
          { key: "agreed", header: "Decided", cell: (row) => <Level level={row.agreed} /> },
          { key: "same", header: "Same", cell: (row) => (row.mine === row.agreed ? "Yes" : "No") },
        ]}
      />
    </Section>
  );
}
