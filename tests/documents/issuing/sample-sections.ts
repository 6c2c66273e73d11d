import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import type { TranscriptSection } from "~/documents/issuing/transcript-section";

/** Two columns of words, one of minutes, and a sum. */
export const ELSEWHERE: TranscriptSection = {
  heading: "Hours from elsewhere",
  note: "As the educator entered them; another provider vouches for them.",
  columns: [
    { head: "Activity", holds: "text" },
    { head: "Completed", holds: "text" },
    { head: "Clock hours", holds: "minutes" },
  ],
  rows: [
    { on: "2027-02-10", cells: ["Summer institute, Đại học Sư phạm", "Feb 10, 2027", 330] },
    { on: "2027-03-09", cells: ["Online: reading the river", "Mar 9, 2027", 90] },
  ],
  hasTotal: true,
};

/** Words alone, without note or sum. */
export const BADGES: TranscriptSection = {
  heading: "Micro-credentials",
  note: "",
  columns: [
    { head: "Micro-credential", holds: "text" },
    { head: "Awarded", holds: "text" },
  ],
  rows: [{ on: "2027-03-20", cells: ["Feedback that moves learning", "Mar 20, 2027"] }],
  hasTotal: false,
};

/** A maker of what a sample holds within the period. */
export const makerOf =
  (section: TranscriptSection): SectionMaker =>
  (_db, _now, { from, to }) => {
    const rows = section.rows.filter(({ on }) => (!from || on >= from) && (!to || on <= to));
    return rows.length > 0 ? { ...section, rows } : null;
  };

export const SAMPLE_MAKERS = [makerOf(ELSEWHERE), makerOf(BADGES)];
