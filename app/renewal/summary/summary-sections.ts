import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { dayOf, formatHours } from "~/platform/format";
import { CERTIFICATE_KIND_WORDS, listRenewed } from "~/renewal/certificates/educator-certificate";
import type { RenewalFacts } from "~/renewal/progress/progress";
import { explainRequirement, REQUIREMENT_NAMES } from "~/renewal/progress/requirement-words";
import type { Renewal, Requirement, SourceKind } from "~/renewal/renewal";

const text = (head: string) => ({ head, holds: "text" as const });
const minutes = (head: string) => ({ head, holds: "minutes" as const });

const OWN_WORD =
  "What the certificates, endorsements and the National Board certificate say is what the educator entered from them.";

/** What the summary says before the hours: what is held, then each requirement in the order of the application (N1–N4). */
export function sectionsOfRequirements(facts: RenewalFacts, renewal: Renewal): TranscriptSection[] {
  return [heldSection(facts), requirementSection(renewal)];
}

function heldSection(facts: RenewalFacts): TranscriptSection {
  const { endorsements, boardFrom, boardTo } = facts;
  const held = listRenewed(facts.certificates).map(({ kind, issuedOn, expiresOn }) => ({
    on: issuedOn,
    cells: [CERTIFICATE_KIND_WORDS[kind], dayOf(issuedOn), dayOf(expiresOn)],
  }));
  const board =
    boardFrom !== null && boardTo !== null
      ? [{ on: boardFrom, cells: ["National Board certificate", dayOf(boardFrom), dayOf(boardTo)] }]
      : [];
  return {
    heading: "Certificates held",
    note: endorsements.length > 0 ? shortened(`Endorsements: ${endorsements.join(", ")}. ${OWN_WORD}`) : OWN_WORD,
    columns: [text("Certificate"), text("Issued"), text("Last day")],
    rows: [...held, ...board],
    hasTotal: false,
  };
}

/** A note takes 500 characters at most; whoever has more endorsements than fit is told so. */
const shortened = (note: string): string => (note.length <= 500 ? note : `${note.slice(0, 480)} … and more.`);

function requirementSection({ window, requirements }: Renewal): TranscriptSection {
  return {
    heading: "What the renewal asks for",
    note: "An hour may count to several topics; topics are part of all hours.",
    columns: [text("Requirement"), text("How it stands"), minutes("Needed"), minutes("In hours")],
    rows: requirements.map((each) => ({
      on: window.to,
      cells: [REQUIREMENT_NAMES[each.code], explainRequirement(each), each.needMinutes, each.haveMinutes],
    })),
    hasTotal: false,
  };
}

/** What counts besides posted credits, by kind in the order of the application, with who vouches for it; none where nothing does. */
export function sectionsOfOthers({ hours }: RenewalFacts, { requirements }: Renewal): TranscriptSection[] {
  const counting = requirements.find(({ code }) => code === "TOTAL")?.sources ?? [];
  const rows = OTHER_KINDS.flatMap((kind) =>
    hours
      .filter(({ id, entered }) => entered?.kind === kind && counting.includes(id))
      .map(({ title, provider, completedOn, minutes, entered }) => ({
        on: completedOn,
        cells: [title, provider, KIND_WORDS[kind], dayOf(completedOn), entered?.mark ?? "", minutes],
      })),
  );
  if (rows.length === 0) return [];
  return [
    {
      heading: "Besides the clock hours above",
      note: "Entered by the educator. “Vouched for” says who stands for it besides; hours as the renewal counts them.",
      columns: [text("What"), text("Given by"), text("Kind"), text("Completed"), text("Vouched for"), minutes("Hours")],
      rows,
      hasTotal: true,
    },
  ];
}

/** In the order in which the application asks for them. */
const OTHER_KINDS: readonly SourceKind[] = [
  "clock-hours",
  "pgp",
  "quarter-credits",
  "semester-credits",
  "national-board-component",
];

const KIND_WORDS: Record<SourceKind, string> = {
  "clock-hours": "Clock hours",
  pgp: "Growth plan",
  "quarter-credits": "Quarter credits",
  "semester-credits": "Semester credits",
  "national-board-component": "National Board component",
};

/** Of each topic the sources that count to it, in the order of the application, oldest first. */
export function sectionsOfTopics(facts: RenewalFacts, { requirements }: Renewal): TranscriptSection[] {
  return requirements
    .filter(({ code, sources }) => code !== "TOTAL" && sources.length > 0)
    .map((requirement) => topicSection(facts, requirement));
}

function topicSection({ hours }: RenewalFacts, { code, needMinutes, sources }: Requirement): TranscriptSection {
  const counting = hours.filter(({ id }) => sources.includes(id));
  return {
    heading: `Counted to ${REQUIREMENT_NAMES[code]}`,
    note: `${formatHours(needMinutes)} hours needed.`,
    columns: [text("Course"), text("Provider"), text("Completed"), minutes("Hours")],
    rows: counting.map(({ title, provider, completedOn, designations }) => ({
      on: completedOn,
      cells: [
        title,
        provider,
        dayOf(completedOn),
        designations.filter((each) => each.code === code).reduce((sum, each) => sum + each.minutes, 0),
      ],
    })),
    hasTotal: true,
  };
}
