import type { StepKind } from "~/catalog/steps/step";
import type { StepContentValue } from "~/catalog/steps/step-form";

const PLAIN = { instructions: null, opensAt: null, dueAt: null, link: null, questions: [], reason: null };

/** What there is to do in the demo's course on people's own time: three hours. */
export const OWN_TIME_STEPS: readonly (StepContentValue & { kind: StepKind; minutes: number })[] = [
  {
    ...PLAIN,
    kind: "link",
    title: "Watch: where lessons shut people out",
    instructions:
      "Forty minutes of film, and the two pages below it. Write down one barrier that you know from your own room.",
    link: "https://learning.example/udl/barriers",
    minutes: 75,
  },
  {
    ...PLAIN,
    kind: "reflection",
    title: "What I will change in one lesson",
    instructions:
      "Choose one lesson of next month. Which barrier does it hold, for whom, and what will you offer instead?\nTwo paragraphs are enough.",
    leastWords: 80,
    isRead: "on",
    minutes: 75,
  },
  {
    ...PLAIN,
    kind: "quiz",
    title: "Check what you know",
    minutes: 30,
    passingScore: 3,
    mostAttempts: 3,
    questions: [
      {
        text: "Where is a barrier to learning, in this way of planning?",
        answers: ["In the student", "In how the lesson is designed", "In the building alone"],
        right: 1,
        why: "The lesson can be changed; that is what planning is for.",
      },
      {
        text: "Which of these gives more ways to show what one knows?",
        answers: ["A longer test", "A choice between a text, a talk and a model", "More time for the same page"],
        right: 1,
        why: null,
      },
      {
        text: "When are options planned?",
        answers: ["Before the lesson, for everybody", "When somebody asks", "After the grades"],
        right: 0,
        why: "What is there for everybody singles nobody out.",
      },
      {
        text: "A rubric for different products should judge …",
        answers: ["the neatness of each", "the same goal in all of them", "the product that is hardest to make"],
        right: 1,
        why: null,
      },
    ],
  },
];
