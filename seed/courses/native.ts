import { type CourseSeed, fullDays, meets } from "./course-seed";

export const nativeCourses: CourseSeed[] = [
  {
    slug: "teaching-tribal-sovereignty-elementary",
    title: "Teaching Tribal Sovereignty in Elementary Grades",
    summary:
      "Get started with the state's Since Time Immemorial curriculum and connect it to the tribe nearest your school.",
    description:
      "State law asks every school to teach the history, culture and government of the nearest federally recognized tribes. This day helps elementary teachers begin: which lessons exist, where they fit in the year, and how to talk about the present as well as the past.\n\nTribal educators lead the morning and review the unit outlines that you draft in the afternoon. Please find out before you come which tribe's homelands your school stands on.",
    objectives: [
      "Explain tribal sovereignty in words suited to young students",
      "Choose lessons from the Since Time Immemorial curriculum for a grade level",
      "Replace common stereotypes in classroom books and displays",
      "Plan a first contact with the education department of a nearby tribe",
    ],
    standards:
      "RCW 28A.320.170 (Since Time Immemorial: Tribal Sovereignty in Washington State); Washington social studies standards.",
    programArea: "native",
    audiences: ["teacher", "paraeducator", "administrator"],
    designations: ["EQUITY"],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 40,
    priceCents: 0,
  },
  {
    slug: "government-to-government-for-school-leaders",
    title: "Government-to-Government Relationships for School Leaders",
    summary:
      "Treaty rights, consultation and data agreements: what administrators need to work with tribes as governments.",
    description:
      "Federally recognized tribes are governments, and school districts have duties toward them. Presenters approved for this topic cover treaties and federal trust responsibility, when and how a district must consult, and what respectful consultation looks like at the table.\n\nThe second session is a working one. You review your district's calendar, policies and enrollment data for Native students and draft a request for a meeting, with a protocol for who speaks for whom.",
    objectives: [
      "Describe the legal basis of tribal sovereignty and treaty rights in Washington",
      "Tell consultation apart from outreach and say when it is required",
      "Prepare a government-to-government meeting with the proper protocol",
      "Review how a district identifies and reports its Native students",
    ],
    standards: "RCW 28A.410.277 (government-to-government); PSEL 2, 3 and 8.",
    programArea: "native",
    audiences: ["administrator"],
    designations: ["G2G"],
    modality: "hybrid",
    sessions: meets(2, "13:00", "15:30", 14),
    capacity: 35,
    priceCents: 7500,
  },
  {
    slug: "supporting-native-students-in-secondary-schools",
    title: "Supporting Native Students in Secondary Schools",
    summary:
      "Graduation, identity and belonging: what Native youth and families in our region ask of middle and high schools.",
    description:
      "Native students are often missing from school data, counted once or not at all. Over three evenings a panel of youth, parents and Title VI coordinators help us look at what students meet in our hallways and course lists, and at what has helped them stay and finish.\n\nTopics include regalia at graduation, cultural absences, mascots, language classes and the difference between honoring and borrowing.",
    objectives: [
      "Find Native students in school data who are hidden by reporting rules",
      "Plan course content in which Native people appear in the present",
      "Apply rules on regalia and cultural absences correctly",
      "Work with Title VI coordinators and families on a shared plan",
    ],
    standards: "CCDEI standards; RCW 28A.320.170; TPEP criteria 3 and 7.",
    programArea: "native",
    audiences: ["teacher", "administrator", "esa"],
    designations: ["EQUITY"],
    modality: "online",
    sessions: meets(3, "16:30", "18:00", 7),
    capacity: 50,
    priceCents: 0,
  },
];
