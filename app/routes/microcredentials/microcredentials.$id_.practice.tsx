import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PieceTable } from "~/desks/microcredentials/PieceTable";
import { getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { AnonymousParts } from "~/microcredentials/practice/AnonymousParts";
import {
  choosePiece,
  chooseProposed,
  countGiven,
  listGiven,
  previewPiece,
  removePiece,
} from "~/microcredentials/practice/choose-pieces.server";
import { pieceForm } from "~/microcredentials/practice/piece-form";
import { PRACTICE_SIZE } from "~/microcredentials/practice/proposal";
import { PRACTICE_REFUSALS } from "~/microcredentials/practice/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import { Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Practice");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  const looked = new URL(request.url).searchParams.get("piece");
  const [given, total] = [listGiven(ctx.db, microcredential.id), countGiven(ctx.db, microcredential.id)];
  return data({
    microcredential,
    given,
    total,
    preview: looked ? previewPiece(ctx, microcredential.id, looked) : null,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  const { id } = microcredential;
  const form = await readForm(request, pieceForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = once(ctx, `practice of ${id}`, form.once, () => {
    if (input.intent === "propose") return chooseProposed(ctx, id);
    return input.intent === "choose"
      ? choosePiece(ctx, id, input.submissionId)
      : removePiece(ctx, id, input.submissionId);
  });
  if (!outcome.ok) return form.refuse(PRACTICE_REFUSALS[outcome.reason]);
  const said = input.intent === "remove" ? "Taken out of practice." : `${plural(outcome.value.count, "piece")} chosen.`;
  throw await redirectWithToast(`/coordinator/microcredentials/${id}/practice`, said);
}

export default function PracticePieces() {
  const { microcredential, given, total, preview } = useLoaderData<typeof loader>();
  const chosen = given.filter(({ isChosen }) => isChosen).length;
  const canPropose = chosen < Math.min(PRACTICE_SIZE, given.length);
  return (
    <Page
      title="Practice"
      lead={`What new assessors of ${microcredential.title} practise on: decided portfolios whose authors agreed, without their names.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      {preview ? (
        <Section
          title="As new assessors read it"
          description="Does anything in it still tell who wrote it? Then do not choose it."
        >
          <AnonymousParts parts={preview.parts} />
        </Section>
      ) : null}
      <Section
        title="Given by their authors"
        description={`${plural(chosen, "piece")} chosen; ${PRACTICE_SIZE} make a good practice, some of them with a “not yet”. An author can take theirs back at any time.`}
        actions={
          canPropose ? (
            <Form method="post">
              <OnceField />
              <SubmitButton intent="propose" variant="secondary" size="sm">
                Choose what Hourbook proposes
              </SubmitButton>
            </Form>
          ) : undefined
        }
      >
        <PieceTable rows={given} timeZone={REGION_TIME_ZONE} />
        <HowMany shown={given.length} total={total} noun="pieces" />
      </Section>
    </Page>
  );
}
