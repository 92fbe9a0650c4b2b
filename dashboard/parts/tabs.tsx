import { useEffect, useRef } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import "./choice.css";

interface TabsProps {
  readonly label: string;
  /** Where each leads, within the section: "/" is its front. */
  readonly tabs: readonly { readonly path: `/${string}`; readonly text: string }[];
}

/** The pages of a section; which one is shown stands in the address, so it can be shared and gone back from. */
export function Tabs({ label, tabs }: TabsProps) {
  const [location] = useLocation();
  const strip = useRef<HTMLElement>(null);
  // On a phone not all of them are in sight.
  useEffect(() => {
    strip.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [location]);
  return (
    <nav ref={strip} class="tabs" aria-label={label}>
      {tabs.map(({ path, text }) => (
        <Link key={path} class="tab" href={path} aria-current={isIn(location, path) ? "page" : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

const isIn = (location: string, path: string) =>
  path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
