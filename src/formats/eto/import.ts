import type { ImportReport } from '../../contract/import-report.ts';
import type { Programme } from '../../programme/programme.ts';
import { convertEto } from './convert.ts';
import { readEto } from './read.ts';
import { etoReport } from './report.ts';

/** Imports a release of the Advanced Semiconductor Supply Chain data from its folder. */
export function importEto(
  folder: string,
  home: readonly string[],
): { programme: Programme; report: Omit<ImportReport, 'files'> } {
  const release = readEto(folder);
  const conversion = convertEto(release, home);
  return { programme: conversion.programme, report: etoReport(release, conversion) };
}
