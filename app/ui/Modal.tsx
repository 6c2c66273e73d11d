import type { ReactNode, RefObject } from "react";
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from "react-aria-components/Modal";

interface ModalProps {
  title: string;
  onClose: () => void;
  /** What gets the focus back. */
  returnTo: RefObject<HTMLElement | null>;
  children: (close: () => void) => ReactNode;
}

/** A dialog above the page that holds the focus until it is answered. */
export default function Modal({ title, onClose, returnTo, children }: ModalProps) {
  const close = () => {
    onClose();
    requestAnimationFrame(() => returnTo.current?.focus());
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : close())}
      className="fixed inset-0 z-50 grid items-end overflow-y-auto bg-black/45 sm:place-items-center sm:p-4"
    >
      <AriaModal className="w-full rounded-t-2xl border border-line bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-[0_16px_48px_var(--shade)] sm:max-w-lg sm:rounded-2xl sm:p-6">
        <Dialog role="alertdialog" className="grid gap-4 outline-none">
          <Heading slot="title" className="text-xl font-bold tracking-[-0.01em]">
            {title}
          </Heading>
          {children(close)}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
