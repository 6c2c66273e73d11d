import { Card, Section } from "~/ui/frame/Page";
import { formatBytes } from "~/platform/format";
import type { EvidenceChoice } from "./award-page";

/** The evidence that somebody chose to show. */
export function ShownEvidence({ evidence, pageCode }: { evidence: EvidenceChoice[]; pageCode: string }) {
  if (evidence.length === 0) return null;
  return (
    <Section title="Evidence" description="Published by its author’s own choice, as it was judged.">
      <ol className="grid gap-3">
        {evidence.map(({ key, title, words, text, links, files }) => (
          <li key={key} id={key}>
            <Card className="grid gap-3">
              <h3 className="text-lg font-semibold">{title}</h3>
              <p className="text-soft">{words}</p>
              {text ? <p className="max-w-[65ch] break-words whitespace-pre-line">{text}</p> : null}
              {links.length + files.length > 0 ? (
                <ul className="grid gap-1">
                  {links.map((link) => (
                    <li key={link}>
                      <a href={link} className="link break-all" rel="noreferrer nofollow ugc">
                        {link}
                      </a>
                    </li>
                  ))}
                  {files.map((file) => (
                    <li key={file.id}>
                      <a href={`/awards/${pageCode}/files/${file.id}`} className="link" download>
                        {file.name}
                      </a>{" "}
                      <span className="text-soft">{formatBytes(file.size)}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}
