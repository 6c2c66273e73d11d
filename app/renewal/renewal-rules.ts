import type { CertificateKind, PgpGoal, RenewalSource, RequirementCode, SourceKind } from "./renewal";

/** A rule that counts from a day on, with where it stands. A change of law is a new row; none is ever edited. */
interface Dated {
  /** Plain date; null: from the beginning. */
  from: string | null;
  source: string;
}

/** What decides how much a source is worth. */
type Worth = Pick<RenewalSource, "kind" | "amount" | "completedOn">;

/** N1: what one renewal takes. */
export const TOTAL_MINUTES = {
  minutes: 6_000,
  source: "OSPI, renewal of a certificate: 100 hours in a cycle of five years",
};

/** N1: minutes of one of each kind of source, by the day of its completion; the last row that has begun counts. */
export const MINUTES_OF: Record<SourceKind, readonly (Dated & { each: number })[]> = {
  "clock-hours": [{ from: null, each: 1, source: "OSPI, clock hours: an hour is 60 minutes" }],
  pgp: [
    { from: null, each: 1_800, source: "OSPI, professional growth plans: 30 hours if completed by June 30, 2018" },
    { from: "2018-07-01", each: 1_500, source: "OSPI, professional growth plans: 25 hours" },
  ],
  "quarter-credits": [
    { from: null, each: 6, source: "OSPI, college credit: ten hours a quarter credit, here in hundredths" },
  ],
  "semester-credits": [
    { from: null, each: 9, source: "OSPI, college credit: fifteen hours a semester credit, here in hundredths" },
  ],
  "national-board-component": [
    { from: null, each: 2_700, source: "OSPI, National Board: 45 hours for a component completed before 2018" },
    { from: "2018-01-01", each: 3_000, source: "OSPI, National Board: 50 hours for a component" },
  ],
};

/** What a source is worth in minutes by itself: each thing of its kind, by the rule of the day of its completion (N1). */
export function minutesOfSource({ kind, amount, completedOn }: Worth): number {
  const rule = MINUTES_OF[kind].findLast(({ from }) => from === null || from <= completedOn)!;
  return rule.each * (kind === "pgp" ? 1 : amount);
}

/** What all sources of a kind add together at most, in minutes (OSPI, National Board: 200 hours). */
export const MOST_OF: Partial<Record<SourceKind, number>> = { "national-board-component": 12_000 };

/** N2: whose certificate asks for a topic, and for how much. */
interface Need {
  kinds: readonly CertificateKind[];
  minutes: number;
  /** Only with one of the endorsements of N4. */
  withStemEndorsement?: true;
}

/** A topic of which hours are asked for, from a day of application on (N2), and what else meets it (N3). */
export interface TopicRule extends Dated {
  code: Exclude<RequirementCode, "TOTAL">;
  /** Of several that apply, the smallest is asked for: who holds a teacher's and an administrator's needs 10 hours of equity. */
  needs: readonly Need[];
  pgpGoal: PgpGoal | null;
  nationalBoard: boolean;
}

const TEACHERS = ["teacher", "cte-teacher"] as const;
const ADMINISTRATORS = ["principal", "program-administrator", "superintendent", "cte-director"] as const;
const ESA = ["school-counselor", "school-psychologist", "school-nurse", "school-social-worker"] as const;

/** In the order in which requirements are told. */
export const TOPIC_RULES: readonly TopicRule[] = [
  {
    code: "EQUITY",
    from: "2023-07-01",
    needs: [
      { kinds: TEACHERS, minutes: 900 },
      { kinds: ADMINISTRATORS, minutes: 600 },
    ],
    pgpGoal: "EQUITY",
    nationalBoard: true,
    source: "RCW 28A.410.277",
  },
  {
    code: "STEM",
    from: "2019-09-01",
    needs: [
      { kinds: ["cte-teacher"], minutes: 900 },
      { kinds: ["teacher"], minutes: 900, withStemEndorsement: true },
    ],
    pgpGoal: "STEM",
    nationalBoard: true,
    source: "PESB, STEM for renewal",
  },
  {
    code: "LEADERSHIP",
    from: "2023-07-01",
    needs: [{ kinds: ADMINISTRATORS, minutes: 600 }],
    pgpGoal: "LEADERSHIP",
    nationalBoard: false,
    source: "RCW 28A.410.277",
  },
  {
    code: "G2G",
    from: "2023-07-01",
    needs: [{ kinds: ADMINISTRATORS, minutes: 300 }],
    pgpGoal: null,
    nationalBoard: false,
    source: "RCW 28A.410.277",
  },
  {
    code: "SUICIDE-PREVENTION",
    from: "2015-07-01",
    needs: [{ kinds: ESA, minutes: 180 }],
    pgpGoal: null,
    nationalBoard: false,
    source: "RCW 28A.410.226",
  },
];

/** N4: with which a teacher needs hours of STEM. */
export const STEM_ENDORSEMENTS = [
  "Agriculture",
  "Business & Marketing",
  "Computer Science",
  "CTE (all)",
  "Biology",
  "Chemistry",
  "Earth & Space",
  "Physics",
  "Early Childhood",
  "Elementary",
  "Family & Consumer Sciences",
  "General Science",
  "Instructional Technology",
  "Mathematics",
  "Middle-Level Math",
  "Middle-Level Science",
  "Technology Education",
] as const;
