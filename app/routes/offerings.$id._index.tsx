import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { feeCents } from "~/billing/fee";
import { Designations } from "~/catalog/Designations";
import { MODALITY_LABELS } from "~/catalog/offering-state";
import { priceInWords } from "~/catalog/price";
import { getPublicOffering } from "~/catalog/public-catalog.server";
import { SessionList } from "~/catalog/SessionList";
import { countableMinutes } from "~/credits/clock-hours";
import { getContext } from "~/people/permission.server";
import { formatDateTime, formatHours, formatMoney } from "~/platform/format";
import { pageTitle } from "~/platform/page-title";
import { OfferingAction } from "~/registration/OfferingAction";
import { countSeats, findLiveRegistration, waitlistPosition } from "~/registration/registration-row.server";
import { Seats } from "~/registration/Seats";
import { registrationWindowAt, selfCancelDeadline } from "~/registration/window";
import { Facts, Notice, Page, Section } from "~/ui/Page";
import { useRefresh } from "~/ui/use-refresh";

const REFRESH_MS = 30_000;

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.course.title ?? "Offering");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const { policy, sessions, ...found } = getPublicOffering(ctx.db, params.id!);
  const { offering } = found;
  const mine = ctx.actor ? findLiveRegistration(ctx.db, offering.id, ctx.actor.personId) : null;
  const approved = offering.approvedMinutes ?? 0;
  return data({
    ...found,
    sessions: sessions.map((session) => ({
      ...session,
      countableMinutes: countableMinutes([session], policy.breaksCount),
    })),
    breaksCount: policy.breaksCount,
    feeCents: feeCents(policy, { minutes: approved, cooperativeMember: false, daysSinceCompletion: 0 }),
    withdrawBy: selfCancelDeadline(offering.startsAt!, policy.cancelDays),
    seats: countSeats(ctx.db, offering.id),
    window: registrationWindowAt(offering, ctx.now),
    signedIn: ctx.actor !== null,
    mine: mine && {
      id: mine.id,
      status: mine.status,
      position: waitlistPosition(ctx.db, mine),
      offerExpiresAt: mine.offerExpiresAt,
    },
  });
}

export default function OfferingPage() {
  const loaded = useLoaderData<typeof loader>();
  const { offering, course, provider, sessions, instructors, designations, seats, window } = loaded;
  useRefresh(REFRESH_MS);
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
        <div className="grid gap-4">
          <p role="status">
            <Seats counts={seats} />
          </p>
          <OfferingAction
            offeringId={offering.id}
            timeZone={timeZone}
            registrationOpensAt={offering.registrationOpensAt}
            window={window}
            seats={seats}
            signedIn={loaded.signedIn}
            mine={loaded.mine}
          />
        </div>
      )}
      <Section
        title="Sessions"
        description={`${offering.approvedMinutes ? `${formatHours(offering.approvedMinutes)} approved clock hours in all. ` : ""}${loaded.breaksCount ? "Meals do not count toward hours." : "Meals and breaks do not count toward hours."}`}
      >
        <SessionList sessions={sessions} breaksCount={loaded.breaksCount} />
      </Section>
      <Section title="Details">
        <Facts
          items={[
            { label: "How", value: MODALITY_LABELS[offering.modality] },
            { label: "Where", value: [offering.place, offering.address].filter(Boolean).join(", ") },
            { label: "District", value: loaded.hostName },
            { label: "Price", value: priceInWords(offering.priceCents) },
            { label: "Clock-hour fee", value: <FeeNote cents={loaded.feeCents} minutes={offering.approvedMinutes} /> },
            {
              label: "Hours count for",
              value: designations.length > 0 ? <Designations items={designations} /> : null,
            },
            { label: "Taught by", value: <Instructors instructors={instructors} /> },
            {
              label: "Registration closes",
              value: formatDateTime(offering.registrationClosesAt ?? offering.startsAt!, timeZone),
            },
            { label: "Cancel by yourself until", value: formatDateTime(loaded.withdrawBy, timeZone) },
            { label: "In-service number", value: offering.inServiceNumber },
            { label: "Program area", value: loaded.area },
            { label: "Provider", value: provider.name },
          ]}
        />
      </Section>
      <Section title="You will be able to">
        <ul className="grid max-w-[65ch] list-disc gap-1 pl-5">
          {course.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function FeeNote({ cents, minutes }: { cents: number; minutes: number | null }) {
  if (!minutes) return null;
  return (
    <>
      {cents === 0 ? "None" : `${formatMoney(cents)} for ${formatHours(minutes)} hours`}, only if you claim hours
      afterward.{" "}
      <Link to="/about-hours" className="link">
        How clock hours work
      </Link>
    </>
  );
}

function Instructors({ instructors }: { instructors: { name: string; qualifications: string | null }[] }) {
  if (instructors.length === 0) return <>To be announced</>;
  return (
    <ul>
      {instructors.map(({ name, qualifications }) => (
        <li key={name}>
          {name}
          {qualifications ? <span className="text-soft"> · {qualifications}</span> : null}
        </li>
      ))}
    </ul>
  );
}
