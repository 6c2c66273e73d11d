import type { Definition } from "~/microcredentials/definitions/definition";
import { badgeAddresses, STATUS_PURPOSES } from "./badge-address";

/** A part of somebody's evidence that they chose to name in the badge itself. */
export interface BadgeEvidence {
  key: string;
  title: string;
  /** What the part asked for. */
  words: string;
}

/** Whoever a badge is given to. Only salted hashes of it stand in the badge. */
export interface Recipient {
  /** Null where none is on record. */
  email: string | null;
  legalName: string;
}

/** Everything that a badge says, as it was when it was made. Dates `YYYY-MM-DD`, instants in epoch milliseconds. */
export interface BadgeParameters {
  provider: { id: string; name: string };
  microcredential: { id: string; version: number };
  definition: Pick<Definition, "title" | "competency" | "method" | "importance" | "criteria" | "alignment" | "stack">;
  recipient: Recipient;
  salts: { email: string; name: string };
  awardedOn: string;
  validFrom: number;
  validUntil: number | null;
  evidence: BadgeEvidence[];
  /** The address of the person's award page; null where the badge names no evidence. */
  evidencePage: string | null;
}

/** What a badge is known by. */
export interface BadgePlace {
  code: string;
  list: number;
  index: number;
}

/** A value as JSON has it. */
export type Json = { [name: string]: unknown };

export const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
export const BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/** An instant as credentials write it. */
export const instantWords = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");

/**
 * The Open Badges 3.0 credential of an award, not signed yet (M3). Only what is in the two pinned contexts; the recipient as
 * salted hashes, evidence only where the person chose to name it.
 * @param hash SHA-256 in hex
 */
export function composeBadge(
  parameters: BadgeParameters,
  { code, list, index }: BadgePlace,
  { origin, hash }: { origin: string; hash: (text: string) => string },
): Json {
  const addresses = badgeAddresses(origin);
  const { provider, recipient, salts, validFrom, validUntil, evidence, evidencePage } = parameters;
  const identity = (identityType: string, value: string, salt: string) => ({
    type: "IdentityObject",
    hashed: true,
    identityHash: `sha256$${hash(value + salt)}`,
    identityType,
    salt,
  });
  return {
    "@context": [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
    id: addresses.badge(code),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: parameters.definition.title,
    issuer: composeIssuer(provider, origin),
    validFrom: instantWords(validFrom),
    awardedDate: instantWords(validFrom),
    ...(validUntil !== null && { validUntil: instantWords(validUntil) }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        ...(recipient.email === null ? [] : [identity("emailAddress", recipient.email, salts.email)]),
        identity("name", recipient.legalName, salts.name),
      ],
      achievement: composeAchievement(parameters, origin),
      ...(parameters.definition.criteria.length > 0 && { result: composeResults(parameters, origin) }),
    },
    ...(evidence.length > 0 &&
      evidencePage !== null && {
        evidence: evidence.map(({ key, title, words }) => ({
          id: `${evidencePage}#${key}`,
          type: ["Evidence"],
          name: title,
          narrative: words,
        })),
      }),
    credentialStatus: STATUS_PURPOSES.map((statusPurpose) => {
      const statusListCredential = addresses.statusList(provider.id, statusPurpose, list);
      return {
        id: `${statusListCredential}#${index}`,
        type: "BitstringStatusListEntry",
        statusPurpose,
        statusListIndex: String(index),
        statusListCredential,
      };
    }),
  };
}

/** A provider as the issuer of badges. */
export function composeIssuer(provider: { id: string; name: string }, origin: string): Json {
  const addresses = badgeAddresses(origin);
  return {
    id: addresses.did(provider.id),
    type: ["Profile"],
    name: provider.name,
    url: addresses.issuer(provider.id),
  };
}

/** What a version of a micro-credential is to Open Badges: an achievement, with the levels of its rubric. */
export function composeAchievement(
  { provider, microcredential, definition }: Pick<BadgeParameters, "provider" | "microcredential" | "definition">,
  origin: string,
): Json {
  const addresses = badgeAddresses(origin);
  const { id, version } = microcredential;
  const address = addresses.achievement(id, version);
  const { title, competency, method, importance, criteria, alignment } = definition;
  // A standard without an address has no place in the format.
  const standards = alignment.filter(({ url }) => url !== "");
  return {
    id: address,
    type: ["Achievement"],
    achievementType: "MicroCredential",
    name: title,
    description: competency,
    version: String(version),
    inLanguage: "en-US",
    creator: composeIssuer(provider, origin),
    criteria: { id: addresses.microcredential(id), narrative: narrativeOf({ method, importance, criteria }) },
    image: { id: addresses.picture(id, version, "png"), type: "Image", caption: `The badge ${title}` },
    ...(standards.length > 0 && {
      alignment: standards.map(({ name, code, url }) => ({
        type: ["Alignment"],
        targetName: name,
        ...(code !== "" && { targetCode: code }),
        targetUrl: url,
      })),
    }),
    ...(criteria.length > 0 && {
      resultDescription: criteria.map(({ key, title: name, demonstrated, notYet }) => ({
        id: `${address}#${key}`,
        type: ["ResultDescription"],
        name,
        resultType: "RubricCriterionLevel",
        requiredLevel: levelOf(address, key, "demonstrated"),
        rubricCriterionLevel: [
          composeLevel(levelOf(address, key, "not-yet"), "Not yet", notYet),
          composeLevel(levelOf(address, key, "demonstrated"), "Demonstrated", demonstrated),
        ],
      })),
    }),
  };
}

const levelOf = (achievement: string, key: string, level: string) => `${achievement}#${key}-${level}`;

const composeLevel = (id: string, name: string, description: string) => ({
  id,
  type: ["RubricCriterionLevel"],
  name,
  level: name,
  description,
});

/** An award says that each criterion was demonstrated: nothing else is ever awarded (M1). */
function composeResults({ microcredential, definition }: BadgeParameters, origin: string): Json[] {
  const address = badgeAddresses(origin).achievement(microcredential.id, microcredential.version);
  return definition.criteria.map(({ key }) => ({
    type: ["Result"],
    resultDescription: `${address}#${key}`,
    achievedLevel: levelOf(address, key, "demonstrated"),
    status: "Completed",
  }));
}

/** Method, meaning and criteria as one text, in the Markdown that Open Badges reads. */
function narrativeOf({ method, importance, criteria }: Pick<Definition, "method" | "importance" | "criteria">): string {
  const list = criteria.map(({ title, words }) => `- **${title}**: ${words}`).join("\n");
  return [method, importance, list].filter((text) => text !== "").join("\n\n");
}
