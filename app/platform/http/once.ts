/** The name of the hidden field by which a form that is posted twice is known. */
export const ONCE = "once";

/** A nonce as long as an id; a field of any other look counts as none. */
const NONCE = /^[\w-]{16,64}$/;

/** Which post of which form this is: the form's nonce, and what was posted with it. */
export interface Once {
  nonce: string;
  /** Everything that was posted but the nonce, in the order of the form. A file by its name, size and type. */
  text: string;
}

/** Which post this is; null for a form that carries no nonce. */
export function onceOf(fields: FormData): Once | null {
  const nonce = fields.get(ONCE);
  if (typeof nonce !== "string" || !NONCE.test(nonce)) return null;
  const posted = [...fields].flatMap(([name, value]) =>
    name === ONCE ? [] : [[name, typeof value === "string" ? value : [value.name, value.size, value.type]]],
  );
  return { nonce, text: JSON.stringify(posted) };
}
