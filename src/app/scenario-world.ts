import { buildChain } from '../chain/build.ts';
import { type Chain, linksBelow } from '../chain/chain.ts';
import { EndState } from '../chain/end-state.ts';
import { OrderedChain } from '../chain/ordered-chain.ts';
import type { ValuedLevel } from '../chain/repair.ts';
import { CENTRAL_ADVERSE, suppliersLeft } from '../chain/supply.ts';
import { type Supplier, supplierOf, Threat } from '../chain/threat.ts';
import type { Scenario } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { dayNumber } from '../kernel/days.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

/** A programme's chain, ready to be looked at under its scenarios. Built once for all of them. */
export class ChainWorld {
  readonly chain: Chain;
  readonly ordered: OrderedChain;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  /** Links at or below the products. */
  readonly below: ReadonlySet<string>;
  /** What each step of each product's value ladder adds, per year. */
  readonly valued: readonly ValuedLevel[];
  private readonly opened = new Map<'home' | 'world', EndState>();

  constructor(readonly programme: Programme) {
    this.chain = buildChain(programme);
    this.ordered = OrderedChain.of(this.chain);
    this.suppliers = new Map(programme.providers.map((row) => [row.id, supplierOf(row)]));
    this.below = linksBelow(
      (id) => this.chain.links.get(id)?.groups ?? [],
      programme.muster.products.map(({ link }) => link),
    );
    this.valued = valuedLevels(programme);
  }

  scenario(id: string): Scenario {
    const found = this.programme.scenarios.find((scenario) => scenario.id === id);
    if (found) return found;
    const known = this.programme.scenarios.map((scenario) => scenario.id).join(', ') || 'none';
    throw new MusterError('UNKNOWN_SCENARIO', `'${id}' is not a scenario of this programme.`, {
      hint: `Its scenarios: ${known}.`,
    });
  }

  /** The cut-off of a scenario. One with a hazard is looked at as if it started with the programme. */
  threat(scenario: Scenario): Threat {
    const start = dayNumber(scenario.start ?? this.programme.muster.periods.start);
    return new Threat(scenario, this.programme.scenarios, start);
  }

  /** The chain with nothing cut, at central figures and with every unknown adverse. */
  open(asks: 'home' | 'world'): EndState {
    let state = this.opened.get(asks);
    if (!state) {
      const { home } = this.programme.muster;
      state = new EndState(this.ordered, (link) => suppliersLeft(link, this.suppliers, home, null, 0), {
        asks,
        figures: CENTRAL_ADVERSE,
        unknownGates: 'all',
      });
      this.opened.set(asks, state);
    }
    return state;
  }
}

function valuedLevels(programme: Programme): ValuedLevel[] {
  return programme.muster.products.flatMap(({ link, needWeight, valuePerYear, ladder }) =>
    ladder.map(({ level, share }, i) => ({
      product: link,
      level,
      value: centralOf(needWeight) * centralOf(valuePerYear) * (share - (i > 0 ? ladder[i - 1].share : 0)),
    })),
  );
}
