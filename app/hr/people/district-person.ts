import type { RoleKind } from "~/people/roles/role";

/** A person as HR's list shows them: who they are to the district, and what they completed in the period. */
export interface DistrictPerson {
  id: string;
  name: string;
  employeeId: string | null;
  roleKind: RoleKind;
  title: string | null;
  building: string | null;
  /** Of the latest affiliation with the district in the period, or of that on the day that was asked for. */
  fromDate: string;
  toDate: string | null;
  minutes: number;
  courses: number;
  lastCompletedOn: string | null;
  /** Why mail does not reach them; null where it does. */
  mail: keyof typeof MAIL_WORDS | null;
  /** Courses with hours to claim, and with hours that are claimed and not posted; where they are asked for. */
  toClaim: number;
  toPost: number;
  /** Courses in the period that fall short of a local rule's minimum (S2); where they are asked for. */
  below: number;
}

/** By whether people completed anything. */
export const HOURS_CHOICES = ["with", "without"] as const;
export type HoursChoice = (typeof HOURS_CHOICES)[number];

/** By whether mail reaches people. */
export const REACH_CHOICES = ["unreachable", "none", "returned"] as const;
export type ReachChoice = (typeof REACH_CHOICES)[number];

/** By what their hours wait for: the person claims, or what is claimed is posted. */
export const WAITS = ["claim", "post", "any"] as const;
export type Waits = (typeof WAITS)[number];

/** Why mail does not reach somebody, in words. */
export const MAIL_WORDS: Record<Exclude<ReachChoice, "unreachable">, string> = {
  none: "No address on file",
  returned: "Mail comes back",
};
