import type { ReactNode } from "react";
import { ConnectionNotice } from "./ConnectionNotice";
import { Logo } from "./Logo";

/**
 * Around a page that a browser keeps and opens without a network: nothing in it is of whoever looks, and no link needs more of
 * the site. A kiosk's page is locked: no link leads away.
 */
export function AloneFrame({ isLocked, children }: { isLocked: boolean; children: ReactNode }) {
  const look = "-ml-1 flex min-h-11 items-center gap-2.5 rounded-lg px-1 text-xl font-bold tracking-[-0.02em]";
  const name = (
    <>
      <Logo size={30} />
      Hourbook
    </>
  );
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="no-print bg-bar text-on-bar">
        <div className="mx-auto flex min-h-15 max-w-7xl items-center px-4 sm:px-6">
          {isLocked ? (
            <span className={look}>{name}</span>
          ) : (
            <a href="/facilitator" className={`${look} outline-on-bar`}>
              {name}
            </a>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <ConnectionNotice />
    </div>
  );
}
