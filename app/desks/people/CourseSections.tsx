import type { ReactNode } from "react";
import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import { formatClockHours, formatDate, formatHours, formatPlainDate, formatSessionLine } from "~/platform/format";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import { HowMany } from "~/ui/lists/HowMany";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { PersonPage } from "./person-page.server";
import type { PersonScope } from "./person-scope";
import { PERSON_LISTS } from "./person-view";
import { Link } from "~/ui/Link";

interface CourseRow {
  offeringId: string;
  providerId: string;
  provider: string;
  title: string;
  inServiceNumber: string | null;
}

interface PartProps {
  scope: PersonScope;
  children?: ReactNode;
}

const Dash = () => <span className="text-soft">–</span>;

/** A course by its title, which leads where this reader can go on, with number and provider. */
function Course({ row, to }: { row: Pick<CourseRow, "title" | "inServiceNumber" | "provider">; to: string | null }) {
  return (
    <>
      {to ? (
        <Link to={to} className="link pointer-coarse:inline-block pointer-coarse:py-2">
          {row.title}
        </Link>
      ) : (
        row.title
      )}
      <span className="block text-[0.9375rem] font-normal text-soft">
        {row.inServiceNumber ? `${row.inServiceNumber}, ` : ""}
        {row.provider}
      </span>
    </>
  );
}

function offeringPage({ coordinatorOf, facilitated }: PersonScope, row: CourseRow): string {
  if (coordinatorOf.includes(row.providerId)) return `/coordinator/offerings/${row.offeringId}/people`;
  const mine = facilitated.includes(row.offeringId);
  return mine ? `/facilitator/offerings/${row.offeringId}` : `/offerings/${row.offeringId}`;
}

const claimPage = ({ registrarOf }: PersonScope, row: { providerId: string }, claimId: string): string | null =>
  registrarOf.includes(row.providerId) ? `/registrar/claims/${claimId}` : null;

const creditPage = (
  { registrarOf }: PersonScope,
  { providerId, claimId, awardId }: { providerId: string; claimId: string | null; awardId: string | null },
): string | null =>
  registrarOf.includes(providerId) ? `/registrar/${claimId ? `claims/${claimId}` : `awards/${awardId}`}` : null;

/** Which offerings a person has a place in, waits for, or left. */
export function RegistrationsSection({
  scope,
  registrations,
  children,
}: PartProps & Pick<PersonPage, "registrations">) {
  const { rows, total } = registrations;
  return (
    <Section id="registrations" title="Registrations">
      {children}
      <DataTable
        caption="Registrations"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No registrations.</p>}
        columns={[
          {
            key: "course",
            header: "Course",
            primary: true,
            cell: (row) => <Course row={row} to={offeringPage(scope, row)} />,
          },
          {
            key: "starts",
            header: "Starts",
            cell: (row) => (row.startsAt === null ? <Dash /> : formatDate(row.startsAt, row.timeZone)),
          },
          { key: "status", header: "Status", cell: (row) => <RegistrationStatus {...row} /> },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="registrations" parameter={PERSON_LISTS.registrations} />
    </Section>
  );
}

/** How the person was there, session by session. */
export function AttendanceSection({ scope, attendance }: PartProps & Pick<PersonPage, "attendance">) {
  const { rows, total } = attendance;
  const mayTake = (row: CourseRow) =>
    scope.coordinatorOf.includes(row.providerId) || scope.facilitated.includes(row.offeringId);
  return (
    <Section id="attendance" title="Attendance">
      <DataTable
        caption="Attendance"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No session of theirs has begun.</p>}
        columns={[
          {
            key: "course",
            header: "Course",
            primary: true,
            cell: (row) => <Course row={row} to={mayTake(row) ? `/facilitator/sessions/${row.id}` : null} />,
          },
          {
            key: "session",
            header: "Session",
            cell: (row) => formatSessionLine(row.startsAt, row.endsAt, row.timeZone, row.ownMinutes),
          },
          {
            key: "presence",
            header: "Presence",
            cell: (row) => (
              <>
                <Status tone={row.tone}>{row.text}</Status>
                {row.lateness ? <span className="block text-[0.9375rem] text-soft">{row.lateness}</span> : null}
              </>
            ),
          },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="sessions" parameter={PERSON_LISTS.attendance} />
    </Section>
  );
}

/** What the person asks hours for, and how far that is. */
export function ClaimsSection({ scope, claims }: PartProps & { claims: NonNullable<PersonPage["claims"]> }) {
  const { rows, total } = claims;
  return (
    <Section id="claims" title="Claims">
      <DataTable
        caption="Claims"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No claims.</p>}
        columns={[
          {
            key: "course",
            header: "Course",
            primary: true,
            cell: (row) => <Course row={row} to={claimPage(scope, row, row.id)} />,
          },
          { key: "earned", header: "Earned", align: "end", cell: (row) => formatHours(row.earnedMinutes) },
          {
            key: "claimed",
            header: "Claimed",
            align: "end",
            cell: (row) => (row.requestedMinutes === null ? <Dash /> : formatHours(row.requestedMinutes)),
          },
          {
            key: "at",
            header: "Claimed on",
            cell: (row) => (row.claimedAt === null ? <Dash /> : formatDate(row.claimedAt, row.timeZone)),
          },
          {
            key: "status",
            header: "Status",
            cell: (row) => (
              <Status tone={CLAIM_STATUS_TONES[row.status]}>
                {row.status === "returned" ? "Returned" : CLAIM_STATUS_WORDS[row.status]}
              </Status>
            ),
          },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="claims" parameter={PERSON_LISTS.claims} />
    </Section>
  );
}

/** The person's posted hours as they stand now. */
export function CreditsSection({ scope, credits }: PartProps & { credits: NonNullable<PersonPage["credits"]> }) {
  const { rows, total, minutes } = credits;
  return (
    <Section
      id="credits"
      title="Credits"
      description={
        total > 0 ? `${formatClockHours(minutes)} posted${scope.everything ? "" : ", of those that you see"}.` : null
      }
    >
      <DataTable
        caption="Credits"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No hours are posted.</p>}
        columns={[
          {
            key: "course",
            header: "Course",
            primary: true,
            cell: (row) => <Course row={row} to={creditPage(scope, row)} />,
          },
          { key: "completed", header: "Completed", cell: (row) => formatPlainDate(row.completedOn) },
          { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
          {
            key: "version",
            header: "Version",
            align: "end",
            cell: (row) => (row.version > 1 ? `${row.version}, corrected` : row.version),
          },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="credits" parameter={PERSON_LISTS.credits} />
    </Section>
  );
}
