import { type CourseSeed, fullDays, meets } from "./course-seed";

export const earlyCourses: CourseSeed[] = [
  {
    slug: "wakids-objectives-in-play",
    title: "Seeing WaKIDS Objectives in Play",
    summary: "Kindergarten teachers practise observing during play, so that autumn documentation takes care of itself.",
    description:
      "The best evidence about a five-year-old appears at the block table. We watch, write short notes and agree on what they show, then plan centers that bring out the skills we need to see.\n\nThe second session falls in the middle of the autumn window, when questions are fresh. Family connection meetings and notes from preschool teachers are part of the plan.",
    objectives: [
      "Write short and factual observation notes during play",
      "Match notes to objectives with agreement among colleagues",
      "Plan centers that make skills visible",
      "Use results for teaching in November",
    ],
    standards:
      "Washington Kindergarten Inventory of Developing Skills (RCW 28A.655.080); Early Learning and Development Guidelines.",
    programArea: "early",
    audiences: ["teacher", "paraeducator"],
    designations: [],
    modality: "hybrid",
    sessions: meets(2, "15:30", "17:30", 28),
    capacity: 45,
    priceCents: 0,
  },
  {
    slug: "transition-to-kindergarten-day",
    title: "Transition to Kindergarten Planning Day",
    summary:
      "Preschool, Head Start and kindergarten staff who share the same families meet, match up and plan the spring.",
    description:
      "Children cross from one system to another in a single summer. This day seats people by neighborhood: preschool, ECEAP, Head Start, child care and the kindergarten they feed.\n\nTogether you compare routines and words, plan visits, and agree on what information goes along with a child and how families give permission.",
    objectives: [
      "Compare expectations and routines across settings",
      "Plan visits and shared events for children and families",
      "Agree on what information is passed on, with consent",
      "Support children with disabilities through the move",
    ],
    standards:
      "Washington Early Learning and Development Guidelines; WAC 392-172A on transition from early intervention.",
    programArea: "early",
    audiences: ["teacher", "administrator", "esa", "paraeducator", "other"],
    designations: [],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 120,
    priceCents: 0,
  },
  {
    slug: "early-math-through-stories-and-blocks",
    title: "Early Math Through Stories and Blocks",
    summary: "Counting, comparing, shape and pattern for children of three to six, in the language of their families.",
    description:
      "Young children are eager mathematicians. In three evenings we read picture books, build, cook and count, and learn the path by which children come to understand number and space.\n\nEach participant plans a week of small moments for home and school. Materials come in English, Spanish, Somali and Vietnamese.",
    objectives: [
      "Describe how young children develop number and spatial sense",
      "Ask questions during play that extend mathematical thinking",
      "Choose books and materials that reflect children's families",
      "Share simple activities with families",
    ],
    standards: "Washington Early Learning and Development Guidelines; Washington mathematics standards, kindergarten.",
    programArea: "early",
    audiences: ["teacher", "paraeducator", "other"],
    designations: ["STEM"],
    modality: "online",
    sessions: meets(3, "18:00", "19:30"),
    capacity: 50,
    priceCents: 1500,
  },
];
