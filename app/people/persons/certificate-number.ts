/** P1: what has the shape of a Social Security number is never taken. */
const FOREIGN_SHAPE = /^\d{3}-?\d{2}-?\d{4}$/;

/** Whether a text can be a certificate number as OSPI gives them: letters, digits and dashes, twenty at most. */
export function isCertificateNumber(text: string): boolean {
  return /^[A-Za-z0-9-]{1,20}$/.test(text) && !FOREIGN_SHAPE.test(text);
}
