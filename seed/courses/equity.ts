import { type CourseSeed, fullDays, meets } from "./course-seed";

export const equityCourses: CourseSeed[] = [
  {
    slug: "race-and-belonging-in-the-classroom",
    title: "Race and Belonging in the Classroom",
    summary:
      "A six-evening series for examining how race shapes who feels they belong, and for changing one classroom routine.",
    description:
      "Students decide early whether a room is meant for them. Over six evenings we look at seating, talk time, discipline and praise through the eyes of the students who feel least at home, using short observations that each participant makes between sessions.\n\nThe series ends with a small trial: you choose one routine, change it for two weeks and bring back what students said and did. Expect honest conversation, clear agreements about how we talk, and time to think.",
    objectives: [
      "Describe how race and racism shape students' everyday experience of school",
      "Collect and read simple observation data on who speaks, who is praised and who is corrected",
      "Redesign one classroom routine so that more students take part",
      "Explain the change and its results to students, families and colleagues",
    ],
    standards:
      "Cultural competency, diversity, equity and inclusion (CCDEI) standards; TPEP criteria 3 and 5 (knowledge of students, safe learning environment).",
    programArea: "equity",
    audiences: ["teacher", "administrator", "esa", "paraeducator"],
    designations: ["EQUITY", "TPEP"],
    modality: "online",
    sessions: meets(6, "16:30", "18:30"),
    capacity: 40,
    priceCents: 4500,
  },
  {
    slug: "grading-that-tells-the-truth",
    title: "Grading That Tells the Truth",
    summary:
      "Sort out what a grade should report, and remove the habits that punish circumstances instead of measuring learning.",
    description:
      "Zeros, late penalties and points for behavior can hide what a student knows. This day works through real gradebooks, with names removed, to see how the same evidence leads to very different grades under different rules.\n\nYou leave with a draft grading policy for one course, a plan for reassessment that does not bury you in paper, and a letter to families that explains both in plain words.",
    objectives: [
      "Separate evidence of learning from behavior and circumstance in a grade",
      "Compare the effects of averaging, penalties and reassessment on the same set of scores",
      "Draft a grading policy that a student can understand",
      "Look for patterns by student group in a term's grades and discuss them with a team",
    ],
    standards: "CCDEI standards; TPEP criterion 6 (using multiple student data elements).",
    programArea: "equity",
    audiences: ["teacher", "administrator"],
    designations: ["EQUITY", "TPEP"],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 45,
    priceCents: 9500,
  },
  {
    slug: "welcoming-lgbtq-students-and-families",
    title: "Welcoming LGBTQ+ Students and Families",
    summary:
      "What state law asks of schools, what students say helps, and how to answer the questions that adults find hard.",
    description:
      "Names, pronouns, restrooms, records, field trips: staff often want to do right and are unsure what the rules are. The first evening goes through Washington's nondiscrimination rules for schools with short cases. The second is practice: what to say at the office counter, in the hallway and on the phone with a worried relative.\n\nThe material suits every adult in a building, office staff and bus drivers included. Cases are sent a week ahead so that teams can choose the ones closest to their own work.",
    objectives: [
      "Explain what Washington's nondiscrimination rules require of a public school",
      "Handle names, pronouns and records with care for a student's privacy",
      "Interrupt a slur or a joke briefly and calmly",
      "Find support for a student or family in the community",
    ],
    standards: "CCDEI standards; chapters 28A.640 and 28A.642 RCW.",
    programArea: "equity",
    audiences: ["teacher", "administrator", "esa", "paraeducator", "other"],
    designations: ["EQUITY"],
    modality: "online",
    sessions: meets(2, "16:00", "18:00"),
    capacity: 60,
    priceCents: 0,
  },
  {
    slug: "family-partnership-beyond-the-newsletter",
    title: "Family Partnership Beyond the Newsletter",
    summary:
      "Build two-way relationships with families whom school messages rarely reach, from the first phone call to shared decisions.",
    description:
      "Most school communication travels in one direction. In four afternoon sessions, teams plan and try listening visits, interpreted calls and family-led meetings, and learn from parents who join us as paid co-facilitators.\n\nEach team works on one real problem, such as attendance in the early grades or low turnout at conferences, and ends with a plan that names who will do what and how families will judge whether it worked.",
    objectives: [
      "Prepare and hold a listening conversation with an interpreter",
      "Recognize school habits that keep some families at a distance",
      "Plan a meeting in which families set part of the agenda",
      "Choose two measures of trust that families themselves find meaningful",
    ],
    standards:
      "CCDEI standards; TPEP criterion 7 (communicating and collaborating with parents and the school community).",
    programArea: "equity",
    audiences: ["teacher", "administrator", "esa", "other"],
    designations: ["EQUITY", "TPEP"],
    modality: "hybrid",
    sessions: meets(4, "15:30", "17:30", 14),
    capacity: 36,
    priceCents: 2500,
  },
];
