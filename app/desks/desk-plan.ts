import type { Grant } from "~/people/roles/grant.server";
import type { GrantRole } from "~/people/roles/role";

/** A room of a desk; `also` are addresses that belong to it and stand elsewhere. */
interface Room {
  label: string;
  to: string;
  also?: readonly string[];
}

interface DeskPlan {
  label: string;
  to: string;
  items: Room[];
}

/** One room of several desks: everybody finds in it what they answer. */
const INBOX = { label: "Inquiries", to: "/inbox" };

/** The desks, their addresses and their rooms. The first room is the desk's front. */
const DESKS: Record<"educator" | GrantRole, DeskPlan> = {
  educator: {
    label: "My desk",
    to: "/desk",
    items: [
      { label: "What is next", to: "/desk", also: ["/check-in", "/join"] },
      { label: "My registrations", to: "/registrations" },
      { label: "My hours", to: "/hours", also: ["/claims", "/claim", "/credits", "/invoices"] },
      { label: "My certificate", to: "/certificate" },
      { label: "Transcript", to: "/transcript", also: ["/documents"] },
      { label: "Micro-credentials", to: "/portfolios" },
      { label: "What you asked", to: "/inquiries" },
    ],
  },
  facilitator: {
    label: "Facilitator",
    to: "/facilitator",
    items: [
      { label: "Sessions", to: "/facilitator" },
      { label: "My offerings", to: "/facilitator/offerings", also: ["/facilitator/walk-ins"] },
      INBOX,
    ],
  },
  coordinator: {
    label: "Coordinator",
    to: "/coordinator",
    items: [
      { label: "Offerings", to: "/coordinator" },
      { label: "Courses", to: "/coordinator/courses" },
      {
        label: "Micro-credentials",
        to: "/coordinator/microcredentials",
        also: ["/coordinator/assessors", "/coordinator/portfolios"],
      },
      INBOX,
      { label: "Instructors", to: "/coordinator/instructors" },
      { label: "Templates", to: "/coordinator/templates", also: ["/coordinator/offering-templates"] },
      { label: "Evaluation form", to: "/coordinator/evaluation-form" },
      { label: "Unreachable", to: "/coordinator/unreachable" },
    ],
  },
  assessor: {
    label: "Assessor",
    to: "/assessor",
    items: [
      { label: "To read", to: "/assessor" },
      { label: "Practice", to: "/assessor/practice" },
    ],
  },
  registrar: {
    label: "Registrar",
    to: "/registrar",
    items: [
      { label: "Claims", to: "/registrar" },
      { label: "Corrections", to: "/registrar/corrections" },
      INBOX,
      { label: "Posted", to: "/registrar/posted" },
      { label: "Hours of awards", to: "/registrar/awards" },
      { label: "Hours from elsewhere", to: "/registrar/outside-hours" },
      { label: "Without a district", to: "/registrar/without-district" },
      { label: "Invoices", to: "/registrar/invoices" },
      { label: "Documents", to: "/registrar/documents" },
    ],
  },
  hr: {
    label: "HR",
    to: "/hr",
    items: [
      { label: "People", to: "/hr" },
      { label: "To confirm", to: "/hr/affiliations" },
      { label: "Submitted", to: "/hr/submitted" },
      { label: "Staff list", to: "/hr/staff-list" },
      { label: "Export", to: "/hr/export", also: ["/hr/exports", "/hr/layouts", "/hr/transcripts", "/hr/api"] },
      { label: "Micro-credentials", to: "/hr/awards" },
      { label: "Renewals", to: "/hr/renewals", also: ["/hr/paraeducators"] },
      { label: "Salary credits", to: "/hr/salary", also: ["/hr/local-rules", "/hr/cut-off"] },
      { label: "Overview", to: "/hr/overview" },
      { label: "Check documents", to: "/hr/verify" },
    ],
  },
  admin: {
    label: "Administration",
    to: "/admin",
    items: [
      { label: "Organizations", to: "/admin" },
      { label: "Providers", to: "/admin/providers" },
      { label: "Program areas", to: "/admin/program-areas" },
      { label: "Audiences", to: "/admin/audiences" },
      { label: "Places", to: "/admin/places" },
      { label: "Affidavit", to: "/admin/affidavit" },
      { label: "Renewals", to: "/admin/renewal-rules", also: ["/admin/trusted-issuers"] },
      { label: "People", to: "/admin/people" },
      { label: "Mail", to: "/admin/mail" },
      { label: "Jobs", to: "/admin/jobs" },
      { label: "Audit log", to: "/admin/audit" },
    ],
  },
};

/** Where what waits at all of somebody's desks stands together. */
const WORK = { label: "Work", to: "/work" };

/** Where somebody goes who has signed in and asked for nothing else: staff to what waits for them. */
export const landingOf = (grants: readonly Grant[]): string => (grants.length > 0 ? WORK.to : DESKS.educator.to);

/** The desks of a signed-in person: what waits for staff, their own, and one per role that they hold. */
export function desksOf(grants: readonly Grant[]): { label: string; to: string }[] {
  const roles = new Set(grants.map((grant) => grant.role));
  return [
    ...(grants.length > 0 ? [WORK] : []),
    DESKS.educator,
    ...(Object.keys(DESKS) as GrantRole[]).filter((role) => roles.has(role)).map((role) => DESKS[role]),
  ].map(({ label, to }) => ({ label, to }));
}

const isWithin = (pathname: string, to: string) => pathname === to || pathname.startsWith(`${to}/`);

/** The desk that an address belongs to, of those that somebody has, by their fronts; null where it belongs to none. */
export function deskAt(pathname: string, fronts: readonly string[]): DeskPlan | null {
  const mine = Object.values(DESKS).filter(({ to }) => fronts.includes(to));
  const owns = ({ to, items }: DeskPlan) =>
    [to, ...items.flatMap((room) => [room.to, ...(room.also ?? [])])].some((each) => isWithin(pathname, each));
  return mine.find(owns) ?? null;
}

/** The room of a desk in which an address stands: the one that it fits closest, and the desk's front where it fits none. */
export function roomAt(pathname: string, { items }: Pick<DeskPlan, "items">): string | null {
  const fits = items.flatMap(({ to, also = [] }) =>
    [to, ...also].filter((each) => isWithin(pathname, each)).map((each) => ({ to, length: each.length })),
  );
  return fits.sort((a, b) => b.length - a.length)[0]?.to ?? items[0]?.to ?? null;
}
