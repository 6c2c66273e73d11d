import type { RefObject } from "react";
import { Button } from "~/ui/Button";
import Modal from "~/ui/Modal";
import { LIST_KEYS } from "./list-keys";

/** Which keys do what in a list. */
export default function KeysDialog({
  onClose,
  returnTo,
}: {
  onClose: () => void;
  returnTo: RefObject<HTMLElement | null>;
}) {
  return (
    <Modal title="Keys of this list" onClose={onClose} returnTo={returnTo}>
      {(close) => (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
            {LIST_KEYS.map(([key, what]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded border border-line bg-sunken px-1.5 py-0.5 text-[0.9375rem]">{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-5 flex justify-end">
            <Button type="button" variant="secondary" onClick={close}>
              Close
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
