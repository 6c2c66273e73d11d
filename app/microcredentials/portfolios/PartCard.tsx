import { Form } from "@remix-run/react";
import { type EvidencePart, isWritten } from "~/microcredentials/definitions/definition";
import { sizeInWords } from "~/microcredentials/definitions/DefinitionView";
import { AddFile } from "~/microcredentials/evidence/AddFile";
import { wordsOfScan } from "~/microcredentials/evidence/scan";
import type { PendingUpload } from "~/microcredentials/evidence/upload";
import { mediumOfName } from "~/platform/files/kept-type";
import { formatBytes } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Status } from "~/ui/Status";
import { Card } from "~/ui/frame/Page";
import { fieldOf } from "./part-draft";
import { WritePart, type WritePartProps } from "./WritePart";
import { findPartFault, type PartContent, wordsOfFault } from "./portfolio";

interface PartCardProps extends Pick<WritePartProps, "portfolioId" | "lastResult" | "onSaving" | "onSaved"> {
  part: EvidencePart;
  content: PartContent;
  /** How often it was changed; what is sent with it must have known of that. */
  revision: number;
  isOpen: boolean;
  /** Files that are still arriving, or were refused. */
  pending: readonly PendingUpload[];
  /** Bytes of the largest file. */
  most: number;
}

/** A part of one's portfolio: what is asked, what is there, what is missing, and the form for it. */
export function PartCard(props: PartCardProps) {
  const { portfolioId, part, content, revision, isOpen, pending, most, lastResult, onSaving, onSaved } = props;
  const saved = { words: fieldOf(part.kind, content), revision };
  const fault = findPartFault(part, content);
  return (
    <Card className="grid gap-3">
      <h3 className="text-lg font-semibold">{part.title}</h3>
      <p>{part.words}</p>
      <p className="text-soft">{sizeInWords(part)}</p>
      {isOpen && fault ? <p className="font-semibold">{wordsOfFault(fault)}</p> : null}
      <Files content={content} isOpen={isOpen} />
      {!isOpen ? (
        <Given part={part} content={content} />
      ) : part.kind === "file" ? (
        <AddFile {...{ portfolioId, part, pending, most, lastResult }} number={content.files.length} />
      ) : (
        <WritePart {...{ portfolioId, part, lastResult, onSaving, onSaved }} saved={saved} />
      )}
    </Card>
  );
}

/** What was handed in, for whoever reads it. */
export function Given({ part, content }: { part: EvidencePart; content: PartContent }) {
  if (isWritten(part.kind))
    return content.text === "" ? (
      <p className="text-soft">Nothing was written here.</p>
    ) : (
      <p className="max-w-[65ch] whitespace-pre-line">{content.text}</p>
    );
  if (part.kind === "file") return content.files.length === 0 ? <p className="text-soft">No file.</p> : null;
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {content.links.map((link) => (
        <li key={link}>
          <a href={link} className="link wrap-anywhere" rel="noreferrer nofollow">
            {link}
          </a>
        </li>
      ))}
    </ul>
  );
}

const LOOK_WORDS = { picture: "Look at it", video: "Watch it", audio: "Listen to it" };

/** Files of a part, each to be downloaded and, while it is open, removed. */
export function Files({ content, isOpen }: { content: PartContent; isOpen: boolean }) {
  if (content.files.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {content.files.map(({ id, name, size, held }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          {held ? (
            <span className="grid min-w-0 flex-1 gap-1 wrap-anywhere">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {name}
                {held.verdict === "waiting" ? (
                  <Status tone="waiting">Being checked</Status>
                ) : (
                  <Status tone="attention">Refused</Status>
                )}
              </span>
              <span className="max-w-[65ch] text-[0.9375rem] text-soft">{wordsOfScan(held)}</span>
            </span>
          ) : (
            <OpenFile id={id} name={name} size={size} />
          )}
          {isOpen ? (
            <Form method="post">
              <Hidden name="fileId" value={id} />
              <SubmitButton intent="remove-file" variant="quiet" size="sm">
                Remove<span className="sr-only"> {name}</span>
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function OpenFile({ id, name, size }: { id: string; name: string; size: number }) {
  const medium = mediumOfName(name);
  return (
    <>
      <a href={`/portfolio-files/${id}`} className="link min-w-0 wrap-anywhere" download>
        {name} <span className="text-soft">({formatBytes(size)})</span>
      </a>
      {medium === null ? null : (
        <a href={`/portfolio-files/${id}/view`} className="link min-h-11 content-center">
          {LOOK_WORDS[medium]}
          <span className="sr-only"> {name}</span>
        </a>
      )}
    </>
  );
}
