/** What the author of a portfolio agrees to when it is handed in; kept with it in full, so another text changes no old one. */
export const STATEMENT =
  "I did this work myself, in my own practice, and say where I used the work of others. No student can be recognised in it " +
  "by face, name or voice, unless consent for it is on file with my school.";

/** What is asked before a portfolio is handed in, one by one. */
export const PRIVACY_CHECKS = [
  { name: "faces", label: "No student’s face can be recognised, or consent for it is on file." },
  { name: "names", label: "No student’s name stands in texts, pictures or file names." },
  { name: "voices", label: "No student’s voice can be heard, or consent for it is on file." },
] as const;
