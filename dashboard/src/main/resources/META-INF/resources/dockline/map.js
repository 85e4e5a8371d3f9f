// The map: Leaflet, an offline base map, and one canvas of our own. What is chosen is told to the
// server, which says in turn what to look at, so that the address bar stays right.

import { BANDS, colours } from './bands.js';
import { DOTS_FROM, stationLayer } from './map-layer.js';
import { fill, leaflet, onTheme } from './library.js';
import { Store } from './store.js';

class StationMap extends HTMLElement {
  store = new Store((all) => this.redraw(all));
  contracts = null;
  chosenKey = null;

  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.bandWords = JSON.parse(this.getAttribute('bands') || '{}');
    this.unlisten = onTheme(() => requestAnimationFrame(() => this.recolour()));
    this.ready = this.begin();
  }

  disconnectedCallback() {
    this.unlisten();
    this.resizer?.disconnect();
    this.map?.remove();
    this.map = undefined;
  }

  async begin() {
    const L = await leaflet();
    if (!this.isConnected) return;
    this.readColours();
    this.map = L.map(this, {
      zoomControl: false,
      attributionControl: false,
      worldCopyJump: true,
      minZoom: 2,
      maxZoom: 17,
      maxBoundsViscosity: 1,
      fadeAnimation: false,
      zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    }).setView([48, 8], 4);
    L.control.zoom({ zoomInTitle: this.words['zoom.in'], zoomOutTitle: this.words['zoom.out'] }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    this.layer = new (stationLayer(L))(this);
    this.map.addLayer(this.layer);
    this.listen(L);
    this.resizer = new ResizeObserver(() => this.resized());
    this.resizer.observe(this);
    this.store.fetchAll();
    this.addBase(L);
  }

  async addBase(L) {
    const answer = await fetch('dockline/world.geojson');
    if (!answer.ok || !this.map) return;
    this.base = L.geoJSON(await answer.json(), {
      interactive: false,
      renderer: L.canvas({ padding: 0.4, pane: 'tilePane' }),
      style: (feature) => this.baseStyle(feature),
    }).addTo(this.map);
    this.dataset.base = 'drawn';
  }

  baseStyle(feature) {
    const land = feature.properties.kind === 'land';
    return {
      fill: land,
      fillColor: this.colours.land,
      fillOpacity: 1,
      color: this.colours.border,
      weight: land ? 0.8 : 0.7,
    };
  }

  listen(L) {
    const tip = L.tooltip({ direction: 'top', className: 'map-tip' });
    this.map.on('mousemove', (e) => {
      const hit = this.layer.find(e.layerPoint);
      this.map.getContainer().style.cursor = hit ? 'pointer' : '';
      if (!hit) this.map.closeTooltip(tip);
      else {
        tip.options.offset = [0, -hit.radius];
        tip.setLatLng(this.map.layerPointToLatLng(hit.at)).setContent(this.describe(hit));
        this.map.openTooltip(tip);
      }
    });
    this.map.on('mouseout', () => this.map.closeTooltip(tip));
    this.map.on('click', (e) => {
      const hit = this.layer.find(e.layerPoint);
      if (hit?.city) this.$server.chosen(hit.city.contract, null);
      else if (hit) {
        const { key, contract } = hit.station;
        this.$server.chosen(contract, key.slice(contract.length + 1));
      }
    });
  }

  describe({ city, station }) {
    const element = document.createElement('div');
    const name = document.createElement('strong');
    name.textContent = city ? city.title : station.name;
    const text = document.createElement('div');
    text.textContent = city ? this.aboutCity(city) : this.aboutStation(station);
    element.append(name, text);
    return element;
  }

  aboutCity(city) {
    return [fill(this.words.bikes, city.bikes), fill(this.words.stations, city.count)].join(' · ');
  }

  aboutStation({ band, bikes, docks }) {
    if (bikes === null) return this.bandWords[BANDS[band]];
    const free = docks === null ? this.words.unknown : docks;
    return [fill(this.words.bikes, bikes), fill(this.words.docks, free)].join(' · ');
  }

  // Called by the server.

  fetchAll() {
    if (this.map) this.store.fetchAll();
  }

  takeMarks(text) {
    this.store.takeMarks(JSON.parse(text));
  }

  takeVersion(version) {
    this.store.takeVersion(version);
  }

  lookAt(contracts, key) {
    const cityChanged = contracts !== this.looking;
    this.looking = contracts;
    this.contracts = contracts ? new Set(contracts.split(',')) : null;
    this.chosenKey = key;
    // A wish that waits for the stations must not be lost to one that asks for less.
    this.wanted = { city: cityChanged || Boolean(this.wanted?.city), station: key };
    this.go();
  }

  // Moving only when there is something to move to: the stations may come later than the wish.
  go() {
    if (!this.map || !this.store.stations.size || !this.wanted) return;
    const { city, station } = this.wanted;
    this.wanted = null;
    const chosen = station && this.store.stations.get(station);
    if (chosen && (city || !this.map.getBounds().pad(-0.15).contains([chosen.lat, chosen.lon]) || this.map.getZoom() < DOTS_FROM)) {
      this.map.setView([chosen.lat, chosen.lon], Math.max(14, this.map.getZoom()), { animate: !city });
    } else if (!chosen && city) this.showWhole();
    this.layer.draw();
  }

  showWhole() {
    const cities = this.cities().filter((c) => !this.isFaded(c.contract));
    if (!cities.length) return;
    const points = this.contracts?.size === 1 ? this.pointsOf(cities[0].contract) : cities;
    const near = core(points);
    const bounds = window.L.latLngBounds(near.map(({ lat, lon }) => [lat, lon]));
    this.map.fitBounds(bounds, { padding: [36, 36], maxZoom: 14, animate: false });
    this.fitted = { center: this.map.getCenter(), zoom: this.map.getZoom() };
  }

  // The page may still be laid out when the stations come: what fitted then is fitted again, unless somebody moved on.
  resized() {
    if (!this.map) return;
    const { fitted } = this;
    const untouched = fitted && this.map.getZoom() === fitted.zoom && this.map.getCenter().equals(fitted.center, 1e-3);
    this.map.invalidateSize({ animate: false });
    if (untouched) this.showWhole();
  }

  pointsOf(contract) {
    return [...this.store.stations.values()].filter((s) => s.contract === contract);
  }

  isFaded(contract) {
    return this.contracts !== null && !this.contracts.has(contract);
  }

  /** Every contract with its middle and its counts. */
  cities() {
    if (this.known) return this.known;
    const byContract = new Map();
    for (const station of this.store.stations.values()) {
      let city = byContract.get(station.contract);
      if (!city) {
        const title = station.contract[0].toUpperCase() + station.contract.slice(1);
        city = { contract: station.contract, title, lats: [], lons: [], bands: {}, count: 0, bikes: 0 };
        byContract.set(station.contract, city);
      }
      city.lats.push(station.lat);
      city.lons.push(station.lon);
      city.bands[station.band] = (city.bands[station.band] || 0) + 1;
      city.bikes += station.bikes ?? 0;
      city.count++;
    }
    // The middle station, not the mean: one ghost station would drag the mean into the sea.
    for (const city of byContract.values()) {
      city.lat = median(city.lats);
      city.lon = median(city.lons);
    }
    this.known = [...byContract.values()].sort((a, b) => b.count - a.count);
    return this.known;
  }

  redraw() {
    this.known = null;
    this.dataset.version = this.store.version;
    this.dataset.stations = this.store.stations.size;
    this.go();
    this.layer?.draw();
  }

  readColours() {
    this.colours = colours(this);
    this.font = getComputedStyle(this).fontFamily;
  }

  recolour() {
    if (!this.map) return;
    this.readColours();
    this.base?.setStyle((feature) => this.baseStyle(feature));
    this.layer.draw();
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The points without those far from the others: they would make the map begin as a whole world. */
function core(points) {
  const lat = median(points.map((p) => p.lat));
  const lon = median(points.map((p) => p.lon));
  const distance = (p) => Math.hypot(p.lat - lat, p.lon - lon);
  const usual = median(points.map(distance));
  const near = points.filter((p) => distance(p) <= 6 * usual + 0.01);
  return near.length ? near : points;
}

customElements.define('dl-map', StationMap);
