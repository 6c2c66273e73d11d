import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { listBadges } from "~/desks/coordinator/people/badges.server";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";

export const meta = () => pageTitle("Name badges");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering } = getScopedOffering(ctx, param(params, "id"));
  return data({ offeringId: offering.id, ...listBadges(ctx, offering) });
}

export default function NameBadges() {
  const { offeringId, title, badges } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Name badges"
      lead={title}
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Offering", to: `/coordinator/offerings/${offeringId}/people` },
      ]}
      actions={badges.length > 0 ? <PrintButton /> : undefined}
    >
      {badges.length === 0 ? (
        <EmptyState title="Nobody to make a badge for">People with a seat get one each.</EmptyState>
      ) : (
        <ul className="badges">
          {badges.map((badge) => (
            <li key={badge.id} className="keep">
              <p className="text-[1.625rem] leading-tight font-bold wrap-anywhere">{badge.name}</p>
              <p className="text-soft">{badge.below}</p>
              <p className="mt-auto text-[0.875rem] text-soft">{title}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
