// The map: Leaflet, an offline base map, and one canvas of our own. What is chosen is told to the
// server, which says in turn what to look at, so that the address bar stays right.

import { BANDS, colours } from './bands.js';
import { DOTS_FROM, stationLayer } from './map-layer.js';
import { fill, leaflet, onTheme } from './library.js';
import { keepInAddress, keptInAddress } from './address.js';
import { core, median } from './middle.js';
import { Store } from './store.js';

export class StationMap extends HTMLElement {
  store = new Store((all) => this.redraw(all));
  contracts = null;
  chosenKey = null;

  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.numbers = new Intl.NumberFormat(document.documentElement.lang);
    this.bandWords = JSON.parse(this.getAttribute('bands') || '{}');
    this.unlisten = onTheme(() => requestAnimationFrame(() => this.recolour()));
    this.ready = this.begin();
  }

  disconnectedCallback() {
    this.unlisten();
    this.resizer?.disconnect();
    // It may only be moved within the page, and goes on where it was.
    if (this.map) this.left = { center: this.map.getCenter(), zoom: this.map.getZoom() };
    this.map?.remove();
    this.map = undefined;
  }

  async begin() {
    const L = await leaflet();
    // Taken away meanwhile; or put back at once, and both begin.
    if (!this.isConnected || this.map) return;
    delete this.dataset.base;
    this.readColours();
    const { center, zoom } = this.left ?? { center: [48, 8], zoom: 4 };
    this.map = L.map(this, {
      zoomControl: false,
      attributionControl: false,
      worldCopyJump: true,
      minZoom: 2,
      maxZoom: this.hasAttribute('tiles') ? 19 : 17,
      maxBoundsViscosity: 1,
      fadeAnimation: false,
      zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    }).setView(center, zoom);
    if (!this.left) this.restore();
    L.control.zoom({ zoomInTitle: this.words['zoom.in'], zoomOutTitle: this.words['zoom.out'] }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    this.layer = new (stationLayer(L))(this);
    this.map.addLayer(this.layer);
    this.listen(L);
    this.resizer = new ResizeObserver(() => this.resized());
    this.resizer.observe(this);
    this.store.fetchAll();
    // The stations may have come while there was no map.
    this.go();
    this.addBase(L);
  }

  async addBase(L) {
    const { map } = this;
    const answer = await fetch('dockline/world.json');
    const world = answer.ok && (await answer.json());
    if (!world || this.map !== map) return;
    this.base = L.geoJSON(world, {
      interactive: false,
      renderer: L.canvas({ padding: 0.4, pane: 'tilePane' }),
      style: (feature) => this.baseStyle(feature),
    }).addTo(this.map);
    // Over the base map, so that there is one where the tile server does not answer.
    const tiles = this.getAttribute('tiles');
    if (tiles) L.tileLayer(tiles, { maxZoom: 19 }).addTo(this.map);
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
    this.map.on('moveend', () => this.follow());
    for (const name of ['pointerdown', 'wheel', 'keydown']) {
      this.addEventListener(name, () => (this.touched = true), { passive: true, capture: true });
    }
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
    return [this.count('bikes', city.bikes), this.count('stations', city.count)].join(' · ');
  }

  aboutStation({ band, bikes, docks }) {
    if (bikes === null) return this.bandWords[BANDS[band]];
    const free = docks === null ? fill(this.words.docks, this.words.unknown) : this.count('docks', docks);
    return [this.count('bikes', bikes), free].join(' · ');
  }

  count(word, number) {
    return fill(this.words[word], this.numbers.format(number));
  }

  // Called by the server.

  fetchAll(version) {
    if (this.map) this.store.fetchAll(version);
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

  showReader(lat, lon) {
    this.me = { lat, lon };
    this.wanted = null;
    this.map?.setView([lat, lon], 15, { animate: false });
    this.layer?.draw();
  }

  // Moving only when there is something to move to: the stations may come later than the wish.
  go() {
    if (!this.map || !this.store.stations.size || !this.wanted) return;
    const { city, station } = this.wanted;
    this.wanted = null;
    if (this.restored) {
      this.restored = false;
      this.follow();
      return this.layer.draw();
    }
    this.touched = false;
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

  // Lists follow the map, and so does the address, once somebody has moved it.

  follow() {
    const { fitted } = this;
    const zoom = this.map.getZoom();
    const whole = zoom < DOTS_FROM || (fitted && zoom === fitted.zoom && this.map.getCenter().equals(fitted.center, 1e-3));
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      if (!this.map) return;
      if (this.touched) keepInAddress(this.map);
      const seen = this.map.getBounds();
      if (whole) this.$server.whole();
      else this.$server.moved(seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast());
    }, 250);
  }

  restore() {
    const kept = keptInAddress();
    if (!kept) return;
    this.restored = true;
    this.map.setView([kept.lat, kept.lon], kept.zoom, { animate: false });
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

customElements.define('dl-map', StationMap);
