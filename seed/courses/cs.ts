import { type CourseSeed, conferenceDays, fullDays, meets } from "./course-seed";

export const csCourses: CourseSeed[] = [
  {
    slug: "computer-science-in-the-elementary-classroom",
    title: "Computer Science in the Elementary Classroom",
    summary: "No experience needed: teach sequences, loops and debugging with and without screens in grades K–5.",
    description:
      "Computational thinking begins with clear instructions and ends with fixing what went wrong. You will program a floor robot, a dance and a short story, and see where each fits in lessons that you already teach.\n\nThe three afternoons build on one another. Devices are provided, and all materials run on the tablets and laptops common in our districts.",
    objectives: [
      "Explain algorithm, loop, condition and debugging with classroom examples",
      "Lead an unplugged lesson and a block-programming lesson",
      "Connect computer science to literacy and mathematics",
      "Encourage girls and students of color to see themselves as makers",
    ],
    standards: "Washington K–12 Computer Science Learning Standards, levels 1A and 1B.",
    programArea: "cs",
    audiences: ["teacher", "paraeducator", "other"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: meets(3, "15:45", "17:45"),
    capacity: 30,
    priceCents: 0,
  },
  {
    slug: "artificial-intelligence-in-school-work",
    title: "Artificial Intelligence and Student Work",
    summary:
      "What chat tools can and cannot do, assignments that still teach, and a class policy students help to write.",
    description:
      "Students use these tools whether we plan for it or not. In four sessions we try them on our own assignments, look at where they are wrong or unfair, and decide when they help learning and when they replace it.\n\nYou redesign two assignments and write a class policy together with students. Privacy, age limits and district rules are treated in the first meeting.",
    objectives: [
      "Explain in plain words how a language model produces text",
      "Check output for errors and bias with students",
      "Redesign an assignment so that thinking stays visible",
      "Write a class policy that is clear and fair",
    ],
    standards:
      "Washington K–12 Computer Science Learning Standards, impacts of computing; Washington educational technology standards.",
    programArea: "cs",
    audiences: ["teacher", "administrator", "esa"],
    designations: ["STEM"],
    modality: "online",
    sessions: meets(4, "16:00", "17:15"),
    capacity: 120,
    priceCents: 2000,
  },
  {
    slug: "stem-leadership-institute",
    title: "STEM Leadership Institute",
    summary: "Four summer days for teams who plan career-connected learning with employers, colleges and tribes.",
    description:
      "Teams of teachers, counselors and administrators spend two days with regional partners, among them a port, a hospital, a fish hatchery and a software firm, and two days turning what they saw into projects and pathways.\n\nEach team leaves with one project ready for autumn, a named partner and a plan to recruit students who are usually missing from STEM courses.",
    objectives: [
      "Design a project around a real problem from a regional partner",
      "Map a pathway from middle school to a first job or degree",
      "Plan recruitment that reaches students who are under-represented",
      "Prepare students and partners for a safe and useful visit",
    ],
    standards: "Washington State Science Learning Standards (ETS1); career and technical education program standards.",
    programArea: "cs",
    audiences: ["teacher", "administrator", "esa"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: conferenceDays(4),
    capacity: 80,
    priceCents: 35000,
  },
  {
    slug: "engineering-design-with-cardboard",
    title: "Engineering Design With Cardboard",
    summary: "A full day of cheap, sturdy design challenges for grades 3–8 that teach testing and improving.",
    description:
      "Cardboard forgives. With knives, tape and a few fasteners you build a chair, a bridge and a marble run, and learn how to lead the cycle of trying, testing and improving without telling students the answer.\n\nWe also plan storage, safety and clean-up, which decide whether a project happens twice.",
    objectives: [
      "Frame a design problem with criteria and constraints",
      "Lead fair tests and help students use the results",
      "Assess the design process and not only the product",
    ],
    standards: "Washington State Science Learning Standards, engineering design (3-5-ETS1, MS-ETS1).",
    programArea: "cs",
    audiences: ["teacher", "paraeducator", "other"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 32,
    priceCents: 4500,
  },
];
