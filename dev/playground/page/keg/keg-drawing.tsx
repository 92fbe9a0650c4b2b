export type KegMood = "closed" | "burning" | "bursting" | "burst" | "saved";

/** The keg itself. Its mood, and how hot it is from 0 to 3, are for the stylesheet to move it. */
export function KegDrawing({ mood, heat }: { readonly mood: KegMood; readonly heat: number }) {
  return (
    <svg class="keg-drawing" viewBox="0 0 160 160" aria-hidden="true" data-mood={mood} data-heat={heat}>
      <ellipse class="keg-shadow" cx="80" cy="150" rx="52" ry="6" />
      <g class="keg-body">
        <path class="keg-fuse" d="M92 24c2-12 12-16 20-10s14 2 16-6" />
        <circle class="keg-spark" cx="128" cy="8" r="5" />
        <path class="keg-wood" d="M46 24h68c14 32 14 88 0 122H46c-14-34-14-90 0-122z" />
        <path class="keg-staves" d="M62 25c-8 34-8 86 0 120M80 25v120M98 25c8 34 8 86 0 120" />
        <path class="keg-hoop" d="M43 33h74M36.5 62h87M36.5 108h87M43 137h74" />
        <path class="keg-light" d="M52 36c-7 30-7 66 0 98" />
        <g class="keg-tap">
          <path d="M80 70v14M70 69h20M70 88h20" />
          <path class="keg-spout" d="M86 90v10" />
        </g>
        <path class="keg-lid" d="M50 18h60l4 8H46z" />
      </g>
      <g class="keg-splash">
        <path d="M80 82 66 40l-8 28-30-22 14 32-34 4 30 14-24 26 33-9 1 33 18-26 20 28 4-32 33 10-20-27 32-12-32-8 18-30-31 17-5-32z" />
        <circle cx="18" cy="58" r="5" />
        <circle cx="142" cy="50" r="6" />
        <circle cx="30" cy="136" r="4" />
        <circle cx="136" cy="134" r="5" />
      </g>
    </svg>
  );
}
