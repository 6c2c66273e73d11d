import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { feeCents } from "~/billing/fees/fee";
import { FeeNote } from "~/billing/fees/FeeNote";
import { Designations } from "~/catalog/courses/Designations";
import { Objectives } from "~/catalog/courses/Objectives";
import { MaterialList } from "~/catalog/materials/MaterialList";
import { Lines, Where } from "~/catalog/offerings/Arrival";
import { Instructors } from "~/catalog/offerings/Instructors";
import { MODALITY_LABELS } from "~/catalog/offerings/offering-state";
import { priceInWords } from "~/catalog/offerings/price";
import { listPrerequisites } from "~/catalog/courses/prerequisite.server";
import { listCourseAudiences } from "~/catalog/courses/course-designations.server";
import { hasContact } from "~/catalog/providers/contact";
import { ProviderContact } from "~/catalog/providers/ProviderContact";
import { getOfferingMark } from "~/desks/public/offering-mark.server";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import { SessionList } from "~/catalog/offerings/SessionList";
import { countableMinutes } from "~/credits/counting/clock-hours";
import { getContext } from "~/people/roles/permission.server";
import { formatDateTime, formatHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { publicMeta } from "~/platform/http/public-meta";
import { AskLink } from "~/desks/inquiries/AskLink";
import { OfferingAction } from "~/desks/public/OfferingAction";
import { readRegistering } from "~/desks/public/offering-page.server";
import { describeOffering } from "~/desks/public/structured-data";
import { origin } from "~/platform/env.server";
import { param } from "~/platform/http/responses.server";
import { listReadableMaterials } from "~/registration/materials/material-reader.server";
import { TryLink } from "~/renewal/what-if/TryLink";
import { Seats } from "~/registration/seats/Seats";
import { Facts, Notice, Page, Section } from "~/ui/frame/Page";
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
  const { offering, course, provider, sessions, instructors, designations, seats, mark } = loaded;
  useRefreshOnChange(`/offerings/${offering.id}/mark`, mark, REFRESH_MS);
  const { timeZone } = offering;
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
        <Facts
          items={[
            { label: "How", value: MODALITY_LABELS[offering.modality] },
            { label: "Where", value: <Where {...offering} map={loaded.map} /> },
            { label: "Parking and arrival", value: loaded.arrival && <Lines text={loaded.arrival} /> },
            { label: "Bring along", value: offering.bring && <Lines text={offering.bring} /> },
            { label: "District", value: loaded.hostName },
            { label: "Price", value: priceInWords(offering.priceCents) },
            { label: "Clock-hour fee", value: <FeeNote cents={loaded.feeCents} minutes={offering.approvedMinutes} /> },
            {
              label: "Designations",
              value: designations.length > 0 ? <Designations items={designations} /> : null,
            },
            { label: "Taught by", value: <Instructors instructors={instructors} /> },
            {
              label: "Registration closes",
              value: formatDateTime(offering.registrationClosesAt ?? offering.startsAt, timeZone),
            },
            {
              label: "Only for",
              value: offering.audienceOnly ? loaded.audiences.map(({ name }) => name).join(", ") : null,
            },
            {
              label: "Take first",
              value: loaded.prerequisites.length > 0 ? loaded.prerequisites.map(({ title }) => title).join(", ") : null,
            },
            {
              label: "Supervisor",
              value: offering.supervisorHours === null ? null : "Your supervisor approves your seat",
            },
            { label: "Cancel by yourself until", value: formatDateTime(loaded.withdrawBy, timeZone) },
            { label: "In-service number", value: offering.inServiceNumber },
            { label: "Program area", value: loaded.area },
            { label: "Provider", value: provider.name },
            {
              label: "Questions",
              value: hasContact(loaded.contact) ? <ProviderContact contact={loaded.contact} /> : null,
            },
            { label: "If you cancel", value: loaded.refund },
          ]}
        />
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
