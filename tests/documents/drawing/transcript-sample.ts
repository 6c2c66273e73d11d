import type { TranscriptLine, TranscriptParameters } from "~/documents/issuing/transcript-parameters";

const TITLES = [
  "Race and Belonging in the Classroom",
  "Universal Design for Learning: First Steps",
  "Government-to-Government Relationships for School Leaders",
  "Suicide Prevention in Schools: Recognize, Ask, Connect",
  "An Exceptionally Long Course Title That Goes On About Collaborative Inquiry, Culturally Responsive Practice and the Interdisciplinary Teaching of Watershed Science in Middle-Level Classrooms",
];
const DESIGNATIONS = ["EQUITY", "STEM", "G2G", "SUICIDE-PREVENTION", "PARA-SUBJECT-SPED"];

/** The nth line of a sample transcript, oldest first, each with an in-service number of its own. */
export function sampleLine(n: number): TranscriptLine {
  const day = (offset: number) =>
    new Date(Date.UTC(2024, 8, 10) + (n * 2 + offset) * 86_400_000).toISOString().slice(0, 10);
  return {
    creditId: `credit-${n}`,
    startedOn: n % 3 === 0 ? day(0) : day(1),
    completedOn: day(1),
    courseTitle: TITLES[n % TITLES.length]!,
    inServiceNumber: `PS-${20_000 + n}`,
    providerName: n % 4 === 3 ? "Highline Public Schools" : "Puget Sound Educational Service District",
    providerApprovalYear: "2024–25",
    minutes: 90 + 30 * (n % 11),
    instructor: n % 2 === 0 ? "Joan Fairbanks, Đỗ Quỳnh" : "Роман Савчук",
    designations: n % 3 === 1 ? [{ code: DESIGNATIONS[n % DESIGNATIONS.length]!, minutes: 60 }] : [],
    version: n % 7 === 6 ? 2 : 1,
  };
}

/** Parameters of a transcript with so many lines. */
export function sampleTranscript(lines: number, changes: Partial<TranscriptParameters> = {}): TranscriptParameters {
  return {
    kind: "transcript",
    title: "Transcript of clock hours",
    educator: { legalName: "Nguyễn Thị Ngọc Ánh", formerNames: ["Ngọc Trần-Castañeda"], certificateNumber: "512345F" },
    provider: {
      name: "Puget Sound Educational Service District",
      approvalYear: "2026–27",
      designeeName: "Joan Fairbanks",
      designeeTitle: "Registrar for clock hours",
      address: "1200 Example Way S, Renton, WA 98057",
    },
    period: { from: "2024-09-01", to: "2026-08-31" },
    issuedOn: "2026-11-20",
    code: "K7M2-QX4T-9WPD-H3RA",
    verificationUrl: "https://hourbook.example/verify/K7M2-QX4T-9WPD-H3RA",
    lines: Array.from({ length: lines }, (_, index) => sampleLine(index)),
    ...changes,
  };
}
