import { Form } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import { FileDrop } from "~/documents/checking/FileDrop";
import { MANY_FILES } from "~/documents/checking/uploaded-file";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import { Progress } from "~/ui/Progress";
import type { CheckedRow } from "./checked-row";
import { CheckedFiles } from "./CheckedFiles";

/** Files on their way at once. */
const AT_ONCE = 3;

/** Takes many files and says of each what it is; with scripts one by one as they are chosen, with a count. */
export function BatchCheck({ checked: posted }: { checked: CheckedRow[] }) {
  const [checked, setChecked] = useState(posted);
  const [shown, setShown] = useState(posted);
  if (shown !== posted) {
    setShown(posted);
    setChecked(posted);
  }
  const [total, setTotal] = useState(0);
  const [failed, setFailed] = useState<string[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const start = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    setTooMany(files.length > MANY_FILES);
    if (files.length === 0 || files.length > MANY_FILES) return;
    setChecked([]);
    setFailed([]);
    setTotal(files.length);
    await checkAll(files, {
      done: (result) => setChecked((before) => [...before, result]),
      failed: (name) => setFailed((before) => [...before, name]),
    });
  };
  return (
    <div className="grid gap-6">
      <Form method="post" encType="multipart/form-data" className="grid max-w-2xl gap-4">
        <FileDrop
          id="files"
          label="Files"
          hint={`Up to ${MANY_FILES} at once.`}
          accept=".pdf,.png,.svg,.json,application/pdf,image/png,image/svg+xml,application/json"
          multiple
          required
          onChange={(event) => void start(event)}
        />
        <div className="scripted:hidden">
          <SubmitButton>Check these files</SubmitButton>
        </div>
      </Form>
      {tooMany ? <Notice tone="attention" title={`Choose at most ${MANY_FILES} files at once.`} /> : null}
      {total > 0 ? <Progress label="Files checked" value={checked.length + failed.length} max={total} /> : null}
      {failed.length > 0 ? (
        <Notice tone="attention" title={`${plural(failed.length, "file")} could not be checked`}>
          <p>{failed.join(", ")}: too large for a document issued here, or the connection broke.</p>
        </Notice>
      ) : null}
      <CheckedFiles checked={checked} />
    </div>
  );
}

interface Listeners {
  done: (result: CheckedRow) => void;
  failed: (name: string) => void;
}

async function checkAll(files: File[], listeners: Listeners): Promise<void> {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const { name } = file;
      await checkOne(file).then(listeners.done, () => listeners.failed(name));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function checkOne(file: File): Promise<CheckedRow> {
  const body = new FormData();
  body.append("file", file);
  const answer = await fetch("/hr/verify/file", { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as CheckedRow;
}
