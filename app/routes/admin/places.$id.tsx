import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePlace, getPlace, PLACE_REFUSALS } from "~/catalog/places/place.server";
import { placePageForm } from "~/catalog/places/place-form";
import { PlaceFields } from "~/catalog/places/PlaceFields";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.place.name ?? "Place");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data(getPlace(ctx.db, param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const placeId = param(params, "id");
  const form = await readForm(request, placePageForm);
  if (!form.ok) return form.reply;
  const outcome = changePlace(ctx, placeId, form.value);
  if (!outcome.ok) {
    const { words, field } = PLACE_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-place";
  throw await redirectWithToast(isGone ? "/admin/places" : `/admin/places/${placeId}`, outcome.value);
}

export default function PlacePage() {
  const { place, uses, history } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isSave = result?.initialValue?.intent === "save-place";
  const retired = place.retiredAt !== null;
  return (
    <Page title={place.name} breadcrumbs={[{ label: "Places", to: "/admin/places" }]} width="narrow">
      {isSave ? null : <Refused result={result} />}
      <PlaceFields
        key={place.id}
        lastResult={isSave ? result : null}
        place={place}
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
