import { recordDeliveryReport, type ReportResult } from "~/messages/delivery/delivery-report.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import type { FaultSource } from "~/platform/mail/address-fault";
import { raiseAlarm } from "~/platform/mail/mail-alarm.server";
import type { ReturnedMail } from "~/platform/mail/returned-mail";
import { type AnsweredCalendar, takeCalendarAnswer } from "./calendar-answer.server";
import { passOn, type PassedOn } from "./pass-on.server";

/** What was done with a mail that arrived where our mail comes from. */
export type Handled =
  | ({ handled: "report" } & Omit<ReportResult, "address">)
  | { handled: "complaint" | "automatic" | "unknown-message" | PassedOn | AnsweredCalendar };

/** Does what a mail asks for that arrived where our mail comes from; whatever it is, its sender's server is told nothing. */
export function takeReturnedMail(ctx: Context, mail: ReturnedMail, source: FaultSource): Handled {
  if (mail.kind === "report") {
    const outcome = recordDeliveryReport(ctx, mail, source);
    if (!outcome.ok) return { handled: outcome.reason };
    const { outcome: became, unreachable } = outcome.value;
    return { handled: "report", outcome: became, unreachable };
  }
  if (mail.kind === "complaint") {
    inTransaction(ctx.db, (tx) => raiseAlarm(tx, ctx, { topic: "content", words: COMPLAINT }));
    return { handled: "complaint" };
  }
  if (mail.kind === "calendar-answer") return { handled: takeCalendarAnswer(ctx, mail) };
  return { handled: mail.kind === "answer" ? passOn(ctx, mail) : "automatic" };
}

const COMPLAINT = "A recipient told their mail service that one of our messages is spam.";
