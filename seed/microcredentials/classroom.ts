import type { DemoDefinition } from "./demo-definition";

/** The demo's micro-credentials on a classroom in which everybody can learn. */
export const CLASSROOM: readonly DemoDefinition[] = [
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
      [
        "Care for oneself",
        "Show how you notice and answer your own stress.",
        "You name your signs of stress and one change in your day that helped, with what came of it.",
        "Stress is described in general, or as something that others should change.",
      ],
    ],
    audience: "Everybody who works with students",
    did: "Every lesson now opens with three minutes that never change: the plan on the left of the board, one choice, one breath. When the fire alarm rang in the second week, the class found the plan before I did. I kept a tally: upsets in the first ten minutes fell from nine to three a week.",
    learned:
      "I thought choices would cost time. They saved it. What I would change is the way back for M.: he needed a place at the side, not a conversation.",
    hours: 450,
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
      [
        "What changed",
        "Show what students did otherwise because of it.",
        "Work of several students shows knowledge from home that counts towards the goal of the lesson.",
        "Students enjoyed it, and their work looks as it did before.",
      ],
    ],
    audience: "Teachers and paraeducators of any grade",
    did: "I listened to six families at pick-up, with an interpreter for two. Three of them dry fish. The unit on ratios became brine: salt to water, by weight, and why their numbers differ from the recipe in the book.",
    learned:
      "I had planned to use what families say as an opening. Two children corrected my numbers, and from then on the lesson was theirs. I should have asked for consent before, not after.",
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
      [
        "Every student gets both",
        "Show how students with support plans were taught.",
        "Their goals stand in the plan of both adults, and both report on them.",
        "They are with the same adult in every lesson.",
      ],
    ],
    audience: "Pairs of teachers, or a teacher and a paraeducator",
    did: "We plan on Thursdays, twenty minutes, one sheet with two columns. In the first week my column said ‘circulates’. In the third it had a station with its own question, and the groups were made from the exit tickets.",
    learned:
      "Changing roles showed us that each had been saving the other from something. I do the directions now, which I used to avoid.",
  },
  {
    area: "multilingual",
    title: "Language objectives in every lesson",
    competency: "Plans what students say and write in a lesson, beside what they learn.",
    method: "One objective for content, one for language, sentence frames that fade, and talk that is heard.",
    importance: "Whoever has no words for it yet cannot show that they have understood it.",
    criteria: [
      [
        "Two objectives",
        "Show a lesson with an objective for language that its content needs.",
        "Without the language students could not do the task, and both objectives are seen by them.",
        "The objective for language is a list of words, or fits any lesson.",
      ],
      [
        "Frames that fade",
        "Show how support was taken away.",
        "The same student works with less support at the end than at the beginning, and it is seen in their work.",
        "Every student has the same frame in every lesson.",
      ],
      [
        "Heard talk",
        "Show what you heard when students spoke, and what you did with it.",
        "Words of several students are written down, and one of them changed the next lesson.",
        "It is said that students talked.",
      ],
    ],
    audience: "Teachers of any subject with multilingual learners",
    did: "The objective for language was ‘compare two quantities with fewer and less’. In the first lesson everybody had the frame on the desk. In the fourth, seven of nine had turned it over. I wrote down what D. said: ‘fewer cups, less water, so the same’.",
    learned:
      "I had taught the words and not the reason for them. When D. explained why one says fewer cups, I threw my slide away.",
    hours: 600,
  },
  {
    area: "sel",
    title: "Restorative conversations after harm",
    competency: "Leads conversations in which those who were harmed and those who did it agree on what comes next.",
    method:
      "Speaking with each alone, five questions, an agreement in their words, and a day on which it is looked at.",
    importance: "A punishment ends a matter for the adult. An agreement that is kept ends it for the children.",
    blind: "on",
    criteria: [
      [
        "Prepared apart",
        "Show how each was prepared, and that nobody was made to come.",
        "Each was asked alone what they need, and one of them could have said no.",
        "The two were brought together to apologise.",
      ],
      [
        "Their agreement",
        "Show an agreement and whose words it is in.",
        "It says who does what by when, in the words of those who keep it.",
        "It was written by the adult, or says that both will be kind.",
      ],
      [
        "Looked at again",
        "Show what became of it.",
        "There was a day to look at it, and what was not kept was spoken about.",
        "Nobody came back to it.",
      ],
    ],
    validYears: 1,
    audience: "Everybody who works with students",
    did: "I spoke with each of them alone, twice. R. said that she did not want an apology, she wanted her seat back. That stands in the agreement, in her words, with a Friday beside it.",
    learned:
      "On the Friday it had not been kept. I had expected to be angry; they were not. They moved the day, and it has been kept since.",
  },
];
