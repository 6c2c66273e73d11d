import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPlace, PLACE_REFUSALS } from "~/catalog/places/place.server";
import { PLACE_CELLS } from "~/catalog/places/place-cells";
import { newPlaceForm } from "~/catalog/places/place-form";
import { PLACE_LIST } from "~/catalog/places/place-list";
import { placeSource } from "~/catalog/places/place-list.server";
import { PlaceFields } from "~/catalog/places/PlaceFields";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(PLACE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return showList(ctx, request, placeSource(ctx));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, newPlaceForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "place", form.once, () => addPlace(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/admin/places", `${form.value.name} was added.`);
  const { words, field } = PLACE_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function Places() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page title={PLACE_LIST.title} lead="Where offerings happen: what the form of an offering proposes." width="wide">
      <WorkList
        shape={PLACE_LIST}
        list={list}
        cells={PLACE_CELLS}
        empty={<EmptyState title="There is no place yet">Add the first one below.</EmptyState>}
      />
      <Section title="Add a place">
        <div className="max-w-2xl">
          <PlaceFields
            key={list.total}
            lastResult={useActionData<typeof action>()?.result}
            submitLabel="Add the place"
          />
        </div>
      </Section>
    </Page>
  );
}
