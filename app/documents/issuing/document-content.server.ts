import { and, eq, isNull } from "drizzle-orm";
import { providerImages } from "#drizzle/schema/documents";
import type { Provider } from "~/catalog/providers/provider.server";
import type { CurrentCredit } from "~/credits/ledger/ledger.server";
import { legalNameOf } from "~/people/persons/name";
import { MOST_FORMER_NAMES, namesInShort } from "~/people/names/name-limit";
import { listShownFormerNames } from "~/people/names/former-name.server";
import type { Person } from "~/people/persons/person.server";
import { undrawableIn } from "~/documents/typesetting/shaping.server";
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Reader } from "~/platform/database/database.server";
import type { DocumentContent } from "./document-parameters";
import type { TranscriptLine } from "./transcript-parameters";

/** What a document would say now, whose key signs it, and in which zone its date is taken. */
export interface Taken {
  content: DocumentContent;
  providerId: string;
  timeZone: string;
}

/** Whose hours these are, as documents name them (D2, D4). */
export function educatorOf(db: Reader, person: Person): DocumentContent["educator"] {
  return {
    legalName: legalNameOf(person),
    formerNames: listShownFormerNames(db, person.id).slice(-MOST_FORMER_NAMES),
    certificateNumber: person.certificateNumber,
  };
}

/** The characters of a person's names that no font on board has: their documents show boxes instead. */
export function undrawableNamesOf(db: Reader, person: Person): string[] {
  const { legalName, formerNames } = educatorOf(db, person);
  return undrawableIn([legalName, ...formerNames].join(" "));
}

/** The provider whose letterhead, designee and signature a document shows, approved for a year (A3, D2). */
export function issuerOf(db: Reader, provider: Provider, approvalYear: number): DocumentContent["provider"] {
  const shown = db
    .select({ kind: providerImages.kind, digest: providerImages.digest })
    .from(providerImages)
    .where(and(eq(providerImages.providerId, provider.id), isNull(providerImages.withdrawnAt)))
    .all();
  const digestOf = (kind: "seal" | "signature") => shown.find((image) => image.kind === kind)?.digest ?? null;
  return {
    name: provider.name,
    approvalYear: describeApprovalYear(approvalYear),
    designeeName: provider.designeeName ?? provider.name,
    designeeTitle: provider.designeeTitle ?? "Designee for clock hours",
    address: provider.address ?? "",
    seal: digestOf("seal"),
    signature: digestOf("signature"),
  };
}

/** A credit as a line of a document. */
export function lineOf({ id, version, minutes, snapshot }: CurrentCredit): TranscriptLine {
  return {
    creditId: id,
    startedOn: snapshot.offering.startedOn,
    completedOn: snapshot.offering.completedOn,
    courseTitle: snapshot.course.title,
    inServiceNumber: snapshot.offering.inServiceNumber,
    providerName: snapshot.provider.name,
    providerApprovalYear: describeApprovalYear(snapshot.provider.approvalYear),
    minutes,
    instructor: namesInShort(snapshot.instructors),
    designations: snapshot.designations,
    version,
  };
}

/** D5: the same content has the same hash, whenever and under whatever code it is issued. */
export function hashContent(content: DocumentContent): string {
  return sha256(canonicalJson(content));
}

/** A3: an approval year from 1 October to 30 September, ready to read: 2026 → "2026–27". */
export function describeApprovalYear(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, "0")}`;
}
