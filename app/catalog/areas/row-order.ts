/** The code of an entry from its name, for the database and addresses: "Early learning & care" → "early-learning-care". */
export function codeOfName(name: string, fallback: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "");
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 40) || fallback
  );
}

/** A code that no entry has yet: the one that its name gives, with a number where that is taken. */
export function freeCode(name: string, fallback: string, isTaken: (code: string) => boolean): string {
  const wanted = codeOfName(name, fallback);
  let code = wanted;
  for (let number = 2; isTaken(code); number++) code = `${wanted}-${number}`;
  return code;
}

/** Codes with one of them a step further up or down, and from where to where it went; null when it is not among them. */
export function moveCode(codes: readonly string[], code: string, step: "move-up" | "move-down") {
  const from = codes.indexOf(code);
  if (from < 0) return null;
  const to = Math.min(Math.max(from + (step === "move-up" ? -1 : 1), 0), codes.length - 1);
  const others = codes.filter((each) => each !== code);
  return { order: others.toSpliced(to, 0, code), from, to };
}
