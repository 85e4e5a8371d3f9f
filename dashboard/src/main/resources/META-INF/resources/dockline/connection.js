// Says when the line to the server is down and how old the page has grown. Flow notices it and
// tries again by itself. Where Flow gives the page up for good, as when its session ended with the
// server, the page is loaded anew once the server answers.

import { fill } from './library.js';

const ASK_EVERY = 1000;
const MAKE_SURE_EVERY = 10_000;
const PATIENCE = 5000;
const SOMETHING_SMALL = new URL('icon.svg', import.meta.url);

async function answers() {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch(SOMETHING_SMALL, { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

class Connection extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.hidden = true;
    const store = window.Vaadin?.connectionState;
    this.listener = (before, now) => this.changed(now);
    store?.addStateChangeListener(this.listener);
    const notices = new MutationObserver(() => this.lookForTheEnd());
    notices.observe(document.body, { childList: true });
    this.unlisten = () => {
      store?.removeStateChangeListener(this.listener);
      notices.disconnect();
      clearInterval(this.making);
    };
    this.making = setInterval(() => this.makeSure(), MAKE_SURE_EVERY);
    // What went wrong before this was attached is told to nobody again.
    this.changed(store?.state);
    this.lookForTheEnd();
  }

  disconnectedCallback() {
    this.unlisten?.();
    clearInterval(this.timer);
    this.since = 0;
  }

  changed(state) {
    if (state === 'reconnecting' || state === 'connection-lost') this.lost();
    else if (state === 'connected') this.found();
  }

  // Flow learns of a lost line from its web socket. A page that has none, or not yet, would learn of
  // it from a heartbeat a minute later; an online event makes Flow send one now.
  async makeSure() {
    if (this.since || (await answers()) || this.since) return;
    this.lost();
    window.dispatchEvent(new Event('online'));
  }

  lookForTheEnd() {
    if (this.ended || !document.querySelector('body > .v-system-error')) return;
    this.ended = true;
    this.lost();
    this.loadAnew();
  }

  loadAnew() {
    setTimeout(async () => {
      if (await answers()) location.reload();
      else this.loadAnew();
    }, ASK_EVERY);
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
    if (!this.since || this.ended) return;
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
