import type { RoleKind } from "~/people/roles/role";

/** An affiliation that somebody declared, as HR is asked about it: no hours, no address. */
export interface WaitingAffiliation {
  id: string;
  name: string;
  organisation: string;
  /** Their school or building, as they say. */
  building: string | null;
  roleKind: RoleKind;
  title: string | null;
  employeeId: string | null;
  fromDate: string;
  toDate: string | null;
  /** For how long it has waited, milliseconds. */
  age: number;
}

/** One that HR has answered, with when and how. */
export interface AnsweredAffiliation extends WaitingAffiliation {
  confirmedAt: number | null;
  disownedAt: number | null;
}
