/** What the browser gets before any script runs. */

/** Nothing from elsewhere is loaded, run or asked, and what viewers type can never become a script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const pageHeaders = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  // The next `npm run dev` may bring another page.
  "Cache-Control": "no-store",
};

export const document = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <title>Taproom Playground</title>
    <link rel="icon" href="/playground/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/playground/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <noscript>The playground needs JavaScript.</noscript>
    <script type="module" src="/playground/page.js"></script>
  </body>
</html>
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="#2a1c10" />
  <path d="M8 11h12v13a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2z" fill="#f5b335" />
  <path d="M20 14h2.5a2.5 2.5 0 0 1 2.5 2.5v3a2.5 2.5 0 0 1-2.5 2.5H20" fill="none" stroke="#f5b335" stroke-width="2" />
  <path d="M11.5 15v7M16.5 15v7" stroke="#c9821a" stroke-width="1.6" stroke-linecap="round" />
  <path d="M8 12.5a3 3 0 0 1-.5-5.5 3.5 3.5 0 0 1 6-1.5 3.5 3.5 0 0 1 6 1.5 3 3 0 0 1 .5 5.5z" fill="#fff6e6" />
</svg>
`;
