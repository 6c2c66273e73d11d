import { FileDown } from "lucide-react";
import { formatBytes, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Facts, Notice } from "~/ui/frame/Page";
import { Progress } from "~/ui/Progress";
import { Status } from "~/ui/Status";
import { EXPORT_RUN_TONES, EXPORT_RUN_WORDS, type ExportRunState, isOpenRun } from "./export-order";
import { Link } from "~/ui/Link";

interface ExportProgressProps {
  run: {
    state: ExportRunState;
    total: number;
    done: number;
    rows: number;
    answer: string | null;
    exportId: string | null;
  };
  file: { name: string; size: number; sha256: string } | null;
  /** How many exports of the organization are made before it. */
  ahead: number;
}

/** How far an export is; once it is ready, the way to its file. */
export function ExportProgress({ run, file, ahead }: ExportProgressProps) {
  const { state, total, done, rows, answer, exportId } = run;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Status tone={EXPORT_RUN_TONES[state]}>{EXPORT_RUN_WORDS[state]}</Status>
        {rows > 0 ? <span className="text-soft tabular-nums">{plural(rows, "row")}</span> : null}
      </div>
      {state === "running" && total > 0 ? (
        <Progress label="People whose hours are written" value={done} max={total} />
      ) : null}
      {state === "waiting" && ahead > 0 ? (
        <p className="text-soft">{plural(ahead, "export")} of your organization comes first.</p>
      ) : null}
      {isOpenRun(state) ? (
        <>
          <p className="text-soft">You can leave this page; the export goes on.</p>
          <Link to="" reloadDocument className="link inline-block py-2.5 scripted:hidden">
            See how far it is
          </Link>
          <div>
            <ConfirmDialog
              trigger="Stop"
              title="Stop this export?"
              confirmLabel="Stop the export"
              cancelLabel="Let it go on"
              intent="stop"
            >
              <p>Nothing of it is kept, and none of its rows counts as exported.</p>
            </ConfirmDialog>
          </div>
        </>
      ) : null}
      {answer ? <Notice tone={EXPORT_RUN_TONES[state]} title={answer} /> : null}
      {exportId && file ? (
        <>
          <div>
            <LinkButton to={`/hr/exports/${exportId}`} reloadDocument>
              <FileDown aria-hidden size={20} /> Download {file.name}
            </LinkButton>
          </div>
          <Facts
            items={[
              { label: "Rows", value: rows.toLocaleString("en-US") },
              { label: "Size", value: formatBytes(file.size) },
              { label: "SHA-256 of the file", value: <code className="text-sm break-all">{file.sha256}</code> },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
