import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { changePlace, getPlace, PLACE_REFUSALS } from "~/catalog/places/place.server";
import { placePageForm } from "~/catalog/places/place-form";
import { PlaceFields } from "~/catalog/places/PlaceFields";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page, Section } from "~/ui/frame/Page";
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
      <Section
        title={retired ? "Retired" : "Retire"}
        description="A retired place is proposed no more. Offerings that name it keep it."
      >
        <Form method="post">
          <SubmitButton intent={retired ? "restore-place" : "retire-place"} variant="secondary">
            {retired ? "Propose it again" : "Retire the place"}
          </SubmitButton>
        </Form>
      </Section>
      {uses > 0 ? null : (
        <Section title="Delete" description="No offering names it, so it can be deleted.">
          <div>
            <ConfirmDialog
              trigger="Delete the place"
              title={`Delete ${place.name}?`}
              confirmLabel="Delete the place"
              intent="delete-place"
            >
              <p>This cannot be undone.</p>
            </ConfirmDialog>
          </div>
        </Section>
      )}
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
