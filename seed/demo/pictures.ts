/** A seal and a signature that are plainly invented. */
export const DEMO_SEAL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">
  <circle cx="60" cy="60" r="57" fill="#14532d"/>
  <circle cx="60" cy="60" r="51" fill="none" stroke="#ffffff" stroke-width="2"/>
  <circle cx="60" cy="60" r="36" fill="#ffffff"/>
  <path fill="#14532d" d="M60 30 L68 50 L62 50 L74 68 L66 68 L80 86 L40 86 L54 68 L46 68 L58 50 L52 50 Z"/>
  <g fill="#ffffff">
    <circle cx="60" cy="16" r="3"/><circle cx="91" cy="29" r="3"/><circle cx="104" cy="60" r="3"/>
    <circle cx="91" cy="91" r="3"/><circle cx="60" cy="104" r="3"/><circle cx="29" cy="91" r="3"/>
    <circle cx="16" cy="60" r="3"/><circle cx="29" cy="29" r="3"/>
  </g>
</svg>`;

export const DEMO_SIGNATURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 60">
  <g fill="none" stroke="#1e3a8a" stroke-width="2.5">
    <path d="M12 48 C16 20 22 6 32 8 C46 12 34 34 18 32"/>
    <path d="M40 40 C46 26 52 26 50 38 C58 24 64 26 62 40 M72 30 L70 42 M74 22 L75 20"/>
    <path d="M84 30 C78 42 90 44 96 30 C94 46 92 58 82 54 M104 38 C110 24 118 34 108 42 C118 46 122 38 124 32"/>
    <path d="M160 14 C140 12 140 26 154 28 C170 32 162 46 142 42 M172 34 C166 44 178 46 184 32 C182 44 186 44 192 36"/>
    <path d="M196 42 C200 28 206 30 204 40 C210 28 216 30 214 40 M224 34 C222 52 220 56 219 58 M224 34 C236 28 236 44 223 42"/>
    <path d="M10 54 C80 46 170 56 242 48" stroke-width="1.2"/>
  </g>
</svg>`;
