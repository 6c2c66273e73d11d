import { documentFiles, documents } from "#drizzle/schema/documents";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { CODE_LENGTH, groupCode } from "~/documents/issuing/document-code";
import { canonicalJson } from "~/platform/canonical-json";
import { CODE_ALPHABET, sha256 } from "~/platform/secrets/codes.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { Posted } from "./claims";
import { DAY, STATE, type StatePerson, type StateProvider, type World } from "./world";

/** A file of the form of a document; what it says stands in its parameters. */
const FILE = Buffer.from(`%PDF-1.7\n${"% invented for measuring\n".repeat(60)}%%EOF\n`);
const FILE_HASH = sha256(FILE);

/** Issues certificates of credits, one in so many, with a frozen copy of what each says (D5). */
export class PaperWriter {
  readonly #keys: Map<string, string>;
  readonly #share = STATE.documents / (STATE.registrations * 0.85);

  constructor(private readonly world: World) {
    const keys = world.db.select({ id: signingKeys.id, ownerId: signingKeys.ownerId }).from(signingKeys).all();
    this.#keys = new Map(keys.map(({ id, ownerId }) => [ownerId, id]));
  }

  /** The certificate of a credit, if this is one of those that people asked for. */
  write(person: StatePerson, provider: StateProvider, posted: Posted): void {
    const { chance, ids, rows, now } = this.world;
    if (!chance.happens(this.#share)) return;
    const issuedAt = Math.min(posted.postedAt + chance.between(0, 60) * DAY, now);
    const code = groupCode(Array.from({ length: CODE_LENGTH }, () => chance.pick([...CODE_ALPHABET])).join(""));
    const content = this.contentOf(provider, posted);
    const id = ids.at(issuedAt);
    const keyId = this.#keys.get(provider.id) ?? null;
    const own = {
      code,
      issuedOn: dateOf(issuedAt, REGION_TIME_ZONE),
      keyId,
      verificationUrl: `${this.world.origin}/verify/${code}`,
    };
    rows.insert(documents, {
      id,
      kind: "certificate",
      personId: person.id,
      code,
      parameters: canonicalJson({ ...content, ...own }),
      contentHash: sha256(canonicalJson(content)),
      fileHash: FILE_HASH,
      issuedAt,
      series: `certificate:${posted.claimId}`,
      keyId,
    });
    rows.insert(documentFiles, { documentId: id, bytes: FILE });
  }

  private contentOf(provider: StateProvider, { snapshot, creditId }: Posted) {
    const { educator, course, offering, instructors, minutes, designations } = snapshot;
    const { approvalYear } = snapshot.provider;
    const year = `${approvalYear}–${String((approvalYear + 1) % 100).padStart(2, "0")}`;
    const { legalName, formerNames, certificateNumber } = educator;
    const { inServiceNumber, startedOn, completedOn } = offering;
    const line = {
      creditId,
      startedOn,
      completedOn,
      courseTitle: course.title,
      inServiceNumber,
      providerName: provider.name,
      providerApprovalYear: year,
      minutes,
      instructor: instructors.join(", "),
      designations,
      version: 1,
    };
    return {
      kind: "certificate",
      title: "Certificate of clock hours",
      educator: { legalName, formerNames, certificateNumber },
      approvedMinutes: offering.approvedMinutes,
      lines: [line],
      provider: {
        name: provider.name,
        approvalYear: year,
        designeeName: provider.designeeName ?? "Registrar",
        designeeTitle: provider.designeeTitle ?? "Registrar",
        address: "",
      },
    };
  }
}
