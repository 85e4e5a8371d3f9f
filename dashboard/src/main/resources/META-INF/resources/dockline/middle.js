// Where stations are, whatever a few of them say: one ghost station must not move a city.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The points without those far from the others: they would make the map begin as a whole world. */
export function core(points) {
  const lat = median(points.map((p) => p.lat));
  const lon = median(points.map((p) => p.lon));
  const distance = (p) => Math.hypot(p.lat - lat, p.lon - lon);
  const usual = median(points.map(distance));
  const near = points.filter((p) => distance(p) <= 6 * usual + 0.01);
  return near.length ? near : points;
}
