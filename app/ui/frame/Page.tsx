import { ChevronRight } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useWayBack } from "~/ui/lists/way-back";
import { toneClasses, toneIcons, type Tone } from "~/ui/Status";
import { Link } from "~/ui/Link";

/** A step on the way back up. */
export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  lead?: ReactNode;
  breadcrumbs?: Crumb[];
  actions?: ReactNode;
  children?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  /** A page that is worked on while people wait: its head takes little room, and on a phone no way back stands over it. */
  compact?: boolean;
}

const looks = {
  roomy: {
    page: "pt-6 sm:pt-8",
    crumbs: "mb-3",
    head: "mb-6 pb-4 sm:mb-8",
    title: "text-[1.75rem] sm:text-[2.125rem]",
    lead: "mt-2 text-lg",
  },
  compact: {
    page: "pt-3 sm:pt-6",
    crumbs: "mb-2 max-sm:hidden",
    head: "mb-1 pb-2",
    title: "text-xl sm:text-2xl",
    lead: "text-[0.9375rem] sm:text-base",
  },
};

const widths = { narrow: "max-w-2xl", normal: "max-w-5xl", wide: "max-w-7xl" };

/** A page under the bar: breadcrumbs, the one H1, its actions, and what it holds. */
export function Page({ title, lead, breadcrumbs, actions, children, width = "normal", compact = false }: PageProps) {
  const look = compact ? looks.compact : looks.roomy;
  return (
    <div className={`mx-auto w-full px-4 pb-16 sm:px-6 print:max-w-none print:p-0 ${look.page} ${widths[width]}`}>
      {breadcrumbs?.length ? <Breadcrumbs crumbs={breadcrumbs} className={look.crumbs} /> : null}
      <header className={`double-rule flex flex-wrap items-end justify-between gap-x-6 gap-y-4 ${look.head}`}>
        <div className="min-w-0">
          <h1 id="page-title" tabIndex={-1} className={`font-bold tracking-[-0.02em] outline-offset-4 ${look.title}`}>
            {title}
          </h1>
          {lead ? <div className={`max-w-[65ch] text-pretty text-soft ${look.lead}`}>{lead}</div> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">{children}</div>
    </div>
  );
}

/** Leads back to a list as it was left. */
function CrumbLink({ label, to }: Crumb) {
  return (
    <li className="flex items-center gap-1">
      <Link to={useWayBack(to)} className="link py-1 pointer-coarse:py-3">
        {label}
      </Link>
      <ChevronRight aria-hidden size={16} className="text-soft" />
    </li>
  );
}

function Breadcrumbs({ crumbs, className }: { crumbs: Crumb[]; className: string }) {
  return (
    <nav aria-label="Breadcrumb" className={`no-print ${className}`}>
      <ol className="flex flex-wrap items-center gap-x-1 text-[0.9375rem]">
        {crumbs.map((crumb) => (
          <CrumbLink key={crumb.to} {...crumb} />
        ))}
      </ol>
    </nav>
  );
}

interface SectionProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  id?: string;
}

/** A named part of a page. */
export function Section({ title, description, actions, children, id }: SectionProps) {
  const own = useId();
  const headingId = `${id ?? own}-heading`;
  return (
    <section id={id} aria-labelledby={headingId} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 id={headingId} className="text-xl font-bold tracking-[-0.01em]">
            {title}
          </h2>
          {description ? <div className="mt-1 max-w-[65ch] text-soft">{description}</div> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

const cardLook = "rounded-[0.625rem] border border-line bg-surface p-4 sm:p-5 keep min-w-0";

/** A sheet that holds together what belongs together. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={`${cardLook} ${className ?? ""}`}>{children}</div>;
}

interface CardLinkProps {
  to: string;
  /** The text that is the link; the whole card can be pressed. */
  title: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** A card that leads somewhere: one link, the whole surface as its target. */
export function CardLink({ to, title, children, className }: CardLinkProps) {
  return (
    <div
      className={`${cardLook} relative transition-colors focus-within:border-accent hover:border-accent hover:bg-accent-tint ${className ?? ""}`}
    >
      <h3 className="text-lg font-semibold">
        <Link
          to={to}
          className="text-accent underline decoration-1 underline-offset-4 after:absolute after:inset-0 after:rounded-[0.625rem] focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
        >
          {title}
        </Link>
      </h3>
      {children ? <div className="mt-2 grid gap-2">{children}</div> : null}
    </div>
  );
}

/** Labelled facts as a list of terms; a fact without a value is left out. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  const known = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== "");
  return (
    <dl className="grid gap-x-8 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {known.map((item) => (
        <div
          key={item.label}
          className="grid border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="text-[0.9375rem] text-soft sm:max-w-56">{item.label}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NoticeProps {
  tone: Tone | "danger";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something to know before going on; stands where it matters. Use a toast for what has just happened. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = toneIcons[tone === "danger" ? "attention" : tone];
  const look = tone === "danger" ? "text-danger bg-danger-tint" : toneClasses[tone];
  return (
    <div className={`keep flex gap-3 rounded-lg border border-current/30 p-4 ${look}`}>
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="grid min-w-0 gap-1 text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="prose max-w-[65ch]">{children}</div> : null}
        {action ? <div className="mt-2 flex flex-wrap gap-3">{action}</div> : null}
      </div>
    </div>
  );
}

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** The next step: a link or a form with a button. */
  action?: ReactNode;
}

/** Nothing here, why, and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-2 rounded-[0.625rem] border border-dashed border-strong p-6 sm:p-8">
      {icon ? <div className="mb-1 text-accent">{icon}</div> : null}
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="prose max-w-[60ch] text-soft">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}

/** One figure worth knowing. */
export function Stat({ label, value, hint }: { label: string; value: ReactNode; hint?: ReactNode }) {
  return (
    <div className={`${cardLook} flex flex-col`}>
      <div className="text-[0.9375rem] text-soft">{label}</div>
      <div className="mt-1 text-3xl font-bold tracking-[-0.02em] tabular-nums">{value}</div>
      {hint ? <div className="mt-1 text-[0.9375rem] text-soft">{hint}</div> : null}
    </div>
  );
}

/** Stats side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3 sm:gap-4">{children}</div>;
}

/**
 * The page's main action: at the foot of a phone's screen, in its place elsewhere. With `early` it stands before the rest
 * of the page, of which it must then be a direct child.
 */
export function StickyActions({ children, early }: { children: ReactNode; early?: boolean }) {
  return (
    <div
      className={`${early ? "max-sm:order-last " : ""}no-print sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-paper px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-sm:[&>*]:flex-1 sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0`}
    >
      {children}
    </div>
  );
}
