/**
 * Probability that a negative binomial count with this mean is `count` or more. `dispersion` is the variance beyond
 * Poisson in units of mean²: variance = mean + dispersion × mean².
 */
export function tailOf(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const size = 1 / dispersion;
  const failure = mean / (size + mean);
  let term = Math.exp(-size * Math.log1p(mean / size));
  let below = term;
  for (let k = 0; k + 1 < count; k++) {
    term *= ((k + size) / (k + 1)) * failure;
    below += term;
  }
  if (below < 0.9) return 1 - below;
  // Close to 1 the difference would be noise: sums what is above instead.
  term *= ((count - 1 + size) / count) * failure;
  let above = 0;
  for (let k = count; term > above * 1e-12 && k < count + 100_000; k++) {
    above += term;
    term *= ((k + size) / (k + 1)) * failure;
  }
  return above;
}
