import type { CertificateKind, RenewalInput, RenewalSource } from "~/renewal/renewal";

/** In minutes. */
export const HOURS = 60;

/** A teacher who applies on June 30, 2027, with nothing yet. */
export const input = (changes: Partial<RenewalInput> = {}): RenewalInput => ({
  applicationDate: "2027-06-30",
  certificates: [{ kind: "teacher", issuedOn: "2022-08-15", expiresOn: "2027-06-30" }],
  endorsements: [],
  nationalBoard: null,
  sources: [],
  ...changes,
});

/** Ten clock hours within the window, unless said otherwise. */
export const source = (id: string, changes: Partial<RenewalSource> = {}): RenewalSource => ({
  id,
  kind: "clock-hours",
  completedOn: "2024-03-01",
  amount: 10 * HOURS,
  designations: [],
  ...changes,
});

/** Certificates of the same days. */
export const held = (...kinds: CertificateKind[]) =>
  kinds.map((kind) => ({ kind, issuedOn: "2022-08-15", expiresOn: "2027-06-30" }));
