/** Half-width of the 95 % confidence interval of a mean with this standard error: 1.96 of them, the mean being normal. */
export function halfWidth95(standardError: number): number {
  return 1.96 * standardError;
}
