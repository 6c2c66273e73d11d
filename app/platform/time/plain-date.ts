/**
 * Whether a text is a real calendar date `YYYY-MM-DD`. Stands apart from the arithmetic of wall time, so that a page which
 * only checks a date does not load that.
 */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
