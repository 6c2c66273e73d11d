import type { Question } from "~/credits/evaluation/evaluation-summary";

/** What candidates are asked of how they were judged, after each decision. */
export const ASSESSMENT_QUESTIONS: readonly Question[] = [
  { key: "fair", kind: "scale", text: "Was it fair?" },
  { key: "useful", kind: "scale", text: "Were the assessors’ comments useful?" },
  { key: "inTime", kind: "scale", text: "Did the decision come in time?" },
  { key: "suggestions", kind: "text", text: "What should be done otherwise?" },
];
