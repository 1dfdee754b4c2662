import type { ReactNode } from 'react';
import type { Palette } from '../../../../src/figures/theme.ts';
import { chainWords } from '../../words/chain.ts';
import { useWords } from '../../words/subject.ts';
import css from './chain.module.css';
import { type Colouring, hatching, shadeColour } from './colours.ts';

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** What colours and borders mean. */
export function Legend({ colouring, palette }: { colouring: Colouring; palette: Palette }) {
  const say = useWords(chainWords);
  const [from, to] = say.ends[colouring];
  return (
    <div className={css.legend}>
      <Sign meaning={to} before={from}>
        <span className={css.scale}>
          {STEPS.map((strength) => (
            <span
              key={strength}
              className={css.swatch}
              style={{ background: shadeColour(palette, colouring, { strength, quantity: 0 }) }}
            />
          ))}
        </span>
      </Sign>
      <Sign meaning={say.unknown}>
        <span className={css.swatch} style={{ background: hatching(palette) }} />
      </Sign>
      <Sign meaning={say.stopped}>
        <span className={css.swatch} style={{ border: `2px solid ${palette.broken}` }} />
      </Sign>
      <Sign meaning={say.maybe}>
        <span className={css.swatch} style={{ borderStyle: 'dashed' }} />
      </Sign>
      <span>{say.keys}</span>
    </div>
  );
}

function Sign(props: { meaning: string; before?: string; children: ReactNode }) {
  return (
    <span className={css.sign}>
      {props.before}
      {props.children}
      {props.meaning}
    </span>
  );
}
