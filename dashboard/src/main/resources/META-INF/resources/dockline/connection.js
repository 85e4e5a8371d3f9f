// Says when the line to the server is down and how old the page has grown. Flow notices it and
// tries again by itself; this only tells.

import { fill } from './library.js';

class Connection extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.hidden = true;
    const store = window.Vaadin?.connectionState;
    this.listener = (before, now) => this.changed(now);
    store?.addStateChangeListener(this.listener);
    this.unlisten = () => store?.removeStateChangeListener(this.listener);
  }

  disconnectedCallback() {
    this.unlisten?.();
    clearInterval(this.timer);
  }

  changed(state) {
    if (state === 'reconnecting' || state === 'connection-lost') this.lost();
    else if (state === 'connected') this.found();
  }

  lost() {
    if (this.since) return;
    this.since = performance.now();
    this.timer = setInterval(() => this.tell(), 1000);
    this.tell();
  }

  tell() {
    const seconds = Math.floor((performance.now() - this.since) / 1000);
    const age = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
    this.className = 'connection lost';
    this.textContent = fill(this.words.lost, age);
    this.hidden = false;
  }

  found() {
    if (!this.since) return;
    this.since = 0;
    clearInterval(this.timer);
    this.className = 'connection back';
    this.textContent = this.words.back;
    setTimeout(() => {
      if (!this.since) this.hidden = true;
    }, 3000);
  }
}

customElements.define('dl-connection', Connection);
