// Only for the page about missing pages of a site that was built without its address. That page is shown at any depth and
// asks for this script at each; where it is found, the site begins, and the page's links lead there.
"use strict";

(function () {
  const root = new URL("../", document.currentScript.src);
  for (const link of document.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (!/^([a-z][a-z0-9+.-]*:|[/#])/i.test(address)) link.href = new URL(address, root).href;
  }
})();
