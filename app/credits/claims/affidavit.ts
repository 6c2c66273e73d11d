/** T5: the affidavit that a person agrees to. A change of words is a new version; claims keep the text they were made under. */
export const AFFIDAVIT = {
  version: "2026-1",
  text:
    "I attended this training in person or online as recorded, and I earned the clock hours that I claim by actual " +
    "attendance. I do not seek college credit for the same course. I declare this under penalty of perjury under the " +
    "laws of the State of Washington. I understand that a false statement may cost me my certificate.",
} as const;
