import { findMySession } from "~/attendance/attendance-right.server";
import { notFound } from "~/platform/http/responses.server";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import type { ActorContext } from "~/platform/context";
import { plural } from "~/platform/format";
import type { Outcome } from "~/platform/outcome";
import { takeReport } from "./report.server";
import { applyReport, changeReading, decideWho, dropReport, takeBackReport } from "./report-command.server";
import type { ReportForm } from "./report-form";
import { REPORT_REFUSALS } from "./report-refusal";

const WORDS: Record<string, string> = { ...ATTENDANCE_REFUSALS, ...REPORT_REFUSALS };

/** What came of a form: what to say, or why not, at which field. */
export type ReportAnswer = { ok: true; said: string } | { ok: false; words: string; field?: string };

/**
 * Does what the page of reports posted, by its intent.
 * @throws Response 404 when the session is not the actor's to take
 */
export async function runReportForm(ctx: ActorContext, sessionId: string, form: ReportForm): Promise<ReportAnswer> {
  if (!findMySession(ctx.db, ctx, sessionId)) throw notFound();
  switch (form.intent) {
    case "upload":
      return upload(ctx, sessionId, form.file);
    case "read-as": {
      const { timeZone, dateOrder } = form;
      const about = { sessionId, reportId: form.report };
      return say(await changeReading(ctx, about, { timeZone, dateOrder }), () => "Read anew.");
    }
    case "drop":
      return say(dropReport(ctx, { sessionId, reportId: form.report }), () => "Thrown away. Nobody was marked.");
    case "match":
      return say(decideWho(ctx, sessionId, form.decision), () => "Remembered, for the next report, too.");
    case "apply": {
      const { report: reportId, vouched: vouchedFor, reason } = form;
      const applied = await applyReport(ctx, { sessionId, reportId, vouchedFor, reason });
      return say(applied, (count) => `${plural(count, "person", "people")} marked.`);
    }
    default: {
      const taken = takeBackReport(ctx, { sessionId, reportId: form.report, reason: form.reason });
      return say(taken, (count) => `${plural(count, "mark")} taken back.`);
    }
  }
}

/** Each file by itself: one that is refused changes nothing, and the others are read. */
async function upload(ctx: ActorContext, sessionId: string, files: readonly File[]): Promise<ReportAnswer> {
  const refused: string[] = [];
  for (const file of files) {
    const taken = await takeReport(ctx, sessionId, file);
    if (!taken.ok)
      refused.push(files.length > 1 ? `${file.name}: ${WORDS[taken.reason]}` : (WORDS[taken.reason] ?? ""));
  }
  if (files.length === 0) return { ok: false, words: REPORT_REFUSALS["no-file"], field: "file" };
  const read = files.length - refused.length;
  if (read > 0 && refused.length > 0)
    refused.unshift(`${plural(read, "report was read and stands", "reports were read and stand")} above.`);
  if (refused.length > 0) return { ok: false, words: refused.join(" "), field: "file" };
  return { ok: true, said: `${plural(files.length, "report")} read. Look at what would be marked.` };
}

function say<Value>(outcome: Outcome<Value, string>, said: (value: Value) => string): ReportAnswer {
  if (outcome.ok) return { ok: true, said: said(outcome.value) };
  const { reason } = outcome;
  return { ok: false, words: WORDS[reason] ?? "", ...(reason === "reason-needed" && { field: "reason" }) };
}
