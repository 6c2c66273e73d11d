import type { EvidenceKind } from "~/microcredentials/definitions/definition";
import type { PartContent } from "~/microcredentials/portfolios/portfolio";

/** A part of the evidence that the holder of an award may show. */
export interface EvidenceChoice extends PartContent {
  key: string;
  title: string;
  /** What the part asked for. */
  words: string;
  kind: EvidenceKind;
}

/** A step of checking a badge, and how it went. */
export interface VerificationStep {
  label: string;
  detail: string;
  holds: boolean;
}

/** The address that adds an award to a profile on LinkedIn, where its holder reviews it before it is added. */
export function linkedInAddress(award: {
  title: string;
  provider: string;
  /** `YYYY-MM-DD`. */
  awardedOn: string;
  expiresOn: string | null;
  code: string;
  page: string;
}): string {
  const [year = "", month = ""] = award.awardedOn.split("-");
  const [untilYear = "", untilMonth = ""] = award.expiresOn?.split("-") ?? [];
  const words = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: award.title,
    organizationName: award.provider,
    issueYear: year,
    issueMonth: String(Number(month)),
    ...(award.expiresOn && { expirationYear: untilYear, expirationMonth: String(Number(untilMonth)) }),
    certUrl: award.page,
    certId: award.code,
  });
  return `https://www.linkedin.com/profile/add?${words.toString()}`;
}
