import { type CourseSeed, fullDays, meets } from "./course-seed";

export const inclusionCourses: CourseSeed[] = [
  {
    slug: "universal-design-for-learning-first-steps",
    title: "Universal Design for Learning: First Steps",
    summary: "Plan one unit so that the usual barriers are gone before the first student meets them.",
    description:
      "Universal Design for Learning asks a simple question before each lesson: who would be shut out, and by what? Working in pairs of general and special educators, you take a unit that you already teach and remove barriers in reading, writing, attention and choice.\n\nThe second day comes four weeks later. Bring student work, and together we will look at what the changes did for the students you had in mind and for everyone else.",
    objectives: [
      "Find barriers in a unit's texts, tasks and assessments",
      "Offer more than one way to take in ideas and to show what was learned",
      "Plan options that keep the same goal for every student",
      "Use student work to decide which options to keep",
    ],
    standards: "CCDEI standards; TPEP criteria 2 and 3 (effective teaching practices, recognising individual needs).",
    programArea: "inclusion",
    audiences: ["teacher", "esa", "administrator"],
    designations: ["TPEP"],
    modality: "in-person",
    sessions: fullDays(2, 28),
    capacity: 40,
    priceCents: 12000,
  },
  {
    slug: "co-teaching-that-works",
    title: "Co-Teaching That Works",
    summary: "For pairs who share a classroom: divide the work, plan in twenty minutes and make both teachers matter.",
    description:
      "Two adults in a room can do more than one, or get in each other's way. Come with your partner. Each session introduces two ways to share a lesson, shows them on video, and gives you time to plan one for the coming week.\n\nWe also deal with what wears pairs down: no common planning time, unclear roles and the awkward talk about whose room it is. A short weekly planning sheet is refined by each pair until it fits on half a page.",
    objectives: [
      "Choose a co-teaching arrangement that fits the purpose of a lesson",
      "Plan a shared week in one short meeting",
      "Share responsibility for specially designed instruction inside a general education lesson",
      "Give each other feedback that is specific and kind",
    ],
    standards: "TPEP criteria 2, 3 and 8 (professional practices and collaboration).",
    programArea: "inclusion",
    audiences: ["teacher", "paraeducator"],
    designations: ["TPEP"],
    modality: "hybrid",
    sessions: meets(5, "16:00", "17:45", 14),
    capacity: 32,
    priceCents: 6000,
  },
  {
    slug: "inclusive-schools-leadership-network",
    title: "Inclusive Schools Leadership Network",
    summary:
      "Principals and special services directors plan schedules, staffing and buildings so that students learn together.",
    description:
      "Inclusion often fails in the master schedule. Through the year this network visits three schools, studies their placement data and schedules, and helps each member draft a plan for the next September.\n\nThe work is practical: where adults are during each hour of the day, how students are assigned to classes, which rooms are used for what, and how a team tells families about the change. Members bring their own data and receive confidential feedback.",
    objectives: [
      "Read placement data by grade, disability category and student group",
      "Build a schedule that starts from the students who need the most support",
      "Lead staff conversations about belonging and shared responsibility",
      "Write a one-year plan with dates, owners and measures",
    ],
    standards:
      "Professional Standards for Educational Leaders (PSEL) 3, 4 and 9; CCDEI standards; least restrictive environment under WAC 392-172A.",
    programArea: "inclusion",
    audiences: ["administrator"],
    designations: ["LEADERSHIP", "EQUITY"],
    modality: "in-person",
    sessions: meets(5, "09:00", "12:00", 35, [{ kind: "break", start: "10:15", end: "10:30" }]),
    capacity: 28,
    priceCents: 22500,
  },
];
