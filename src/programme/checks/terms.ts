import type { Instrument } from '../../contract/folder/index.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { modesOf, placed } from './walk.ts';

/** Terms that only one kind of instrument has, with where they stand. */
const TERMS: readonly {
  readonly kind: Instrument['kind'];
  readonly path: readonly string[];
  readonly of: (instrument: Instrument) => unknown;
}[] = [
  { kind: 'lump-sum-grant', path: ['paidOn'], of: ({ paidOn }) => paidOn },
  { kind: 'repayable-advance', path: ['returns', 'ofPaid'], of: ({ returns }) => returns?.ofPaid },
  { kind: 'equity', path: ['returns', 'stake'], of: ({ returns }) => returns?.stake },
  { kind: 'tax-credit', path: ['elasticity'], of: ({ elasticity }) => elasticity },
  { kind: 'first-set-insurance', path: ['cover'], of: ({ cover }) => cover },
  { kind: 'park-or-facility', path: ['facility'], of: ({ facility }) => facility },
];

/** Terms go with the kind of their instrument. */
export function* checkInstrumentTerms({ instruments }: Pick<Programme, 'instruments'>): Generator<Defect> {
  for (const { value, path } of placed(instruments)) {
    for (const term of TERMS) {
      if (term.of(value) === undefined || term.kind === value.kind) continue;
      const message = `${term.path.join('.')} of "${value.id}", which is of kind ${value.kind}`;
      yield defect('INSTRUMENT_TERMS', 'instruments', [...path, ...term.path], message);
    }
  }
}

/** What a mode and its option say of terms goes with the instrument of the mode. */
export function* checkModeTerms({
  goals,
  instruments,
}: Pick<Programme, 'goals' | 'instruments'>): Generator<Defect> {
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  for (const { value, path, option } of modesOf(goals)) {
    const instrument = byId.get(value.instrument);
    if (!instrument) continue;
    if (value.commitment !== undefined && instrument.kind !== 'advance-market-commitment') {
      const message = `commitment by "${instrument.id}", which is of kind ${instrument.kind}`;
      yield defect('INSTRUMENT_TERMS', 'goals', [...path, 'commitment'], message);
    }
    const { exitValue, insuredValue, id } = option.value;
    if (instrument.returns?.stake !== undefined && exitValue === undefined) {
      yield defect('TERMS_FIGURE', 'goals', path, `"${id}" has no exitValue for "${instrument.id}"`);
    }
    if (instrument.cover && insuredValue === undefined) {
      yield defect('TERMS_FIGURE', 'goals', path, `"${id}" has no insuredValue for "${instrument.id}"`);
    }
  }
}
