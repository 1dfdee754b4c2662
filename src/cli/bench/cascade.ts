import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { Cascade } from '../../chain/cascade.ts';
import { type FirmNetwork, firmNetwork } from '../../chain/firm-network.ts';
import { closeEach } from '../../compute/close-each.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench cascade`: closures in networks made by rule, beside R's fastcascade where it is installed. */
export const cascadeBench: Bench = {
  name: 'cascade',
  subject: 'closures in networks of firms',
  run: () => benchCascade(),
};

/** The stopping rule at which the reference is used. */
const OPTIONS = { tolerance: 1e-2, maxRounds: 10_000, replaceable: false };
const OFFSETS = [1, 7, 31, 67, 127, 211, 331, 457];

async function benchCascade(): Promise<string> {
  const rows: string[][] = [];
  for (const [firms, sectors] of [
    [500, 20],
    [2000, 50],
    [10_000, 100],
  ]) {
    const network = networkByRule(firms, sectors);
    const begun = performance.now();
    const losses = await closeEach()(network, OPTIONS);
    const seconds = (performance.now() - begun) / 1000;
    const mean = losses.reduce((sum, { total }) => sum + total, 0) / firms;
    rows.push([
      `${firms} firms, ${OFFSETS.length * firms} links: every firm closed`,
      `${seconds.toFixed(2)} s`,
      `mean loss ${mean.toExponential(6)}`,
      firms <= 2000 ? peer(firms, sectors, seconds) : '',
    ]);
  }
  const large = networkByRule(100_000, 200);
  const cascade = new Cascade(large, { ...OPTIONS, replaceable: true });
  const begun = performance.now();
  const { total } = cascade.run([{ firm: 0, level: 0 }]);
  rows.push([
    '100000 firms, 800000 links: one closure',
    `${((performance.now() - begun) / 1000).toFixed(3)} s`,
    `loss ${total.toExponential(6)}`,
    '',
  ]);
  return `${machine()}\n${columns(['closures', 'time', 'figures', 'R fastcascade'], rows)}`;
}

/** Supplier s sells to the firms a fixed way further on, round the circle; the rule is that of the reference values. */
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
    essentiality: (a, b) =>
      (7 * (a + 1) + 3 * (b + 1)) % 5 === 0 ? 'essential' : (a + b) % 2 === 0 ? 'non-essential' : 'none',
  });
}

/** Time of the R package on the same network in this run and the ratio, or why there is none. */
function peer(firms: number, sectors: number, ours: number): string {
  const script = `
suppressMessages({library(Matrix); library(fastcascade)})
N <- ${firms}; m <- ${sectors}
s <- rep(1:N, each = 8); b <- ((s - 1 + c(${OFFSETS.join(', ')})) %% N) + 1
W <- sparseMatrix(i = s, j = b, x = 1 + ((13 * s + 7 * b) %% 17), dims = c(N, N))
p <- ((1:N - 1) %% m) + 1
E <- outer(1:m, 1:m, function(a, b) ifelse((7 * a + 3 * b) %% 5 == 0, 2, ifelse((a + b) %% 2 == 0, 1, 0)))
t <- system.time(GL_cascade(W = W, p = p, p_market = p, ess_mat_sec = E, h_weights = rowSums(W), track_h = FALSE, psi_mat = FALSE, conv_type = 1, eps = 1e-2))
cat(t["elapsed"])
`;
  const { status, stdout, error } = spawnSync('Rscript', ['-e', script], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (error) return 'not on the PATH';
  const theirs = status === 0 ? Number(stdout.trim().split(/\s+/).at(-1)) : Number.NaN;
  if (!(theirs > 0)) return 'on the PATH, but did not run';
  return `${theirs.toFixed(2)} s, ${(theirs / ours).toFixed(0)} times ours`;
}
