import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

/** Its boxes are those of the list. */
export const INVOICE_CHOICE = "invoices";

interface NewInvoiceFormProps {
  /** The district to bill; each person is billed without one. */
  district: { value: string; label: string } | undefined;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Issues invoices for the claims that are ticked in the list. */
export function NewInvoiceForm({ district, lastResult }: NewInvoiceFormProps) {
  const [form, fields] = useServerForm<{ purchaseOrder: string }>({ id: INVOICE_CHOICE, lastResult });
  return (
    <FormFrame form={form} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {district ? (
        <>
          <Hidden name="organisationId" value={district.value} />
          <TextField
            field={fields.purchaseOrder}
            label={`Number of the purchase order from ${district.label}`}
            autoComplete="off"
            className="max-w-96"
            required
          />
        </>
      ) : null}
      <SubmitButton intent={district ? "district" : "person"} pendingLabel="Issuing …">
        {district ? "Issue the invoice" : "Issue invoices"}
      </SubmitButton>
    </FormFrame>
  );
}
