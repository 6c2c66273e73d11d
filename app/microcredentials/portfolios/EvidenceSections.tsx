import { useCallback, useState } from "react";
import type { Definition } from "~/microcredentials/definitions/definition";
import type { PendingUpload } from "~/microcredentials/evidence/upload";
import { Section } from "~/ui/frame/Page";
import { PartCard } from "./PartCard";
import { contentOf, isUnsaved, type SavedPart, type Saving } from "./part-draft";
import { type Content, EMPTY_PART, findMissing, isOpenPart } from "./portfolio";
import { SubmitSection } from "./SubmitSection";

type Result = Parameters<typeof SubmitSection>[0]["lastResult"];

interface EvidenceSectionsProps {
  portfolioId: string;
  definition: Definition;
  content: Content;
  /** How often each part was changed. */
  revisions: Readonly<Record<string, number>>;
  settled: readonly string[];
  uploads: readonly PendingUpload[];
  /** Bytes of the largest file. */
  most: number;
  isWritable: boolean;
  result: Result;
}

/** All parts of one's portfolio, and handing it in; what was saved by itself counts without the page being read again. */
export function EvidenceSections(props: EvidenceSectionsProps) {
  const { portfolioId, definition, revisions, settled, uploads, most, isWritable, result } = props;
  const { content, revisionOf, onSaved } = useSavedContent(props);
  const { unsaved, onSaving } = useUnsaved();
  const sent = result?.initialValue;
  const titleOf = (keys: ReadonlySet<string>) =>
    definition.evidence.filter(({ key }) => keys.has(key)).map(({ title }) => title);
  return (
    <>
      <Section
        title="Evidence"
        description={isWritable ? "Nobody sees it but you until you hand it in." : "This is what you handed in."}
      >
        <ol className="grid gap-4">
          {definition.evidence.map((part) => (
            <li key={part.key}>
              <PartCard
                {...{ portfolioId, part, most, onSaved, onSaving }}
                content={content[part.key] ?? EMPTY_PART}
                revision={revisionOf(part.key) ?? revisions[part.key] ?? 0}
                isOpen={isWritable && isOpenPart(part, definition, settled)}
                pending={uploads.filter(({ partKey }) => partKey === part.key)}
                lastResult={sent?.key === part.key ? result : null}
              />
            </li>
          ))}
        </ol>
      </Section>
      {isWritable ? (
        <SubmitSection
          missing={findMissing(definition, content).map(({ part }) => part.title)}
          unsaved={titleOf(unsaved)}
          lastResult={sent?.intent === "submit" ? result : null}
        />
      ) : null}
    </>
  );
}

/** What the server has: what the page read, or what was saved since. */
function useSavedContent({ definition, content, revisions }: EvidenceSectionsProps) {
  const [since, setSince] = useState<Readonly<Record<string, SavedPart>>>({});
  const onSaved = useCallback(
    (key: string, saved: SavedPart) => setSince((before) => ({ ...before, [key]: saved })),
    [],
  );
  const newer = definition.evidence.flatMap(({ key, kind }) => {
    const saved = since[key];
    if (!saved || saved.revision <= (revisions[key] ?? 0)) return [];
    return [[key, { ...(content[key] ?? EMPTY_PART), ...contentOf(kind, saved.words) }] as const];
  });
  const keys = new Set(newer.map(([key]) => key));
  return {
    content: { ...content, ...Object.fromEntries(newer) },
    revisionOf: (key: string) => (keys.has(key) ? since[key]?.revision : undefined),
    onSaved,
  };
}

/** Keys of the parts of which this page holds something that the server has not got. */
function useUnsaved() {
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const onSaving = useCallback((key: string, saving: Saving) => {
    setUnsaved((before) => {
      if (before.has(key) === isUnsaved(saving)) return before;
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  return { unsaved, onSaving };
}
