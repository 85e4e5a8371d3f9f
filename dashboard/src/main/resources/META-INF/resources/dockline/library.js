// The libraries ship as classic scripts, smaller than their modules: each is loaded once, when the
// first page wants it.

const loading = new Map();

export function library(path) {
  if (!loading.has(path)) {
    loading.set(
      path,
      new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = new URL(path, document.baseURI);
        script.onload = done;
        script.onerror = () => failed(new Error(path + ' could not be loaded'));
        document.head.append(script);
      }),
    );
  }
  return loading.get(path);
}

export const leaflet = () => library('webjars/leaflet/1.9.4/dist/leaflet.js').then(() => window.L);

export const echarts = () =>
  library('webjars/echarts/5.5.0/echarts.common.min.js').then(() => window.echarts);

/** A text with {0}, {1}, … filled in. */
export const fill = (text, ...values) =>
  values.reduce((filled, value, i) => filled.replace('{' + i + '}', value), text);

/** An element with a class, or none, and what is in it. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Calls back whenever colours change: another theme, chosen here or by the system. */
export function onTheme(callback) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', callback);
  };
}
