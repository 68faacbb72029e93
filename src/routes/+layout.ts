// Pages only show, and forms are plain forms: no client code is sent. What a page does more with
// JavaScript is in static/page.js.
export const csr = false;
