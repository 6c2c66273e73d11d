import { type CourseSeed, meets } from "./course-seed";

export const selCourses: CourseSeed[] = [
  {
    slug: "social-emotional-learning-in-ten-minutes",
    title: "Social-Emotional Learning in Ten Minutes a Day",
    summary: "Eight half-hour online meetings, each with one short practice to use with students the next morning.",
    description:
      "For people with no spare time. Every week has one practice, such as a greeting at the door, a feelings check, a way to repair after a conflict or a calm ending. We show it, try it and talk about how it could go wrong.\n\nThe half hours add up, and so do the practices. Recordings are not offered because the value is in trying things together.",
    objectives: [
      "Lead four short routines that build belonging and self-awareness",
      "Adapt a routine so that no student is forced to share",
      "Connect routines to the state's social-emotional learning standards",
    ],
    standards: "Washington social-emotional learning standards and benchmarks; TPEP criterion 5.",
    programArea: "sel",
    audiences: ["teacher", "esa", "paraeducator", "administrator"],
    designations: ["TPEP"],
    modality: "online",
    sessions: meets(8, "07:15", "07:45"),
    capacity: 80,
    priceCents: 0,
  },
  {
    slug: "restorative-circles-from-community-to-repair",
    title: "Restorative Circles: From Community to Repair",
    summary: "Learn to host circles for building community first, and only then for repairing harm.",
    description:
      "Circles fail when they are only used after something has gone wrong. For the first three evenings we sit in circle ourselves and learn to open, pass, listen and close. The last three are about harm: preparing people, hearing what happened and making an agreement that holds.\n\nPlease plan to attend every session. Trust in the group is part of the method, and the group will be small.",
    objectives: [
      "Plan and host a community circle",
      "Prepare each person before a circle about harm",
      "Guide a group toward an agreement with clear next steps",
      "Judge when a circle is not the right response",
    ],
    standards:
      "Washington social-emotional learning standards; CCDEI standards; student discipline rules in chapter 392-400 WAC.",
    programArea: "sel",
    audiences: ["teacher", "administrator", "esa"],
    designations: ["EQUITY"],
    modality: "in-person",
    sessions: meets(6, "16:30", "18:30", 14),
    capacity: 24,
    priceCents: 9000,
  },
  {
    slug: "calm-adults-calm-rooms",
    title: "Calm Adults, Calm Rooms",
    summary: "Three short sessions on adult regulation: notice your own stress and keep it from steering the lesson.",
    description:
      "Students borrow our nervous systems. This short series is about the adults: what happens in the body when a lesson goes off the rails, and what can be done in the ten seconds before we speak.\n\nEvery session includes practice, quiet time and a plan for one difficult moment in your week. No one is asked to share anything private.",
    objectives: [
      "Recognize your own early signs of stress",
      "Use two quick ways to settle before responding",
      "Plan a response to one predictable hard moment",
    ],
    standards: "Washington social-emotional learning standards (self-awareness, self-management); TPEP criterion 5.",
    programArea: "sel",
    audiences: ["teacher", "esa", "paraeducator", "administrator", "other"],
    designations: [],
    modality: "online",
    sessions: meets(3, "15:45", "16:30"),
    capacity: 100,
    priceCents: 0,
  },
];
