/**
 * A share from 0 to 1 as people read it: "93%", in French "93 %". Only all of them are "100%" and only none "0%": what
 * is nearly that has one more figure.
 */
export function sayShare(language: string, share: number): string {
  const isNearly = share > 0 && share < 1 && (share < 0.005 || share >= 0.995);
  const format = new Intl.NumberFormat(language, {
    style: "percent",
    maximumFractionDigits: isNearly ? 1 : 0,
  });
  return format.format(isNearly ? Math.min(0.999, Math.max(0.001, share)) : share);
}
