import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { addPlace, listPlaces, PLACE_REFUSALS } from "~/catalog/places/place.server";
import { newPlaceForm } from "~/catalog/places/place-form";
import { PlaceFields } from "~/catalog/places/PlaceFields";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Places");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data({ places: listPlaces(ctx.db) });
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
  const { places } = useLoaderData<typeof loader>();
  return (
    <Page title="Places" lead="Where offerings happen: what the form of an offering proposes." width="wide">
      <DataTable
        caption="Places"
        rows={places}
        rowKey={({ id }) => id}
        empty={<EmptyState title="There is no place yet">Add the first one below.</EmptyState>}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: (row) => (
              <Link to={`/admin/places/${row.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                {row.name}
              </Link>
            ),
          },
          { key: "address", header: "Address", cell: (row) => row.address ?? "Not entered" },
          {
            key: "holds",
            header: "Holds",
            cell: (row) => (row.capacity === null ? "Not entered" : plural(row.capacity, "person", "people")),
          },
          { key: "used", header: "Named by", cell: (row) => plural(row.offerings, "offering") },
          {
            key: "state",
            header: "State",
            cell: (row) =>
              row.retiredAt === null ? <Status tone="good">Proposed</Status> : <Status tone="ended">Retired</Status>,
          },
        ]}
      />
      <Section title="Add a place">
        <div className="max-w-2xl">
          <PlaceFields
            key={places.length}
            lastResult={useActionData<typeof action>()?.result}
            submitLabel="Add the place"
          />
        </div>
      </Section>
    </Page>
  );
}
