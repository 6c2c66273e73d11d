import { hash, verify } from "@node-rs/argon2";
import { type Outcome, ok, refuse } from "~/platform/outcome";
import { loadKnownPasswords } from "./known-passwords.server";
import { judgePassword, normalizePassword, type PasswordRefusal } from "./password-rule";

/** As many passwords are checked at once as there are threads for it: more at once would be no quicker. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Does slow work on a password when its turn has come. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Hashes a password with argon2id. Slow on purpose: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(normalizePassword(password));

/** Whether a password is the one that was hashed. Earlier versions hashed it as it was typed. */
export async function isRightPassword(passwordHash: string, typed: string): Promise<boolean> {
  const normal = normalizePassword(typed);
  return (await verify(passwordHash, normal)) || (normal !== typed && (await verify(passwordHash, typed)));
}

/**
 * Hashes a password that somebody chooses, if it is a good one.
 * @param about what is known of the person: their address and the parts of their name
 */
export async function hashNewPassword(
  password: string,
  about: readonly (string | null)[],
): Promise<Outcome<string, PasswordRefusal>> {
  const known = await loadKnownPasswords();
  const refusal = judgePassword(
    password,
    about.filter((text) => text !== null),
    (text) => known.has(text),
  );
  return refusal ? refuse(refusal) : ok(await inTurn(() => hashPassword(password)));
}
