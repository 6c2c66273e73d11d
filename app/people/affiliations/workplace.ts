/** Where somebody worked on a day, and whether that is confirmed. */
export interface WorkplaceOn {
  organisation: string;
  confirmed: boolean;
}

/** The same in words for staff: hours without a confirmed workplace reach no HR (S1). */
export function workplaceInWords(workplace: WorkplaceOn | null): string {
  if (!workplace) return "None: no HR sees these hours";
  return workplace.confirmed ? workplace.organisation : `${workplace.organisation}, not confirmed yet`;
}
