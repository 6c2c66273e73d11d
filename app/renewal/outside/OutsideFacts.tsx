import { formatPlainDate } from "~/platform/format";
import { Facts } from "~/ui/frame/Page";
import type { ShownOutside } from "./outside-shown";
import { OutsideStatus } from "./OutsideTable";

interface OutsideFactsProps {
  shown: ShownOutside;
  /** Where what proves it is downloaded; null where nothing does. */
  file: string | null;
  fileName: string | null;
  documentCode: string | null;
}

/** What an entry says, and how far it was checked. */
export function OutsideFacts({ shown, file, fileName, documentCode }: OutsideFactsProps) {
  return (
    <Facts
      items={[
        { label: "How much", value: shown.amount },
        { label: "Topics, hours", value: shown.topics },
        { label: "Given by", value: shown.providerName },
        { label: "Completed", value: formatPlainDate(shown.completedOn) },
        {
          label: "Evidence",
          value: file ? (
            <a href={file} download className="link wrap-anywhere">
              {fileName}
            </a>
          ) : (
            "None added"
          ),
        },
        { label: "Read from the document", value: documentCode },
        { label: "Vouched for", value: <OutsideStatus {...shown} /> },
      ]}
    />
  );
}
