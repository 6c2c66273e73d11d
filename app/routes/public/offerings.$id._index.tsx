import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { feeCents } from "~/billing/fees/fee";
import { Objectives } from "~/catalog/courses/Objectives";
import { MaterialList } from "~/catalog/materials/MaterialList";
import { listPrerequisites } from "~/catalog/courses/prerequisite.server";
import { listCourseAudiences } from "~/catalog/courses/course-designations.server";
import { getOfferingMark } from "~/desks/public/offering-mark.server";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import { SessionList } from "~/catalog/offerings/SessionList";
import { countableMinutes } from "~/credits/counting/clock-hours";
import { getContext } from "~/people/roles/permission.server";
import { formatHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { publicMeta } from "~/platform/http/public-meta";
import { AskLink } from "~/desks/inquiries/AskLink";
import { OfferingAction } from "~/desks/public/OfferingAction";
import { OfferingDetails } from "~/desks/public/OfferingDetails";
import { readRegistering } from "~/desks/public/offering-page.server";
import { describeOffering } from "~/desks/public/structured-data";
import { origin } from "~/platform/env.server";
import { param } from "~/platform/http/responses.server";
import { listReadableMaterials } from "~/registration/materials/material-reader.server";
import { Seats } from "~/registration/seats/Seats";
import { TryLink } from "~/renewal/what-if/TryLink";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { useRefreshOnChange } from "~/ui/use-refresh";

const REFRESH_MS = 30_000;

export const meta = ({ data: loaded, matches }: MetaArgs<typeof loader>) =>
  loaded
    ? publicMeta(matches, {
        title: loaded.course.title,
        description: loaded.course.summary,
        path: `/offerings/${loaded.offering.id}`,
        structured: loaded.structured,
      })
    : pageTitle("Offering");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const { sessions, policy, ...found } = getPublicOffering(ctx.db, param(params, "id"));
  const { offering } = found;
  const approved = offering.approvedMinutes ?? 0;
  const registering = readRegistering(ctx, { offering, policy });
  return data({
    ...found,
    mark: getOfferingMark(ctx.db, ctx.now, offering.id),
    sessions: sessions.map((session) => ({
      ...session,
      countableMinutes: countableMinutes([session], policy.breaksCount),
    })),
    breaksCount: policy.breaksCount,
    feeCents: feeCents(policy, { minutes: approved, cooperativeMember: false, daysSinceCompletion: 0 }),
    audiences: listCourseAudiences(ctx.db, offering.courseId),
    prerequisites: listPrerequisites(ctx.db, offering.courseId),
    materials: listReadableMaterials(ctx, offering),
    ...registering,
    // Search engines do not sign in.
    structured: ctx.actor ? null : describeOffering(origin, found, registering.seats),
  });
}

export default function OfferingPage() {
  const loaded = useLoaderData<typeof loader>();
  const { offering, course, sessions, seats, mark } = loaded;
  useRefreshOnChange(`/offerings/${offering.id}/mark`, mark, REFRESH_MS);
  return (
    <Page
      title={course.title}
      lead={course.summary}
      breadcrumbs={[
        { label: "Catalog", to: "/catalog" },
        ...(course.state === "published" ? [{ label: "Course", to: `/courses/${course.id}` }] : []),
      ]}
    >
      {offering.state === "cancelled" ? (
        <Notice tone="attention" title="This offering is cancelled">
          <p>{offering.cancelReason}</p>
        </Notice>
      ) : (
        <>
          {loaded.eligibility.window === "open" ? (
            <p role="status">
              <Seats counts={seats} />
            </p>
          ) : null}
          <OfferingAction {...loaded} />
        </>
      )}
      <Section title="Sessions" description={hoursInWords(loaded)}>
        <SessionList sessions={sessions} breaksCount={loaded.breaksCount} />
      </Section>
      <Section
        title="Details"
        actions={
          <>
            {loaded.signedIn ? <TryLink id={offering.id} /> : null}
            <AskLink about="offering" offeringId={offering.id} />
          </>
        }
      >
        <OfferingDetails {...loaded} />
      </Section>
      {loaded.materials.length > 0 ? (
        <Section title="Materials">
          <MaterialList materials={loaded.materials} />
        </Section>
      ) : null}
      <Objectives objectives={course.objectives} />
    </Page>
  );
}

function hoursInWords({ offering, sessions, breaksCount }: ReturnType<typeof useLoaderData<typeof loader>>): string {
  const approved = offering.approvedMinutes ?? 0;
  const sum = sessions.reduce((total, session) => total + session.countableMinutes, 0);
  const rounding = sum > approved ? `; the ${formatHours(sum)} that count are rounded down once, at the end` : "";
  const pauses = breaksCount ? "Meals do not count." : "Meals and breaks do not count.";
  return `${formatHours(approved)} approved clock hours in all${rounding}. ${pauses}`;
}
