import { Notice } from "~/ui/frame/Page";

interface UndrawableNoticeProps {
  /** The characters that no font on board has. */
  characters: readonly string[];
  /** Whose documents it is about, to the reader: "your documents". */
  whose?: string;
}

/** Says which characters documents print as an empty box, before one is issued; nothing where all print. */
export function UndrawableNotice({ characters, whose = "your documents" }: UndrawableNoticeProps) {
  if (characters.length === 0) return null;
  return (
    <Notice tone="attention" title={`${characters.join(" ")} cannot be printed on ${whose}`}>
      <p>
        No font of Hourbook has {characters.length === 1 ? "this character" : "these characters"}, so that a document
        shows an empty box instead. The pages that verify it show the name as it is entered. To have it printed, write
        it with other letters, or ask an administrator for a font that has {characters.length === 1 ? "it" : "them"}.
      </p>
    </Notice>
  );
}
