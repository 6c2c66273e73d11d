import { FileArchive } from "lucide-react";
import { type FormEvent, useState } from "react";
import { plural } from "~/platform/format";
import { Button, buttonLook } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import { Progress } from "~/ui/Progress";
import { STEP } from "./archive-form";

interface ArchiveFormProps {
  action: string;
  people: { id: string }[];
}

/**
 * Downloads the transcripts of these people as a ZIP. With scripts they are first made a few at a time, which shows how
 * far it is; the download then finds them made. Without, the download makes them as it goes.
 */
export function ArchiveForm({ action, people }: ArchiveFormProps) {
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setFailed(false);
    try {
      for (let from = 0; from < people.length; from += STEP) {
        setDone(from);
        await prepare(action, people.slice(from, from + STEP));
      }
      setDone(people.length);
      // Natively, so that the browser saves the stream as it comes.
      form.submit();
    } catch {
      setFailed(true);
    }
  };
  const busy = done !== null && done < people.length && !failed;
  return (
    <form method="post" action={action} onSubmit={(event) => void submit(event)} className="grid max-w-lg gap-4">
      <input type="hidden" name="intent" value="download" />
      {people.map(({ id }) => (
        <input key={id} type="hidden" name="person" value={id} />
      ))}
      <div>
        {busy ? (
          <Button pending>Making transcripts</Button>
        ) : (
          <button type="submit" {...buttonLook({})}>
            <FileArchive aria-hidden size={20} /> Download {plural(people.length, "transcript")}
          </button>
        )}
      </div>
      {done === null ? null : <Progress label="Transcripts made" value={done} max={people.length} />}
      {failed ? (
        <Notice tone="attention" title="Not all transcripts could be made">
          <p>Press the button again: it goes on with those that are missing.</p>
        </Notice>
      ) : null}
    </form>
  );
}

async function prepare(action: string, people: { id: string }[]): Promise<void> {
  const body = new URLSearchParams({ intent: "prepare" });
  for (const { id } of people) body.append("person", id);
  const answer = await fetch(action, { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
}
