import { dayOf, formatHours, formatMoney } from "~/platform/format";
import { Facts, Notice, Section } from "~/ui/frame/Page";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import { type PublicParameters, sectionsAfter, sectionsBefore } from "~/documents/issuing/document-parameters";
import { describeDesignation, describePeriod, describeWindow } from "~/documents/issuing/period-words";
import { StandingNotice } from "./StandingNotice";
import { Totals } from "./Totals";
import { TranscriptLines } from "./TranscriptLines";
import { TranscriptSections } from "./TranscriptSections";
import type { Verification } from "./verification";

interface VerifiedDocumentProps {
  verification: Verification;
  /** How the reader learns of the home address and phone, which are not shown. */
  contact: string;
}

/** Everything that the paper says but a private contact, and whether it stands (D5, P3). */
export function VerifiedDocument({ verification, contact }: VerifiedDocumentProps) {
  const { parameters, totals, standing, fileHash } = verification;
  return (
    <>
      <StandingNotice standing={standing} issuedOn={parameters.issuedOn} />
      <Facts items={[...sharedFacts(parameters), ...kindFacts(parameters)]} />
      {holdsPrivateContact(parameters.kind) ? (
        <Notice tone="info" title="Not shown here">
          <p>{contact}</p>
        </Notice>
      ) : null}
      <TranscriptSections sections={sectionsBefore(parameters)} />
      {parameters.kind === "growth-plan" ? (
        <Notice tone="info" title="What the plan says is not shown here">
          <p>It stands in the file, for whoever was given it. To compare a file, check it on the page for that.</p>
        </Notice>
      ) : (
        <>
          <Section title="Clock hours earned">
            <TranscriptLines lines={parameters.lines} />
          </Section>
          <Section title="Totals">
            <Totals totals={totals} />
          </Section>
        </>
      )}
      <TranscriptSections sections={sectionsAfter(parameters)} />
      {fileHash ? (
        <Section
          title="The file itself"
          description="If you have the PDF, its SHA-256 digest must be exactly this. A single changed character gives another."
        >
          <code className="block rounded-lg bg-sunken p-3 text-[0.9375rem] break-all">{fileHash}</code>
        </Section>
      ) : null}
    </>
  );
}

function sharedFacts({ title, educator, issuedOn, provider, code }: PublicParameters) {
  return [
    { label: "Document", value: title },
    { label: "Educator", value: educator.legalName },
    { label: "Former names", value: educator.formerNames.join("; ") },
    { label: "Certificate number", value: educator.certificateNumber ?? "Not on file" },
    { label: "Date of issue", value: dayOf(issuedOn) },
    { label: "Issued by", value: `${provider.name}, approved for ${provider.approvalYear}` },
    { label: "Designee", value: `${provider.designeeName}, ${provider.designeeTitle}` },
    { label: "Verification code", value: <span className="font-mono">{code}</span> },
  ];
}

/** What documents of one kind say beside the rest (D2, D4). */
function kindFacts(parameters: PublicParameters) {
  if (parameters.kind === "transcript") {
    const { period, designation } = parameters;
    return [
      { label: "Period", value: describePeriod(period) },
      { label: "Designation", value: designation ? describeDesignation(designation) : null },
    ];
  }
  if (parameters.kind === "renewal-summary") return [{ label: "Hours of", value: describeWindow(parameters.window) }];
  if (parameters.kind === "growth-plan") {
    const { year, completedOn, topics, reviewer } = parameters;
    return [
      { label: "Year", value: `${year}, July to June` },
      { label: "Completed", value: dayOf(completedOn) },
      { label: "Goal in the topics", value: topics.join("; ") },
      { label: "Reviewed by", value: `${reviewer.legalName}, certificate ${reviewer.certificateNumber}` },
      { label: "Signed on", value: dayOf(reviewer.signedOn) },
    ];
  }
  const [{ minutes }] = parameters.lines;
  const earned = {
    label: "Hours",
    value: `Earned ${formatHours(minutes)} of ${formatHours(parameters.approvedMinutes)} hours`,
  };
  if (parameters.kind === "certificate") return [earned];
  const { workLocation, paidCents, paidHow, affidavit } = parameters;
  return [
    { label: "Work location", value: workLocation ?? "Left blank" },
    earned,
    { label: "Amount paid", value: paidHow ? `${formatMoney(paidCents)} (${paidHow})` : formatMoney(paidCents) },
    { label: "Educator’s signature", value: affidavit ? `Affidavit ${affidavit.version}` : "Left blank" },
    { label: "Signed on", value: affidavit && dayOf(affidavit.on) },
  ];
}
