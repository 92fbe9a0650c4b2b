/** The colour that Twitch shows a reward on: drawn, for the policy allows no inline style. */
export const Swatch = ({ colour }: { readonly colour: string | undefined }) => (
  <svg class="channel-swatch" viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="9" fill={colour ?? "none"} />
  </svg>
);
