import type { RoleKind } from "~/people/roles/role";

/** A person as HR's list shows them: who they are to the district, and what they completed in the period. */
export interface DistrictPerson {
  id: string;
  name: string;
  employeeId: string | null;
  roleKind: RoleKind;
  title: string | null;
  building: string | null;
  /** Of the latest affiliation with the district. */
  fromDate: string;
  toDate: string | null;
  minutes: number;
  courses: number;
  lastCompletedOn: string | null;
}

/** By whether people completed anything. */
export const HOURS_CHOICES = ["with", "without"] as const;
export type HoursChoice = (typeof HOURS_CHOICES)[number];
