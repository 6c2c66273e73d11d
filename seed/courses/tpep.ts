import { type CourseSeed, fullDays, meets } from "./course-seed";

export const tpepCourses: CourseSeed[] = [
  {
    slug: "instructional-framework-stage-one",
    title: "Instructional Framework Training for Evaluators, Stage 1",
    summary: "New evaluators learn the framework, gather evidence and practise scoring without guessing.",
    description:
      "Two days for administrators who will evaluate teachers for the first time. We learn the language of the framework, separate evidence from opinion and score lessons on video, first with a partner and then alone.\n\nThe goal is not speed. By the end your scores should agree with the group's for reasons that you can point to in your notes.",
    objectives: [
      "Explain the eight criteria and how a framework is organized under them",
      "Gather evidence that is free of opinion",
      "Score a recorded lesson within agreed limits",
      "Plan the evaluation year with its required steps",
    ],
    standards: "Chapter 392-191A WAC (teacher and principal evaluation); PSEL 6 and 7.",
    programArea: "tpep",
    audiences: ["administrator"],
    designations: ["TPEP", "LEADERSHIP"],
    modality: "in-person",
    sessions: fullDays(2),
    capacity: 40,
    priceCents: 24000,
  },
  {
    slug: "rater-agreement-for-evaluators",
    title: "Rater Agreement for Experienced Evaluators",
    summary: "A yearly half day to check that your scores still mean what your colleagues' scores mean.",
    description:
      "Scoring drifts. In one afternoon we watch three lessons, score them in silence and then compare, evidence by evidence. Where we differ, we find out why.\n\nThis session suits evaluators who have finished stage training. You will receive a private summary of how your scores compared with the group.",
    objectives: [
      "Score three lessons with evidence for each score",
      "Find the source of differences between raters",
      "Set one goal for your own observation practice",
    ],
    standards: "Chapter 392-191A WAC on rater agreement; PSEL 6.",
    programArea: "tpep",
    audiences: ["administrator"],
    designations: ["TPEP", "LEADERSHIP"],
    modality: "in-person",
    sessions: meets(1, "12:30", "16:00", 1, [{ kind: "break", start: "14:15", end: "14:30" }]),
    capacity: 45,
    priceCents: 9500,
  },
  {
    slug: "student-growth-goals-without-the-stress",
    title: "Student Growth Goals Without the Stress",
    summary: "Write student growth goals that you would want to work on anyway, and gather the evidence as you teach.",
    description:
      "Growth goals can feel like paperwork for someone else. In two afternoons, teachers turn a question they really have about their students into goals for criteria 3, 6 and 8, with evidence that already exists in daily work.\n\nThe second meeting is timed for the middle of the year, when goals usually need a repair. Teams from one school or department are welcome.",
    objectives: [
      "Choose a growth goal from current student evidence",
      "Plan two or more measures that come from regular work",
      "Revise a goal at mid-year with good reasons",
    ],
    standards: "TPEP criteria 3, 6 and 8; chapter 392-191A WAC.",
    programArea: "tpep",
    audiences: ["teacher", "administrator"],
    designations: ["TPEP"],
    modality: "online",
    sessions: meets(2, "15:30", "17:00", 84),
    capacity: 75,
    priceCents: 0,
  },
];
