/** Hourbook's logo: an open book whose pages are the hands of a clock. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
    >
      <path
        d="M16 26.5C12.6 24.2 8.6 23.4 3.5 23.6V7.4C8.6 7.2 12.6 8 16 10.4c3.4-2.4 7.4-3.2 12.5-3v16.2c-5.1-.2-9.1.6-12.5 2.9Z"
        strokeWidth="2.25"
      />
      <path d="M16 10.4v7.1l5.4 2.7" strokeWidth="2.25" strokeLinecap="round" />
      <path d="M16 2.5v2M7.6 3.9l.9 1.4M24.4 3.9l-.9 1.4" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
