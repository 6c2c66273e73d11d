let list: Promise<ReadonlySet<string>> | undefined;

/** The passwords that most people choose, in lower case; read once, when the first password is judged. */
export function loadKnownPasswords(): Promise<ReadonlySet<string>> {
  return (list ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map((password) => password.toLowerCase())),
  ));
}
