/** What a micro-credential of the demo says; invented, in the manner of real ones. */
export interface DemoDefinition {
  area: string;
  title: string;
  competency: string;
  method: string;
  importance: string;
  /** For whom it is, in words. */
  audience: string;
  /** Title, what is asked for, demonstrated, not yet. */
  criteria: [string, string, string, string][];
  /** Examples of good evidence: what somebody did, and what they learned. */
  did: string;
  learned: string;
  /** Clock hours asked for, in minutes. */
  hours?: number;
  /** For how many years an award holds; for good where nothing is said. */
  validYears?: number;
  blind?: "on";
}
