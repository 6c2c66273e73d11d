import type { Mutation } from "./mutation-list";

const WRITING = "tests/desks/messages/message-action.test.ts";
const ONE_MAIL = "tests/desks/people/person-mail.test.ts";

/** What staff write to people, what they read of it again, and forms that arrive twice. */
export const MESSAGES: readonly Mutation[] = [
  {
    what: "the offering of whoever is chosen for a message",
    file: "app/registration/messages/message-people.server.ts",
    from: 'if (chosen && found.length < new Set(chosen.registrationIds).size) return refuse("person-elsewhere");',
    to: "",
    tests: WRITING,
  },
  {
    what: "whose files a message in writing takes along",
    file: "app/registration/messages/message-draft.server.ts",
    from: "and(eq(messageDraftFiles.personId, personId), eq(messageDraftFiles.nonce, nonce))",
    to: "and(eq(messageDraftFiles.nonce, nonce), personId ? undefined : eq(messageDraftFiles.personId, personId))",
    tests: WRITING,
  },
  {
    what: "the limit of tests in an hour",
    file: "app/registration/messages/message-test.server.ts",
    from: "if (!taken.ok) return taken;",
    to: "if (!taken.ok && personId === name) return taken;",
    tests: WRITING,
  },
  {
    what: "the scope of one mail of a person",
    file: "app/desks/people/paper-sections.server.ts",
    from: "const mine = scope.everything ? undefined : inArray(outboxMessages.subjectId, subjectsOf(db, scope, personId));",
    to: "const mine = scope.everything ? undefined : eq(outboxMessages.personId, personId);",
    tests: ONE_MAIL,
  },
  {
    what: "what facilitators read of a person's mails",
    file: "app/desks/people/paper-sections.server.ts",
    from: 'rightsIn(scope).reach ? undefined : eq(outboxMessages.kind, "offering-message")',
    to: "rightsIn(scope).reach ? undefined : eq(outboxMessages.personId, personId)",
    tests: ONE_MAIL,
  },
  {
    what: "the link without a password in a person's mail",
    file: "app/desks/people/person-mail.server.ts",
    from: "const hidden = isSecret(kind);",
    to: "const hidden = isSecret(kind) && kind === personId;",
    tests: ONE_MAIL,
  },
  {
    what: "whose post a nonce is",
    file: "app/platform/http/once.server.ts",
    from: "    eq(answeredForms.personId, personId),\n",
    to: "    personId ? undefined : eq(answeredForms.personId, personId),\n",
    tests: "tests/platform/http/once.test.ts",
  },
  {
    what: "the version of a form that writes a whole row",
    file: "app/platform/http/stale-form.server.ts",
    from: "const version = row ? checkVersion(fields, row.draft, row.change) : { fields, stale: null };",
    to: "const version = row && !ctx ? checkVersion(fields, row.draft, row.change) : { fields, stale: null };",
    tests: "tests/desks/versions/collisions.test.ts",
  },
];
