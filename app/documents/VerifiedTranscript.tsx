import { Facts, Section } from "~/ui/Page";
import { dayOf } from "./day";
import { describePeriod } from "./period-words";
import { StandingNotice } from "./StandingNotice";
import { Totals } from "./Totals";
import { TranscriptLines } from "./TranscriptLines";
import type { Verification } from "./verification";

/** Everything that the paper says, and whether it stands (D5). */
export function VerifiedTranscript({ verification }: { verification: Verification }) {
  const { parameters, totals, standing, fileHash } = verification;
  const { educator, provider } = parameters;
  return (
    <>
      <StandingNotice standing={standing} issuedOn={parameters.issuedOn} />
      <Facts
        items={[
          { label: "Document", value: parameters.title },
          { label: "Educator", value: educator.legalName },
          { label: "Former names", value: educator.formerNames.join("; ") },
          { label: "Certificate number", value: educator.certificateNumber ?? "Not on file" },
          { label: "Period", value: describePeriod(parameters.period) },
          { label: "Date of issue", value: dayOf(parameters.issuedOn) },
          { label: "Issued by", value: `${provider.name}, approved for ${provider.approvalYear}` },
          { label: "Designee", value: `${provider.designeeName}, ${provider.designeeTitle}` },
          { label: "Verification code", value: <span className="font-mono">{parameters.code}</span> },
        ]}
      />
      <Section title="Clock hours earned">
        <TranscriptLines lines={parameters.lines} />
      </Section>
      <Section title="Totals">
        <Totals totals={totals} />
      </Section>
      <Section
        title="The file itself"
        description="If you have the PDF, its SHA-256 digest must be exactly this. A single changed character gives another."
      >
        <code className="block rounded-lg bg-sunken p-3 text-[0.9375rem] break-all">{fileHash}</code>
      </Section>
    </>
  );
}
