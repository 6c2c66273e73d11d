/** A column of a report's table; its width in points, padding included. */
export interface ReportColumn {
  title: string;
  width: number;
  align?: "left" | "right";
}

/** The paragraphs of a cell. */
export type ReportCell = { text: string; soft?: boolean; bold?: boolean }[];

/** A paper that an organisation makes for its own files: no document that we issue, without a code and a signature of ours. */
export interface Report {
  title: string;
  /** Whose paper it is. */
  author: string;
  /** When it is made, epoch milliseconds. */
  madeAt: number;
  lead: string;
  facts: { label: string; value: string }[];
  table: {
    heading: string;
    columns: ReportColumn[];
    rows: ReportCell[][];
    totals?: ReportCell[];
    /** Said where there is no row. */
    empty: string;
  };
  /** Below the table. */
  notes: string[];
  /** What is written by hand, each on a line of its own. */
  signatures: string[];
  /** At the foot of every page. */
  foot: string;
}
