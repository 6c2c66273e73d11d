import type { MaterialAudience } from "~/catalog/materials/material-audience";
import type { RegistrationStatus } from "~/registration/seats/status";

/** What somebody is to an offering: of its staff or its instructors, or where their registration stands. */
export interface Reader {
  isStaff: boolean;
  status: RegistrationStatus | null;
}

/** Those who have or had a seat and came, or still may. */
const SEATED: readonly RegistrationStatus[] = ["registered", "attended", "partial"];

/** Whether somebody may read a material: what is for everyone, once the offering is public; the rest with a seat. */
export function canReadMaterial(
  audience: MaterialAudience,
  { isPublic }: { isPublic: boolean },
  { isStaff, status }: Reader,
): boolean {
  if (isStaff) return true;
  if (!isPublic) return false;
  return audience === "everyone" || (status !== null && SEATED.includes(status));
}
