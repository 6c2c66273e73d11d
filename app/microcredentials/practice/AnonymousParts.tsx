import { Card } from "~/ui/frame/Page";

/** Texts of a submission, without what gives its author away. */
export function AnonymousParts({ parts }: { parts: { key: string; title: string; words: string; text: string }[] }) {
  return (
    <ol className="grid gap-4">
      {parts.map(({ key, title, words, text }) => (
        <li key={key}>
          <Card className="grid gap-2">
            <h3 className="text-lg font-semibold">{title}</h3>
            <p className="text-soft">{words}</p>
            {text === "" ? (
              <p className="text-soft">Nothing was written here.</p>
            ) : (
              <p className="max-w-[65ch] whitespace-pre-line">{text}</p>
            )}
          </Card>
        </li>
      ))}
    </ol>
  );
}
