import { formatHours, formatMoney, formatPlainDate } from "~/platform/format";
import { Status } from "~/ui/Status";
import type { InvoiceReading } from "./invoice-reading.server";
import { INVOICE_STATE_TONES, INVOICE_STATE_WORDS } from "./invoice-state";
import { PAYMENT_KIND_LABELS } from "~/billing/fees/payment-kind";

type Sheet = Pick<
  InvoiceReading,
  "invoice" | "provider" | "lines" | "payments" | "followers" | "about" | "state" | "due"
>;

/** An invoice or credit note as a sheet that can be mailed. */
export function InvoiceSheet(sheet: Sheet) {
  const { invoice, provider } = sheet;
  const note = invoice.kind === "credit-note";
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-8 rounded-[0.625rem] border border-line bg-surface p-5 sm:p-8 print:border-0 print:p-0">
      <div className="flex flex-wrap justify-between gap-x-12 gap-y-6">
        <div className="max-w-80">
          <p className="font-semibold">{provider.name}</p>
          {provider.address ? <p className="text-soft">{provider.address}</p> : null}
        </div>
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
          <Term label="Number" value={<strong className="tabular-nums">{invoice.number}</strong>} />
          <Term label="Issued" value={formatPlainDate(invoice.issuedOn)} />
          {note ? null : <Term label="Due" value={formatPlainDate(invoice.dueOn)} />}
          {invoice.purchaseOrder ? <Term label="Purchase order" value={invoice.purchaseOrder} /> : null}
          {sheet.about ? <Term label={note ? "To invoice" : "Belongs to"} value={sheet.about.number} /> : null}
          {note ? null : (
            <Term
              label="Status"
              value={<Status tone={INVOICE_STATE_TONES[sheet.state]}>{INVOICE_STATE_WORDS[sheet.state]}</Status>}
            />
          )}
        </dl>
      </div>
      <div>
        <p className="text-[0.9375rem] text-soft">{note ? "Credit to" : "Bill to"}</p>
        <p className="text-lg font-semibold">{invoice.billTo}</p>
        {invoice.billToAddress ? <p className="whitespace-pre-line text-soft">{invoice.billToAddress}</p> : null}
      </div>
      {invoice.reason ? <p>{invoice.reason}.</p> : null}
      <Lines lines={sheet.lines} totalCents={invoice.totalCents} note={note} />
      {note ? null : <Settlement {...sheet} />}
    </article>
  );
}

function Term({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt className="text-soft">{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Lines({ lines, totalCents, note }: { lines: Sheet["lines"]; totalCents: number; note: boolean }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{note ? "What is credited" : "What is billed"}</caption>
      <thead>
        <tr className="border-b-2 border-strong text-left text-[0.9375rem]">
          <th scope="col" className="py-2 pr-3">
            Clock hours for
          </th>
          <th scope="col" className="px-3 py-2 text-right">
            Hours
          </th>
          <th scope="col" className="py-2 pl-3 text-right">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="keep border-b border-line align-top">
            <td className="py-2.5 pr-3">{line.description}</td>
            <td className="px-3 py-2.5 text-right tabular-nums">
              {line.kind === "late-fee" ? "" : formatHours(line.minutes)}
            </td>
            <td className="py-2.5 pl-3 text-right tabular-nums">{formatMoney(line.amountCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="keep border-t-3 border-double border-strong text-lg">
          <th scope="row" colSpan={2} className="py-3 pr-3 text-left">
            {note ? "Total credited" : "Total"}
          </th>
          <td className="py-3 pl-3 text-right font-bold tabular-nums">{formatMoney(totalCents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What came in, what was credited, what is left, and how to pay it. */
function Settlement({ invoice, provider, payments, followers, state, due }: Sheet) {
  const notes = followers.filter(({ kind }) => kind === "credit-note");
  const late = followers.filter(({ kind }) => kind === "invoice");
  const left = due.balanceCents;
  return (
    <div className="grid gap-2">
      {payments.map((payment) => (
        <p key={payment.id}>
          Paid {formatMoney(payment.amountCents)} on {formatPlainDate(payment.receivedOn)}:{" "}
          {PAYMENT_KIND_LABELS[payment.kind].toLowerCase()} {payment.reference}.
          {payment.reversal ? ` Recorded in error and reversed: ${payment.reversal.reason}` : null}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note.id}>
          Credited {formatMoney(note.totalCents)} on {formatPlainDate(note.issuedOn)}: {note.number}.
        </p>
      ))}
      {late.map((each) => (
        <p key={each.id}>
          Late fee of {formatMoney(each.totalCents)} on invoice {each.number}.
        </p>
      ))}
      {state === "open" ? (
        <p>
          <strong>{formatMoney(due.totalCents)} to pay</strong>
          {due.lateCents > 0 ? `, of which ${formatMoney(due.lateCents)} for paying late` : ""}. Make checks payable to{" "}
          {provider.name} and write {invoice.number} on them. Cards are taken at the office; never send card numbers.
        </p>
      ) : null}
      {left < 0 ? (
        <p>
          <strong>{formatMoney(-left)} is owed back</strong> to {invoice.billTo}.
        </p>
      ) : null}
    </div>
  );
}
