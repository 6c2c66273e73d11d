import { eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { portfolioFiles } from "#drizzle/schema/microcredentials/portfolios";
import { getProvider } from "~/catalog/providers/provider.server";
import { standingOfBadge } from "~/microcredentials/badges/badge-standing.server";
import { badgeAddresses } from "~/microcredentials/badges/badge-address";
import { pictureOf } from "~/microcredentials/badges/badge-response.server";
import { drawShareCard, renderPng } from "~/microcredentials/badges/badge-picture.server";
import { SHARE_CARD } from "~/microcredentials/badges/badge-picture";
import type { Badge } from "~/microcredentials/badges/badge.server";
import { findDid } from "~/microcredentials/badges/issuer.server";
import { documentsOf, isSigned } from "~/microcredentials/badges/linked-data.server";
import type { Json } from "~/microcredentials/badges/badge";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { legalNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Context } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound } from "~/platform/http/responses.server";
import { formatPlainDate } from "~/platform/format";
import { drawQr } from "~/platform/text/qr-picture.server";
import { dateOf } from "~/platform/time/time-zone";
import { linkedInAddress, type VerificationStep } from "./award-page";
import { getShownAward, listEvidence } from "./award-page.server";

/**
 * What the holder of an award shows of it, to anybody, with each step of checking its badge.
 * @throws Response 404 while it is turned off
 */
export async function readShownAward(ctx: Context, code: string) {
  const { award, page, badge } = getShownAward(ctx, code);
  const { definition } = getVersion(ctx.db, award.versionId);
  const { name: provider, timeZone } = getProvider(ctx.db, award.providerId);
  const shown = listEvidence(ctx.db, award).filter(({ key }) => page.shown.includes(key));
  const address = badgeAddresses(origin).awardPage(page.code);
  const expiresOn = award.expiresAt === null ? null : dateOf(award.expiresAt, timeZone);
  const { title, competency, criteria, alignment } = definition;
  return {
    code: page.code,
    address,
    holder: legalNameOf(getPerson(ctx.db, award.personId)),
    isMine: ctx.actor?.personId === award.personId,
    provider,
    definition: { title, competency, criteria, alignment },
    microcredentialId: award.microcredentialId,
    awardedOn: award.awardedOn,
    expiresOn,
    evidence: shown.map((part) => ({ ...part, files: part.files.filter(({ id }) => page.shownFiles.includes(id)) })),
    badge: badge?.signedAt ? { code: badge.code, standing: standingOfBadge(ctx.db, badge, ctx.now) } : null,
    steps: badge?.credential ? await checkSteps(ctx, badge) : [],
    linkedIn: badge
      ? linkedInAddress({ title, provider, awardedOn: award.awardedOn, expiresOn, code: badge.code, page: address })
      : null,
    qr: drawQr(address),
  };
}

/** Checks a badge as a stranger would, step by step. */
async function checkSteps(ctx: Context, badge: Badge): Promise<VerificationStep[]> {
  const credential = JSON.parse(badge.credential ?? "{}") as Json;
  const did = await findDid(ctx.db, badge.providerId);
  const { verificationMethod = "" } = credential.proof as { verificationMethod?: string };
  const hasKey = did?.verificationMethod.some(({ id }) => id === verificationMethod) ?? false;
  const holds = did !== null && (await isSigned(credential, documentsOf([did])));
  const { verdict, on, reason } = standingOfBadge(ctx.db, badge, ctx.now);
  const { validUntil, provider } = badge.parameters;
  const since = [on && formatPlainDate(on), reason].filter(Boolean).join(": ");
  return [
    { label: "The issuer’s key is published", detail: verificationMethod, holds: hasKey },
    { label: "The signature holds", detail: `Every word of the badge is as ${provider.name} signed it.`, holds },
    {
      label: "It is not revoked or suspended",
      detail:
        verdict === "revoked" || verdict === "suspended" ? since : "The issuer’s status lists have nothing against it.",
      holds: verdict !== "revoked" && verdict !== "suspended",
    },
    {
      label: "It has not expired",
      detail:
        validUntil === null ? "It is valid for good." : `Until ${new Date(validUntil).toISOString().slice(0, 10)}.`,
      holds: verdict !== "expired",
    },
  ];
}

/**
 * The picture that social networks show of a page that its holder turned on.
 * @throws Response 404 while it is turned off
 */
export function drawCard(ctx: Context, code: string): Buffer {
  const { award, badge } = getShownAward(ctx, code);
  if (!badge) throw notFound();
  const holder = legalNameOf(getPerson(ctx.db, award.personId));
  return renderPng(drawShareCard({ ...pictureOf(badge), holder }), SHARE_CARD.width);
}

/**
 * A file that the holder of an award shows on its page.
 * @throws Response 404 for any other
 */
export async function openShownFile(ctx: Context, code: string, fileId: string): Promise<Response> {
  const { award, page } = getShownAward(ctx, code);
  const isShown = listEvidence(ctx.db, award).some(
    ({ key, files }) =>
      page.shown.includes(key) && files.some(({ id }) => id === fileId && page.shownFiles.includes(id)),
  );
  const row =
    isShown &&
    ctx.db
      .select({ name: portfolioFiles.name, stored: storedFiles })
      .from(portfolioFiles)
      .innerJoin(storedFiles, eq(storedFiles.sha256, portfolioFiles.fileHash))
      .where(eq(portfolioFiles.id, fileId))
      .get();
  if (!row) throw notFound();
  return storedFileResponse(row.stored, row.name);
}
