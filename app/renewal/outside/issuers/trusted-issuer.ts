import type { ChangeWords } from "~/people/history/change-words";

/** What is done to the list of trusted issuers, by the names of the audit log. */
export const ISSUER_ACTIONS = {
  added: "trusted-issuer.added",
  changed: "trusted-issuer.changed",
  keysAdded: "trusted-issuer.keys-added",
  revoked: "trusted-issuer.revoked",
  restored: "trusted-issuer.restored",
  deleted: "trusted-issuer.deleted",
} as const;

/** How the history of a trusted issuer reads. */
export const ISSUER_CHANGES: ChangeWords = {
  actions: new Map([
    [ISSUER_ACTIONS.added, "Added"],
    [ISSUER_ACTIONS.changed, "Changed"],
    [ISSUER_ACTIONS.keysAdded, "Keys added"],
    [ISSUER_ACTIONS.revoked, "Not trusted any more"],
    [ISSUER_ACTIONS.restored, "Trusted again"],
    [ISSUER_ACTIONS.deleted, "Deleted"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["note", "how the keys came here"],
    ["keys", "keys"],
    ["revokedReason", "because"],
  ]),
  value: (field, value) => (field === "keys" ? (value as string[]).join(", ") || "none" : null),
};

/** Why nothing was changed about the list of trusted issuers. */
export type IssuerRefusal = "unknown-issuer" | "name-taken" | "bad-keys" | "key-known" | "issuer-used";

/** Each refusal in plain words, and the field that it is about. */
export const ISSUER_REFUSALS: Record<IssuerRefusal, { words: string; field?: string }> = {
  "unknown-issuer": { words: "This issuer is not there any more." },
  "name-taken": { words: "Another issuer has this name.", field: "name" },
  "bad-keys": {
    words: "A key in this cannot be read. Copy the whole text from the issuer’s address again.",
    field: "keys",
  },
  "key-known": { words: "One of these keys is that of another issuer on the list.", field: "keys" },
  "issuer-used": { words: "Hours were read from its documents, so it stays on record. Take the trust away instead." },
};
