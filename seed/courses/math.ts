import { type CourseSeed, fullDays, meets } from "./course-seed";

export const mathCourses: CourseSeed[] = [
  {
    slug: "number-talks-that-go-somewhere",
    title: "Number Talks That Go Somewhere",
    summary: "Turn a ten-minute mental mathematics routine into a path toward place value, fractions and algebra.",
    description:
      "A number talk can wander. In four sessions we plan strings of problems that lead to an idea, listen for student strategies and decide which to put on the board, in what order and why.\n\nYou try one talk each week and bring a photograph of the board. The group works best with a mix of grades, because ideas from grade 2 come back in grade 7.",
    objectives: [
      "Plan a string of problems that builds toward one idea",
      "Record student strategies accurately and choose an order for discussion",
      "Ask questions that keep the thinking with the students",
      "Adjust the next talk from what students said",
    ],
    standards: "Washington K–8 mathematics standards and mathematical practices 1, 3 and 7; TPEP criteria 2 and 4.",
    programArea: "math",
    audiences: ["teacher", "paraeducator"],
    designations: ["STEM", "TPEP"],
    modality: "online",
    sessions: meets(4, "16:00", "17:30"),
    capacity: 45,
    priceCents: 4000,
  },
  {
    slug: "fractions-on-the-number-line",
    title: "Fractions on the Number Line, Grades 3–6",
    summary: "Replace tricks with meaning: fractions as numbers, from folding paper to dividing by a half.",
    description:
      "Many students learn that a fraction is two numbers and a rule. In two days we rebuild the idea from length: fold, place, compare, add and divide on one long line, and only then write it down.\n\nWe study student mistakes from our region, find the sense in them and design the next task. Materials for a class of thirty go home with you.",
    objectives: [
      "Use the number line to represent and compare fractions",
      "Explain why the procedures for adding and dividing fractions work",
      "Find the reasoning behind a common mistake",
      "Sequence tasks from grade 3 to grade 6",
    ],
    standards: "Washington mathematics standards, number and operations with fractions; TPEP criterion 4.",
    programArea: "math",
    audiences: ["teacher", "paraeducator", "esa"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: fullDays(2, 21),
    capacity: 36,
    priceCents: 17500,
  },
  {
    slug: "algebra-one-for-everyone",
    title: "Algebra 1 for Everyone",
    summary: "Keep the course at grade level and open the door: tasks, supports and grading for mixed classes.",
    description:
      "When every student takes Algebra 1, the class changes and the teaching must change with it. Teams meet monthly to plan one unit at a time: which ideas matter most, which tasks let all students begin, and where just-in-time review belongs.\n\nWe look at our own pass rates by student group and talk openly about them. Department leads and special education colleagues are part of each team.",
    objectives: [
      "Choose unit tasks with an easy entry and a high ceiling",
      "Plan review inside grade-level work instead of before it",
      "Use pass rates and student work to find who is being left out",
      "Agree on common assessments across a department",
    ],
    standards:
      "Washington high school mathematics standards, algebra and functions; CCDEI standards; TPEP criteria 1, 3 and 6.",
    programArea: "math",
    audiences: ["teacher", "administrator"],
    designations: ["STEM", "EQUITY"],
    modality: "hybrid",
    sessions: meets(6, "15:30", "17:30", 28),
    capacity: 40,
    priceCents: 12000,
  },
];
