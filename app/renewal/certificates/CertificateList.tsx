import { dayOf } from "~/platform/format";
import { Card } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { CertificatePicture } from "./CertificatePicture";
import { CERTIFICATE_KIND_WORDS, type HeldCertificate, standing } from "./educator-certificate";
import { Link } from "~/ui/Link";

/** What somebody holds, and what they held before, each with the way to correct it. */
export function CertificateList({ certificates, today }: { certificates: HeldCertificate[]; today: string }) {
  const stands = new Set(standing(certificates).map(({ id }) => id));
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {certificates.map(({ id, kind, issuedOn, expiresOn }) => (
        <li key={id}>
          <Card className="flex items-start gap-4">
            <div className="w-28 shrink-0">
              <CertificatePicture kind={kind} />
            </div>
            <div className="grid min-w-0 gap-1">
              <Link to={`/certificate/papers/${id}`} className="link text-lg font-semibold">
                {CERTIFICATE_KIND_WORDS[kind]}
              </Link>
              <p>
                {dayOf(issuedOn)} to {expiresOn === null ? "no last day" : dayOf(expiresOn)}
              </p>
              <p>
                <Standing renewed={!stands.has(id)} ended={expiresOn !== null && expiresOn < today} />
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Standing({ renewed, ended }: { renewed: boolean; ended: boolean }) {
  if (renewed) return <Status tone="neutral">Renewed since</Status>;
  return ended ? <Status tone="attention">Its last day is over</Status> : <Status tone="good">Valid</Status>;
}
