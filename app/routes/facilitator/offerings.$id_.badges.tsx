import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBadges } from "~/desks/facilitator/badges.server";
import { LABEL_STOCKS, MOST_LABELS, STOCK_NAMES } from "~/documents/labels/label-sheet";
import { requireActor } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { Button } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Name badges");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { title, offering, badges } = listBadges(ctx, param(params, "id"));
  return data({ title, offeringId: offering.id, badges: badges.map(({ id, name, below }) => ({ id, name, below })) });
}

export default function NameBadges() {
  const { offeringId, title, badges } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Name badges"
      lead={title}
      breadcrumbs={[
        { label: "Sessions", to: "/facilitator" },
        { label: "Offering", to: `/facilitator/offerings/${offeringId}` },
      ]}
    >
      {badges.length === 0 ? (
        <EmptyState title="Nobody to make a badge for">People with a seat get one each.</EmptyState>
      ) : (
        <>
          <PrintForm offeringId={offeringId} count={badges.length} />
          <Section title="Who gets one">
            <ul className="grid gap-x-8 sm:grid-cols-2">
              {badges.map((badge) => (
                <li key={badge.id} className="border-b border-line py-2">
                  <span className="font-semibold">{badge.name}</span>
                  {badge.below ? <span className="block text-[0.9375rem] text-soft">{badge.below}</span> : null}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}

/** Which labels are in the printer, and with which of them to begin. */
function PrintForm({ offeringId, count }: { offeringId: string; count: number }) {
  return (
    <Section
      title="Print on labels"
      description="Each badge has the name, the workplace, and the check-in pass that is scanned at the door. Print at 100 %, not fitted to the page."
    >
      <form
        method="get"
        action={`/facilitator/offerings/${offeringId}/badges/sheet`}
        className="flex flex-wrap items-end gap-4"
      >
        <label className="grid gap-1 font-semibold">
          Labels
          <select name="stock" className="input w-auto max-w-full">
            {STOCK_NAMES.map((stock) => (
              <option key={stock} value={stock}>
                {LABEL_STOCKS[stock].name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          First free label
          <input type="number" name="start" min={1} max={MOST_LABELS} defaultValue={1} className="input w-24" />
        </label>
        <Button type="submit">Make {plural(count, "badge")}</Button>
      </form>
      <p className="mt-2 text-[0.9375rem] text-soft">
        Labels are counted row by row from the top left, so that a sheet that was begun can be used up.
      </p>
    </Section>
  );
}
