/** A badge with its code on the way to a scanner's beam, where there is no picture to aim at. */
export function BadgeToScanner() {
  return (
    <svg className="aim-drawing" viewBox="0 0 320 320" aria-hidden="true" focusable="false">
      <rect className="aim-card" x="44" y="62" width="132" height="196" rx="18" />
      <rect className="aim-line" x="94" y="80" width="32" height="8" rx="4" />
      <path className="aim-code" d={CODE} />
      <rect className="aim-line" x="70" y="208" width="80" height="10" rx="5" />
      <rect className="aim-line" x="70" y="228" width="48" height="10" rx="5" />
      <path className="aim-beam" d="M258 128 188 96v128l70-32Z" />
      <rect className="aim-scanner" x="252" y="112" width="36" height="96" rx="12" />
      <rect className="aim-light" x="258" y="128" width="6" height="64" rx="3" />
    </svg>
  );
}

/** The three corners of a QR symbol and a few modules: not a code that reads as anything. */
const CODE = [
  ...[
    [70, 108],
    [122, 108],
    [70, 160],
  ].map(([x, y]) => `M${x} ${y}h28v28h-28Zm6 6v16h16v-16Zm4 4h8v8h-8Z`),
  'M104 112h8v8h-8ZM104 128h8v16h-8ZM74 144h16v8h-16ZM104 152h16v8h-16ZM128 144h8v8h-8ZM142 144h8v16h-8Z',
  'M104 168h8v20h-8ZM120 164h12v8h-12ZM138 168h12v8h-12ZM120 180h8v8h-8ZM134 182h16v6h-16Z',
].join('');
