import { type CourseSeed, fullDays, meets } from "./course-seed";

export const specialCourses: CourseSeed[] = [
  {
    slug: "iep-goals-that-drive-instruction",
    title: "IEP Goals That Drive Instruction",
    summary:
      "Write goals that a substitute could measure and a family could understand, and connect them to weekly teaching.",
    description:
      "A good goal answers four questions: who will do what, under which conditions, how well, and by when. Bring three goals with the names removed. Together we rewrite them, build a way to measure each in under five minutes a week and plan the instruction that should move them.\n\nThe afternoon is for procedural questions that come up every spring: present levels, progress reports, amendments and prior written notice.",
    objectives: [
      "Write present levels that lead directly to a measurable goal",
      "Design a quick and honest way to measure progress",
      "Connect each goal to specially designed instruction in the week's schedule",
      "Explain a plan to a family without jargon",
    ],
    standards: "WAC 392-172A (provision of special education); TPEP criteria 3 and 6.",
    programArea: "special",
    audiences: ["teacher", "esa"],
    designations: ["PARA-SUBJECT-SPED"],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 45,
    priceCents: 8500,
  },
  {
    slug: "secondary-transition-planning",
    title: "Transition Planning That Starts With the Student",
    summary: "Help students with disabilities plan for work, study and adult life, with agencies at the table in time.",
    description:
      "Transition plans work when the young person owns them. Four online sessions follow the order of a real plan: learning what the student wants, assessing strengths, choosing courses and experiences, and bringing in agencies before the last year.\n\nA counselor from vocational rehabilitation and two young adults join us. You will help one student prepare to lead part of the student's own meeting.",
    objectives: [
      "Choose transition assessments that fit the student",
      "Write postsecondary goals in the student's own words",
      "Invite agencies early, with the proper consent",
      "Prepare a student to lead part of the meeting",
    ],
    standards: "WAC 392-172A on transition services; High School and Beyond Plan requirements.",
    programArea: "special",
    audiences: ["teacher", "esa", "administrator"],
    designations: [],
    modality: "online",
    sessions: meets(4, "15:30", "17:00", 14),
    capacity: 50,
    priceCents: 3000,
  },
  {
    slug: "augmentative-communication-for-teams",
    title: "Augmentative Communication for Classroom Teams",
    summary:
      "Teams learn to model, wait and build vocabulary so that students who use devices have something to say all day.",
    description:
      "A device on a shelf is not a voice. Speech-language pathologists, teachers and paraeducators come as a team and practise modeling on the student's own system during stories, snack and science.\n\nFive afternoons, each with one skill and one week of trying it out. Recordings that you make, with permission, are the heart of the work.",
    objectives: [
      "Model language on a student's own system without demanding a reply",
      "Arrange the day so that there are many reasons to communicate",
      "Choose core and personal vocabulary with the family",
      "Measure growth by what the student starts, not only by what the student answers",
    ],
    standards: "WAC 392-172A on assistive technology; paraeducator subject matter certificate, special education.",
    programArea: "special",
    audiences: ["teacher", "esa", "paraeducator"],
    designations: ["PARA-SUBJECT-SPED"],
    modality: "hybrid",
    sessions: meets(5, "15:45", "17:15", 7),
    capacity: 30,
    priceCents: 5000,
  },
  {
    slug: "school-nurses-autumn-update",
    title: "School Nurses' Autumn Update",
    summary: "Health plans, medication, immunization and delegation: what is new and what still goes wrong.",
    description:
      "A morning for school nurses and health room staff, held before the season of plans begins. We review changes in health rules, walk through three cases of delegation and compare care plans for diabetes, seizures and severe allergy.\n\nBring the forms you would like to improve. The last hour is a clinic in which colleagues mark up one another's forms.",
    objectives: [
      "Apply current rules on medication and delegation in schools",
      "Write an emergency care plan that any adult can follow",
      "Plan immunization follow-up that keeps students in school",
    ],
    standards: "Chapter 28A.210 RCW (health: screening and requirements); school nurse practice standards.",
    programArea: "special",
    audiences: ["esa", "other"],
    designations: [],
    modality: "in-person",
    sessions: meets(1, "08:30", "12:00", 1, [{ kind: "break", start: "10:15", end: "10:30" }]),
    capacity: 60,
    priceCents: 3500,
  },
];
