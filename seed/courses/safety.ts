import { type CourseSeed, fullDays, meets } from "./course-seed";

export const safetyCourses: CourseSeed[] = [
  {
    slug: "suicide-prevention-for-school-staff",
    title: "Suicide Prevention in Schools: Recognize, Ask, Connect",
    summary:
      "Three hours that meet the renewal requirement for school nurses, counselors, psychologists and social workers.",
    description:
      "Asking about suicide does not plant the idea; not asking can cost a life. This session covers warning signs, how to ask directly, how to stay with a student until help is there, and what to do in the days after.\n\nWe practise in pairs with scripts and then without them. The topic is heavy: a counselor is on hand, and you may step out whenever you wish.",
    objectives: [
      "Recognize warning signs and risk factors in young people",
      "Ask a student directly about suicide",
      "Follow the school's plan for screening, referral and family contact",
      "Support a student's return to school and a community after a death",
    ],
    standards: "RCW 28A.410.226 (suicide prevention training for ESA certificates); RCW 28A.320.127 (district plans).",
    programArea: "safety",
    audiences: ["esa", "teacher", "administrator"],
    designations: ["SUICIDE-PREVENTION"],
    modality: "online",
    sessions: meets(1, "13:00", "16:15", 1, [{ kind: "break", start: "14:30", end: "14:45" }]),
    capacity: 60,
    priceCents: 0,
  },
  {
    slug: "school-based-threat-assessment-teams",
    title: "School-Based Threat Assessment Teams",
    summary:
      "Teams learn a fair, documented process to tell a thoughtless remark from a real plan, and to support everyone.",
    description:
      "Most threats are not carried out, and some are. School teams with an administrator, a counselor, and a safety or law enforcement partner learn the steps: gather, interview, decide, support, document.\n\nTwo tabletop cases run through the day and become harder. Attention is given to disability, race and privacy, because a process used carelessly does harm.",
    objectives: [
      "Describe the purpose and members of a threat assessment team",
      "Tell transient from substantive threats with evidence",
      "Plan supervision and support for all students concerned",
      "Document decisions and protect records",
    ],
    standards: "RCW 28A.320.123 (school-based threat assessment programs); WAC 392-172A on students with disabilities.",
    programArea: "safety",
    audiences: ["administrator", "esa", "other"],
    designations: [],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 60,
    priceCents: 5000,
  },
  {
    slug: "youth-substance-use-prevention",
    title: "Vaping, Fentanyl and Honest Prevention",
    summary: "What is in use now, what works in prevention, how to respond without pushing students away.",
    description:
      "Scare talks do not work. Two short afternoons bring current local information on vaping, alcohol and counterfeit pills, and what the evidence says about prevention in schools.\n\nYou practise a first conversation with a student who has been caught, and see where naloxone is kept and how it is used. Student assistance professionals answer questions.",
    objectives: [
      "Describe current patterns of youth substance use in the region",
      "Choose prevention activities that have evidence behind them",
      "Hold a brief and respectful first conversation",
      "Follow the school's plan for a suspected overdose",
    ],
    standards: "Washington health education standards; RCW 28A.210.390 on opioid overdose reversal medication.",
    programArea: "safety",
    audiences: ["teacher", "esa", "administrator", "paraeducator", "other"],
    designations: [],
    modality: "online",
    sessions: meets(2, "15:30", "16:45", 7),
    capacity: 90,
    priceCents: 0,
  },
  {
    slug: "earthquake-ready-schools",
    title: "Earthquake-Ready Schools",
    summary: "Drills, supplies, reunification: prepare a building for the first seventy-two hours after a large quake.",
    description:
      "In our region the question is when. Facilities staff, principals and office managers work side by side for a day: walking a building for hazards, planning who does what in the first ten minutes, and rehearsing reunification with a hundred paper families.\n\nSpecial attention goes to students with mobility, medical and communication needs, to interpreters, and to staff who may not be able to go home.",
    objectives: [
      "Find and reduce hazards in classrooms and hallways",
      "Run a drill that includes every student",
      "Plan reunification with clear stations and roles",
      "List supplies for three days and who keeps them current",
    ],
    standards: "RCW 28A.320.125 (safe school plans and drills).",
    programArea: "safety",
    audiences: ["administrator", "other", "teacher", "paraeducator"],
    designations: [],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 50,
    priceCents: 0,
  },
];
