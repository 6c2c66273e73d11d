import type { CreditSnapshot } from "~/credits/ledger/credit-snapshot";

interface SummaryRow {
  label: string;
  minutes: number;
}

/** The school year, 1 September to 31 August, in which a day ("YYYY-MM-DD") lies: "2027-03-09" → "2026–27". */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 9 ? year : year - 1;
  return `${first}–${String((first + 1) % 100).padStart(2, "0")}`;
}

/** Sums of a person's credits in whole minutes: in all, by school year (newest first), by designation, by provider. */
export function summarizeHours(credits: readonly { minutes: number; completedOn: string; snapshot: CreditSnapshot }[]) {
  const years = new Map<string, number>();
  const designations = new Map<string, number>();
  const providers = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, minutes: number) =>
    sums.set(key, (sums.get(key) ?? 0) + minutes);
  for (const { minutes, completedOn, snapshot } of credits) {
    add(years, schoolYearOf(completedOn), minutes);
    add(providers, snapshot.provider.name, minutes);
    for (const designation of snapshot.designations) add(designations, designation.code, designation.minutes);
  }
  const rows = (sums: Map<string, number>): SummaryRow[] => [...sums].map(([label, minutes]) => ({ label, minutes }));
  return {
    minutes: credits.reduce((sum, credit) => sum + credit.minutes, 0),
    groups: [
      { title: "By school year", rows: rows(years).sort((a, b) => (a.label < b.label ? 1 : -1)) },
      { title: "By designation", rows: rows(designations).sort((a, b) => (a.label < b.label ? -1 : 1)) },
      { title: "By provider", rows: rows(providers).sort((a, b) => b.minutes - a.minutes) },
    ].filter((group) => group.rows.length > 0),
  };
}
