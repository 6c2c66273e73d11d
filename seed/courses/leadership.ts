import { type CourseSeed, conferenceDays, meets } from "./course-seed";

export const leadershipCourses: CourseSeed[] = [
  {
    slug: "new-principals-first-year-circle",
    title: "New Principals' First-Year Circle",
    summary: "Monthly confidential meetings for principals and assistant principals in their first year.",
    description:
      "The first year is lonely. Ten new leaders and two experienced ones meet once a month from September to June. Each meeting has a theme that fits the calendar, such as opening school, observations, budget, conflict and staffing, and an hour for whatever is on fire.\n\nWhat is said stays in the room. A mentor visits each member's school twice in the year.",
    objectives: [
      "Plan the leader's year around what matters most to students",
      "Hold a difficult conversation with a staff member",
      "Read a school budget and staffing plan",
      "Build routines that protect time for classrooms",
      "Use colleagues' advice on a real problem",
    ],
    standards: "Professional Standards for Educational Leaders (PSEL) 1, 4, 6, 7 and 9.",
    programArea: "leadership",
    audiences: ["administrator"],
    designations: ["LEADERSHIP"],
    modality: "in-person",
    sessions: meets(10, "08:30", "11:00", 28, [{ kind: "break", start: "09:45", end: "10:00" }]),
    capacity: 14,
    priceCents: 45000,
  },
  {
    slug: "leading-for-racial-equity",
    title: "Leading for Racial Equity",
    summary:
      "For administrators: examine policy, budget and discipline data, and lead adults through change that lasts.",
    description:
      "Good intentions do not move outcomes; decisions do. In five sessions leaders study decisions from their own desks, such as hiring, discipline, course placement and spending, and rewrite one of them with the people it affects.\n\nExpect homework: a conversation with students, a walk through a policy, a practice run before a board. Peers give feedback throughout.",
    objectives: [
      "Analyze a decision for its effects on different groups of students",
      "Change a policy or budget line together with those affected",
      "Lead staff through resistance without shaming",
      "Report progress to a board and to families in plain words",
    ],
    standards: "PSEL 3, 5 and 8; CCDEI standards; RCW 28A.410.277.",
    programArea: "leadership",
    audiences: ["administrator"],
    designations: ["LEADERSHIP", "EQUITY"],
    modality: "hybrid",
    sessions: meets(5, "13:00", "16:15", 28, [{ kind: "break", start: "14:30", end: "14:45" }]),
    capacity: 36,
    priceCents: 27500,
  },
  {
    slug: "administrators-summer-conference",
    title: "Administrators' Summer Conference: Schools Worth Leading",
    summary: "Two days in August with law, labor, safety and instruction updates, and time to plan opening day.",
    description:
      "Held in the second week of August, before staff come back. Mornings bring the year's changes in law, finance, safety and evaluation; afternoons are workshops in which teams finish something, such as an opening-day plan, a family letter or a drill calendar.\n\nHours are counted for the sessions you attend. Meals are included and are not counted.",
    objectives: [
      "Describe the year's main changes in law and rule that affect schools",
      "Finish one plan for the opening of school",
      "Exchange tested practices with leaders of similar schools",
    ],
    standards: "PSEL 1, 2, 5, 6, 9 and 10.",
    programArea: "leadership",
    audiences: ["administrator"],
    designations: ["LEADERSHIP"],
    modality: "in-person",
    sessions: conferenceDays(2),
    capacity: 240,
    priceCents: 39500,
  },
  {
    slug: "coaching-skills-for-teacher-leaders",
    title: "Coaching Skills for Teacher Leaders",
    summary: "Listen, ask and observe so that a colleague does the thinking: six sessions with live practice.",
    description:
      "Coaching is a set of habits that anyone can learn. Each meeting starts with a short demonstration, followed by practice in threes: one talks about a real problem, one coaches, one watches and takes notes.\n\nBetween meetings you hold two coaching conversations at your school and record one, with consent, for your own review.",
    objectives: [
      "Listen for what a colleague wants to achieve",
      "Ask questions that open thinking instead of steering it",
      "Share observation data without judgment",
      "Know when to coach, when to advise and when to refer",
    ],
    standards: "TPEP criterion 8; PSEL 6 and 7; teacher leadership standards.",
    programArea: "leadership",
    audiences: ["teacher", "administrator", "esa"],
    designations: [],
    modality: "online",
    sessions: meets(6, "16:00", "17:30", 14),
    capacity: 30,
    priceCents: 9000,
  },
];
