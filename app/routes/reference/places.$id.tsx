import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePlace, findPlace, getPlace, PLACE_REFUSALS, toPlaceDraft } from "~/catalog/places/place.server";
import { placePageForm } from "~/catalog/places/place-form";
import { PlaceFields } from "~/catalog/places/PlaceFields";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.place.name ?? "Place");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const found = getPlace(ctx.db, param(params, "id"));
  return data({ ...found, base: writeBase(toPlaceDraft(found.place)) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const placeId = param(params, "id");
  const fields = await readFields(request, placePageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    placePageForm,
    (tx) => {
      const place = fields.get("intent") === "save-place" ? findPlace(tx, placeId) : undefined;
      return place ? { draft: toPlaceDraft(place), change: () => findLastChange(tx, placeId) } : null;
    },
    (form) => changePlace(ctx, placeId, form),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok) {
    const { words, field } = PLACE_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-place";
  throw await redirectWithToast(isGone ? "/admin/places" : `/admin/places/${placeId}`, outcome.value);
}

export default function PlacePage() {
  const { place, uses, history, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save-place";
  const retired = place.retiredAt !== null;
  return (
    <Page title={place.name} breadcrumbs={[{ label: "Places", to: "/admin/places" }]} width="narrow">
      {isSave ? null : <Refused result={result} />}
      <PlaceFields
        key={place.id}
        lastResult={isSave ? result : null}
        place={place}
        base={base}
        stale={staleIn(answer)}
        intent="save-place"
        submitLabel="Save the place"
      />
      <RetireAndDelete
        noun="place"
        name={place.name}
        isRetired={retired}
        meaning="A retired place is proposed no more. Offerings that name it keep it."
        restoreLabel="Propose it again"
        intents={{ retire: "retire-place", restore: "restore-place", delete: "delete-place" }}
        unused={uses > 0 ? null : "No offering names it, so it can be deleted."}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
