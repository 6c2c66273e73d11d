import { type CourseSeed, conferenceDays, meets } from "./course-seed";

export const multilingualCourses: CourseSeed[] = [
  {
    slug: "language-goals-in-every-lesson",
    title: "Language Goals in Every Lesson",
    summary: "Content teachers learn to spot the language a task demands and teach it without thinning the content.",
    description:
      "Explaining, arguing and comparing each need their own words and sentence patterns. Bring the lessons you will teach next week. We look for the language that they quietly assume, write a language goal beside the content goal, and plan talk that gives multilingual students a reason to use it.\n\nShort sessions every other week keep the work close to your classroom. Recorded student talk, transcribed by participants, is our main evidence.",
    objectives: [
      "Identify the language functions and features that a task demands",
      "Write a language goal that supports the content goal",
      "Plan structured talk for students at different points in learning English",
      "Use transcripts of student talk to decide on the next step",
    ],
    standards:
      "WIDA English Language Development Standards, 2020 edition, as adopted in Washington; TPEP criteria 2 and 3.",
    programArea: "multilingual",
    audiences: ["teacher", "esa", "paraeducator"],
    designations: ["PARA-SUBJECT-ELL", "TPEP"],
    modality: "online",
    sessions: meets(6, "15:45", "17:15", 14),
    capacity: 45,
    priceCents: 4000,
  },
  {
    slug: "newcomer-students-the-first-ninety-days",
    title: "Newcomer Students: The First Ninety Days",
    summary:
      "Welcome students who have just arrived in the country: intake, first lessons, trauma-aware routines, family contact.",
    description:
      "The first weeks decide much of what follows. We go through them in order: the front desk and the interpreter, the first schedule, the first friend, the first success in reading, and what to do about years of missed or interrupted schooling.\n\nFamilies and former newcomers speak on both evenings. The toolkit that we build together includes a picture tour of a school day and a phrase sheet in ten languages of our region.",
    objectives: [
      "Plan an intake that collects what teachers need and does not frighten families",
      "Teach survival language and academic language side by side",
      "Adapt first lessons for students with interrupted schooling",
      "Recognize signs of stress and know whom to call",
    ],
    standards: "WIDA ELD Standards, 2020 edition; CCDEI standards.",
    programArea: "multilingual",
    audiences: ["teacher", "administrator", "esa", "paraeducator", "other"],
    designations: ["EQUITY", "PARA-SUBJECT-ELL"],
    modality: "in-person",
    sessions: meets(2, "16:30", "19:30", 7, [{ kind: "meal", start: "18:00", end: "18:30" }]),
    capacity: 50,
    priceCents: 0,
  },
  {
    slug: "dual-language-teachers-summer-institute",
    title: "Dual Language Teachers' Summer Institute",
    summary:
      "Three days for teachers in Spanish, Vietnamese, Somali and other dual language programs to plan together.",
    description:
      "Teachers in dual language programs often translate their own materials at night. For three days they get company: colleagues in the same language, a library of texts and time to plan units that build literacy in both languages.\n\nMornings are shared workshops on bridging between languages, assessment in two languages and student talk. Afternoons are planning studios by language, with a coach in each room.",
    objectives: [
      "Plan a unit with literacy goals in both program languages",
      "Design a bridge in which students compare the two languages",
      "Assess reading in the partner language and interpret the result fairly",
      "Share and improve materials with a network of teachers of the same language",
    ],
    standards:
      "WIDA ELD Standards, 2020 edition; Washington K–12 Learning Standards for English language arts and world languages.",
    programArea: "multilingual",
    audiences: ["teacher", "administrator", "paraeducator"],
    designations: ["PARA-SUBJECT-ELL"],
    modality: "in-person",
    sessions: conferenceDays(3),
    capacity: 90,
    priceCents: 27500,
  },
];
