import { useBlocker, useLocation, useNavigation } from "@remix-run/react";
import {
  createContext,
  lazy,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { buttonLook } from "~/ui/Button";
import { isOfSomebodyElse } from "./kept-text";

const Modal = lazy(() => import("~/ui/Modal"));

const Owner = createContext<string | null>(null);

/** Whose text the forms of this page keep; null for visitors, whose text is not kept. */
export const useOwner = (): string | null => useContext(Owner);

/** Forms on this page with text that is not saved, and keys of forms that were sent and not answered yet. */
const changed = new Set<string>();
const sent = new Set<string>();
/** Of these, those whose way was seen: what was pressed as an earlier one ended is not answered by that. */
const underWay = new Set<string>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

/** Says whether a form on the page holds text that is not saved. */
export function markChanged(key: string, isChanged: boolean): void {
  if (changed.has(key) === isChanged) return;
  if (isChanged) changed.add(key);
  else changed.delete(key);
  tell();
}

/** A form was sent: what it keeps goes as soon as the answer says that it is saved. */
export function markSent(key: string): void {
  sent.add(key);
  markChanged(key, false);
}

/**
 * Whether a form was sent, for one that stands on the page now in its place: it was saved, or the page would have an answer.
 * Asked once, because what is around every page forgets it only after the forms on it are there.
 */
export const takeSent = (key: string): boolean => sent.delete(key);

/** The answer was an error: what was typed stays kept. */
export const keepSent = (): void => {
  sent.clear();
  underWay.clear();
};

/** Somebody signs out: what the device keeps beyond the tab goes once they have, not when they only tried to. */
let isSigningOut = false;

/** Forgets what every form keeps, at signing out. */
export function forgetTyped(): void {
  forgetOthers(null);
  isSigningOut = true;
}

/** Forgets what the device keeps of others; a browser that never kept anything is not asked to load what would. */
async function forgetOnDevice(owner: string | null): Promise<void> {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === "hourbook")) return;
    await (await import("./device-store")).forgetOthersOnDevice(owner);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function forgetOthers(owner: string | null): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (isOfSomebodyElse(key, owner)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

interface KeptFormsProps {
  owner: string | null;
  /** What else this device keeps of people, and is to forget of everybody but one; null: of everybody. */
  forgets: (but: string | null) => Promise<void>;
  children: ReactNode;
}

/** Around every page: forgets what was saved, forgets what somebody else typed, and asks before changes are left. */
export function KeptForms({ owner, forgets, children }: KeptFormsProps) {
  const { pathname } = useLocation();
  const idle = useNavigation().state === "idle";
  useEffect(() => {
    if (owner === null && !isSigningOut) return;
    isSigningOut = false;
    if (owner !== null) forgetOthers(owner);
    void forgetOnDevice(owner);
    void forgets(owner);
  }, [owner, forgets]);
  useEffect(() => {
    if (!idle) return sent.forEach((key) => underWay.add(key));
    for (const key of underWay) {
      if (sent.delete(key) && owner !== null && pathname !== "/sign-in") sessionStorage.removeItem(key);
    }
    underWay.clear();
  });
  return (
    <Owner.Provider value={owner}>
      {children}
      <LeaveQuestion />
    </Owner.Provider>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks before a page is left that holds changes. */
function LeaveQuestion() {
  const hasChanges = useSyncExternalStore(
    subscribe,
    () => changed.size > 0,
    () => false,
  );
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed.size > 0 &&
      currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
  );
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!hasChanges) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [hasChanges]);
  if (blocker.state !== "blocked") return null;
  const leave = () => {
    changed.clear();
    blocker.proceed();
  };
  return (
    <Suspense fallback={null}>
      <Modal title="Leave without saving?" onClose={() => blocker.reset()} returnTo={page}>
        {(close) => (
          <>
            <p>
              What you typed is not saved. It stays in this tab and is filled in again when you come back to this page.
            </p>
            <div className="flex flex-wrap justify-end gap-3 max-sm:[&>*]:w-full">
              <button type="button" onClick={close} {...buttonLook({ variant: "secondary" })}>
                Stay here
              </button>
              <button type="button" onClick={leave} {...buttonLook({ variant: "primary" })}>
                Leave
              </button>
            </div>
          </>
        )}
      </Modal>
    </Suspense>
  );
}
