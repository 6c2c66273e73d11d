import { type CourseSeed, conferenceDays, fullDays, meets } from "./course-seed";

export const literacyCourses: CourseSeed[] = [
  {
    slug: "how-children-learn-to-read",
    title: "How Children Learn to Read",
    summary: "Twelve evenings on sounds, spelling, fluency, vocabulary and comprehension for teachers of grades K–3.",
    description:
      "Reading is not natural, but it can be taught well to nearly every child. This series goes through the parts in order, from hearing sounds in words to understanding whole books, and connects each part to lessons you can watch, teach and discuss.\n\nYou will assess two students at the start and at the end. We keep the reading load to about thirty pages a week and use class time for practice.",
    objectives: [
      "Explain how spoken language becomes print in a young reader's mind",
      "Teach phonemic awareness and phonics in a clear sequence",
      "Build fluency and vocabulary through daily routines",
      "Choose an assessment that answers a specific question",
      "Plan instruction for two students from their results",
    ],
    standards:
      "Washington K–12 Learning Standards for English language arts, foundational skills; RCW 28A.320.260 on early screening; TPEP criteria 2, 3 and 4.",
    programArea: "literacy",
    audiences: ["teacher", "esa", "paraeducator"],
    designations: ["TPEP"],
    modality: "online",
    sessions: meets(12, "16:30", "18:30"),
    capacity: 60,
    priceCents: 15000,
  },
  {
    slug: "dyslexia-screening-and-what-comes-next",
    title: "Dyslexia: Screening and What Comes Next",
    summary: "Use screening results from kindergarten to grade 2 to begin help at once, before anyone waits to fail.",
    description:
      "Screening is only worth its time if something happens afterwards. One day on reading the results, sorting false alarms from real risk, and starting structured support within two weeks.\n\nWe practise a family conversation, plan groups by need rather than by score, and set a date to look again. Teams with a teacher, a specialist and a principal get the most from the day.",
    objectives: [
      "Describe dyslexia and common myths about it",
      "Interpret results from approved screening tools",
      "Plan structured, multisensory support for a small group",
      "Explain results and next steps to a family",
    ],
    standards:
      "RCW 28A.320.260 (screening for weaknesses in literacy skills); Washington English language arts standards.",
    programArea: "literacy",
    audiences: ["teacher", "esa", "administrator", "paraeducator"],
    designations: [],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 55,
    priceCents: 6500,
  },
  {
    slug: "writing-across-the-day",
    title: "Writing Across the Day",
    summary:
      "Short, frequent writing in every subject for grades 3–8, with feedback that takes minutes instead of weekends.",
    description:
      "Students write better when they write often and about something they know. Over three afternoons we plan short pieces for science, social studies and mathematics, and teach sentences and paragraphs inside them.\n\nFeedback is kept small: one strength, one move to try. You will bring a class set of writing to each meeting and leave with it answered.",
    objectives: [
      "Plan writing that helps students learn content",
      "Teach sentence combining and paragraph structure inside a subject",
      "Give feedback on a class set in under an hour",
      "Support multilingual writers without lowering the demand",
    ],
    standards:
      "Washington English language arts standards, writing and literacy in content areas; TPEP criteria 2 and 4.",
    programArea: "literacy",
    audiences: ["teacher"],
    designations: ["TPEP"],
    modality: "hybrid",
    sessions: meets(3, "15:30", "18:00", 21, [{ kind: "break", start: "16:40", end: "16:55" }]),
    capacity: 35,
    priceCents: 7500,
  },
  {
    slug: "regional-literacy-conference",
    title: "Regional Literacy Conference: Every Reader, Every Grade",
    summary: "Two days, forty breakouts and a bookshop: literacy from the first sounds to the last research paper.",
    description:
      "The yearly gathering of our region's teachers of reading and writing, librarians included. Each day opens with a talk for all and continues with four rounds of breakouts, most of them led by teachers from our own districts.\n\nHours are counted for the talks and breakouts you attend. Lunch is served in the hall, and quiet rooms, a nursing room and interpreters are available on request.",
    objectives: [
      "Try at least three teaching practices new to you",
      "Compare approaches with teachers of the same grade in other districts",
      "Plan one change for the coming term with a date to review it",
    ],
    standards: "Washington English language arts standards; TPEP criteria 2, 4 and 8.",
    programArea: "literacy",
    audiences: ["teacher", "administrator", "esa", "paraeducator", "other"],
    designations: [],
    modality: "in-person",
    sessions: conferenceDays(2),
    capacity: 320,
    priceCents: 31000,
  },
];
