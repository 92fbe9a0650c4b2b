import type { ComponentChildren } from "preact";
import { useMayChange } from "./permission.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { say } from "./words.ts";
import "./button.css";

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly look?: "usual" | "main" | "quiet" | "danger";
  readonly icon?: IconName;
  readonly small?: boolean;
  /** What it began is not done yet: it waits, and cannot be pressed again. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** It changes something of its section, so it is there for those alone who may. */
  readonly changes?: boolean;
  readonly type?: "button" | "submit";
  /** Read aloud instead of what is written. */
  readonly label?: string;
  readonly onPress?: () => void;
}

export function Button({
  children,
  look = "usual",
  icon,
  small = false,
  pending = false,
  disabled = false,
  changes = false,
  type = "button",
  label,
  onPress,
}: ButtonProps) {
  const mayChange = useMayChange();
  const forbidden = changes && !mayChange;
  return (
    <button
      type={type}
      class={`button button-${look}${small ? " button-small" : ""}`}
      disabled={disabled || forbidden}
      aria-busy={pending}
      aria-label={label}
      title={forbidden ? say("parts-may-not-change") : undefined}
      onClick={pending ? swallow : onPress}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** An icon that can be pressed; its name is read aloud and shown when one points at it. */
export function IconButton({
  icon,
  name,
  onPress,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

/** It stays where the keyboard is, which would lose its place at a disabled one. */
const swallow = (event: Event) => event.preventDefault();
