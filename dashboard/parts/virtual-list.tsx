import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import "./virtual-list.css";

interface VirtualListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly row: (row: Row) => ComponentChildren;
  /** How high a row is, about, in pixels; each is measured when it is shown. */
  readonly about: number;
  /** Whether it stays at the end while rows are added. */
  readonly follow?: boolean;
  /** Somebody has scrolled to the end, or up and away from it. */
  readonly onScroll?: (atEnd: boolean) => void;
}

/** Tens of thousands of rows, of which only those in sight exist. */
export function VirtualList<Row>({
  label,
  rows,
  keyOf,
  row,
  about,
  follow = false,
  onScroll,
}: VirtualListProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolledTo = useRef(0);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options()));

  function options() {
    return {
      count: rows.length,
      getScrollElement: () => frame.current,
      estimateSize: () => about,
      getItemKey: (place: number) => {
        const known = rows[place];
        return known === undefined ? place : keyOf(known);
      },
      overscan: 12,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => draw(undefined),
    };
  }

  virtualizer.setOptions(options());
  // Its name begins so, but this is how every framework's own adapter calls it.
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    if (follow && rows.length > 0) virtualizer.scrollToIndex(rows.length - 1, { align: "end" });
  }, [follow, rows, virtualizer]);

  const tell = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    const atEnd = scrollHeight - scrollTop - clientHeight < about * 2;
    // Rows that have just come put the end further down, without anybody having left it.
    if (atEnd || scrollTop < scrolledTo.current) onScroll?.(atEnd);
    scrolledTo.current = scrollTop;
  };

  return (
    <div
      ref={frame}
      class="virtual-list"
      role="log"
      aria-live="off"
      aria-label={label}
      tabIndex={0}
      onScroll={tell}
    >
      <div class="virtual-list-all" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const known = rows[index];
          return (
            <div
              key={String(key)}
              ref={(element) => virtualizer.measureElement(element)}
              class="virtual-list-row"
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              {known === undefined ? null : row(known)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
