/** T7, D2, D3: every field that a transcript shows of one credit, frozen when it is posted. Minutes are whole. */
export interface CreditSnapshot {
  educator: { personId: string; legalName: string; formerNames: string[]; certificateNumber: string | null };
  course: { title: string };
  offering: { id: string; inServiceNumber: string; startedOn: string; completedOn: string; approvedMinutes: number };
  provider: {
    id: string;
    name: string;
    approvalYear: number;
    designeeName: string | null;
    designeeTitle: string | null;
  };
  instructors: string[];
  minutes: number;
  designations: { code: string; minutes: number }[];
}

/**
 * The minutes that count for each designation: its approved minutes, but never more than were credited.
 */
export function creditedDesignations(
  approved: readonly { code: string; minutes: number }[],
  creditedMinutes: number,
): { code: string; minutes: number }[] {
  return approved
    .map(({ code, minutes }) => ({ code, minutes: Math.min(minutes, creditedMinutes) }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
