const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A mail address; a Message-ID of ours has an id in front of its @ and stays, since it names a row and nobody. */
const ADDRESS = /([\p{L}\p{N}_.!#$%&'*+/=?^`{|}~-]+)@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** The value of a name in an address's query, up to where the address ends. */
const QUERY_VALUE = /([?&][\w.[\]%-]+=)[^&\s"'\\)]+/g;
/** Addresses whose last part is a key. */
const SECRET_PATH = /(\/(?:approvals|calendar|verify)\/)[^/?\s"'\\)]+/g;
/** What a secret of ours looks like wherever it stands: 27 letters and digits of both cases. */
const SECRET = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)(?![\w-]*(?:[A-Za-z]+-){3})[\w-]{27,}(?![\w-])/g;

/**
 * A line of the log without what the log must not hold: mail addresses, and links that work without a password. The last
 * gate, behind whatever wrote the line, since errors of libraries repeat what they were given.
 */
export function withoutSecrets(line: string): string {
  return line
    .replace(SECRET_PATH, "$1…")
    .replace(QUERY_VALUE, "$1…")
    .replace(ADDRESS, (found, name: string) => (UUID.test(name) ? found : "[address]"))
    .replace(SECRET, "…");
}

/** What of an error goes to the log: no values that a statement was given, and nothing that hangs on it by the way. */
export interface LoggedError {
  type: string;
  message: string;
  stack: string;
  code?: string;
  cause?: LoggedError;
}

const DEEPEST = 5;

/** An error for the log. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error", stack: "" };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ""),
    ...(typeof code === "string" && { code }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Drizzle repeats a failed statement's values behind "params:". */
const withoutValues = (text: string): string => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, "\nparams: …");
