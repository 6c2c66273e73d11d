import { dayOf } from "~/platform/format";
import { CERTIFICATE_KIND_WORDS, type HeldCertificate } from "~/renewal/certificates/educator-certificate";
import { Facts } from "~/ui/frame/Page";

/** What somebody holds, with its dates. */
export function HeldCertificates({ held }: { held: HeldCertificate[] }) {
  return (
    <Facts
      items={held.map(({ kind, issuedOn, expiresOn }) => ({
        label: CERTIFICATE_KIND_WORDS[kind],
        value: `${dayOf(issuedOn)} to ${expiresOn === null ? "no last day" : dayOf(expiresOn)}`,
      }))}
    />
  );
}
