import type { Availability } from './supply.ts';

/** What home has of every link of a chain, by number; columns rather than objects, as there may be very many. */
export class SupplyColumns {
  readonly need: Float64Array;
  readonly foreign: Float64Array;
  readonly home: Float64Array;
  readonly worldShare: Float64Array;

  /** `availabilityOf`: what home has of the link of a number. */
  constructor(count: number, availabilityOf: (number: number) => Availability) {
    this.need = new Float64Array(count);
    this.foreign = new Float64Array(count);
    this.home = new Float64Array(count);
    this.worldShare = new Float64Array(count);
    for (let number = 0; number < count; number++) {
      const { need, foreign, home, worldShare } = availabilityOf(number);
      this.need[number] = need;
      this.foreign[number] = foreign;
      this.home[number] = home;
      this.worldShare[number] = worldShare;
    }
  }

  at(number: number): Availability {
    return {
      need: this.need[number],
      foreign: this.foreign[number],
      home: this.home[number],
      worldShare: this.worldShare[number],
    };
  }
}
