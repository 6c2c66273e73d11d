// The server and the built pages are two copies of this module; the name is the process's.
const WHOLE = Symbol.for("hourbook.whole-body");

/** An answer whose body is there as a whole, so that whoever sends it need not read it as a stream. */
export function wholeAnswer(body: Buffer, init: ResponseInit): Response {
  return Object.assign(new Response(new Uint8Array(body), init), { [WHOLE]: body });
}

/** The body of an answer that `wholeAnswer` made. */
export const wholeBodyOf = (answer: Response): Buffer | null => (answer as { [WHOLE]?: Buffer })[WHOLE] ?? null;
