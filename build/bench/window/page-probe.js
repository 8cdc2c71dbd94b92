// Runs in the measured page: how long it takes from a key or a click to the paint that shows what it did. Of the event's
// own time stamp, so that the way from the driver to the browser is no part of it.

/**
 * Times the next event of a kind; `timed` then promises the seconds. `until` is what has to be seen before a paint counts;
 * a swallowed event nobody else hears, as with an empty handler.
 */
window.timeNext = function ({ kind, until, swallowed }) {
  const patienceMs = 20_000;
  const texts = () => [...document.querySelectorAll(until.selector)].map(({ innerText }) => innerText);
  const before = until?.changes ? texts().join() : undefined;
  const isSeen = () => {
    if (!until) return true;
    const found = texts();
    if (found.join() === before) return false;
    const isFound = found.some(
      (text) => text.includes(until.holds ?? '') && (until.lacks === undefined || !text.includes(until.lacks)),
    );
    return isFound && (until.without === undefined || document.querySelector(until.without) === null);
  };
  window.timed = new Promise((resolve, reject) => {
    const late = () => reject(new Error(`not seen in ${patienceMs} ms: ${JSON.stringify(until)}, after a ${kind}`));
    setTimeout(late, patienceMs);
    // A message sent from a frame's callback is heard once that frame has been drawn.
    const look = (event) => {
      requestAnimationFrame(() => {
        if (!isSeen()) return look(event);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve((performance.now() - event.timeStamp) / 1000);
        port2.postMessage(null);
      });
    };
    const hear = (event) => {
      if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
      window.removeEventListener(kind, hear, true);
      if (swallowed) event.preventDefault();
      if (swallowed) event.stopImmediatePropagation();
      look(event);
    };
    window.addEventListener(kind, hear, true);
  });
};
