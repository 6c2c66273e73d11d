import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { MODALITY_LABELS, type Modality, type PauseKind } from "~/catalog/offerings/offering-state";
import { formatHours, formatSessionLine, formatTimeRange } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";

/** What the committee approves of an offering (A1), apart from the hours. Kept with its decision as it was (A5, D1). */
export interface ApprovedPlan {
  title: string;
  objectives: string[];
  standards: string;
  modality: Modality;
  place: string;
  sessions: PlanSession[];
  instructors: { name: string; qualifications: string | null }[];
  /** What there is to do in sessions on people's own time, in lines; absent where plans were kept before there were such. */
  steps?: string[];
  /** How many of the approved minutes count for a designation. */
  designations: { designation: Designation; minutes: number }[];
}

/** A session of a plan; instants are epoch milliseconds. */
export interface PlanSession {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  topic: string | null;
  place: string | null;
  /** Minutes of work of a session on people's own time. */
  ownMinutes?: number | null;
  pauses: { kind: PauseKind; startsAt: number; endsAt: number }[];
}

export const PLAN_PARTS = [
  "title",
  "objectives",
  "standards",
  "modality",
  "place",
  "sessions",
  "steps",
  "instructors",
  "designations",
] as const;

export type PlanPart = (typeof PLAN_PARTS)[number];

/** What the parts of a plan are called. */
export const PLAN_PART_LABELS: Record<PlanPart, string> = {
  title: "Title",
  objectives: "Objectives",
  standards: "Standards",
  modality: "How people take part",
  place: "Place",
  sessions: "Sessions",
  steps: "Steps",
  instructors: "Instructors",
  designations: "Hours that count for a designation",
};

/** One part of a plan that was changed: the lines that went and the lines that came. */
export interface PlanDifference {
  part: PlanPart;
  gone: string[];
  come: string[];
}

/** One part of a plan in lines for people, as they stand on the record. */
export function linesOf(plan: ApprovedPlan, part: PlanPart): string[] {
  switch (part) {
    case "title":
    case "standards":
    case "place":
      return [plan[part]];
    case "modality":
      return [MODALITY_LABELS[plan.modality]];
    case "objectives":
      return plan.objectives;
    case "sessions":
      return plan.sessions.map(sessionLine);
    case "steps":
      return plan.steps ?? [];
    case "instructors":
      return plan.instructors.map(({ name, qualifications }) => [name, qualifications].filter(Boolean).join(", "));
    case "designations":
      return plan.designations
        .filter(({ minutes }) => minutes > 0)
        .map(({ designation, minutes }) => `${DESIGNATIONS[designation]}: ${formatHours(minutes)} hours`);
  }
}

/** What is different between two plans, part by part; empty when the committee would read the same twice. */
export function comparePlans(before: ApprovedPlan, after: ApprovedPlan): PlanDifference[] {
  return PLAN_PARTS.flatMap((part) => {
    const [old, now] = [linesOf(before, part), linesOf(after, part)];
    const gone = old.filter((line) => !now.includes(line));
    const come = now.filter((line) => !old.includes(line));
    return gone.length + come.length > 0 ? [{ part, gone, come }] : [];
  });
}

/**
 * Parts of a plan that a decision on another plan does not cover (A1: dates, objectives, instructors, standards and what
 * the hours count for are approved; each repeat is a new proposal). Another time or room on an approved day, a topic in
 * other words, other steps for as many minutes, and one instructor less are covered: the committee decided on the same days, people and content.
 */
export function uncoveredParts(approved: ApprovedPlan, now: ApprovedPlan): PlanPart[] {
  const isCovered: Partial<Record<PlanPart, boolean>> = {
    objectives: sameLines(approved, now, "objectives"),
    standards: sameLines(approved, now, "standards"),
    sessions: sameDays(approved.sessions, now.sessions),
    instructors: areApproved(approved, now),
    designations: now.designations.every(
      ({ designation, minutes }) =>
        minutes <= (approved.designations.find((row) => row.designation === designation)?.minutes ?? 0),
    ),
  };
  return PLAN_PARTS.filter((part) => isCovered[part] === false);
}

function sessionLine(session: PlanSession): string {
  const { startsAt, endsAt, timeZone, topic, place, pauses, ownMinutes } = session;
  const without = pauses.map(
    (pause) => `without ${formatTimeRange(pause.startsAt, pause.endsAt, timeZone)} (${pause.kind})`,
  );
  const work = ownMinutes ? `${formatHours(ownMinutes)} hours of work` : null;
  return [formatSessionLine(startsAt, endsAt, timeZone, ownMinutes), work, ...without, topic, place]
    .filter(Boolean)
    .join(" · ");
}

function sameLines(a: ApprovedPlan, b: ApprovedPlan, part: PlanPart): boolean {
  const sorted = (plan: ApprovedPlan) => JSON.stringify(linesOf(plan, part).toSorted());
  return sorted(a) === sorted(b);
}

function sameDays(approved: readonly PlanSession[], now: readonly PlanSession[]): boolean {
  const days = (sessions: readonly PlanSession[]) => JSON.stringify(sessions.map(daysIn).toSorted());
  return days(approved) === days(now);
}

/** The day of a session; of one on people's own time, the days and how much work it is. */
function daysIn({ startsAt, endsAt, timeZone, ownMinutes }: PlanSession): string {
  const day = dateOf(startsAt, timeZone);
  return ownMinutes == null ? day : [day, dateOf(endsAt, timeZone), ownMinutes].join(" ");
}

function areApproved(approved: ApprovedPlan, now: ApprovedPlan): boolean {
  if (now.instructors.length === 0) return approved.instructors.length === 0;
  const names = new Set(approved.instructors.map(({ name }) => plainName(name)));
  return now.instructors.every(({ name }) => names.has(plainName(name)));
}

const plainName = (name: string): string => name.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("en");
