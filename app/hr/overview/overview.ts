import { formatMoney } from "~/platform/format";

/** In what a chart counts. */
export type ChartUnit = "people" | "hours" | "dollars";

/** By which step each unit is rounded down: ten people, ten hours in minutes, a hundred dollars in cents. */
export const STEPS: Record<ChartUnit, number> = { people: 10, hours: 600, dollars: 10_000 };

const PER_UNIT: Record<ChartUnit, number> = { people: 1, hours: 60, dollars: 100 };

/** The charts of a district's overview, in the order of the page, by their names in addresses. */
export const CHARTS = {
  schools: { title: "Who took part, by school", part: "School", unit: "people", isWhole: true },
  roles: { title: "Who took part, by role", part: "Role", unit: "people", isWhole: true },
  areas: { title: "Who took part, by program area", part: "Program area", unit: "people", isWhole: false },
  designations: { title: "Hours, by designation", part: "Designation", unit: "hours", isWhole: false },
  "no-shows": {
    title: "Who was registered and did not come, by program area",
    part: "Program area",
    unit: "people",
    isWhole: false,
  },
  fees: { title: "Fees paid, by program area", part: "Program area", unit: "dollars", isWhole: false },
  deadlines: { title: "Certificates that end, by half-year", part: "Half-year", unit: "people", isWhole: true },
} as const satisfies Record<string, { title: string; part: string; unit: ChartUnit; isWhole: boolean }>;
export type ChartName = keyof typeof CHARTS;

export const isChartName = (name: string): name is ChartName => Object.hasOwn(CHARTS, name);

/** A chart as it is shown, by the parts that are told; all others stand together, whether there are any or not. */
export interface ToldChart {
  name: ChartName;
  cells: { label: string; amount: number }[];
  /** Of all together; null where it is not told, or means nothing. */
  total: number | null;
}

/** What stands for every part that is not told. */
export const ALL_OTHERS = "All others";
export const NOT_TOLD = "Not told";

/** What a chart's amount is in its unit: 600 minutes are 10 hours. */
export const inUnit = (amount: number, unit: ChartUnit): number => amount / PER_UNIT[unit];

/** An amount in words. */
export function amountInWords(amount: number, unit: ChartUnit): string {
  return unit === "dollars" ? formatMoney(amount) : String(inUnit(amount, unit));
}
