import { Paragraph } from "./Layout";

/** What a person wrote, as they wrote it: a blank line starts a paragraph. */
export function WrittenText({ body }: { body: string }) {
  return body
    .split(/\n\s*\n/)
    .map((paragraph, index) => (
      <Paragraph key={index}>
        {paragraph.split("\n").flatMap((line, row) => (row ? [<br key={row} />, line] : [line]))}
      </Paragraph>
    ));
}
