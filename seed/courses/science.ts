import { type CourseSeed, fullDays, meets } from "./course-seed";

export const scienceCourses: CourseSeed[] = [
  {
    slug: "salmon-stormwater-and-the-schoolyard",
    title: "Salmon, Stormwater and the Schoolyard",
    summary:
      "Field science for grades 4–8: follow rain from the school roof to the creek and let students ask the questions.",
    description:
      "Every school has a roof, a drain and a puddle. On two Saturdays outdoors we trace where the water goes, test it, and build an investigation that students can carry out in an hour with simple equipment.\n\nThe day ends at a restored creek with people who count returning salmon. Dress for rain. The routes are on firm paths, and an alternative without stairs is offered.",
    objectives: [
      "Plan a schoolyard investigation around a local phenomenon",
      "Collect and interpret simple measurements of water quality",
      "Help students build and revise a model of a watershed",
      "Connect the investigation to salmon recovery and tribal stewardship",
    ],
    standards:
      "Washington State Science Learning Standards (ESS2, LS2, ETS1); state environmental and sustainability standards.",
    programArea: "science",
    audiences: ["teacher", "paraeducator", "other"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: meets(2, "09:00", "15:00", 7, [{ kind: "meal", start: "12:00", end: "12:30" }]),
    capacity: 28,
    priceCents: 3000,
  },
  {
    slug: "climate-science-for-secondary-teachers",
    title: "Climate Science for Secondary Teachers",
    summary:
      "Work with regional data on snowpack, smoke and sea level, and plan a unit that ends in choices, not despair.",
    description:
      "Students here have lived through smoky Augusts and warm winters. Over five evenings scientists share the data behind these, and teachers shape them into lessons for biology, chemistry, physics and earth science.\n\nWe pay attention to feelings as well as to facts: how to be honest about risk, and how to give students something real to work on.",
    objectives: [
      "Explain the main causes of and evidence for current climate change",
      "Use regional data sets with students",
      "Plan a unit in which students argue from evidence",
      "Answer common doubts with respect",
    ],
    standards: "Washington State Science Learning Standards (ESS3.C, ESS3.D, ESS2.D); TPEP criterion 4.",
    programArea: "science",
    audiences: ["teacher"],
    designations: ["STEM"],
    modality: "online",
    sessions: meets(5, "16:30", "18:15"),
    capacity: 60,
    priceCents: 0,
  },
  {
    slug: "elementary-science-every-week",
    title: "Elementary Science Every Week",
    summary:
      "Bring science back into the elementary timetable with phenomena, talk and notebooks that also serve literacy.",
    description:
      "Science is the first thing to go when time is short. In this day we plan a term of weekly lessons that fit the literacy block without turning into reading about science.\n\nYou will do three investigations as a learner, then plan how to lead them. Kits can be borrowed from the regional science center for the following month.",
    objectives: [
      "Begin a lesson with a phenomenon that children can see or touch",
      "Lead talk in which students explain and question one another",
      "Use notebooks for observing, modeling and writing",
      "Plan a term of weekly lessons with the kits available",
    ],
    standards:
      "Washington State Science Learning Standards, K–5; Washington English language arts standards, speaking and listening.",
    programArea: "science",
    audiences: ["teacher", "paraeducator"],
    designations: ["STEM"],
    modality: "in-person",
    sessions: fullDays(1),
    capacity: 40,
    priceCents: 5500,
  },
];
