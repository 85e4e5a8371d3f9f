// Where somebody has moved the map to stands in the address, so that it can be shared. The rest of
// the address is the server's.

const NAME = 'at';

export function keepInAddress(map) {
  const { lat, lng } = map.getCenter().wrap();
  const url = new URL(location.href);
  url.searchParams.set(NAME, [lat.toFixed(4), lng.toFixed(4), map.getZoom()].join('_'));
  history.replaceState(history.state, '', url);
}

export function keptInAddress() {
  const parts = (new URL(location.href).searchParams.get(NAME) || '').split('_').map(Number);
  const [lat, lon, zoom] = parts;
  const sound = parts.length === 3 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 2 && zoom <= 19;
  return sound ? { lat, lon, zoom } : undefined;
}
