import type { CertificateKind } from "~/renewal/renewal";
import type { ParaCertificateKind } from "~/renewal/paraeducator-rules";

/** What is renewed with hours (N1), in the order of the form. */
export const RENEWED_KINDS = [
  "teacher",
  "cte-teacher",
  "principal",
  "program-administrator",
  "superintendent",
  "cte-director",
  "school-counselor",
  "school-psychologist",
  "school-nurse",
  "school-social-worker",
] as const satisfies readonly CertificateKind[];

/** The steps of paraeducators (N5). */
export const PARA_KINDS = ["para-general", "para-ell", "para-special-education", "para-advanced"] as const;

/** Everything that a paper of the state can say. */
export const EDUCATOR_CERTIFICATE_KINDS = [...RENEWED_KINDS, ...PARA_KINDS] as const;
export type EducatorCertificateKind = (typeof EDUCATOR_CERTIFICATE_KINDS)[number];

/** Each kind as it is called here. */
export const CERTIFICATE_KIND_WORDS: Record<EducatorCertificateKind, string> = {
  teacher: "Teacher",
  "cte-teacher": "CTE teacher",
  principal: "Principal",
  "program-administrator": "Program administrator",
  superintendent: "Superintendent",
  "cte-director": "CTE director",
  "school-counselor": "School counselor",
  "school-psychologist": "School psychologist",
  "school-nurse": "School nurse",
  "school-social-worker": "School social worker",
  "para-general": "General paraeducator",
  "para-ell": "Paraeducator, English language learners",
  "para-special-education": "Paraeducator, special education",
  "para-advanced": "Advanced paraeducator",
};

/** What somebody holds: plain dates, both included; one that does not end has no last day. */
export interface HeldCertificate {
  id: string;
  kind: EducatorCertificateKind;
  issuedOn: string;
  expiresOn: string | null;
}

/** A certificate that is renewed with hours. */
export type RenewedCertificate = HeldCertificate & { kind: CertificateKind; expiresOn: string };

/** Whether a kind is renewed with hours, which have a last day by which they are needed. */
export const isRenewedKind = (kind: EducatorCertificateKind): kind is CertificateKind =>
  (RENEWED_KINDS as readonly string[]).includes(kind);

const isRenewed = (held: HeldCertificate): held is RenewedCertificate =>
  isRenewedKind(held.kind) && held.expiresOn !== null;

/** The step of a paraeducator that a kind stands for; null for the others. */
export const paraKindOf = (kind: EducatorCertificateKind): ParaCertificateKind | null =>
  isRenewedKind(kind) ? null : (kind.slice("para-".length) as ParaCertificateKind);

/** Another certificate of the same kind with one of the same days; null where there is none. */
export function findOverlap(
  held: readonly HeldCertificate[],
  entered: Omit<HeldCertificate, "id"> & { id?: string },
): HeldCertificate | null {
  const last = (each: Pick<HeldCertificate, "expiresOn">) => each.expiresOn ?? "9999-12-31";
  const overlaps = (each: HeldCertificate) => each.issuedOn <= last(entered) && entered.issuedOn <= last(each);
  return held.find((each) => each.id !== entered.id && each.kind === entered.kind && overlaps(each)) ?? null;
}

/** Of each kind the one that was issued last: earlier ones were renewed, and are history. */
export const standing = <Held extends HeldCertificate>(held: readonly Held[]): Held[] =>
  held.filter((each) => !held.some(({ kind, issuedOn }) => kind === each.kind && issuedOn > each.issuedOn));

/** What is to be renewed with hours. */
export const listRenewed = (held: readonly HeldCertificate[]): RenewedCertificate[] => standing(held).filter(isRenewed);

/** The day until which hours are needed (N1): the earliest last day of what is to be renewed; null where nothing is. */
export function deadlineOf(held: readonly HeldCertificate[]): string | null {
  const days = listRenewed(held).map(({ expiresOn }) => expiresOn);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
