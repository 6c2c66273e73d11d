import { type CourseSeed, fullDays, meets } from "./course-seed";

export const mtssCourses: CourseSeed[] = [
  {
    slug: "mtss-team-foundations",
    title: "MTSS Team Foundations",
    summary: "School teams build the meeting rhythm, data habits and first tier that a system of supports needs.",
    description:
      "A system of supports is mostly a set of good meetings. Teams of four to seven from one school work through three full days in the year: one on the first tier for everyone, one on choosing and running small-group support, one on plans for single students.\n\nBetween the days, a coach joins one of your own meetings. By spring each team has a calendar, decision rules that fit on a page and a list of supports that are really available in the building.",
    objectives: [
      "Set up a team with clear roles, a calendar and a shared agenda",
      "Use screening data to judge the health of the first tier before adding groups",
      "Match small-group supports to a clear need and set an end date",
      "Write decision rules that the whole staff can follow",
    ],
    standards: "Washington's MTSS framework components; TPEP criteria 6 and 8.",
    programArea: "mtss",
    audiences: ["teacher", "administrator", "esa", "paraeducator"],
    designations: [],
    modality: "in-person",
    sessions: fullDays(3, 49),
    capacity: 70,
    priceCents: 18000,
  },
  {
    slug: "attendance-as-a-support-not-a-letter",
    title: "Attendance as a Support, Not a Letter",
    summary: "Find out why students miss school and build a tiered response that families experience as help.",
    description:
      "Letters alone rarely bring a student back. Three short online sessions look at attendance data by reason instead of by count, at the barriers families name most, such as transport, health and fear, and at the first conversation that makes a second one possible.\n\nCommunity engagement boards, home visits and small changes at the front desk are compared by cost and by what schools have seen. Each team leaves with a response ladder for its own building.",
    objectives: [
      "Group absences by cause and by pattern",
      "Hold a first conversation that asks before it tells",
      "Plan universal, small-group and individual responses to absence",
      "Explain the steps required by state truancy law and where support fits in",
    ],
    standards: "Chapter 28A.225 RCW (compulsory attendance); Washington's MTSS framework.",
    programArea: "mtss",
    audiences: ["administrator", "esa", "teacher", "other"],
    designations: [],
    modality: "online",
    sessions: meets(3, "14:30", "16:00", 14),
    capacity: 80,
    priceCents: 0,
  },
  {
    slug: "behavior-support-plans-people-use",
    title: "Behavior Support Plans People Actually Use",
    summary: "Write short, function-based plans with the adults who will carry them out.",
    description:
      "A plan that nobody reads changes nothing. In four sessions you take one student from concern to plan: describe the behavior so that two people would count the same thing, find what it gets the student, and choose a replacement that works at least as well.\n\nPlans are held to two pages. Every plan is rehearsed aloud with the staff who will use it, and each includes what adults will do differently, how progress is counted and when to stop.",
    objectives: [
      "Define a behavior in words that can be observed and counted",
      "Form and test a hypothesis about its function",
      "Teach and reinforce a replacement behavior",
      "Check whether the plan is being followed before changing it",
    ],
    standards: "Washington's MTSS framework; TPEP criterion 5; WAC 392-172A on functional behavioral assessment.",
    programArea: "mtss",
    audiences: ["teacher", "esa", "paraeducator"],
    designations: ["PARA-SUBJECT-SPED"],
    modality: "online",
    sessions: meets(4, "16:00", "18:00", 7),
    capacity: 35,
    priceCents: 5500,
  },
];
