import { parentPort, workerData } from 'node:worker_threads';
import type { ChainToDraw } from '../contract/api/layout.ts';
import { chainLayout } from '../figures/chain-layout.ts';

parentPort!.postMessage(await chainLayout(workerData as ChainToDraw));
