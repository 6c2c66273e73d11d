import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { AddFile, AddLink } from "~/catalog/materials/AddMaterial";
import { changeMaterials, listMaterials } from "~/catalog/materials/material.server";
import { materialsForm } from "~/catalog/materials/material-form";
import { MATERIAL_REFUSALS, refusedMaterialField } from "~/catalog/materials/material-refusal";
import { MaterialCard } from "~/catalog/materials/MaterialCard";
import { hasGrant, requireActor } from "~/people/roles/permission.server";
import { formatBytes } from "~/platform/format";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { nameOffering } from "~/registration/messages/offering-message.server";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Materials");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  return data({
    title: nameOffering(ctx.db, offering.id).offeringTitle,
    materials: listMaterials(ctx.db, offering.id),
    most: formatBytes(FILE_BYTES),
    back: hasGrant(ctx, "coordinator", offering.providerId)
      ? { label: "Offering", to: `/coordinator/offerings/${offering.id}` }
      : { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const offering = findMyOffering(ctx.db, ctx, param(params, "id"));
  if (!offering) throw notFound();
  const form = await readForm(request, materialsForm);
  if (!form.ok) return form.reply;
  const outcome = await changeMaterials(ctx, offering.id, form.value, form.once);
  if (!outcome.ok) return form.refuse(MATERIAL_REFUSALS[outcome.reason], refusedMaterialField(outcome.reason));
  throw await redirectWithToast(`/facilitator/offerings/${offering.id}/materials`, outcome.value);
}

export default function Materials() {
  const { title, materials, most, back } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { intent, materialId } = result?.initialValue ?? {};
  const number = materials.length;
  const isAbout = (id: string) => materialId === id && (intent === "change" || intent === "replace");
  const isShown = intent === "add-file" || intent === "add-link" || materials.some(({ id }) => isAbout(id));
  return (
    <Page title="Materials" lead={title} breadcrumbs={[back]} width="narrow">
      {isShown ? null : <Refused result={result} />}
      {materials.length === 0 ? (
        <EmptyState title="No materials yet">
          <p>Handouts, slides and pages that people find with the offering, before and after it.</p>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {materials.map((material, index) => (
            <li key={material.id}>
              <MaterialCard
                material={material}
                isFirst={index === 0}
                lastResult={isAbout(material.id) ? result : null}
              />
            </li>
          ))}
        </ol>
      )}
      <Section title="Add a file" description="Those with a seat find it on their registration’s page.">
        <AddFile key={number} number={number} lastResult={intent === "add-file" ? result : null} most={most} />
      </Section>
      <Section title="Add a link">
        <AddLink key={number} number={number} lastResult={intent === "add-link" ? result : null} />
      </Section>
    </Page>
  );
}
