import { isSocialSecurityNumber } from "~/platform/text/social-security-number";

/** Characters of a certificate number. */
export const LONGEST_CERTIFICATE_NUMBER = 20;

/** Whether a text can be a certificate number as OSPI gives them: letters, digits and dashes. Never what P1 forbids. */
export function isCertificateNumber(text: string): boolean {
  const fits = /^[A-Za-z0-9-]+$/.test(text) && text.length <= LONGEST_CERTIFICATE_NUMBER;
  return fits && !isSocialSecurityNumber(text);
}
