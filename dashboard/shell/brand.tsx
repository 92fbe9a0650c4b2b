import icon from "../icon.svg";

/** The sign above the door. */
export function Brand() {
  return (
    <span class="brand">
      <img src={icon} alt="" width={28} height={28} />
      Taproom
    </span>
  );
}
