import { LONGEST_BUILDING, LONGEST_EMPLOYEE_ID } from "~/people/affiliations/affiliation-limit";
import { isCertificateNumber } from "~/people/persons/certificate-number";
import { ROLE_KIND_LABELS, ROLE_KINDS, type RoleKind } from "~/people/roles/role";
import { isSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { dayOfText } from "./written-day";

/** What a list can say of somebody's workplace and certificate, as it was written; empty where it says nothing. */
export interface RawDetails {
  district: string;
  building: string;
  employeeId: string;
  role: string;
  firstDay: string;
  certificate: string;
}

/** The same as Hourbook keeps it. A workplace is whole or absent: no day of it is ever guessed (S1). */
export interface Details {
  workplace: {
    district: string;
    roleKind: RoleKind;
    firstDay: string;
    building: string | null;
    employeeId: string | null;
  } | null;
  certificateNumber: string | null;
}

type Read = { ok: true; value: Details } | { ok: false; reason: string };

const bad = (reason: string): Read => ({ ok: false, reason });

/** Reads what a line says besides the address and the name; a line that leaves a question open is a bad one, with words. */
export function readDetails(raw: RawDetails): Read {
  const certificateNumber = raw.certificate || null;
  if (certificateNumber && !isCertificateNumber(certificateNumber))
    return bad(
      isSocialSecurityNumber(certificateNumber)
        ? `The certificate number: ${NEVER_A_SOCIAL_SECURITY_NUMBER}`
        : `“${certificateNumber.slice(0, 40)}” is no certificate number: letters, digits and dashes, twenty at most.`,
    );
  const { district, building, employeeId, role, firstDay } = raw;
  if (isSocialSecurityNumber(employeeId)) return bad(`The employee ID: ${NEVER_A_SOCIAL_SECURITY_NUMBER}`);
  if (employeeId.length > LONGEST_EMPLOYEE_ID)
    return bad(`The employee ID has more than ${LONGEST_EMPLOYEE_ID} characters.`);
  if (building.length > LONGEST_BUILDING) return bad(`The school has more than ${LONGEST_BUILDING} characters.`);
  if (!district && !building && !employeeId && !role && !firstDay)
    return { ok: true, value: { workplace: null, certificateNumber } };
  if (!district) return bad("The district is missing: without it, nothing else of the workplace can be kept.");
  if (!role) return bad(`What they do in ${district} is missing: teacher, paraeducator, administrator, ESA or other.`);
  const roleKind = roleOf(role);
  if (!roleKind) return bad(`“${role}” is no role: write teacher, paraeducator, administrator, ESA or other.`);
  if (!firstDay)
    return bad(`The first day in ${district} is missing. It is not guessed: hours reach a district by it.`);
  const date = dayOfText(firstDay);
  if (!date) return bad(`“${firstDay}” is no date: write 2026-09-01 or 9/1/2026.`);
  const workplace = { district, roleKind, firstDay: date, building: building || null, employeeId: employeeId || null };
  return { ok: true, value: { workplace, certificateNumber } };
}

const ALIASES = new Map<string, RoleKind>([
  ...ROLE_KINDS.flatMap((kind): [string, RoleKind][] => [
    [kind, kind],
    [ROLE_KIND_LABELS[kind].toLowerCase(), kind],
  ]),
  ["certificated", "teacher"],
  ["certificated teacher", "teacher"],
  ["para", "paraeducator"],
  ["paraprofessional", "paraeducator"],
  ["principal", "administrator"],
  ["assistant principal", "administrator"],
  ["admin", "administrator"],
  ["counselor", "esa"],
  ["nurse", "esa"],
  ["psychologist", "esa"],
  ["educational staff associate", "esa"],
  ["classified", "other"],
  ["staff", "other"],
]);

/** A role as districts write it; null for a word that Hourbook does not know. */
export function roleOf(text: string): RoleKind | null {
  return ALIASES.get(text.trim().toLowerCase()) ?? null;
}
