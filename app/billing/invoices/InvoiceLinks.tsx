import { type InvoiceKind, invoiceTitle } from "./invoice-kind";
import { Link } from "~/ui/Link";

/** Links to the invoices and credit notes that name a claim. */
export function InvoiceLinks({
  invoices,
  under,
}: {
  invoices: { id: string; number: string; kind: InvoiceKind }[];
  /** The address under which this person reads them. */
  under: string;
}) {
  return (
    <ul>
      {invoices.map((invoice) => (
        <li key={invoice.id}>
          <Link to={`${under}/${invoice.id}`} className="link inline-block py-0.5 pointer-coarse:py-2.5">
            {invoiceTitle(invoice)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
