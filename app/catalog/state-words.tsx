import { Status, type Tone } from "~/ui/Status";
import type { CourseState } from "~/catalog/courses/course-state";
import type { OfferingState } from "~/catalog/offerings/offering-state";

/** States of an offering in words. */
export const OFFERING_STATE_LABELS: Record<OfferingState, string> = {
  draft: "Draft",
  approved: "Approved",
  published: "Published",
  cancelled: "Cancelled",
};

const OFFERING_TONES: Record<OfferingState, Tone> = {
  draft: "neutral",
  approved: "info",
  published: "good",
  cancelled: "ended",
};

/** States of a course in words. */
export const COURSE_STATE_LABELS: Record<CourseState, string> = {
  draft: "Draft",
  published: "Published",
  archived: "Archived",
};

const COURSE_TONES: Record<CourseState, Tone> = { draft: "neutral", published: "good", archived: "ended" };

/** An offering's state. */
export function OfferingStatus({ state }: { state: OfferingState }) {
  return <Status tone={OFFERING_TONES[state]}>{OFFERING_STATE_LABELS[state]}</Status>;
}

/** A course's state. */
export function CourseStatus({ state }: { state: CourseState }) {
  return <Status tone={COURSE_TONES[state]}>{COURSE_STATE_LABELS[state]}</Status>;
}
