/** What a micro-credential of the demo says; invented, in the manner of real ones. */
export interface DemoDefinition {
  area: string;
  title: string;
  competency: string;
  method: string;
  importance: string;
  /** Title, what is asked for, demonstrated, not yet. */
  criteria: [string, string, string, string][];
  blind?: "on";
}

/** The demo's micro-credentials. */
export const DEFINITIONS: readonly DemoDefinition[] = [
  {
    area: "equity",
    title: "Trauma-informed instruction",
    competency: "Plans lessons so that students under stress can stay, calm down and learn.",
    method: "Predictable openings, choices within tasks, and a way back into the lesson that keeps dignity.",
    importance: "A student who expects harm cannot listen. A room that is predictable is where learning begins.",
    criteria: [
      [
        "Predictability",
        "Show how a lesson tells students what comes next.",
        "Routines are visible, practised and kept when something unexpected happens.",
        "Students are told what comes next only when they ask, or after they are upset.",
      ],
      [
        "Ways back",
        "Show how a student returns to the lesson after an upset.",
        "The student chooses between ways that are known beforehand, and nobody is watched while doing so.",
        "The way back depends on the adult's mood, or happens in front of the class.",
      ],
    ],
  },
  {
    area: "equity",
    title: "Culturally responsive pedagogy",
    competency: "Builds lessons on what students and their families know.",
    method:
      "Interviews with families, texts and problems from the community, and talk in which students set the topic.",
    importance: "What a child knows from home is knowledge. A lesson that starts there reaches further.",
    criteria: [
      [
        "Knowledge of families",
        "Show what you learned from families and how.",
        "Several families were listened to, and what they said is used with their consent.",
        "Assumptions about families stand in for what they said.",
      ],
      [
        "Lesson",
        "Show a lesson that rests on it.",
        "The task could not be done without what families know.",
        "Families' knowledge decorates a task that stays what it was.",
      ],
    ],
  },
  {
    area: "cs",
    title: "Elementary computer science: sequence and loop",
    competency: "Teaches children to read, write and repair short programs.",
    method: "Predict, run, investigate, change, make; first on paper, then on a screen.",
    importance: "Children who repair a program learn that an error is a message.",
    criteria: [
      [
        "Reading first",
        "Show how children predict what a program does.",
        "Predictions are written down and compared with what happened.",
        "Children type in programs that nobody has read.",
      ],
      [
        "Repair",
        "Show how children find and mend an error.",
        "Children say where it went wrong before they change anything.",
        "The adult mends it, or children try at random.",
      ],
    ],
  },
  {
    area: "math",
    title: "Facilitating number talks",
    competency: "Leads ten minutes in which students explain how they see a quantity.",
    method: "One problem, silent thinking, several strategies on the board, each named by who found it.",
    importance: "Students who hear five ways to see 18 × 5 stop asking which one is right.",
    blind: "on",
    criteria: [
      [
        "Several strategies",
        "Show how different strategies come to the board.",
        "At least three are recorded as they were said, mistakes included.",
        "The adult restates what was said, or stops at the first right answer.",
      ],
      [
        "Equal voices",
        "Show who spoke over four talks.",
        "Most of the class spoke, and nobody was called on by surprise.",
        "The same few spoke each time.",
      ],
    ],
  },
  {
    area: "literacy",
    title: "Conferring with writers",
    competency: "Talks with a student about a draft so that the writer decides what comes next.",
    method: "Ask, listen, name one strength, teach one thing, leave a trace.",
    importance: "A conference that ends with the writer's own next step is remembered.",
    criteria: [
      [
        "Listening",
        "Show a conference in which the writer speaks first and most.",
        "The teaching point follows from what the writer said.",
        "The point was chosen before the talk.",
      ],
      [
        "One thing",
        "Show what you taught and left behind.",
        "One thing is taught, and the writer has a trace of it.",
        "Several corrections are made on the page.",
      ],
    ],
  },
  {
    area: "special",
    title: "Co-teaching: parallel and station teaching",
    competency: "Plans and teaches with another adult so that every student gets both.",
    method: "Shared planning in twenty minutes, roles that change, and groups that are made anew.",
    importance: "Two adults in a room are worth little when one of them watches.",
    criteria: [
      [
        "Planning",
        "Show a plan that two people wrote.",
        "Both have a part that the lesson cannot do without.",
        "One leads and the other helps.",
      ],
      [
        "Groups",
        "Show how groups were made.",
        "Groups changed with what students showed.",
        "The same students were together each time.",
      ],
    ],
  },
  {
    area: "science",
    title: "Field study within a school day",
    competency: "Takes a class outside to answer a question with data of their own.",
    method: "A question that a schoolyard can answer, a protocol of one page, and a graph on the same day.",
    importance: "Data that one has collected in the rain are believed.",
    criteria: [
      [
        "Question",
        "Show a question that could be answered outside.",
        "It can be answered in forty minutes with what is there.",
        "It is a topic, or needs what the yard does not have.",
      ],
      [
        "Data",
        "Show what was collected and what students made of it.",
        "Students explain what their data cannot tell.",
        "Data are collected and put away.",
      ],
    ],
  },
];
