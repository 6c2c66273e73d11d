import type { DemoDefinition } from "./demo-definition";

/** The demo's micro-credentials on how a subject is taught. */
export const SUBJECTS: readonly DemoDefinition[] = [
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
    audience: "Teachers of kindergarten to grade 5",
    did: "Before anybody touched a screen, each pair wrote down what the robot would do. Eleven of fourteen predictions were wrong in the same place: the turn. We walked it on the floor, and they found it.",
    learned:
      "Children mend faster when they have to say where it broke before they may change anything. I still answer too soon: on the recording I speak after four seconds.",
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
      [
        "Mistakes stay",
        "Show a mistake that helped the class.",
        "The mistake is recorded as it was said, and whoever made it mends it or is thanked for it.",
        "Mistakes are erased, or mended by the adult.",
      ],
    ],
    audience: "Teachers of mathematics, kindergarten to grade 8",
    did: "Over four talks I wrote down who spoke: 8, 11, 17 and 19 of 24. In the third, 18 × 5 came as 20 × 5 less 2; I wrote what was said, and two students found why it is 10 that goes, not 2.",
    learned:
      "Silent thumbs gave the slow thinkers their turn. What I would do again is to wait until half of them have a second way.",
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
    audience: "Teachers of any grade in which students write",
    did: "In nine conferences the writer spoke first. With K. I had wanted to speak about commas; she said that nobody would believe her ending. So we spoke about the ending, and she left with one sentence to try.",
    learned:
      "One thing is hard to keep to. When I look at my notes, the conferences with two points have no trace in the next draft, and those with one have.",
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
    audience: "Teachers of science, grades 3 to 12",
    did: "Is it warmer on the blacktop or under the maples, and by how much? Forty minutes, six thermometers, rain. The graph was on the wall before the buses left, with a line that nobody could explain.",
    learned:
      "The protocol was a page too long. What students remember is the thermometer that lay in a puddle, and that we threw out its data together.",
    hours: 300,
  },
];
