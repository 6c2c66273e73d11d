/** What the course form shows, all text. */
export interface CourseDraft extends Record<string, unknown> {
  providerId: string;
  programArea: string;
  title: string;
  summary: string;
  description: string;
  /** One on each line. */
  objectives: string;
  standards: string;
  designations: string[];
  audiences: string[];
  /** Ids of courses. */
  prerequisites: string[];
}

/** What the fields of a course are called, where a collision or a change names them. */
export const COURSE_FIELD_LABELS: Record<keyof CourseDraft & string, string> = {
  providerId: "Provider",
  programArea: "Program area",
  title: "Title",
  summary: "Summary",
  description: "Description",
  objectives: "Objectives",
  standards: "Standards",
  designations: "Designations",
  audiences: "Audience",
  prerequisites: "Prerequisites",
};
