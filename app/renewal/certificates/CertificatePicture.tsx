import type { EducatorCertificateKind } from "./educator-certificate";
import { PAPER_LINES } from "./paper";

/** What the paper of a kind looks like: only what tells one from another. Decoration beside the kind's name. */
export function CertificatePicture({ kind }: { kind: EducatorCertificateKind }) {
  const [above, name] = PAPER_LINES[kind];
  return (
    <svg viewBox="0 0 160 100" aria-hidden className="w-full max-w-44 text-ink">
      <rect x="1" y="1" width="158" height="98" rx="4" className="fill-paper stroke-strong" strokeWidth="1" />
      <rect x="6" y="6" width="148" height="88" rx="2" className="fill-none stroke-line" strokeWidth="1" />
      <text x="80" y="20" textAnchor="middle" fontSize="8.5" letterSpacing="1" className="fill-soft">
        STATE OF WASHINGTON
      </text>
      <text x="80" y="37" textAnchor="middle" fontSize="11" className="fill-ink">
        {above}
      </text>
      <text x="80" y="55" textAnchor="middle" fontSize="16" fontWeight="700" className="fill-ink">
        {name}
      </text>
      <path d="M16 70h62M16 78h62M16 86h40" className="stroke-line" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="128" cy="76" r="12" className="fill-accent-tint stroke-accent" strokeWidth="1.5" />
      <circle cx="128" cy="76" r="6.5" className="fill-none stroke-accent" strokeWidth="1.5" strokeDasharray="2 2" />
    </svg>
  );
}
