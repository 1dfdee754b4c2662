import type { ReactNode, Ref } from 'react';

/** A part of a page that scrolls by itself: named, and within reach of the keyboard. */
export function ScrollRegion(props: {
  label: string;
  className: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it only a pointer could scroll
    <section ref={props.ref} className={props.className} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
