import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Shock } from '../../chain/cascade.ts';
import { type Essentiality, type FirmNetwork, firmNetwork } from '../../chain/firm-network.ts';
import { CascadeThreads } from '../../compute/run-cascades.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench cascade`: closures in networks made by rule, beside R's GLcascade where it is installed. */
export const cascadeBench: Bench = {
  name: 'cascade',
  subject: 'closures in networks of firms',
  run: () => benchCascade(),
};

/** The stopping rule at which the reference is used. */
const TOLERANCE = 0.01;
const OFFSETS = [1, 7, 31, 67, 127, 211, 331, 457];
/** Of the sum of 3 × the supplier's sector and 5 × the buyer's, what is left of 7. */
const KINDS: readonly Essentiality[] = [
  'essential',
  'essential',
  'non-essential',
  'non-essential',
  'non-essential',
  'none',
  'none',
];

/** Firms, sectors, firms closed one by one, and whether the market replaces what is lost. */
const CASES: readonly (readonly [firms: number, sectors: number, closed: number, replaceable: boolean])[] = [
  [500, 20, 500, false],
  [2000, 50, 2000, true],
  [10_000, 100, 10_000, true],
  [10_000, 100, 200, false],
  [100_000, 200, 1, true],
  [100_000, 200, 1, false],
];

async function benchCascade(): Promise<string> {
  const threads = new CascadeThreads(availableParallelism());
  const rows: string[][] = [];
  for (const [firms, sectors, closed, replaceable] of CASES) {
    const network = networkByRule(firms, sectors);
    const closures = Array.from({ length: closed }, (_, firm): Shock[] => [{ firm, loss: 1 }]);
    const begun = performance.now();
    const outcomes = await threads.run(
      network,
      { tolerance: TOLERANCE, maxRounds: 10_000, replaceable },
      closures,
      0,
    );
    const seconds = (performance.now() - begun) / 1000;
    const mean = (figure: 'total' | 'downstream' | 'rounds'): number =>
      outcomes.reduce((sum, outcome) => sum + outcome!.loss[figure], 0) / closed;
    rows.push([
      `${firms} firms, ${OFFSETS.length * firms} links`,
      replaceable ? 'yes' : 'no',
      String(closed),
      `${seconds.toFixed(2)} s`,
      mean('rounds').toFixed(1),
      mean('downstream').toExponential(6),
      mean('total').toExponential(6),
      firms <= 2000 ? peer(firms, sectors, replaceable, seconds) : '–',
    ]);
  }
  const head = ['network', 'replaceable', 'closures', 'time', 'rounds', 'mean downstream', 'mean total'];
  return `${machine()}, ${availableParallelism()} threads, tolerance ${TOLERANCE}\n${columns([...head, 'R GLcascade'], rows)}`;
}

/** Supplier s sells to the firms a fixed way further on, round the circle. Nothing is sold outside. */
function networkByRule(firms: number, sectors: number): FirmNetwork {
  return firmNetwork({
    sectorOf: Array.from({ length: firms }, (_, i) => i % sectors),
    sectors,
    output: new Array<null>(firms).fill(null),
    links: Array.from({ length: firms }, (_, supplier) =>
      OFFSETS.map((offset) => {
        const buyer = (supplier + offset) % firms;
        return { supplier, buyer, weight: 1 + ((13 * (supplier + 1) + 7 * (buyer + 1)) % 17) };
      }),
    ).flat(),
    essentiality: (a, b) => KINDS[(3 * (a + 1) + 5 * (b + 1)) % 7],
  });
}

/** Time of the R package on the same network in this run and the ratio, or why there is none. */
function peer(firms: number, sectors: number, replaceable: boolean, ours: number): string {
  const script = `
suppressMessages({library(Matrix); library(GLcascade); library(fastcascade)})
N <- ${firms}; m <- ${sectors}
s <- rep(1:N, each = ${OFFSETS.length}); b <- ((s - 1 + c(${OFFSETS.join(', ')})) %% N) + 1
W <- sparseMatrix(i = s, j = b, x = 1 + ((13 * s + 7 * b) %% 17), dims = c(N, N))
p <- ((1:N - 1) %% m) + 1
E <- outer(1:m, 1:m, function(a, b) { r <- (3 * a + 5 * b) %% 7; ifelse(r < 2, 2, ifelse(r < 5, 1, 0)) })
rownames(E) <- colnames(E) <- 1:m
t <- system.time(x <- GL_cascade(W = W, p = p, p_market = ${replaceable ? 'p' : 'FALSE'}, p_sec_impacts = FALSE, ess_mat_sec = E, h_weights = FALSE, sec_aggr_weights = FALSE, psi_mat = FALSE, revenue = FALSE, costs = FALSE, track_h = FALSE, track_sector_impacts = FALSE, track_conv = FALSE, conv_type = 1, eps = ${TOLERANCE}, use_rcpp = TRUE, ncores = ${availableParallelism()}, run_id = "bench", load_balance = TRUE))
cat("\\n", t["elapsed"], mean(x$ESRI[, "ESRI_d_weight_1"]))
`;
  const { status, stdout, error } = spawnSync('Rscript', ['-e', script], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (error) return 'no Rscript on the PATH';
  const [theirs, downstream] = stdout.trim().split(/\s+/).slice(-2).map(Number);
  if (status !== 0 || !(theirs > 0)) return 'GLcascade is not installed, or did not run';
  return `${theirs.toFixed(2)} s, ${(theirs / ours).toPrecision(2)} times ours; mean downstream ${downstream.toExponential(6)}`;
}
